using System.Collections.Immutable;

namespace Concordat.Agreements.Terms;

/// <summary>The parts of a term as values of the document: each part is a path like any other.</summary>
internal static class TermFields
{
    public static ImmutableArray<Field> All() =>
    [
        List("effect", "Takes effect", new("event", "On", FieldType.Choice) { Required = true, Choices = TermWords.Moments }, Number("count", "So long after"), Unit("unit"), Number("month", "First day of month no. … after"), Day, Words),
        List("duration", "Runs", new("sort", "How long", FieldType.Choice) { Required = true, Choices = TermWords.Durations }, Number("count", "Number"), Unit("unit"), new("from", "From", FieldType.Choice) { Choices = TermWords.Moments }, Day, Words,
            new("join", "With the end before it", FieldType.Choice) { Choices = TermWords.Joins }, new("counting", "Its first day", FieldType.Choice) { Choices = TermWords.Countings }),
        List("renewal", "Renewal", new("sort", "Renewed", FieldType.Choice) { Required = true, Choices = TermWords.Renewals }, Number("count", "for"), Unit("unit"), new("often", "How often", FieldType.Choice) { Choices = TermWords.Often }, Number("times", "or so many times"),
            Number("noticeCount", "Unless notice"), Unit("noticeUnit")),
        List("notice", "Notice to end it", Number("count", "Number") with { Required = true }, Unit("unit") with { Required = true }, Words with { Label = "For what" }),
        List("survival", "Survives its end", new("articles", "Articles") { Required = true, MaxLength = 200 }, Number("count", "For"), Unit("unit")),
    ];

    private static Field Day { get; } = new("on", "Day", FieldType.When);

    private static Field Words { get; } = new("words", "Which event") { MaxLength = 160 };

    private static Field List(string name, string label, params ReadOnlySpan<Field> items) => new(name, label, FieldType.List) { Items = [.. items], Elsewhere = true };

    private static Field Number(string name, string label) => new(name, label, FieldType.Number);

    private static Field Unit(string name) => new(name, "Unit", FieldType.Choice) { Choices = TermWords.Units };
}
