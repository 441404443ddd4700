using System.Text.Json.Nodes;
using Concordat.Agreements.Family;
using Concordat.App.Agreements;
using Concordat.App.Correspondence;
using Concordat.App.Shell;
using Concordat.App.Sources;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Records;

/// <summary>The pages that every kind of record has: show, make, edit, settle, history, undo.</summary>
internal static class RecordEndpoints
{
    private const int MostOptions = 400;

    public static void Map(WebApplication app)
    {
        foreach (var kind in Kinds.All)
        {
            var pages = app.MapGroup("/" + Routes.Folder(kind.Name));
            pages.MapGet("/{id:guid}", (Guid id, HttpContext context, Store store) => ShowAsync(kind, id, context, store));
            pages.MapGet("/{id:guid}/history", (Guid id, Store store) => HistoryAsync(kind, id, store, null));
            pages.MapGet("/{id:guid}/history/{version:int}", (Guid id, int version, Store store) => VersionAsync(kind, id, version - 1, version, store));
            pages.MapGet("/{id:guid}/history/compare", (Guid id, int? from, int? to, Store store) => VersionAsync(kind, id, Math.Min(from ?? 0, to ?? 1), Math.Max(from ?? 0, to ?? 1), store));
            pages.MapGet("/{id:guid}/known", (Guid id, string? on, HttpContext context, Store store, TimeProvider clock) => KnownAsync(kind, id, on, context, store, clock));
            pages.MapPost("/{id:guid}/undo", (Guid id, HttpContext context, Store store, Journal journal, Flash flash) => UndoAsync(kind, id, context, store, journal, flash));
            pages.MapPost("/{id:guid}/settle", (Guid id, HttpContext context, Store store, Journal journal, Flash flash) => SettleAsync(kind, id, context, store, journal, flash));
            foreach (var part in kind.Fields.Any(f => f.Elsewhere) ? (FormPart[])[FormPart.Values, FormPart.Term] : [FormPart.Values])
            {
                pages.MapGet("/{id:guid}/" + part.Path, (Guid id, Store store) => EditFormAsync(kind, id, part, store));
                pages.MapPost("/{id:guid}/" + part.Path, (Guid id, HttpContext context, Store store, EditRecord edit, Flash flash) => SaveAsync(kind, id, part, context, store, edit, flash));
            }

            if (kind.Name == "source") continue;
            pages.MapGet("/new", (Store store) => NewAsync(kind, store));
            pages.MapPost("/new", (HttpContext context, Store store, EditRecord edit, Flash flash) => SaveAsync(kind, null, FormPart.Values, context, store, edit, flash));
        }
    }

    private static async Task<IResult> ShowAsync(RecordKind kind, Guid id, HttpContext context, Store store, Refusal? problem = null, Guid? settling = null)
    {
        await using var db = store.Read(Reader.Local);
        var view = await ShowRecord.RunAsync(db, id, kind.Name, context.RequestAborted);
        if (view is null) return Answers.Problem(JournalRefusals.NotFound(id));
        if (view.Document.MergedInto is not null) return Results.Redirect(Routes.Of(kind.Name, await db.SurvivorAsync(id, context.RequestAborted)), permanent: true);
        return await PageAsync(view, context, db, store, problem, settling);
    }

    private static async Task<IResult> KnownAsync(RecordKind kind, Guid id, string? on, HttpContext context, Store store, TimeProvider clock)
    {
        if (!Days.Read(on, clock).TryGet(out var day, out var refusal)) return await HistoryAsync(kind, id, store, refusal);
        await using var db = store.Read(Reader.Local);
        var view = await ShowRecord.KnownOnAsync(db, id, kind.Name, day, context.RequestAborted);
        return view is not null ? await PageAsync(view, context, db, store, null, null)
            : await HistoryAsync(kind, id, store, new Refusal("record.not-known-then", $"Nothing was known of it on {day:d MMMM yyyy}: its first entry is younger."));
    }

