using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>Holds the path of a change against the fields of the kind, before anything is touched.</summary>
/// <remarks>Paths come from forms and packages: one that leads to claims, labels, ids or nowhere is refused here.</remarks>
internal static class CheckPath
{
    /// <summary>Refusal <c>record.wrong-shape</c>, and for quoted values those of <see cref="CheckShape"/>; null when all is well.</summary>
    public static Refusal? Of(Change change, RecordKind kind)
    {
        if (change is Restore) return null;
        if (Lead(change.Path, kind) is not var (field, element)) return JournalRefusals.WrongShape(change.Path.Text, "there is no such value.");
        var single = field.Type != FieldType.List;
        return change switch
        {
            Set { Value: { } value } when !Fits(value, single, element) => JournalRefusals.WrongShape(change.Path.Text, "this value does not belong here."),
            Set { Citation: null } => null,
            _ when !single => JournalRefusals.WrongShape(change.Path.Text, "a source is cited for single values, not for lists."),
            Set { Value: { } value, Citation: { } citation } => Quoted(value, citation, field, change.Path),
            Witness said => Quoted(said.Value, said.Citation, field, change.Path),
            _ => null,
        };
    }

    private static bool Fits(JsonNode value, bool single, bool element) => element ? value is JsonObject : single ? value is JsonValue : value is JsonArray;

    private static Refusal? Quoted(JsonNode value, Citation citation, Field field, FieldPath path)
    {
        if (CheckShape.Value(value, field, path.Text) is { } wrong) return wrong;
        string?[] texts = [citation.Quote, citation.Text, citation.Rule, citation.Rectangle];
        return texts.All(t => t is null || CheckShape.CanBeStored(t)) ? null : JournalRefusals.WrongShape(path.Text, "the quote holds characters that cannot be stored.");
    }

    /// <summary>The field at the end of a path, and whether the path ends in an element of that list; null when it leads nowhere.</summary>
    private static (Field Field, bool Element)? Lead(FieldPath path, RecordKind kind)
    {
        var (fields, field, element) = (kind.Fields, (Field?)null, false);
        foreach (var segment in path.Segments)
        {
            if (field is { Type: FieldType.List } && !element)
            {
                if (!CheckShape.IsId(segment)) return null;
                (fields, element) = (field.Items, true);
                continue;
            }

            if (field is not null && !element) return null;
            (field, element) = (fields.FirstOrDefault(f => f.Name == segment), false);
            if (field is null) return null;
        }

        return field is null ? null : (field, element);
    }
}
