using System.Collections.Immutable;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Reading.Dates;
using Concordat.Sources;

namespace Concordat.Correspondence;

/// <summary>What the register knows of letters, mails and notes.</summary>
public static class CorrespondenceKind
{
    public const string Name = "correspondence", In = "in", Out = "out", Ours = "Our reference", Theirs = "Their reference";

    /// <summary>What every relation to a letter is called from the other end; pages of records show these as a table.</summary>
    public const string Inverse = "Correspondence";

    public static ImmutableArray<Choice> Directions { get; } = [new(In, "Came in"), new(Out, "Went out")];

    public static ImmutableArray<Choice> Sorts { get; } =
    [
        new("letter", "Letter"), new("mail", "E-mail"), new("note", "Note verbale"), new("invitation", "Invitation"), new("notice", "Notice"),
        new("reminder", "Reminder"), new("thanks", "Thanks"), new("other", "Other"),
    ];

    /// <summary>Fields of links, as <c>link.field</c> has them, by which a record is concerned: shown latest first, not among other relations.</summary>
    public static ImmutableArray<string> Concerning { get; } = ["about/record", "fromOrganisation", "fromPerson", "toOrganisation", "toPerson"];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Correspondence", Schema = 1, Shape = typeof(Letter), Fields = [.. What(), .. Sides(), .. Course()], Head = Head, Rows = CorrespondenceRows.Of, Names = KnownAs, Check = Check,
    };

    private static ImmutableArray<Field> What() =>
    [
        new("title", "Subject") { Required = true }, new("direction", "In or out", FieldType.Choice) { Required = true, Choices = Directions },
        new("letterSort", "Kind", FieldType.Choice) { Choices = Sorts }, new("sent", "Sent", FieldType.When), new("received", "Received", FieldType.When),
        new("references", "References", FieldType.List)
        {
            Hint = "“Our reference”, “Their reference”, or whose it is.",
            Items = [new("scheme", "Whose") { Required = true, MaxLength = 60 }, new("text", "Number") { Required = true, MaxLength = 120 }],
        },
    ];

    private static ImmutableArray<Field> Sides() =>
    [
        Organisation("fromOrganisation", "From"), Person("fromPerson", "Signed by"), Organisation("toOrganisation", "To"), Person("toPerson", "For the attention of"),
        new("about", "About", FieldType.List)
        {
            Hint = "Agreements, bodies, meetings or any other records.",
            Items = [new("record", "Record", FieldType.Record) { Required = true, Inverse = Inverse }],
        },
    ];

    private static ImmutableArray<Field> Course() =>
    [
        new("replyDue", "Reply due", FieldType.When) { Hint = "Take it away when no reply is needed any more." },
        new("repliesTo", "Replies to", FieldType.Record) { Refers = [Name], Inverse = "Replies" },
        new("remindsOf", "Reminds of", FieldType.Record) { Refers = [Name], Inverse = "Reminders" },
        new("source", "Document", FieldType.Record) { Refers = [SourceKind.Name], Inverse = "Logged as" },
        new("deskOfficer", "Desk officer") { MaxLength = 120 }, new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];

    private static Field Organisation(string name, string label) => new(name, label, FieldType.Record) { Refers = [OrganisationKind.Name], Inverse = Inverse };

    private static Field Person(string name, string label) => new(name, label, FieldType.Record) { Refers = [PersonKind.Name], Inverse = Inverse };

    private static Headline Head(Document document)
    {
        var it = document.As<Letter>();
        var day = When.TryParse(it.Direction == In ? it.Received ?? it.Sent : it.Sent ?? it.Received, out var when) ? when.Say() : null;
        var sort = Sorts.FirstOrDefault(s => s.Value == it.LetterSort)?.Label ?? "Correspondence";
        return new(it.Title, string.Join(" · ", new[] { $"{sort} {(it.Direction == In ? "in" : "out")}", day, it.References.FirstOrDefault()?.Text }.Where(p => p is not null)));
    }

    private static IEnumerable<Known> KnownAs(Document document)
    {
        var it = document.As<Letter>();
        yield return new(it.Title, "name");
        foreach (var reference in it.References) yield return new(reference.Text, "reference");
    }

    private static Refusal? Check(Document document)
    {
        var it = document.As<Letter>();
        return it.RepliesTo == document.Id || it.RemindsOf == document.Id ? JournalRefusals.WrongShape(it.RepliesTo == document.Id ? "repliesTo" : "remindsOf", "a letter cannot answer itself, or remind of itself.") : null;
    }
}
