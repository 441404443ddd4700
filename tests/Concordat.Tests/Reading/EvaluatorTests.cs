using System.Diagnostics;
using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evaluation;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>Findings held against labels: what pairs, what counts, and agreement with the scorer beside the repository.</summary>
public sealed class EvaluatorTests
{
    private const string Quoted = "Aster University and Borea Institute signed an MoU on 3 May 2026.";

    [Fact]
    public void Findings_equal_to_the_labels_are_all_right()
    {
        var figures = Score(Document(), Document());
        Assert.Equal((1.0, 1.0, 0, 0), (figures.Found, figures.Attributes, figures.OverClaims, figures.FalseQuotes));
        Assert.Empty(figures.Detail);
    }

    [Fact]
    public void An_acronym_stands_for_the_full_name_of_a_party()
    {
        var findings = Document();
        findings["instruments"]![0]!["parties"] = new JsonArray("AU", "Borea Institute");
        Assert.Equal(1, Score(Document(), findings).Row("instruments").Hits);
    }

    [Fact]
    public void An_instrument_of_another_kind_is_missed_and_one_too_many()
    {
        var findings = Document();
        findings["instruments"]![0]!["kind"] = "loi";
        var row = Score(Document(), findings).Row("instruments");
        Assert.Equal((0, 1, 1), (row.Hits, row.Found, row.Labelled));
    }

    [Fact]
    public void A_signing_that_the_labels_do_not_have_is_an_over_claim()
    {
        var labels = Document();
        labels["instruments"]![0]!["event"] = "announced";
        var figures = Score(labels, Document());
        Assert.Equal(1, figures.OverClaims);
        Assert.Contains(figures.Detail, line => line.Contains("instrument event", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quote_that_is_not_in_the_text_is_false()
    {
        var findings = Document();
        findings["evidence"]!["instruments[0]"] = "signed an MOU";
        Assert.Equal(1, Score(Document(), findings).FalseQuotes);
    }

    [Fact]
    public void Surname_alone_is_the_same_person_and_a_wrong_value_is_named()
    {
        var findings = Document();
        findings["people"]![0]!["name"] = "Lindqvist";
        findings["people"]![0]!["role"] = "Dean";
        var figures = Score(Document(), findings);
        Assert.Equal(1, figures.Row("people").Hits);
        Assert.Contains("t: person role: Åsa Lindqvist: Dean in place of Rector", figures.Detail);
    }

    [Fact]
    public void The_figures_are_those_of_the_scorer_beside_the_repository()
    {
        var scorer = Path.Combine(Texts.Shared ?? "", "tools", "score_reading.py");
        if (!File.Exists(scorer) || Texts.Corpus is not { } corpus) { Assert.Skip("The scorer beside the repository (../shared/tools/score_reading.py) is not here."); return; }
        foreach (var folder in new[] { Texts.Gold, corpus })
        {
            var theirs = Python(scorer, folder);
            var ours = Texts.Score(folder);
            foreach (var row in ours.Rows) Assert.Equal((row.Labelled, row.Found, Figure(theirs, row.Type, "f1")), (theirs[row.Type]!["labelled"]!.GetValue<int>(), theirs[row.Type]!["found"]!.GetValue<int>(), Math.Round(row.F1, 3)));
            foreach (var row in ours.AllAttributes.Where(a => a.Counts)) Assert.Equal((row.Name, row.Right, row.Of), (row.Name, (int)Figure(theirs, "attributes_by_row", row.Name, "right"), (int)Figure(theirs, "attributes_by_row", row.Name, "of")));
            Assert.Equal((Figure(theirs, "found"), Figure(theirs, "attributes"), (int)Figure(theirs, "over_claims"), (int)Figure(theirs, "false_quotes")), (ours.Found, ours.Attributes, ours.OverClaims, ours.FalseQuotes));
        }
    }

    private static double Figure(JsonNode node, params string[] path) => path.Aggregate(node, (n, name) => n[name]!).GetValue<double>();

    private static JsonNode Python(string scorer, string folder)
    {
        var findings = Directory.CreateTempSubdirectory("concordat-findings-").FullName;
        try
        {
            foreach (var (name, text, _) in Texts.In(folder)) File.WriteAllBytes(Path.Combine(findings, $"{name}.json"), FindingsJson.Write(DocumentReader.Read(text)));
            using var process = Process.Start(new ProcessStartInfo("python3", [scorer, folder, findings, "--json"]) { RedirectStandardOutput = true, UseShellExecute = false });
            var said = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return JsonNode.Parse(said)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not here.");
            throw;
        }
        finally
        {
            Directory.Delete(findings, recursive: true);
        }
    }

    private static Figures Score(JsonNode labels, JsonNode findings)
    {
        var evaluator = new Evaluator();
        evaluator.Add("t", Quoted, labels, findings);
        return evaluator.Total();
    }

    private static JsonNode Document() => JsonNode.Parse($$"""
        {
          "organisations": [{ "name": "Aster University", "acronym": "AU", "kind": "university" }, { "name": "Borea Institute", "kind": "laboratory" }],
          "people": [{ "name": "Åsa Lindqvist", "honorific": "Dr", "role": "Rector", "organisation": "Aster University" }],
          "instruments": [{ "kind": "mou", "parties": ["Aster University", "Borea Institute"], "event": "signed", "date": "2026-05-03", "signatories": ["Åsa Lindqvist"] }],
          "meetings": [{ "body": "Joint Committee", "ordinal": 3, "kind": "committee", "start": "2026-05-03", "place": "Oslo" }],
          "evidence": { "instruments[0]": "signed an MoU on 3 May 2026" }
        }
        """)!;
}
