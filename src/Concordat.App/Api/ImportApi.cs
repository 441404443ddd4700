using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Import;
using Concordat.App.Intake;
using Concordat.Import;
using Concordat.Import.Run;

namespace Concordat.App.Api;

/// <summary>The body that brings a table as text.</summary>
/// <param name="Cells">CSV, JSON lines, or cells copied from a spreadsheet.</param>
internal sealed record TakingTable(string Cells, string? Name = null);

/// <summary>Tables become records: brought, tried, imported. Long work goes on after the answer.</summary>
internal static class ImportApi
{
    private const int Listed = 30, MostCells = 12 * 1024 * 1024;
    private const string Path = "/api/imports/{digest}";

    private static readonly ImmutableArray<string> Unread = ["import.empty", "import.not-a-table", "import.locked", "import.damaged", "import.bomb", "import.too-large"];

    public static ImmutableArray<Operation> All() =>
    [
        Of("GET", "/api/imports", "listImports", "List imports", "Tables that were brought last, the newest first, with their last report.", ListAsync, new Given(200, "The imports.", "Imports") { Tagged = true }),
        Of("POST", "/api/imports", "bringTable", "Bring a table", "One file as multipart/form-data (XLSX, CSV or JSON lines), with the header Concordat-Client, or cells as text in JSON. Nothing is in the register yet: see its mapping, try it, run it. The same bytes again are the same import.", TakeAsync,
            new(201, "The import.", "Import") { Located = true }, "import.no-file", "source.no-file") with
        {
            Takes = [new("application/json", "TakingTable", new JsonObject { ["cells"] = "Title\tPartners\tSigned\nSea ice study\tNorvik Polar Laboratory\t2019-04-03\n", ["name"] = "cells.txt" }), new("multipart/form-data", "TakingTableFile")],
            Gives = [new(201, "The import.", "Import") { Located = true }, new(200, "These very bytes were brought before: this is that import.", "Import") { Located = true }],
        },
        Of("GET", Path, "getImport", "Read how an import stands", "While it runs the report counts what was gone through so far; refused rows come with their reasons when it has ended.", call => AnswerAsync(call), new(200, "The import.", "Import") { Tagged = true }, "import.not-found"),
        Start("try", "tryImport", "Try an import", "Goes through all rows, writes nothing, and reports what would be done. The mapping is kept with the import.", dry: true),
        Start("run", "runImport", "Run an import", "Writes, in many commits. What is in the register already is not made again, so that the same table twice changes nothing and an import that was broken off goes on where it was.", dry: false),
        Of("POST", Path + "/stop", "stopImport", "Stop an import", "What was saved until then stays. The body is an empty object. What does not run is left as it is.", StopAsync, new(200, "The import.", "Import"), "import.not-found") with { Takes = [new("application/json", "Nothing", new JsonObject())] },
    ];

    private static Operation Of(string method, string path, string id, string summary, string says, Func<Call, Task<IResult>> run, Given gives, params string[] refuses) =>
        new(method, path, id, summary, run) { Tag = "Import", Says = says, Gives = [gives], Refuses = method == "POST" ? [.. refuses, .. Unread] : [.. refuses] };

    private static Operation Start(string verb, string id, string summary, string says, bool dry) =>
        Of("POST", $"{Path}/{verb}", id, summary, says + " An answer of 202 means that it goes on: ask at Location.", call => StartAsync(call, dry), new(200, "", null),
            "import.not-found", "import.running", "import.stopped", "import.no-such-sheet", "import.column-missing", "import.no-header", "import.not-mapped", "import.mapped-twice", "import.no-such-field", "import.date-order-unknown", "import.mapping-unreadable", "import.no-such-mapping") with
        {
            Takes = [new("application/json", "Importing", new JsonObject { ["mapping"] = MappingApi.Example() })],
            Gives = [new(200, "It has ended.", "Import") { Located = true }, new(202, "It goes on; ask at Location.", "Import") { Located = true }],
        };

