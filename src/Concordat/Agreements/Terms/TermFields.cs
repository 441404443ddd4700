using System.Collections.Immutable;

namespace Concordat.Agreements.Terms;

/// <summary>The parts of a term as values of the document: each part is a path like any other.</summary>
internal static class TermFields
{
    public static ImmutableArray<Field> All() =>
    [
        List("effect", "Takes effect", "“30 days after ratification”: ratification, 30, days. “First day of the second month after notification”: notification, or month 2. The day and the words are for “a day” and “another event”.", new("event", "On", FieldType.Choice) { Required = true, Choices = TermWords.Moments }, Number("count", "after"), Unit("unit"), Number("month", "or month"), Day, Words),
        List("duration", "Runs", "“5 years from signature”: for a time, 5, years, signature. Add another line for “but at least” or a second end.", new("sort", "How long", FieldType.Choice) { Required = true, Choices = TermWords.Durations }, Number("count", "Number"), Unit("unit"), new("from", "From", FieldType.Choice) { Choices = TermWords.Moments }, Day, Words,
            new("counting", "Its first day", FieldType.Choice) { Choices = TermWords.Countings }, new("join", "With the end before it", FieldType.Choice) { Choices = TermWords.Joins }),
        List("renewal", "Renewal", "“For two years each time, unless notice is given six months before”: by itself, 2, years, each time again, 6, months.", new("sort", "Renewed", FieldType.Choice) { Required = true, Choices = TermWords.Renewals }, Number("count", "For"), Unit("unit"), new("often", "How often", FieldType.Choice) { Choices = TermWords.Often }, Number("times", "or times"),
            Number("noticeCount", "Notice"), Unit("noticeUnit")),
        List("notice", "Notice to end it", "How long before it ends a party must say so.", Number("count", "Number") with { Required = true }, Unit("unit") with { Required = true }, Words with { Label = "For what" }),
        List("survival", "Survives its end", "Numbers of articles, with commas; without a number they bind without a limit.", new("articles", "Articles") { Required = true, MaxLength = 200 }, Number("count", "For"), Unit("unit")),
    ];

    private static Field Day { get; } = new("on", "Day", FieldType.When);

    private static Field Words { get; } = new("words", "Which event") { MaxLength = 160 };

    private static Field List(string name, string label, string hint, params ReadOnlySpan<Field> items) => new(name, label, FieldType.List) { Items = [.. items], Hint = hint, Elsewhere = true };

    private static Field Number(string name, string label) => new(name, label, FieldType.Number);

    private static Field Unit(string name) => new(name, "Unit", FieldType.Choice) { Choices = TermWords.Units };
}
