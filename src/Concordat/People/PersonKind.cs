using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.People;

/// <summary>What the register knows of people.</summary>
public static class PersonKind
{
    public const string Name = "person";

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Person", Schema = 1, Shape = typeof(Person), Fields = Fields(),
        Head = d => new(d.As<Person>().Name, d.As<Person>().Appointments.LastOrDefault()?.Role ?? ""),
        Rows = Rows,
        Names = d => [new(d.As<Person>().Name, "name"), .. Initials.OfPerson(d.As<Person>().Name).Select(i => new Known(i, "initials"))],
    };

    private static ImmutableArray<Field> Fields() =>
    [
        new("name", "Name") { Required = true, MaxLength = 200, Hint = "In the order in which the person writes it." },
        new("honorific", "Honorific") { MaxLength = 60 },
        new("appointments", "Appointments", FieldType.List)
        {
            Items =
            [
                new("role", "Role") { Required = true },
                new("organisation", "Organisation", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "People" },
                new("period", "Period", FieldType.Span), new("acting", "Acting", FieldType.Flag),
            ],
        },
        new("email", "E-mail") { MaxLength = 200 },
        new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];

    private static IEnumerable<IRow> Rows(Document document)
    {
        var it = document.As<Person>();
        var last = it.Appointments.LastOrDefault();
        yield return new PersonRow
        {
            Record = document.Id, Title = it.Name, SortKey = Fold.SortKey(it.Name), Honorific = it.Honorific, Role = last?.Role, Organisation = last?.Organisation,
        };
    }
}

/// <summary>A line of the list of people.</summary>
public sealed record PersonRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Honorific { get; init; }
    /// <summary>The appointment entered last.</summary>
    public string? Role { get; init; }
    public Guid? Organisation { get; init; }
}