    private static async Task<IResult> PageAsync(RecordView view, HttpContext context, ReadDb db, Store store, Refusal? problem, Guid? settling)
    {
        var (id, stop, status) = (view.Document.Id, context.RequestAborted, problem is null ? 200 : Answers.Status(problem));
        return view.Kind.Name switch
        {
            "agreement" => Answers.Page<AgreementPage>(new { View = view, Problem = problem, Settling = settling, Family = await FamilyAsync(view, context, db) }, status),
            "organisation" => Answers.Page<PartnerPage>(new { View = view, Problem = problem, Settling = settling, Rows = await AgreementList.OfPartnerAsync(db, id, PartnerPage.Shown + 1, Days.Today(context.RequestServices.GetRequiredService<TimeProvider>()), stop) }, status),
            "body" => Answers.Page<BodyPage>(new { View = view, Problem = problem, Settling = settling, Sessions = await SessionsAsync(db, id, stop) }, status),
            "correspondence" => Answers.Page<LetterPage>(new { View = view, Problem = problem, Settling = settling, Awaited = await Replies.IsAwaitedAsync(db, id, stop) }, status),
            "source" => await SourceEndpoints.PageAsync(view, problem, context, db, store),
            _ => Answers.Page<RecordPage>(new { View = view, Problem = problem, Settling = settling }, status),
        };
    }

    /// <summary>Asked for only where the record has something above or below it.</summary>
    private static async Task<FamilyTree?> FamilyAsync(RecordView view, HttpContext context, ReadDb db) => view.KnownOn is null && (view.Document.TextAt("under") is not null || view.Relations.Any(r => r.Label == view.Kind.Find("under")!.Inverse))
        ? await ReadFamily.RunAsync(db, view.Document.Id, Days.Today(context.RequestServices.GetRequiredService<TimeProvider>()), context.RequestAborted) : null;

    /// <summary>Sessions of a body with the names of their hosts, in one statement.</summary>
    private static async Task<List<BodyPage.Session>> SessionsAsync(ReadDb db, Guid body, CancellationToken stop)
    {
        var rows = from m in db.Meetings where m.Body == body
                   join h in db.Headlines on m.Host equals h.Record into hosts
                   from h in hosts.DefaultIfEmpty()
                   orderby m.StartLo descending, m.Number descending, m.Record
                   select new BodyPage.Session(m.Record, m.Title, m.Number, m.Dates, m.Place, h.Title);
        return await rows.Take(BodyPage.Shown + 1).ToListAsync(stop);
    }

