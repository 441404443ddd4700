using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evaluation;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading.Wordings;

/// <summary>Our own labelled agreement texts of many countries' styles, some as from PDF columns and some as from scans.</summary>
public sealed class WordingGoldTests
{
    private static string Folder => Path.Combine(Texts.Gold, "wordings");

    [Fact]
    public void The_reader_finds_what_the_labels_say()
    {
        var figures = Score();
        var detail = string.Join('\n', figures.Detail);
        Assert.True(figures.Documents >= 40, $"{figures.Documents} texts");
        Assert.True(figures is { Unrecognised: 0, FalseQuotes: 0 }, detail);
        Assert.True(figures.Total.Precision >= 0.98, detail);
        Assert.True(figures.Total.Recall >= 0.97, detail);
        Assert.True(figures.Total.Value >= 0.98, detail);
    }

    [Theory]
    [InlineData("duration")]
    [InlineData("renewal")]
    [InlineData("effect")]
    [InlineData("notice.period")]
    [InlineData("parties")]
    [InlineData("signatures")]
    public void What_deadlines_hang_on_is_hardly_ever_missed(string field)
    {
        var row = Score().Rows.Single(r => r.Field == field);
        Assert.True(row is { Precision: >= 0.97, Recall: >= 0.95, Value: >= 0.97 }, $"{row}");
    }

    [Fact]
    public void News_is_not_taken_for_an_agreement()
    {
        foreach (var (name, text, _) in Texts.In(Texts.Gold)) Assert.True(DocumentReader.Read(text).Wording is null, name);
    }

    [Fact]
    public void Every_value_is_quoted_to_the_letter()
    {
        foreach (var (_, text, _) in Texts.In(Folder)) Quotes.Check(DocumentReader.Read(text), text);
    }

    /// <summary>The clauses of an agreement tell of signing, ending and extending; none of that is news.</summary>
    [Fact]
    public void An_agreement_claims_its_own_signing_and_no_other()
    {
        foreach (var (name, text, _) in Texts.In(Folder))
        {
            var now = DocumentReader.Read(text).Instruments.Where(i => i.Event.Value is not "background-mention").ToList();
            Assert.True(now.Count <= 1 && now.TrueForAll(i => i.Event is { Value: "signed", Rule: "instrument.event.own-signature" } && i.Date is not null), name);
        }
    }

    private static WordingFigures Score()
    {
        var evaluator = new WordingEvaluator();
        foreach (var (name, text, labels) in Texts.In(Folder)) evaluator.Add(name, text, labels, JsonNode.Parse(FindingsJson.Write(DocumentReader.Read(text))));
        return evaluator.Total();
    }
}
