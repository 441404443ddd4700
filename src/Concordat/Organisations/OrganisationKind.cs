using System.Collections.Immutable;
using Concordat.Names;

namespace Concordat.Organisations;

/// <summary>What the register knows of organisations.</summary>
public static class OrganisationKind
{
    public const string Name = "organisation";

    public static ImmutableArray<Choice> Sorts { get; } =
    [
        new("government", "Government"), new("military", "Armed forces"), new("laboratory", "Laboratory"), new("university", "University"),
        new("company", "Company"), new("body", "Joint or international body"), new("state", "State"), new("other", "Other"),
    ];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Organisation", Schema = 1, Shape = typeof(Organisation), Fields = Fields(),
        Head = Head, Rows = Rows, Names = KnownAs,
    };

    private static ImmutableArray<Field> Fields() =>
    [
        new("names", "Names", FieldType.List)
        {
            Required = true, Hint = "The first is shown in lists; add former names with their period.",
            Items = [new("text", "Name") { Required = true }, new("language", "Language") { MaxLength = 40 }, new("period", "Period", FieldType.Span)],
        },
        new("acronym", "Acronym") { MaxLength = 40 },
        new("organisationSort", "Kind", FieldType.Choice) { Choices = Sorts },
        new("country", "Country", FieldType.Country),
        new("place", "Place") { MaxLength = 120 },
        new("parents", "Part of", FieldType.List)
        {
            Items = [new("organisation", "Organisation", FieldType.Record) { Required = true, Refers = [Name], Inverse = "Parts and laboratories" }, new("period", "Period", FieldType.Span)],
        },
        new("identifiers", "Identifiers", FieldType.List)
        {
            Hint = "ROR, ISNI, Wikidata, or your own scheme.",
            Items = [new("scheme", "Scheme") { Required = true, MaxLength = 60 }, new("value", "Identifier") { Required = true, MaxLength = 120 }],
        },
        new("website", "Website") { MaxLength = 300 },
        new("deskOfficer", "Desk officer") { MaxLength = 120 },
        new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];

    private static Headline Head(Document document)
    {
        var it = document.As<Organisation>();
        var detail = string.Join(" · ", new[] { it.Acronym, it.OrganisationSort is null ? null : Sorts.First(s => s.Value == it.OrganisationSort).Label, it.Country }.Where(p => p is not null));
        return new(it.Names[0].Text, detail);
    }

    private static IEnumerable<IRow> Rows(Document document)
    {
        var it = document.As<Organisation>();
        yield return new OrganisationRow
        {
            Record = document.Id, Title = it.Names[0].Text, SortKey = Fold.SortKey(it.Names[0].Text), Acronym = it.Acronym,
            Sort = it.OrganisationSort, Country = it.Country, Place = it.Place,
        };
    }

    private static IEnumerable<Known> KnownAs(Document document)
    {
        var it = document.As<Organisation>();
        foreach (var name in it.Names) yield return new(name.Text, "name");
        if (it.Acronym is not null) yield return new(it.Acronym, "acronym");
        foreach (var initials in it.Names.Select(n => Initials.Of(n.Text)).OfType<string>()) yield return new(initials, "initials");
        foreach (var identifier in it.Identifiers) yield return new(identifier.Value, "identifier");
    }
}

/// <summary>A line of the list of organisations.</summary>
public sealed record OrganisationRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Acronym { get; init; }
    public string? Sort { get; init; }
    public string? Country { get; init; }
    public string? Place { get; init; }
}
