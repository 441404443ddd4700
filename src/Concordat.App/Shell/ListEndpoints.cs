using Concordat.Agreements;
using Concordat.App.Agreements;
using Concordat.Bodies;
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
        app.MapGet("/agreements", async (HttpContext context, Store store, TimeProvider clock) =>
        {
            await using var db = store.Read(Reader.Local);
            var query = ListQuery.Of(context);
            return Answers.Page<AgreementListPage>(new { Query = query, Lines = await AgreementList.ReadAsync(db, query, Days.Today(clock), context.RequestAborted) });
        });
        Add(app, "organisations", OrganisationsAsync, OrganisationKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Organisations come in with agreements and meetings; read a press release at the intake desk, or enter one by hand.");
        Add(app, "people", PeopleAsync, [], "Signatories and chairs come in with agreements and meetings.");
        Add(app, "bodies", BodiesAsync, [], "Joint groups, committees and commissions, with their numbered sessions.");
        Add(app, "meetings", MeetingsAsync, MeetingKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Sessions of bodies and other meetings, newest first.");
        Add(app, "sources", SourcesAsync, SourceKind.Sorts.Select(s => new SimpleListPage.FacetOption("kind", s.Value, s.Label)), "Every document that came in, with its bytes and its text. Nothing here yet: take one in.");
    }

    private static void Add(WebApplication app, string path, Func<ReadDb, ListQuery, CancellationToken, Task<Lines>> read, IEnumerable<SimpleListPage.FacetOption> facets, string teach)
    {
        var options = facets.ToList();
        app.MapGet("/" + path, async (HttpContext context, Store store) =>
        {
            await using var db = store.Read(Reader.Local);
            var query = ListQuery.Of(context);
            return Answers.Page<SimpleListPage>(new { Query = query, Lines = await read(db, query, context.RequestAborted), Facets = options, Teach = teach });
        });
    }

    private static async Task<Lines> OrganisationsAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Organisations.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query["country"] is { } country) rows = rows.Where(r => r.Country == country);
        if (query.After is { } id && await db.Organisations.FirstOrDefaultAsync(r => r.Record == id, stop) is { } after)
            rows = rows.Where(r => string.Compare(r.SortKey, after.SortKey) > 0 || (r.SortKey == after.SortKey && r.Record > after.Record));
        var (page, more) = await SimpleList.PageAsync(rows.OrderBy(r => r.SortKey).ThenBy(r => r.Record), stop);
        return new(OrganisationKind.Name, ["Acronym", "Kind", "Country", "Place"], page.ConvertAll(r => new Line(r.Record, r.Title,
            [r.Acronym, r.Sort is null ? null : OrganisationKind.Sorts.First(s => s.Value == r.Sort).Label, r.Country is null ? null : Countries.Name(r.Country), r.Place])), more ? page[^1].Record : null);
    }

    private static async Task<Lines> PeopleAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.People.ByWords(db, query.Words);
        if (query.After is { } id && await db.People.FirstOrDefaultAsync(r => r.Record == id, stop) is { } after)
            rows = rows.Where(r => string.Compare(r.SortKey, after.SortKey) > 0 || (r.SortKey == after.SortKey && r.Record > after.Record));
        var (page, more) = await SimpleList.PageAsync(rows.OrderBy(r => r.SortKey).ThenBy(r => r.Record), stop);
        var titles = await SimpleList.TitlesAsync(db, page.Select(r => r.Organisation), stop);
        return new(PersonKind.Name, ["Role", "Organisation"], page.ConvertAll(r => new Line(r.Record, r.Honorific is null ? r.Title : $"{r.Title}, {r.Honorific}",
            [r.Role, r.Organisation is { } o ? titles.GetValueOrDefault(o) : null])), more ? page[^1].Record : null);
    }

    private static async Task<Lines> BodiesAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Bodies.ByWords(db, query.Words);
        if (query.After is { } id && await db.Bodies.FirstOrDefaultAsync(r => r.Record == id, stop) is { } after)
            rows = rows.Where(r => string.Compare(r.SortKey, after.SortKey) > 0 || (r.SortKey == after.SortKey && r.Record > after.Record));
        var (page, more) = await SimpleList.PageAsync(rows.OrderBy(r => r.SortKey).ThenBy(r => r.Record), stop);
        var ids = page.ConvertAll(r => (Guid?)r.Record);
        var sessions = await db.Meetings.Where(m => ids.Contains(m.Body)).GroupBy(m => m.Body).Select(g => new { g.Key, Last = g.Max(m => m.Number) }).ToListAsync(stop);
        var last = sessions.ToDictionary(s => s.Key!.Value, s => s.Last);
        return new(BodyKind.Name, ["Acronym", "Meets", "Last session"], page.ConvertAll(r => new Line(r.Record, r.Title, [r.Acronym, r.Cadence, last.GetValueOrDefault(r.Record)?.ToString()])), more ? page[^1].Record : null);
    }

    private static async Task<Lines> MeetingsAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Meetings.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query.After is { } id && await db.Meetings.FirstOrDefaultAsync(r => r.Record == id, stop) is { } after)
            rows = rows.Where(r => (r.StartLo ?? -1) < (after.StartLo ?? -1) || ((r.StartLo ?? -1) == (after.StartLo ?? -1) && r.Record > after.Record));
        var (page, more) = await SimpleList.PageAsync(rows.OrderByDescending(r => r.StartLo ?? -1).ThenBy(r => r.Record), stop);
        var titles = await SimpleList.TitlesAsync(db, page.SelectMany(r => new[] { r.Body, r.Host }), stop);
        return new(MeetingKind.Name, ["Dates", "Place", "Body", "Host"], page.ConvertAll(r => new Line(r.Record, r.Title,
            [Span.TryParse(r.Dates, out var span) ? span.SayShort() : null, r.Place, r.Body is { } b ? titles.GetValueOrDefault(b) : null, r.Host is { } h ? titles.GetValueOrDefault(h) : null])), more ? page[^1].Record : null);
    }

    private static async Task<Lines> SourcesAsync(ReadDb db, ListQuery query, CancellationToken stop)
    {
        var rows = db.Sources.ByWords(db, query.Words);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        // Identifiers ascend with time: the newest first.
        if (query.After is { } after) rows = rows.Where(r => r.Record < after);
        var (page, more) = await SimpleList.PageAsync(rows.OrderByDescending(r => r.Record), stop);
        return new(SourceKind.Name, ["Published", "Outlet", "Kind", "File type"], page.ConvertAll(r => new Line(r.Record, r.Title,
            [When.TryParse(r.Published, out var when) ? when.SayShort() : null, r.Outlet, r.Sort is null ? null : SourceKind.Sorts.First(s => s.Value == r.Sort).Label, r.MediaType])), more ? page[^1].Record : null);
    }
}