    internal static async Task<Outcome<ImportState>> FindAsync(Call call)
    {
        await using var db = call.Read();
        return await ImportState.FindAsync(db, (string)call.Request.RouteValues["digest"]!, call.Stop) is { } state ? state : ImportRefusals.Gone;
    }

    private static async Task<IResult> AnswerAsync(Call call, int status = 200)
    {
        if (!(await FindAsync(call)).TryGet(out var state, out var refusal)) return Reply.Refuse(refusal);
        var address = HttpMethods.IsGet(call.Request.Method) ? null : ImportJson.Address(state);
        return new Reply(ImportJson.Of(state, call.Get<ImportJobs>().Find(state.Digest)), status) { Location = address };
    }

    private static async Task<IResult> ListAsync(Call call)
    {
        await using var db = call.Read();
        var (states, jobs) = (await ImportState.AllAsync(db, Listed, call.Stop), call.Get<ImportJobs>());
        return new Reply(new JsonObject { ["items"] = WorkJson.All(states, s => ImportJson.Brief(s, jobs.Find(s.Digest))) });
    }

    private static async Task<IResult> TakeAsync(Call call)
    {
        if (!(await TableAsync(call)).TryGet(out var table, out var refusal)) return Reply.Refuse(refusal);
        await using var db = call.Read();
        var known = await ImportState.FindAsync(db, Convert.ToHexStringLower(SHA256.HashData(table.Bytes)), call.Stop) is not null;
        if (!(await call.Get<ImportJobs>().TakeAsync(Actor.Local, table.Bytes, table.Name, call.Stop)).TryGet(out var state, out refusal)) return Reply.Refuse(refusal);
        return new Reply(ImportJson.Of(state, call.Get<ImportJobs>().Find(state.Digest)), known ? 200 : 201) { Location = ImportJson.Address(state) };
    }

    private static async Task<Outcome<(byte[] Bytes, string Name)>> TableAsync(Call call)
    {
        if (!Incomings.IsForm(call.Request))
        {
            if (!(await Body.ReadAsync<TakingTable>(call, MostCells)).TryGet(out var sent, out var wrong)) return wrong;
            if (string.IsNullOrWhiteSpace(sent.Value.Cells)) return ImportRefusals.NoFile;
            return (Encoding.UTF8.GetBytes(sent.Value.Cells), Concordat.Names.Clip.To(Concordat.Names.Clip.Line(sent.Value.Name ?? ""), 200) is { Length: > 0 } name ? name : "Pasted cells.txt");
        }

        if (!(await Incomings.FormAsync(call)).TryGet(out var form, out var refusal)) return refusal;
        var file = await Uploads.ReadAsync(form.File, call.Stop);
        return file.Bytes.Length == 0 ? ImportRefusals.NoFile : (file.Bytes, file.Name);
    }

    private static async Task<IResult> StartAsync(Call call, bool dry)
    {
        if (!(await Body.ReadAsync<Importing>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!(await FindAsync(call)).TryGet(out var state, out refusal)) return Reply.Refuse(refusal);
        if (!(await MappingApi.ChosenAsync(call, state, sent.Value)).TryGet(out var mapping, out refusal)) return Reply.Refuse(refusal);
        if (!(await call.Get<ImportJobs>().StartAsync(Actor.Local, state, mapping, dry, call.Stop)).TryGet(out var job, out refusal)) return Reply.Refuse(refusal);
        if (job.Ended && job.Refusal is { } wrong) return Reply.Refuse(wrong);
        return await AnswerAsync(call, job.Ended ? 200 : 202);
    }

    private static async Task<IResult> StopAsync(Call call)
    {
        if (!(await Body.ReadAsync<Nothing>(call)).TryGet(out _, out var refusal)) return Reply.Refuse(refusal);
        if (!(await FindAsync(call)).TryGet(out var state, out refusal)) return Reply.Refuse(refusal);
        call.Get<ImportJobs>().Find(state.Digest)?.Stop();
        return await AnswerAsync(call);
    }
}
