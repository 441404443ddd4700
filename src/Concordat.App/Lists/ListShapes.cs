using System.Collections.Immutable;
using Concordat.App.Agreements;
using Concordat.App.Shell;
using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Lists;

/// <summary>The lists of every kind.</summary>
internal static class ListShapes
{
    public static ImmutableArray<ListShape> All { get; } = [AgreementShape.Shape, Correspondence.LetterShape.Shape, Organisations(), People(), Bodies(), Meetings(), Actions.ActionShape.Shape, Sources()];

    public static ListShape Of(string kind) => All.First(s => s.Kind == kind);

    public static IEnumerable<(string, string)> Labels(IEnumerable<Choice> choices) => choices.Select(c => (c.Value, c.Label));

    /// <summary>A facet whose values are ISO 3166-1 alpha-2 codes.</summary>
    public static FacetShape Country => FacetShape.Of("country", "Country", Countries.All);

    private static ListShape Organisations() => new()
    {
        Plan = OrganisationPlan.Plan, Facets = [FacetShape.Of("kind", "Kind", Labels(OrganisationKind.Sorts), always: true), Country],
        Columns = [new("acronym", "Acronym"), new("kind", "Kind"), new("country", "Country"), new("place", "Place")],
        Ways = [("/organisations/new", "New organisation"), ("/intake", "Take in a document")],
        Teach = "Organisations come in with agreements and meetings; read a press release at the intake desk, or enter one by hand.",
        Rows = async (db, records, _, stop) => [.. (await db.Organisations.Where(r => records.Contains(r.Record)).ToListAsync(stop)).Select(r => new Line(r.Record, r.Title,
            [r.Acronym, Label(OrganisationKind.Sorts, r.Sort), r.Country is null ? null : Countries.Name(r.Country), r.Place]))],
    };

    private static ListShape People() => new()
    {
        Plan = PersonPlan.Plan, Facets = [FacetShape.OfRecords("organisation", "Organisation")], Columns = [new("role", "Role"), new("organisation", "Organisation")],
        Ways = [("/people/new", "New person"), ("/intake", "Take in a document")],
        Teach = "Signatories and chairs come in with agreements and meetings.",
        Rows = async (db, records, _, stop) =>
        {
            var rows = await db.People.Where(r => records.Contains(r.Record)).ToListAsync(stop);
            var titles = await SimpleList.TitlesAsync(db, rows.Select(r => r.Organisation), stop);
            return [.. rows.Select(r => new Line(r.Record, r.Honorific is null ? r.Title : $"{r.Title}, {r.Honorific}", [r.Role, Of(titles, r.Organisation)]))];
        },
    };

    private static ListShape Bodies() => new()
    {
        Plan = BodyPlan.Plan, Facets = [new("cadence", "Meets")], Columns = [new("acronym", "Acronym"), new("cadence", "Meets"), new("last", "Last session") { Class = "n" }],
        Ways = [("/bodies/new", "New body"), ("/intake", "Take in a document")],
        Teach = "Joint groups, committees and commissions, with their numbered sessions.",
        Rows = async (db, records, _, stop) =>
        {
            var rows = await db.Bodies.Where(r => records.Contains(r.Record)).ToListAsync(stop);
            var ids = records.Select(r => (Guid?)r).ToList();
            var last = (await db.Meetings.Where(m => ids.Contains(m.Body)).GroupBy(m => m.Body).Select(g => new { g.Key, Last = g.Max(m => m.Number) }).ToListAsync(stop)).ToDictionary(s => s.Key!.Value, s => s.Last);
            return [.. rows.Select(r => new Line(r.Record, r.Title, [r.Acronym, r.Cadence, last.GetValueOrDefault(r.Record)?.ToString()]))];
        },
    };

    private static ListShape Meetings() => new()
    {
        Plan = MeetingPlan.Plan, Facets = [FacetShape.Of("kind", "Kind", Labels(MeetingKind.Sorts), always: true), FacetShape.OfRecords("body", "Body"), FacetShape.OfRecords("host", "Host"), new("year", "Year")],
        Columns = [new("dates", "Dates", "dates", true) { Class = "d" }, new("place", "Place"), new("body", "Body"), new("host", "Host")],
        Ways = [("/meetings/new", "New meeting"), ("/intake", "Take in a document")],
        Teach = "Sessions of bodies and other meetings, newest first.",
        Rows = async (db, records, _, stop) =>
        {
            var rows = await db.Meetings.Where(r => records.Contains(r.Record)).ToListAsync(stop);
            var titles = await SimpleList.TitlesAsync(db, rows.SelectMany(r => new[] { r.Body, r.Host }), stop);
            return [.. rows.Select(r => new Line(r.Record, r.Title, [Span.TryParse(r.Dates, out var span) ? span.SayShort() : null, r.Place, Of(titles, r.Body), Of(titles, r.Host)]))];
        },
    };

    private static ListShape Sources() => new()
    {
        Plan = SourcePlan.Plan, Facets = [FacetShape.Of("kind", "Kind", Labels(SourceKind.Sorts), always: true), new("outlet", "Outlet"), new("type", "File type")],
        Columns = [new("published", "Published") { Class = "d" }, new("outlet", "Outlet"), new("kind", "Kind"), new("type", "File type")],
        Ways = [("/intake", "Take in a document")],
        Teach = "Every document that comes in is kept here, with its bytes, its text and what rests on it.",
        Rows = async (db, records, _, stop) => [.. (await db.Sources.Where(r => records.Contains(r.Record)).ToListAsync(stop)).Select(r => new Line(r.Record, r.Title,
            [When.TryParse(r.Published, out var when) ? when.SayShort() : null, r.Outlet, Label(SourceKind.Sorts, r.Sort), r.MediaType]))],
    };

    private static string? Label(ImmutableArray<Choice> sorts, string? value) => value is null ? null : sorts.First(s => s.Value == value).Label;

    private static string? Of(Dictionary<Guid, string> titles, Guid? record) => record is { } id ? titles.GetValueOrDefault(id) : null;
}
