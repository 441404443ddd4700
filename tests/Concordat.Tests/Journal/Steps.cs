using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Journals;

/// <summary>One random step on a record; the numbers choose among what is there, so that every sequence means something.</summary>
public sealed record Pick(int Verb, int Record, int Field, int Value, int Lag, bool Reason)
{
    /// <summary>Sequences of up to so many steps. A failing one is cut by halves, quarters, at last single steps; of a test that opens a database, so often at most, for each cut makes one anew.</summary>
    public static Arbitrary<Pick[]> Sequences(int most, int cuts = 40)
    {
        var small = Gen.Choose(0, 9999);
        var pick = from verb in small from record in small from field in small from value in small from lag in small from reason in Gen.Elements(true, true, false)
                   select new Pick(verb, record, field, value, lag, reason);
        return Arb.From(Gen.Choose(1, most).SelectMany(n => pick.ArrayOf(n)), picks => Shorter(picks).TakeWhile(_ => cuts-- > 0));
    }

    private static IEnumerable<Pick[]> Shorter(Pick[] picks)
    {
        for (var length = (picks.Length + 1) / 2; length > 0 && length < picks.Length; length = length == 1 ? 0 : (length + 1) / 2)
            for (var at = 0; at < picks.Length; at += length)
                yield return [.. picks[..at], .. picks[Math.Min(picks.Length, at + length)..]];
    }
}

/// <summary>Makes changes of any kind of record from its fields, a few values each, so that equal ones meet.</summary>
internal static class AnyChange
{
    private static readonly Guid[] Elements = [.. Enumerable.Range(1, 4).Select(i => Guid.Parse($"0198c0de-0000-7000-8000-00000000000{i}"))];

    /// <summary>A change that suits the document as it was seen; null where the pick finds nothing to do.</summary>
    public static Change? Of(Document seen, RecordKind kind, Pick pick, Func<string, Guid?> refer, Guid source, Guid[]? elements = null)
    {
        var (path, field) = Path(kind, pick, elements ?? Elements);
        Change? Choice(Func<Claim, Change> make) => seen.Claims is { Length: > 0 } claims ? make(claims[pick.Value % claims.Length]) : null;
        return (pick.Verb % 10) switch
        {
            0 => new Set(Clearable(path, field, pick), null),
            <= 4 => Value(field, pick.Value, refer) is { } value ? new Set(path, value, pick.Verb % 3 == 0 ? Cite(source, pick.Lag) : null) : null,
            <= 7 => Value(field, pick.Value, refer) is { } said ? new Witness(path, said, Cite(source, pick.Lag)) : null,
            8 => Choice(c => new Prefer(c.Path, c.Id)),
            _ => Choice(c => new SetAside(c.Path, c.Id)),
        };
    }

    public static Citation Cite(Guid source, int at) => new() { Source = source, Start = at % 3, Length = 4, Quote = "said" };

    private static (FieldPath Path, Field Field) Path(RecordKind kind, Pick pick, Guid[] elements)
    {
        var field = kind.Fields[pick.Field % kind.Fields.Length];
        if (field.Type != FieldType.List) return (field.Name, field);
        var item = field.Items[pick.Value / 7 % field.Items.Length];
        return (new FieldPath(field.Name).Element(elements[pick.Lag / 5 % elements.Length]).Child(item.Name), item);
    }

    /// <summary>A value is cleared alone, with its element, or with its whole list.</summary>
    private static FieldPath Clearable(FieldPath path, Field field, Pick pick) =>
        path.Segments is [var list, var element, _] ? (pick.Value % 4) switch { 0 => path, 1 => list, _ => FieldPath.Of(list, element) } : field.Name;

    public static JsonNode? Value(Field field, int pick, Func<string, Guid?> refer) => field.Type switch
    {
        // A digest names a stored file: another one would be a true fault, which the verification would name.
        _ when field.Name == "digest" => null,
        FieldType.When => JsonValue.Create(new[] { "2025-03-03", "2025-03", "2025/2026", "2027~" }[pick % 4]),
        FieldType.Span => JsonValue.Create(new[] { "2025-03-03/2025-03-05", "2024/..", "2026" }[pick % 3]),
        FieldType.Choice => JsonValue.Create(field.Choices[pick % field.Choices.Length].Value),
        FieldType.Number => JsonValue.Create(pick % 3),
        FieldType.Flag => JsonValue.Create(true),
        FieldType.Country => JsonValue.Create(new[] { "NO", "IN", "FR" }[pick % 3]),
        FieldType.Record => refer(field.Refers.Length == 0 ? "organisation" : field.Refers[0]) is { } id ? JsonValue.Create(id.ToString("D")) : null,
        _ => JsonValue.Create(new[] { "Alpha", "Beta | 'x'", "Gamma 😀", "Alpha  beta" }[pick % 4]),
    };
}
