using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Storage;

namespace Concordat.Search;

/// <summary>All that the index holds of one record.</summary>
/// <param name="Exact">Folded acronyms and numbers, each whole.</param>
/// <param name="Called">Folded names, each whole.</param>
/// <param name="Names">Title, names, acronyms and numbers, read word by word.</param>
/// <param name="Notes">All other values that are words, years included.</param>
/// <param name="Linked">Names of the records that it refers to.</param>
/// <param name="Text">What was read from the document, for a source; else empty.</param>
/// <param name="Signature">Changes when records that refer to this one must be described anew.</param>
internal sealed record Described(
    Guid Record, string Kind, string Label, ImmutableArray<string> Exact, ImmutableArray<string> Called,
    ImmutableArray<string> Names, ImmutableArray<string> Notes, ImmutableArray<string> Linked, string Text, string Signature)
{
    public static Described Of(Followed followed, string text)
    {
        var document = followed.Document;
        var kind = Kinds.Of(document.Kind);
        ImmutableArray<Known> known = [.. kind.Names(document).Concat(document.Absorbed.SelectMany(a => a.Known)).Prepend(new(kind.Head(document).Title, "name")).DistinctBy(k => (k.Text, k.Sort))];
        IEnumerable<string> Keys(Func<Known, bool> sort) => known.Where(sort).Select(k => Fold.Key(k.Text)).Where(k => k.Length is > 0 and <= 400).Distinct();
        var notes = Values(document.Values, kind.Fields).ToList();
        return new(
            document.Id, document.Kind, document.Label, [.. Keys(k => k.Sort is "acronym" or "identifier" or "reference")], [.. Keys(k => k.Sort == "name")],
            [.. known.Where(k => k.Sort != "initials").Select(k => k.Text), .. notes.Where(n => n.IsNumber).Select(n => n.Text)],
            [.. notes.Where(n => !n.IsNumber).Select(n => n.Text), .. known.Where(k => k.Sort == "initials").Select(k => k.Text)],
            [.. followed.Linked], text, Sign(document.Label, Keys(k => k.Sort is "name" or "acronym")));
    }

    private static string Sign(string label, IEnumerable<string> keys) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', keys.Prepend(label)))))[..16];

    /// <summary>Values that a person may look for, by the fields of their kind; numbers are those of sessions.</summary>
    internal static IEnumerable<(string Text, bool IsNumber)> Values(JsonObject values, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            if (values[field.Name] is not { } value || (field.Fixed && field.Name != "fileName")) continue;
            if (field.Type == FieldType.List)
                foreach (var element in value.AsArray())
                    foreach (var inner in Values(element!.AsObject(), field.Items)) yield return inner;
            else if (Say(field, value) is { Length: > 0 } said) yield return (said, field.Type == FieldType.Number);
        }
    }

    private static string? Say(Field field, JsonNode value) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => (string?)value,
        FieldType.Choice => field.LabelOf((string)value!),
        FieldType.Country => Countries.Name((string)value!),
        FieldType.Number => value.ToString(),
        // The year alone: a day would be found wherever its number stands.
        FieldType.When or FieldType.Span when (string?)value is { Length: >= 4 } text && text[..4].All(char.IsAsciiDigit) => text[..4],
        _ => null,
    };
}
