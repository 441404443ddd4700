using Concordat.Agreements;
using Concordat.App.Agreements;
using Concordat.App.Correspondence;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>The lists of every kind.</summary>
internal static class ListEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/agreements", AgreementsAsync);
        app.MapGet("/correspondence", LettersAsync);
        Add(app, "organisations", OrganisationsAsync, OrganisationKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Organisations come in with agreements and meetings; read a press release at the intake desk, or enter one by hand.");
        Add(app, "people", PeopleAsync, [], "Signatories and chairs come in with agreements and meetings.");
        Add(app, "bodies", BodiesAsync, [], "Joint groups, committees and commissions, with their numbered sessions.");
        Add(app, "meetings", MeetingsAsync, MeetingKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Sessions of bodies and other meetings, newest first.");
        Add(app, "sources", SourcesAsync, SourceKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Every document that comes in is kept here, with its bytes, its text and what rests on it.");
    }

    /// <summary>One page of the list of a kind in words, as its query narrows and orders it.</summary>
    public static async Task<Lines> ReadAsync(string kind, ReadDb db, ListQuery query, long today, CancellationToken stop) => kind switch
    {
        AgreementKind.Name => (await AgreementList.ReadAsync(db, query, today, stop)).InWords(),
        OrganisationKind.Name => await OrganisationsAsync(db, query, stop),
        PersonKind.Name => await PeopleAsync(db, query, stop),
        BodyKind.Name => await BodiesAsync(db, query, stop),
        MeetingKind.Name => await MeetingsAsync(db, query, stop),
        CorrespondenceKind.Name => (await LetterList.ReadAsync(db, query, today, stop)).InWords(),
        _ => await SourcesAsync(db, query, stop),
    };

    private static async Task<IResult> AgreementsAsync(HttpContext context, Store store, KeptLists kept, TimeProvider clock)
    {
        var (query, today) = (ListQuery.Of(context), Days.Today(clock));
        if (query.Csv || query.Xlsx)
            return Download("agreements", query, async (page, stop) =>
            {
                await using var each = store.Read(Reader.Local);
                return (await AgreementList.ReadAsync(each, page, today, stop)).InWords();
            });
        var stop = context.RequestAborted;
        return Answers.Page<AgreementListPage>(new { Query = query, Lines = await kept.OfAsync(query, Reader.Local, today, db => AgreementList.ReadAsync(db, query, today, stop), stop) });
    }

    private static async Task<IResult> LettersAsync(HttpContext context, Store store, KeptLists kept, TimeProvider clock)
    {
        var (query, today) = (ListQuery.Of(context), Days.Today(clock));
        if (query.Csv || query.Xlsx)
            return Download("correspondence", query, async (page, stop) =>
            {
                await using var each = store.Read(Reader.Local);
                return (await LetterList.ReadAsync(each, page, today, stop)).InWords();
            });
        var stop = context.RequestAborted;
        return Answers.Page<LetterListPage>(new { Query = query, Lines = await kept.OfAsync(query, Reader.Local, today, db => LetterList.ReadAsync(db, query, today, stop), stop) });
    }

    private static void Add(WebApplication app, string path, Func<ReadDb, ListQuery, CancellationToken, Task<Lines>> read, IEnumerable<SimpleListPage.FacetOption> facets, string teach)
    {
        var options = facets.ToList();
        app.MapGet("/" + path, async (HttpContext context, Store store, KeptLists kept, TimeProvider clock) =>
        {
            var query = ListQuery.Of(context);
            if (query.Csv || query.Xlsx)
                return Download(path, query, async (page, stop) =>
                {
                    await using var each = store.Read(Reader.Local);
                    return await read(each, page, stop);
                });
            var stop = context.RequestAborted;
            var lines = await kept.OfAsync(query, Reader.Local, Days.Today(clock), db => read(db, query, stop), stop);
            return Answers.Page<SimpleListPage>(new { Query = query, Lines = lines, Facets = options, Teach = teach });
        });
    }

    private static IResult Download(string name, ListQuery query, Func<ListQuery, CancellationToken, Task<Lines>> read) => query.Csv ? Csv.Download(name, query, read) : Xlsx.Download(name, query, read);

    private static async Task<Lines> OrganisationsAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Organisations.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query["country"] is { } country) rows = rows.Where(r => r.Country == country);
        var page = await Keyset.PageAsync(rows, db.Organisations, r => r.SortKey, false, query, stop);
        return Lines.Of(OrganisationKind.Name, ["Acronym", "Kind", "Country", "Place"], page, r => new(r.Record, r.Title,
            [r.Acronym, r.Sort is null ? null : OrganisationKind.Sorts.First(s => s.Value == r.Sort).Label, r.Country is null ? null : Countries.Name(r.Country), r.Place]));
    }

    private static async Task<Lines> PeopleAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var page = await Keyset.PageAsync(db.People.ByWords(db, query.Words), db.People, r => r.SortKey, false, query, stop);
        var titles = await SimpleList.TitlesAsync(db, page.Rows.Select(r => r.Organisation), stop);
        return Lines.Of(PersonKind.Name, ["Role", "Organisation"], page, r => new(r.Record, r.Honorific is null ? r.Title : $"{r.Title}, {r.Honorific}",
            [r.Role, r.Organisation is { } o ? titles.GetValueOrDefault(o) : null]));
    }

    private static async Task<Lines> BodiesAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var page = await Keyset.PageAsync(db.Bodies.ByWords(db, query.Words), db.Bodies, r => r.SortKey, false, query, stop);
        var ids = page.Rows.Select(r => (Guid?)r.Record).ToList();
        var sessions = await db.Meetings.Where(m => ids.Contains(m.Body)).GroupBy(m => m.Body).Select(g => new { g.Key, Last = g.Max(m => m.Number) }).ToListAsync(stop);
        var last = sessions.ToDictionary(s => s.Key!.Value, s => s.Last);
        return Lines.Of(BodyKind.Name, ["Acronym", "Meets", "Last session"], page, r => new(r.Record, r.Title, [r.Acronym, r.Cadence, last.GetValueOrDefault(r.Record)?.ToString()]));
    }

    private static async Task<Lines> MeetingsAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Meetings.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (Guid.TryParse(query["body"], out var body)) rows = rows.Where(r => r.Body == body);
        var page = await Keyset.PageAsync(rows, db.Meetings, r => r.StartLo ?? -1, true, query, stop);
        var titles = await SimpleList.TitlesAsync(db, page.Rows.SelectMany(r => new[] { r.Body, r.Host }), stop);
        return Lines.Of(MeetingKind.Name, ["Dates", "Place", "Body", "Host"], page, r => new(r.Record, r.Title,
            [Span.TryParse(r.Dates, out var span) ? span.SayShort() : null, r.Place, r.Body is { } b ? titles.GetValueOrDefault(b) : null, r.Host is { } h ? titles.GetValueOrDefault(h) : null]))
            with { Narrowed = await SimpleList.NarrowedAsync(db, query, "body", stop) };
    }

    private static async Task<Lines> SourcesAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Sources.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        // Identifiers ascend with time: the newest first.
        var page = await Keyset.PageAsync(rows, db.Sources, r => r.Record, true, query, stop);
        return Lines.Of(SourceKind.Name, ["Published", "Outlet", "Kind", "File type"], page, r => new(r.Record, r.Title,
            [When.TryParse(r.Published, out var when) ? when.SayShort() : null, r.Outlet, r.Sort is null ? null : SourceKind.Sorts.First(s => s.Value == r.Sort).Label, r.MediaType]));
    }
}