    private static async Task<IResult> HistoryAsync(RecordKind kind, Guid id, Store store, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        var view = await ShowRecord.RunAsync(db, id, kind.Name);
        return view is null ? Answers.Problem(JournalRefusals.NotFound(id)) : Answers.Page<HistoryPage>(new { View = view, Problem = problem }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> VersionAsync(RecordKind kind, Guid id, int from, int to, Store store)
    {
        await using var db = store.Read(Reader.Local);
        var view = await ShowRecord.RunAsync(db, id, kind.Name);
        var (after, before) = (await db.VersionAsync(id, to), from < 1 ? null : await db.VersionAsync(id, from));
        if (view is null || after is null || (from > 0 && before is null)) return Answers.Problem(JournalRefusals.NotFound(id));
        var paths = Document.Differences(before, after).ToList();
        var names = await NamesAsync(db, kind, paths.SelectMany(p => Leaves(before, p).Concat(Leaves(after, p))).Select(l => l.Value));
        var rows = paths.SelectMany(p => Leaves(before, p).Select(l => l.Path).Union(Leaves(after, p).Select(l => l.Path)).DefaultIfEmpty(p)).Distinct()
            .Select(p => new VersionPage.Row(Label(kind, p), Text(kind, before, p, names), Text(kind, after, p, names)));
        return Answers.Page<VersionPage>(new { View = view, From = from, Version = to, Rows = System.Collections.Immutable.ImmutableArray.CreateRange(rows) });
    }

    private static string Label(RecordKind kind, FieldPath path) => path.First == "claims" ? "Evidence" : path.First == "withdrawn" ? "Withdrawn" : path.First is "absorbed" or "mergedInto" ? "Merged" : path.First == "apart" ? "Judged different"
        : kind.Find(path.First) is { Type: FieldType.List } list && kind.Find(path) is { } item && item != list ? $"{list.Label}: {item.Label}" : kind.Find(path)?.Label ?? path.Text;

    private static string? Text(RecordKind kind, Document? document, FieldPath path, IReadOnlyDictionary<Guid, HeadlineRow> names) => document?.At(path) switch
    {
        null => null,
        JsonObject claim when path.First == "claims" => $"{kind.Find((string)claim["path"]!)?.Label}: {(kind.Find((string)claim["path"]!) is { } field ? Say.Value(field, claim["value"]!.ToString(), names) : claim["value"])} ({claim["standing"]})",
        JsonObject other when path.First == "absorbed" => (string?)other["title"],
        JsonObject or JsonValue when path.First is "apart" or "mergedInto" => Guid.TryParse(path.First == "apart" ? path.Last : document!.MergedInto.ToString(), out var id) && names.TryGetValue(id, out var head) ? head.Title : "a record that is not shown",
        JsonValue value when kind.Find(path) is { } field => Say.Value(field, value.ToString(), names),
        var other => other.ToString(),
    };

    private static IEnumerable<(FieldPath Path, string Value)> Leaves(Document? document, FieldPath path) => path.First is "claims" or "absorbed" ? [(path, "")] : path.First == "apart" ? [(path, path.Last)] : Leaves(document?.At(path), path);

    private static IEnumerable<(FieldPath Path, string Value)> Leaves(JsonNode? node, FieldPath path) => node switch
    {
        null => [],
        JsonObject members => members.Where(m => m.Key != "id").SelectMany(m => Leaves(m.Value, path.Child(m.Key))),
        JsonArray items => items.SelectMany(i => Leaves(i, path.Child((string)i!["id"]!))),
        _ => [(path, node.ToString())],
    };

    private static async Task<IReadOnlyDictionary<Guid, HeadlineRow>> NamesAsync(ReadDb db, RecordKind kind, IEnumerable<string> values)
    {
        var ids = values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().ToList();
        return await db.NamesAsync(ids);
    }

    private static async Task<IResult> UndoAsync(RecordKind kind, Guid id, HttpContext context, Store store, Journal journal, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await HistoryAsync(kind, id, store, form.Expired);
        var undone = await journal.UndoAsync(Actor.Local, id, int.TryParse(form["version"], out var version) ? version : 0);
        if (undone.Refusal is { Code: "entry.is-merge" or "record.merged" } && await MergedAsync(store, id, version) is { } merged) return Results.Redirect($"/same/part/{merged:D}");
        if (!undone.TryGet(out var saved, out var refusal)) return await HistoryAsync(kind, id, store, refusal);
        flash.Say($"Version {version} is undone.");
        return Results.Redirect(saved.Document.Withdrawn ? $"/{Routes.Folder(kind.Name)}" : Routes.Of(kind.Name, id) + "/history");
    }

    /// <summary>The merged record that an entry is about, as long as it is merged.</summary>
    private static async Task<Guid?> MergedAsync(Store store, Guid id, int version)
    {
        await using var db = store.Read(Reader.Local);
        if (await db.FindAsync(id) is not { } document) return null;
        if (document.MergedInto is not null) return id;
        var paths = await db.Changes.Where(c => c.Record == id && c.Version == version).Select(c => c.Paths).FirstOrDefaultAsync() ?? "";
        return document.Absorbed.Select(a => (Guid?)a.Id).FirstOrDefault(a => paths.Split('\n').Contains($"absorbed/{a:D}"));
    }

    private static async Task<IResult> SettleAsync(RecordKind kind, Guid id, HttpContext context, Store store, Journal journal, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(kind, id, context, store, form.Expired);
        if (!Guid.TryParse(form["claim"], out var claim) || form["path"] is not { } path || !int.TryParse(form["version"], out var version))
            return await ShowAsync(kind, id, context, store, JournalRefusals.NoSuchClaim(claim));
        Change change = form["deed"] == "aside" ? new SetAside(path, claim) : new Prefer(path, claim);
        var saved = await journal.SaveAsync(new Deed(Actor.Local, [new Edit(id, kind.Name, version, [change])]) { Reason = form["reason"] });
        if (saved.Refusal is { } refusal) return await ShowAsync(kind, id, context, store, refusal, claim);
        flash.Say(form["deed"] == "aside" ? "The other value is set aside; it stays in the record." : "Settled. The earlier value stays beside it, set aside.");
        return Results.Redirect(Routes.Of(kind.Name, id));
    }

    private static async Task<IResult> NewAsync(RecordKind kind, Store store)
    {
        await using var db = store.Read(Reader.Local);
        return Answers.Page<EditPage>(new { Kind = kind, Options = await OptionsAsync(db, kind) });
    }

    private static async Task<IResult> EditFormAsync(RecordKind kind, Guid id, FormPart part, Store store)
    {
        await using var db = store.Read(Reader.Local);
        return await FormAsync(db, kind, id, part, new(), null, 200);
    }

    private static async Task<IResult> SaveAsync(RecordKind kind, Guid? id, FormPart part, HttpContext context, Store store, EditRecord edit, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var version = int.TryParse(form["version"], out var shown) ? shown : 0;
        var outcome = form.Expired is null ? await edit.RunAsync(Actor.Local, kind, id, version, form.Values, form["reason"], context.RequestAborted) : new(Guid.Empty, form.Expired, System.Collections.Immutable.ImmutableDictionary<string, Refusal>.Empty);
        if (outcome.Done)
        {
            flash.Say(id is null ? "Registered." : "Saved.");
            return Results.Redirect(Routes.Of(kind.Name, outcome.Record));
        }

        await using var db = store.Read(Reader.Local);
        return await FormAsync(db, kind, id, part, new Dictionary<string, string>(form.Values), outcome, outcome.Refusal is { } refusal ? Answers.Status(refusal) : 422);
    }

    private static async Task<IResult> FormAsync(ReadDb db, RecordKind kind, Guid? id, FormPart part, Dictionary<string, string> typed, EditOutcome? outcome, int status)
    {
        var document = id is null ? null : await db.FindAsync(id.Value);
        if (id is not null && (document is null || document.Kind != kind.Name)) return Answers.Problem(JournalRefusals.NotFound(id.Value));
        if (document is { MergedInto: not null }) return Results.Redirect(Routes.Of(kind.Name, await db.SurvivorAsync(document.Id)) + "/" + part.Path, permanent: true);
        var leaves = document is null ? [] : kind.Fields.SelectMany(f => Leaves(document, f.Name)).ToList();
        var names = await NamesAsync(db, kind, leaves.Select(l => l.Value));
        var shown = leaves.Where(l => kind.Find(l.Path) is not null).ToDictionary(l => l.Path.Text, l => Say.Typed(kind.Find(l.Path)!, l.Value, names));
        return Answers.Page<EditPage>(
            new
            {
                Kind = kind, Part = part, Record = id, Name = document is null ? null : kind.Head(document).Title, Version = document?.Version ?? 0, Shown = shown, Typed = typed,
                Refusals = outcome?.Fields ?? System.Collections.Immutable.ImmutableDictionary<string, Refusal>.Empty, Problem = outcome?.Refusal, Options = await OptionsAsync(db, kind), Names = names,
            },
            status);
    }

    /// <summary>Names offered while choosing a reference: the first few hundred of each kind that the form may refer to.</summary>
    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<HeadlineRow>>> OptionsAsync(ReadDb db, RecordKind kind)
    {
        var wanted = kind.Fields.SelectMany(f => f.Items.Prepend(f)).Where(f => f.Type == FieldType.Record).Select(f => f.Refers.FirstOrDefault()).OfType<string>().Distinct();
        var options = new Dictionary<string, IReadOnlyList<HeadlineRow>>();
        foreach (var name in wanted)
            options[name] = await db.Headlines.Where(h => h.Kind == name).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(MostOptions).ToListAsync();
        return options;
    }
}
