using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.Bodies;

/// <summary>A joint body: its sides, what established it, how it sits.</summary>
public sealed record Body
{
    public required string Name { get; init; }
    public string? Acronym { get; init; }
    public ImmutableArray<Side> Sides { get; init; } = [];
    public Guid? EstablishedBy { get; init; }
    /// <summary>The body that it reports to.</summary>
    public Guid? ReportsTo { get; init; }
    public ImmutableArray<Guide> GuidedBy { get; init; } = [];
    /// <summary>How it is chaired, in words: one per side, two per side, rotating host.</summary>
    public string? ChairModel { get; init; }
    public string? Cadence { get; init; }
    public string? DeskOfficer { get; init; }
    public string? Note { get; init; }
}

public sealed record Side(Guid Id, Guid Organisation, string? Name);

/// <summary>A line of the list of bodies.</summary>
public sealed record BodyRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Acronym { get; init; }
    public string? Cadence { get; init; }
}

/// <summary>What the register knows of joint bodies.</summary>
public static class BodyKind
{
    public const string Name = "body";

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Body", Schema = 1, Shape = typeof(Body), Fields = Fields(),
        Head = d => new(d.As<Body>().Name, d.As<Body>().Acronym ?? ""),
        Rows = d => [new BodyRow { Record = d.Id, Title = d.As<Body>().Name, SortKey = Fold.SortKey(d.As<Body>().Name), Acronym = d.As<Body>().Acronym, Cadence = d.As<Body>().Cadence }],
        Names = d => new[] { new Known(d.As<Body>().Name, "name"), new Known(Sides.Split(d.As<Body>().Name).Name, "name"), new Known(d.As<Body>().Acronym ?? "", "acronym") }.Where(k => k.Text.Length > 0),
    };

    private static ImmutableArray<Field> Fields() =>
    [
        new("name", "Name") { Required = true }, new("acronym", "Acronym") { MaxLength = 40 },
        new("sides", "Sides", FieldType.List)
        {
            Items =
            [
                new("organisation", "Organisation or state", FieldType.Record) { Required = true, Refers = [OrganisationKind.Name], Inverse = "Joint bodies" },
                new("name", "Called") { MaxLength = 80 },
            ],
        },
        new("establishedBy", "Established by", FieldType.Record) { Refers = [AgreementKind.Name], Inverse = "Bodies established" },
        new("reportsTo", "Reports to", FieldType.Record) { Refers = [Name], Inverse = "Working groups" },
        new("guidedBy", "Guided by", FieldType.List) { Items = [new("target", "Agreement", FieldType.Record) { Required = true, Refers = [AgreementKind.Name], Inverse = "Guides" }] },
        new("chairModel", "Chairs", FieldType.Text) { Hint = "For instance: one chair per side, host chairs." },
        new("cadence", "Meets") { Hint = "For instance: twice a year, hosts alternate.", MaxLength = 120 },
        new("deskOfficer", "Desk officer") { MaxLength = 120 }, new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];
}
