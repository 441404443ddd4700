using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>Our own labelled texts: agencies, universities, navies and ministries of many countries; signed, renewed, extended, terminated, announced, possible and denied.</summary>
public sealed class GoldTests
{
    [Fact]
    public void The_reader_finds_what_the_labels_say()
    {
        var scoring = Score(Texts.Gold);
        var misses = string.Join('\n', scoring.Misses);
        Assert.True(scoring.Found >= 0.85, $"found {scoring.Found:F3}\n{misses}");
        Assert.True(scoring.OverClaims == 0, misses);
    }

    [Fact]
    public void Nothing_possible_or_denied_is_read_as_an_instrument()
    {
        foreach (var name in (string[])["denied", "only-possible", "navies-staff-talks"])
            Assert.Empty(DocumentReader.Read(File.ReadAllText(Path.Combine(Texts.Gold, $"{name}.txt"))).Instruments);
    }

    [Fact]
    public void The_corpus_beside_the_repository_is_read_with_few_over_claims()
    {
        if (Texts.Corpus is not { } folder) { Assert.Skip("The corpus beside the repository (../shared/corpus) is not here."); return; }
        var scoring = Score(folder);
        Assert.True(scoring.Found >= 0.8, $"found {scoring.Found:F3}\n{string.Join('\n', scoring.Misses)}");
        Assert.InRange(scoring.OverClaims, 0, 2);
    }

    [Fact]
    public void Every_value_of_every_text_is_quoted_to_the_letter()
    {
        var folders = Texts.Corpus is { } corpus ? new[] { Texts.Gold, corpus } : [Texts.Gold];
        foreach (var (_, text, _) in folders.SelectMany(Texts.In)) Quotes.Check(DocumentReader.Read(text), text);
    }

    [Fact]
    public void Identical_text_gives_identical_findings()
    {
        foreach (var (name, text, _) in Texts.In(Texts.Gold))
            Assert.True(FindingsJson.Write(DocumentReader.Read(text)).AsSpan().SequenceEqual(FindingsJson.Write(DocumentReader.Read(text))), name);
    }

    private static Scoring Score(string folder)
    {
        var scoring = new Scoring();
        foreach (var (name, text, labels) in Texts.In(folder)) scoring.Add(name, labels, JsonNode.Parse(FindingsJson.Write(DocumentReader.Read(text)))!);
        return scoring;
    }
}
