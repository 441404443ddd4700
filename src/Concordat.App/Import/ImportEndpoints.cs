using System.Text;
using Concordat.App.Shell;
using Concordat.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Import;

/// <summary>Import: a table comes in, its columns are mapped, it is tried, then imported.</summary>
internal static class ImportEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/import", (Store store) => ListAsync(store, null, null));
        app.MapPost("/import", TakeAsync);
        app.MapGet("/import/{digest}", (string digest, HttpContext context, Store store, ImportJobs jobs) => MappingAsync(digest, context, store, jobs, null, null));
        app.MapPost("/import/{digest}", MapAsync);
        app.MapGet("/import/{digest}/mapping.json", async (string digest, Store store) => await StateAsync(store, digest) is { Mapping: { } mapping }
            ? Results.File(Encoding.UTF8.GetBytes(mapping.Write()), "application/octet-stream", "mapping.json") : Answers.Problem(ImportRefusals.Gone, 404));
        app.MapGet("/import/{digest}/report", ReportAsync);
        app.MapPost("/import/{digest}/report", DecideAsync);
    }

    private static async Task<ImportState?> StateAsync(Store store, string digest)
    {
        await using var db = store.Read(Reader.Local);
        return await ImportState.FindAsync(db, digest);
    }

    private static async Task<IResult> ListAsync(Store store, Refusal? problem, PostedForm? typed)
    {
        await using var db = store.Read(Reader.Local);
        return Answers.Page<ImportPage>(new { Imports = await ImportState.AllAsync(db, 30), Problem = problem, Cells = typed?["cells"] }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> TakeAsync(HttpContext context, Store store, ImportJobs jobs)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ListAsync(store, form.Expired, form);
        var (bytes, name) = ((byte[]?)null, "");
        if (form.Files.Count > 0 && form.Files[0].Length > 0)
        {
            var incoming = await Intake.Uploads.ReadAsync(form.Files[0], context.RequestAborted);
            (bytes, name) = (incoming.Bytes, incoming.Name);
        }
        // Not trimmed: a tab at the beginning is an empty cell.
        else if (form.Values.GetValueOrDefault("cells") is { } cells && !string.IsNullOrWhiteSpace(cells)) (bytes, name) = (Encoding.UTF8.GetBytes(cells), "Pasted cells.txt");
        if (bytes is null) return await ListAsync(store, ImportRefusals.NoFile, form);
        return (await jobs.TakeAsync(Actor.Local, bytes, name, context.RequestAborted)).TryGet(out var state, out var refusal) ? Results.Redirect($"/import/{state.Digest}") : await ListAsync(store, refusal, form);
    }

    private static async Task<IResult> MappingAsync(string digest, HttpContext context, Store store, ImportJobs jobs, Mapping? typed, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        if (await ImportState.FindAsync(db, digest, context.RequestAborted) is not { } state) return Answers.Problem(ImportRefusals.Gone, 404);
        if (!(await jobs.OpenAsync(state, context.RequestAborted)).TryGet(out var opened, out var refusal)) return Answers.Problem(refusal);
        var saved = await SavedMapping.AllAsync(db, context.RequestAborted);
        var asked = MappingQuery.Of(context.Request.Query, saved);
        var mapping = typed ?? asked.Base ?? (asked.Changes ? null : state.Mapping);
        if (!Looked(opened.File, mapping, asked).TryGet(out var shown, out refusal))
            // What was asked for in the address does not fit: the table as it is, and why.
            return asked.Changes && Looked(opened.File, null, new(null, null, null, null, null)).TryGet(out shown, out _) ? Page(refusal) : Answers.Problem(refusal);
        return Page(problem);

        IResult Page(Refusal? wrong) => Answers.Page<ImportTablePage>(
            new { State = state, File = opened.File, shown.View, shown.Mapping, Problem = wrong, Saved = saved }, wrong is null ? 200 : Answers.Status(wrong));
    }

    /// <summary>A table looked through, with the mapping asked for, or else the one that its header proposes.</summary>
    internal static Outcome<(TableView View, Mapping Mapping)> Looked(TableFile file, Mapping? mapping, MappingQuery asked)
    {
        var name = asked.Sheet ?? mapping?.Sheet;
        if (!file.Find(name).TryGet(out var sheet, out var refusal)) return refusal;
        if (!file.Head(sheet, Header.Looked).TryGet(out var head, out refusal)) return refusal;
        var kind = asked.Kind ?? mapping?.Kind ?? ProposeMapping.Kind(head);
        var header = asked.Row is null ? mapping : new Mapping { HeaderRow = asked.Row.Value, HeaderLines = asked.Lines ?? 1 };
        if (!ProposeMapping.Look(file, sheet, kind, header).TryGet(out var view, out refusal)) return refusal;
        return (view, mapping ?? ProposeMapping.From(view, kind, name));
    }

    private static async Task<IResult> MapAsync(string digest, HttpContext context, Store store, ImportJobs jobs, Journal journal, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (await StateAsync(store, digest) is not { } state) return Answers.Problem(ImportRefusals.Gone, 404);
        if (!MappingForm.Read(form, state.Mapping).TryGet(out var mapping, out var refusal)) return await MappingAsync(digest, context, store, jobs, null, refusal);
        if (form.Expired is not null) return await MappingAsync(digest, context, store, jobs, mapping, form.Expired);
        if (form["save"] is { } name && (await journal.KeepAsync(Actor.Local, new SavedMapping(Names.Clip.To(Names.Clip.Line(name), 80), mapping with { Sheet = null }).Row())).Refusal is { } unkept) return await MappingAsync(digest, context, store, jobs, mapping, unkept);
        if (form["do"] == "save")
        {
            flash.Say("The mapping is saved.");
            return (await journal.KeepAsync(Actor.Local, (state with { Mapping = mapping }).Row())).Refusal is { } lost ? await MappingAsync(digest, context, store, jobs, mapping, lost) : Results.Redirect($"/import/{digest}");
        }

        var job = await jobs.StartAsync(Actor.Local, state, mapping, dry: true, context.RequestAborted);
        if ((job.Refusal ?? (job.Value.Ended ? job.Value.Refusal : null)) is { } wrong) return await MappingAsync(digest, context, store, jobs, mapping, wrong);
        return Results.Redirect($"/import/{digest}/report");
    }

    private static async Task<IResult> ReportAsync(string digest, HttpContext context, Store store, ImportJobs jobs)
    {
        var job = jobs.Find(digest);
        if (await StateAsync(store, digest) is not { } state) return Answers.Problem(ImportRefusals.Gone, 404);
        if (job is { Ended: false })
        {
            // Without script the page asks again by itself.
            context.Response.Headers["Refresh"] = "2";
            return Answers.Page<ImportProgressPage>(new { State = state, Job = job });
        }

        await using var db = store.Read(Reader.Local);
        var options = await db.Headlines.Where(h => h.Kind == "organisation").OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(400).ToListAsync();
        return Answers.Page<ImportReportPage>(new { State = state, Problem = job?.Refusal, Options = options }, job?.Refusal is { } refusal ? Answers.Status(refusal) : 200);
    }

    private static async Task<IResult> DecideAsync(string digest, HttpContext context, Store store, ImportJobs jobs)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return Answers.Problem(form.Expired);
        if (await StateAsync(store, digest) is not { Mapping: { } mapping } state) return Answers.Problem(ImportRefusals.Gone, 404);
        if (form["do"] == "stop")
        {
            jobs.Find(digest)?.Stop();
            return Results.Redirect($"/import/{digest}/report");
        }

        var started = await jobs.StartAsync(Actor.Local, state, MappingForm.Decide(form, mapping), dry: form["do"] != "import", context.RequestAborted);
        return started.Done ? Results.Redirect($"/import/{digest}/report") : Answers.Problem(started.Refusal!);
    }
}

/// <summary>What the address of a mapping asks for: another kind, sheet or header, or a mapping saved before.</summary>
internal sealed record MappingQuery(Mapping? Base, string? Kind, string? Sheet, int? Row, int? Lines)
{
    public bool Changes => Base is not null || Kind is not null || Sheet is not null || Row is not null;

    public static MappingQuery Of(IQueryCollection query, IEnumerable<SavedMapping> saved)
    {
        string? Text(string name) => PostedForm.Clean(query[name].ToString()).Trim() is { Length: > 0 } text ? text : null;
        int? Number(string name) => int.TryParse(Text(name), out var number) && number is >= 1 and <= 100 ? number : null;
        var kind = Text("kind") is { } named && Targets.IsKind(named) ? named : null;
        return new(saved.FirstOrDefault(s => s.Name == Text("use"))?.Mapping, kind, Text("sheet"), Number("header"), Number("lines") is { } lines and <= 3 ? lines : null);
    }
}
