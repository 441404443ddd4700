using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Intake;
using Concordat.Reading.Evidence;

namespace Concordat.Sameness;

/// <summary>A record of the register as if a text had proposed it, so that records are held against each other by the same rules as texts against records.</summary>
internal static class AsProposal
{
    private static readonly Evidence Stated = new(new TextSpan(0, 0), "", "record");

    /// <param name="document">With its references followed.</param>
    public static Proposal Of(Document document, RecordKind kind) => new()
    {
        Key = document.Id.ToString("D"), Kind = document.Kind, Title = kind.Head(document).Title, Values = [.. Values(document, kind)], Evidence = Stated,
    };

    /// <summary>The same, with references that name records of the register.</summary>
    public static Read Read(Document document, RecordKind kind) => new(Of(document, kind), key => Guid.TryParse(key, out var id) ? id : null);

    private static IEnumerable<ProposedValue> Values(Document document, RecordKind kind)
    {
        foreach (var field in kind.Fields)
        {
            if (document.Values[field.Name] is not { } value) continue;
            if (field.Type != FieldType.List) { yield return Value(field.Name, field, value); continue; }
            foreach (var element in value.AsArray().Select(e => e!.AsObject()))
                foreach (var item in field.Items)
                    if (element[item.Name] is { } inner)
                        yield return Value($"{field.Name}.{element["id"]}.{item.Name}", item, inner) with { List = field.Name, Element = (string)element["id"]! };
        }
    }

    private static ProposedValue Value(string key, Field field, JsonNode value) => new() { Key = key, Field = field, Value = value.ToString(), Evidence = Stated };
}
