using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Intake;

/// <summary>Tells whether a second text says what the record holds, or something else.</summary>
/// <remarks>
/// The same spelling apart from case, marks and punctuation; a coarser date that contains the one held ("in February", "on or before the 14th");
/// a shorter form of a place or office whose words are all in the one held; a person's name with initials; a title or name of a body nearly word for word.
/// A finer statement is a rival: a person decides that it is better.
/// </remarks>
internal static class SameValue
{
    private const double NearlyWordForWord = 0.85;

    public static bool Confirms(RecordKind kind, FieldPath path, Field field, JsonNode held, JsonNode said) =>
        Json.Same(held, said) || (Text(held) is { } a && Text(said) is { } b && field.Type switch
        {
            FieldType.Text or FieldType.LongText => Fold.Key(a) == Fold.Key(b) || Named(kind.Name, path.Text, a, b) || (field.Name is "place" or "role" or "capacity" && IsWithin(b, a)),
            FieldType.When => Contains(b, a),
            FieldType.Span => SpanContains(b, a),
            _ => false,
        });

    /// <summary>True when the element is about the same thing: an equal reference, or words that are the same but for spelling.</summary>
    public static bool IsSame(Field field, JsonNode? held, JsonNode? said) =>
        Json.Same(held, said) || (field.Type is FieldType.Text or FieldType.LongText && Text(held) is { } a && Text(said) is { } b && Fold.Key(a) == Fold.Key(b));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static bool Named(string kind, string path, string held, string said) => (kind, path) switch
    {
        ("person", "name") => Likeness.OfPeople(held, said) > 0,
        ("body", "name") => Likeness.OfBodies(held, said) >= NearlyWordForWord,
        ("agreement" or "meeting", "title") => Likeness.OfNames(held, said) >= NearlyWordForWord,
        _ => false,
    };

    private static bool IsWithin(string shorter, string longer) =>
        Fold.Words(shorter) is { Count: > 0 } words && words.All(Fold.Words(longer).Contains);

    private static bool Contains(string coarse, string fine) =>
        When.TryParse(coarse, out var a) && When.TryParse(fine, out var b) && a.Lo <= b.Lo && b.Hi <= a.Hi;

    private static bool SpanContains(string coarse, string fine) =>
        Span.TryParse(coarse, out var a) && Span.TryParse(fine, out var b) && Contains(a.Start, b.Start) && Contains(a.End, b.End);

    private static bool Contains(When coarse, When fine) => coarse.Lo <= fine.Lo && fine.Hi <= coarse.Hi;
}
