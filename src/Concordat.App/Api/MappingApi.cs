using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Import;
using Concordat.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Names;

namespace Concordat.App.Api;

/// <summary>The body that tries or runs an import: a mapping, or the name of one.</summary>
/// <param name="Sheet">Of a workbook, for a saved mapping, which names none.</param>
internal sealed record Importing(JsonObject? Mapping = null, string? Use = null, string? Sheet = null);

/// <summary>The body that saves a mapping.</summary>
internal sealed record SavingMapping(string Name, JsonObject Mapping);

/// <summary>What the columns of tables become: proposed, given, or saved under a name.</summary>
internal static class MappingApi
{
    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/imports/{digest}/mapping", "getMapping", "Read the mapping of an import", MappingAsync)
        {
            Tag = "Import", Says = "The mapping tried last; before that, and with a parameter, the one that the header proposes. With samples of each column.",
            Parameters = [new("kind", "What its rows are.") { Choices = [new("agreement", "Agreements"), new("organisation", "Organisations")] }, new("sheet", "A sheet of a workbook."), new("use", "The name of a saved mapping.")],
            Gives = [new(200, "The mapping, and the table’s columns.", "ProposedMapping") { Tagged = true }], Refuses = ["import.not-found", "import.no-such-sheet", "import.no-header", "import.no-such-mapping", "import.damaged", "import.bomb", "import.too-large"],
        },
        new("GET", "/api/mappings", "listMappings", "List saved mappings", ListAsync) { Tag = "Import", Says = "Those of the pages, by name.", Gives = [new(200, "The mappings.", "Mappings") { Tagged = true }] },
        new("POST", "/api/mappings", "saveMapping", "Save a mapping", SaveAsync)
        {
            Tag = "Import", Says = "One of that name is replaced, so that doing it twice is doing it once. The sheet is not kept.", Takes = [new("application/json", "SavedMapping", new JsonObject { ["name"] = "The old list", ["mapping"] = Example() })], Gives = [new(200, "The mapping.", "SavedMapping")],
            Refuses = ["import.no-name", "import.mapping-unreadable", "import.no-such-field"],
        },
    ];

    public static JsonObject Example() => new()
    {
        ["kind"] = "agreement", ["columns"] = new JsonArray(new JsonObject { ["header"] = "Title", ["field"] = "title" }, new JsonObject { ["header"] = "Partners", ["field"] = "partners" }, new JsonObject { ["header"] = "Signed", ["field"] = "signed", ["order"] = "day-first" }),
    };

    /// <summary>The mapping that a request means: the one given, a saved one, the one tried last, or what the header proposes.</summary>
    /// <returns>Refusals <c>request.wrong-member</c>, <c>import.no-such-mapping</c>, those of <see cref="Mapping.Read"/> and of reading the table.</returns>
    public static async Task<Outcome<Mapping>> ChosenAsync(Call call, ImportState state, Importing sent)
    {
        if ((sent.Mapping is not null && sent.Use is not null) || (sent.Sheet is not null && sent.Use is null)) return new Refusal("request.wrong-member", "Give a mapping, or the name of one and perhaps its sheet.");
        if (sent.Mapping is { } given) return Mapping.Read(given.ToJsonString());
        if (sent.Use is { } use) return (await SavedAsync(call, use)).TryGet(out var saved, out var refusal) ? saved with { Sheet = sent.Sheet } : refusal;
        if (state.Mapping is { } tried) return tried;
        if (!(await call.Get<ImportJobs>().OpenAsync(state, call.Stop)).TryGet(out var opened, out var wrong)) return wrong;
        return ImportEndpoints.Looked(opened.File, null, new(null, null, null, null, null)).TryGet(out var looked, out wrong) ? looked.Mapping : wrong;
    }

    private static async Task<Outcome<Mapping>> SavedAsync(Call call, string name)
    {
        await using var db = call.Read();
        return (await SavedMapping.AllAsync(db, call.Stop)).Find(s => s.Name == name) is { } saved ? saved.Mapping : new Refusal("import.no-such-mapping", $"No mapping is saved as “{Clip.To(name, 60)}”.");
    }

    private static async Task<IResult> MappingAsync(Call call)
    {
        if (!(await ImportApi.FindAsync(call)).TryGet(out var state, out var refusal)) return Reply.Refuse(refusal);
        var (kind, sheet, mapping) = (Ask.Text(call.Request, "kind"), Ask.Text(call.Request, "sheet"), state.Mapping);
        if (Ask.Text(call.Request, "use") is { } use)
        {
            if (!(await SavedAsync(call, use)).TryGet(out mapping, out refusal)) return Reply.Refuse(refusal);
        }
        else if (kind is not null || sheet is not null) mapping = null;

        if (!(await call.Get<ImportJobs>().OpenAsync(state, call.Stop)).TryGet(out var opened, out refusal)) return Reply.Refuse(refusal);
        if (!ImportEndpoints.Looked(opened.File, mapping, new(null, kind, sheet, null, null)).TryGet(out var looked, out refusal)) return Reply.Refuse(refusal);
        return new Reply(ImportJson.Of(opened.File, looked.View, looked.Mapping));
    }

    private static async Task<IResult> ListAsync(Call call)
    {
        await using var db = call.Read();
        return new Reply(new JsonObject { ["items"] = WorkJson.All(await SavedMapping.AllAsync(db, call.Stop), Of) });
    }

    private static JsonObject Of(SavedMapping saved) => new() { ["name"] = saved.Name, ["mapping"] = Json.Of(saved.Mapping) };

    private static async Task<IResult> SaveAsync(Call call)
    {
        if (!(await Body.ReadAsync<SavingMapping>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (Clip.To(Clip.Line(sent.Value.Name), 80) is not { Length: > 0 } name) return Reply.Refuse(new("import.no-name", "The mapping needs a name."));
        if (!Mapping.Read(sent.Value.Mapping.ToJsonString()).TryGet(out var mapping, out refusal)) return Reply.Refuse(refusal);
        var saved = new SavedMapping(name, mapping with { Sheet = null });
        return (await call.Journal.KeepAsync(Actor.Local, saved.Row())).TryGet(out _, out refusal) ? new Reply(Of(saved)) : Reply.Refuse(refusal);
    }
}
