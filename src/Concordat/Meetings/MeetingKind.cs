using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;

namespace Concordat.Meetings;

/// <summary>What the register knows of sessions and other meetings.</summary>
public static class MeetingKind
{
    public const string Name = "meeting";

    public static ImmutableArray<Choice> Sorts { get; } =
    [
        new("plenary", "Plenary session"), new("joint-working-group", "Working group"), new("committee", "Committee"), new("dialogue", "Dialogue"),
        new("visit", "Visit"), new("workshop", "Workshop"), new("other", "Other"),
    ];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Meeting", Schema = 1, Shape = typeof(Meeting), Fields = [.. What(), .. Content(), .. Office()], Head = Head, Rows = Rows,
        Names = d => [new(d.As<Meeting>().Title, "name")],
    };

    private static ImmutableArray<Field> What() =>
    [
        new("title", "Title") { Required = true },
        new("body", "Body", FieldType.Record) { Refers = [BodyKind.Name], Inverse = "Sessions", Hint = "For a numbered session of a joint body." },
        new("number", "Number", FieldType.Number), new("meetingSort", "Kind", FieldType.Choice) { Choices = Sorts },
        new("dates", "Dates", FieldType.Span), new("place", "Place") { MaxLength = 160 },
        new("host", "Host", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Meetings hosted" },
        new("chairs", "Chairs", FieldType.List)
        {
            Items =
            [
                new("person", "Person", FieldType.Record) { Required = true, Refers = [PersonKind.Name], Inverse = "Chaired" }, new("role", "Office held"),
                new("organisation", "For", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Meetings chaired for it" },
            ],
        },
    ];

    private static ImmutableArray<Field> Content() =>
    [
        new("guidedBy", "Guided by", FieldType.List) { Items = [new("target", "Agreement", FieldType.Record) { Required = true, Refers = [AgreementKind.Name], Inverse = "Guides" }] },
        new("topics", "Discussed", FieldType.List) { Items = [new("text", "Topic", FieldType.LongText) { Required = true, MaxLength = 1000 }] },
        new("outcomes", "Outcomes", FieldType.List)
        {
            Items =
            [
                new("text", "Outcome", FieldType.LongText) { Required = true, MaxLength = 1000 },
                new("agreement", "Agreement", FieldType.Record) { Refers = [AgreementKind.Name], Inverse = "Came out of" },
            ],
        },
        new("opportunities", "Opportunities", FieldType.List)
        {
            Hint = "Who might work with whom; nothing is agreed yet.",
            Items =
            [
                new("text", "Opportunity", FieldType.LongText) { Required = true, MaxLength = 1000 },
                new("organisation", "Between", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Opportunities" },
                new("partner", "And", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Opportunities" }, new("initiative", "Initiative"),
            ],
        },
    ];

    private static ImmutableArray<Field> Office() =>
        [new("deskOfficer", "Desk officer") { MaxLength = 120 }, new("note", "Note", FieldType.LongText) { MaxLength = 4000 }];

    private static Headline Head(Document document)
    {
        var it = document.As<Meeting>();
        var dates = Span.TryParse(it.Dates, out var span) ? span.Say() : null;
        return new(it.Title, string.Join(" · ", new[] { dates, it.Place }.Where(p => p is not null)));
    }

    private static IEnumerable<IRow> Rows(Document document)
    {
        var it = document.As<Meeting>();
        var dated = Span.TryParse(it.Dates, out var span);
        yield return new MeetingRow
        {
            Record = document.Id, Title = it.Title, SortKey = Fold.SortKey(it.Title), Sort = it.MeetingSort, Body = it.Body, Number = it.Number,
            Dates = it.Dates, StartLo = dated ? span.Start.Lo : null, EndHi = dated ? span.End.Hi : null, Place = it.Place, Host = it.Host,
        };
    }
}

/// <summary>A line of the list of meetings. Days are proleptic day numbers.</summary>
public sealed record MeetingRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Sort { get; init; }
    public Guid? Body { get; init; }
    public int? Number { get; init; }
    public string? Dates { get; init; }
    public long? StartLo { get; init; }
    public long? EndHi { get; init; }
    public string? Place { get; init; }
    public Guid? Host { get; init; }
}
