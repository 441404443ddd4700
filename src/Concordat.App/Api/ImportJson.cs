using System.Text.Json.Nodes;
using Concordat.App.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;

namespace Concordat.App.Api;

/// <summary>Imports as programs read them.</summary>
internal static class ImportJson
{
    public static string Address(ImportState state) => "/api/imports/" + state.Digest;

    public static JsonObject Of(ImportState state, ImportJob? job)
    {
        var json = Brief(state, job);
        if (state.Mapping is not null) json["mapping"] = Json.Of(state.Mapping);
        if ((job is { Ended: false } ? job.Now : state.Report) is { } report) json["report"] = Json.Of(report);
        return json;
    }

    /// <summary>Without mapping and report.</summary>
    public static JsonObject Brief(ImportState state, ImportJob? job) => WorkJson.Some(
        ("digest", state.Digest), ("name", state.Name), ("at", RecordJson.Time(state.At)), ("phase", Phase(state, job)), ("problem", job is { Ended: true, Refusal: { } why } ? Why(why) : null),
        ("links", new JsonObject { ["self"] = Address(state), ["mapping"] = Address(state) + "/mapping", ["page"] = $"/import/{state.Digest}" }));

    public static JsonObject Why(Refusal refusal) => new() { ["code"] = refusal.Code, ["detail"] = refusal.Message };

    private static string Phase(ImportState state, ImportJob? job) => job is { Ended: false } ? job.Dry ? "trying" : "importing" : state switch
    {
        { Open: true } => "broken-off", { Report: null } => "new", { Report.Dry: true } => "tried", { Report.Done: true } => "imported", _ => "broken-off",
    };

    public static JsonObject Of(TableFile file, TableView view, Mapping mapping) => WorkJson.Some(
        ("mapping", Json.Of(mapping)), ("rows", view.Rows), ("sheets", WorkJson.All(file.Sheets, s => s.Name)), ("remark", file.Remark.Length > 0 ? file.Remark : null),
        ("columns", WorkJson.All(view.Columns, c => WorkJson.Some(("header", c.Header), ("field", c.Target), ("filled", c.Filled), ("samples", WorkJson.All(c.Samples, s => s)), ("orderNeeded", c.Dates.MustAsk)))));
}
