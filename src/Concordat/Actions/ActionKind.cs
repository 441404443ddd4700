using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Bodies;
using Concordat.Meetings;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Sources;

namespace Concordat.Actions;

/// <summary>What the register knows of actions.</summary>
public static class ActionKind
{
    public const string Name = "action";

    public static ImmutableArray<Choice> Closings { get; } = [new("done", "Done"), new("merged", "Merged into another"), new("dropped", "Dropped")];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Action", Schema = 1, Shape = typeof(ActionItem), Fields = [.. What(), .. Closing(), .. Office()], Head = Head,
        Rows = d => [ActionRow.Of(d.Id, d.As<ActionItem>())], Names = KnownAs, Check = Check,
    };

    private static ImmutableArray<Field> What() =>
    [
        new("title", "What is to be done") { Required = true }, new("number", "Number") { MaxLength = 60, Hint = "For instance JTG-24/07; it stays for good." },
        new("body", "Body", FieldType.Record) { Refers = [BodyKind.Name], Inverse = "Actions" },
        new("raisedAt", "Agreed at", FieldType.Record) { Refers = [MeetingKind.Name], Inverse = "Actions agreed" },
        new("about", "For", FieldType.List) { Items = [new("agreement", "Agreement", FieldType.Record) { Required = true, Refers = [AgreementKind.Name], Inverse = "Actions" }] },
        new("side", "Owed by", FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = "Actions owed" },
        new("person", "Person", FieldType.Record) { Refers = [PersonKind.Name], Inverse = "Actions owed" },
        new("due", "Due", FieldType.When),
    ];

    private static ImmutableArray<Field> Closing() =>
    [
        new("closedAs", "Closed as", FieldType.Choice) { Choices = Closings }, new("closed", "Closed on", FieldType.When),
        new("proofs", "Shown by", FieldType.List) { Items = [new("source", "Document", FieldType.Record) { Required = true, Refers = [SourceKind.Name], Inverse = "Shows that it was done" }] },
        new("accepted", "Closing accepted by", FieldType.List)
        {
            Items = [new("side", "Side", FieldType.Record) { Required = true, Refers = [OrganisationKind.Name], Inverse = "Closings accepted" }, new("on", "On", FieldType.When)],
        },
    ];

    private static ImmutableArray<Field> Office() =>
        [new("deskOfficer", "Desk officer") { MaxLength = 120 }, new("deputy", "Deputy") { MaxLength = 120 }, new("note", "Note", FieldType.LongText) { MaxLength = 4000 }];

    private static Refusal? Check(Document document)
    {
        var it = document.As<ActionItem>();
        return it.Closed is not null && it.ClosedAs is null ? new Refusal("action.closed-how", "It has a day of closing, but nothing says how it was closed. Choose done, merged or dropped.") : null;
    }

    private static Headline Head(Document document)
    {
        var it = document.As<ActionItem>();
        var due = When.TryParse(it.Due, out var when) ? "due " + when.Say() : null;
        var state = it.ClosedAs is null ? due : Closings.First(c => c.Value == it.ClosedAs).Label;
        return new(it.Title, string.Join(" · ", new[] { it.Number, state }.Where(p => p is not null)));
    }

    private static IEnumerable<Known> KnownAs(Document document)
    {
        var it = document.As<ActionItem>();
        yield return new(it.Title, "name");
        if (it.Number is { } number) yield return new(number, "reference");
    }
}

/// <summary>A line of the list of actions. Days are proleptic day numbers.</summary>
public sealed record ActionRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public string? Number { get; init; }
    public Guid? Body { get; init; }
    public Guid? Side { get; init; }
    public string? Due { get; init; }
    public long? DueLo { get; init; }
    public long? DueHi { get; init; }
    /// <summary>One of <see cref="ActionKind.Closings"/>; null while it is open.</summary>
    public string? ClosedAs { get; init; }
    public string? DeskOfficer { get; init; }

    public static ActionRow Of(Guid record, ActionItem it)
    {
        var due = When.TryParse(it.Due, out var when) ? when : (When?)null;
        return new()
        {
            Record = record, Title = it.Title, SortKey = Fold.SortKey(it.Title), Number = it.Number, Body = it.Body, Side = it.Side,
            Due = it.Due, DueLo = due?.Lo, DueHi = due?.Hi, ClosedAs = it.ClosedAs, DeskOfficer = Clip.Name(it.DeskOfficer),
        };
    }

    /// <summary>"JTG-24/07: Send the sensor data", or the title alone.</summary>
    public string Called => Number is null ? Title : $"{Number}: {Title}";

    /// <summary>The state on a day: overdue only once the last day that it may be due has passed.</summary>
    public string State(long today) => ClosedAs ?? (DueHi < today ? "overdue" : "open");
}
