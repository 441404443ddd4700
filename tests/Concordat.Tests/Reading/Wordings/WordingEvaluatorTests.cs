using System.Text.Json.Nodes;
using Concordat.Reading.Evaluation;

namespace Concordat.Tests.Reading.Wordings;

/// <summary>Wordings held against labels, field by field.</summary>
public sealed class WordingEvaluatorTests
{
    [Fact]
    public void Findings_equal_to_the_labels_are_all_right()
    {
        var total = Score(Labels()).Total;
        Assert.Equal((1.0, 1.0, 1.0), (total.Precision, total.Recall, total.Value));
    }

    [Fact]
    public void A_value_that_the_labels_lack_costs_precision()
    {
        var found = Labels();
        found["wording"]!["law"] = "Norway";
        Assert.Equal((0, 1, 0), Row(found, "law"));
    }

    [Fact]
    public void A_value_that_is_not_found_costs_recall()
    {
        var found = Labels();
        ((JsonObject)found["wording"]!).Remove("duration");
        Assert.Equal((1, 0, 0), Row(found, "duration"));
    }

    [Fact]
    public void Another_value_is_found_and_wrong()
    {
        var found = Labels();
        found["wording"]!["duration"] = "3 years from signature";
        var row = Score(found).Rows.Single(r => r.Field == "duration");
        Assert.Equal((1.0, 1.0, 0.0), (row.Precision, row.Recall, row.Value));
    }

    [Fact]
    public void A_short_form_stands_for_the_name_of_a_party()
    {
        var found = Labels();
        found["wording"]!["signatures"]![0]!["party"] = "Aster University";
        Assert.Equal((1, 1, 1), Row(found, "  signatures.party"));
    }

    [Fact]
    public void A_quote_that_does_not_stand_at_its_place_is_false()
    {
        var found = Labels();
        found["wording"]!["evidence"] = new JsonArray(new JsonObject { ["quote"] = "five", ["start"] = 0, ["length"] = 4 });
        Assert.Equal(1, Score(found).FalseQuotes);
    }

    private static (int, int, int) Row(JsonNode found, string field) => Score(found).Rows.Single(r => r.Field == field) is var r ? (r.Labelled, r.Found, r.Both) : default;

    private static WordingFigures Score(JsonNode found)
    {
        var evaluator = new WordingEvaluator();
        evaluator.Add("t", "for five years", Labels(), found);
        return evaluator.Total();
    }

    private static JsonNode Labels() => JsonNode.Parse("""
        { "wording": { "kind": "mou", "duration": "5 years from signature", "languages": ["en"], "parties": [{ "name": "Aster University", "short": "AU" }],
          "signatures": [{ "party": "AU", "name": "Åsa Lindqvist", "date": "2026-05-03" }] } }
        """)!;
}
