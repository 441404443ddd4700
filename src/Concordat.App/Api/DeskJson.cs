using System.Text.Json.Nodes;
using Concordat.Intake;
using Concordat.Sources;
using Evidence = Concordat.Intake.Evidence;

namespace Concordat.App.Api;

/// <summary>What a source proposes, as programs read it.</summary>
internal static class DeskJson
{
    public static JsonObject Of(DeskView view)
    {
        var id = view.Source.Id;
        var json = new JsonObject { ["source"] = id.ToString("D"), ["title"] = view.Source.As<Source>().Title, ["state"] = view.State ?? "none", ["reading"] = view.ReadStamp };
        if (view.Machine.Phase != MachinePhase.None) json["machine"] = Machine(view.Machine);
        json["proposals"] = new JsonArray([.. view.Proposals.Select(Of)]);
        var links = new JsonObject { ["self"] = $"/api/intake/{id:D}", ["source"] = RecordJson.Address(SourceKind.Name, id), ["page"] = $"/intake/{id:D}" };
        if (view.Reading is not null) links["text"] = RecordJson.Address(SourceKind.Name, id) + "/text";
        json["links"] = links;
        return json;
    }

    /// <summary>A record by what it is called.</summary>
    public static JsonNode Brief(Document document) => new JsonObject
    {
        ["id"] = document.Id.ToString("D"), ["kind"] = document.Kind, ["version"] = document.Version, ["title"] = Kinds.Of(document.Kind).Head(document).Title, ["href"] = RecordJson.Address(document.Kind, document.Id),
    };

    private static JsonObject Machine(MachineState state)
    {
        var json = new JsonObject { ["phase"] = state.Phase.ToString(), ["page"] = state.Page, ["pages"] = state.Pages };
        if (state.Note is not null) json["note"] = state.Note;
        return json;
    }

    private static JsonNode Of(Proposal proposal)
    {
        var json = new JsonObject { ["key"] = proposal.Key, ["kind"] = proposal.Kind, ["title"] = proposal.Title, ["evidence"] = Of(proposal.Evidence) };
        if (proposal.Suggested is { } suggested) json["suggested"] = suggested.Record.ToString("D");
        json["candidates"] = new JsonArray([.. proposal.Candidates.Select(c => (JsonNode)new JsonObject { ["id"] = c.Record.ToString("D"), ["title"] = c.Title, ["detail"] = c.Detail, ["score"] = Math.Round(c.Score, 3), ["why"] = c.Why })]);
        json["values"] = new JsonArray([.. proposal.Values.Select(Of)]);
        return json;
    }

    private static JsonNode Of(ProposedValue value)
    {
        var json = new JsonObject { ["key"] = value.Key, ["field"] = value.Field.Name, ["label"] = value.Field.Label };
        if (value.List is not null) (json["list"], json["element"]) = (value.List, value.Element);
        json[value.Field.Type == FieldType.Record ? "proposal" : "value"] = value.Value;
        if (value.Evidence is { } evidence) json["evidence"] = Of(evidence);
        if (value.Rivals.Length > 0) json["rivals"] = new JsonArray([.. value.Rivals.Select((r, i) => (JsonNode)new JsonObject { ["key"] = $"{value.Key}#{i}", ["value"] = r.Value, ["evidence"] = Of(r.Evidence) })]);
        return json;
    }

    private static JsonObject Of(Evidence evidence) => new() { ["quote"] = evidence.Quote, ["start"] = evidence.Place.Start, ["length"] = evidence.Place.Length, ["rule"] = evidence.Rule };
}
