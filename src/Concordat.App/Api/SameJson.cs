using System.Text.Json.Nodes;
using Concordat.Sameness;
using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>Proposals and judgements of Same or not, as programs read them.</summary>
internal static class SameJson
{
    public static JsonNode Of(SameGroup group, PairsView view, IReadOnlyDictionary<Guid, HeadlineRow> names) => new JsonObject
    {
        ["kind"] = group.Best.Kind, ["score"] = Math.Round(group.Best.Score, 3), ["why"] = group.Best.Why, ["records"] = new JsonArray([.. group.Records.Select(r => RecordJson.Head(names[r]))]),
        ["pairs"] = new JsonArray([.. Pairs(group, view).OrderByDescending(p => p.Score).Select(Of)]),
    };

    private static IEnumerable<ProposedPair> Pairs(SameGroup proposed, PairsView view) =>
        from one in proposed.Records from other in proposed.Records where one.CompareTo(other) < 0 && !view.Later.Contains((one, other)) let pair = view.Pairs.GetValueOrDefault((one, other)) where pair is not null select pair;

    private static JsonNode Of(ProposedPair pair) => new JsonObject { ["one"] = pair.One.ToString("D"), ["other"] = pair.Other.ToString("D"), ["score"] = Math.Round(pair.Score, 3), ["why"] = pair.Why };

    public static JsonObject Of(PartingPlan plan) => new()
    {
        ["survivor"] = DeskJson.Brief(plan.Now), ["other"] = DeskJson.Brief(plan.Merged), ["contested"] = new JsonArray([.. plan.Contested.Select(Of)]),
    };

    private static JsonNode Of(Contested contested)
    {
        var json = new JsonObject { ["path"] = contested.Unit.Text };
        if (contested.Now is not null) json["now"] = contested.Now.DeepClone();
        if (contested.Stayed is not null) json["stayed"] = contested.Stayed.DeepClone();
        return json;
    }

    public static Reply Judged(IEnumerable<Document> records) => new(new JsonObject { ["records"] = new JsonArray([.. records.Select(DeskJson.Brief)]) });
}
