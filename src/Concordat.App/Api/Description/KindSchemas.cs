using System.Text.Json.Nodes;
using Concordat.App.Records;

namespace Concordat.App.Api.Description;

/// <summary>Schemas of the records of each kind, from its fields.</summary>
internal static class KindSchemas
{
    public static IEnumerable<(string Name, JsonNode Schema)> Of(RecordKind kind)
    {
        yield return (kind.Title + "Values", Members(kind.Fields, kept: true));
        yield return (kind.Title, Record(kind));
        if (kind.Name == Concordat.Sources.SourceKind.Name) yield break;
        yield return (kind.Title + "New", Members(kind.Fields.Where(f => !f.Fixed), kept: false));
        yield return (kind.Title + "Making", new JsonObject
        {
            ["type"] = "object", ["description"] = $"Makes a record of the kind {kind.Name}.", ["additionalProperties"] = false,
            ["properties"] = new JsonObject { ["values"] = Ref(kind.Title + "New"), ["changes"] = Array(Ref("Change")), ["reason"] = Text("Why.", ChangesInput.LongestReason) },
        });
    }

    public static JsonObject Ref(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    public static JsonObject Array(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Text(string says, int most) => new() { ["type"] = "string", ["maxLength"] = most, ["description"] = says };

    /// <param name="kept">True for values as they are kept: elements of lists have ids.</param>
    private static JsonObject Members(IEnumerable<Field> fields, bool kept)
    {
        var (all, properties) = (fields.ToList(), new JsonObject());
        foreach (var field in all) properties[field.Name] = Of(field, kept);
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        // What the first making needs; a list that lost its last element is left out where it may be empty.
        var needed = all.Where(f => f.Required).Select(f => (JsonNode)f.Name).ToArray();
        if (needed.Length > 0) schema["required"] = new JsonArray(needed);
        return schema;
    }

    private static JsonObject Of(Field field, bool kept)
    {
        var schema = field.Type switch
        {
            FieldType.List => List(field, kept), FieldType.Number => new() { ["type"] = "integer", ["format"] = "int32" }, FieldType.Flag => new() { ["type"] = "boolean", ["const"] = true },
            FieldType.Choice => new() { ["type"] = "string", ["enum"] = new JsonArray([.. field.Choices.Select(c => (JsonNode)c.Value)]) },
            FieldType.Record => new() { ["type"] = "string", ["format"] = "uuid" }, FieldType.Country => new() { ["type"] = "string", ["pattern"] = "^[A-Z]{2}$" },
            _ => new JsonObject { ["type"] = "string", ["maxLength"] = field.MaxLength },
        };
        schema["title"] = field.Label;
        if (Says(field) is { Length: > 0 } says) schema["description"] = says;
        if (field.Fixed) schema["readOnly"] = true;
        return schema;
    }

    private static string Says(Field field)
    {
        var says = field.Type switch
        {
            FieldType.When => "A date as EDTF (ISO 8601-2).", FieldType.Span => "A range of dates as EDTF (ISO 8601-2).", FieldType.Country => "ISO 3166-1 alpha-2.",
            FieldType.Record => $"The id of {(field.Refers.IsEmpty ? "a record" : string.Join(" or ", field.Refers.Select(r => Routes.Plural(r).ToLowerInvariant())) + ", one of them")}.",
            FieldType.Choice => string.Join("; ", field.Choices.Select(c => $"{c.Value}: {c.Label}")) + ".", _ => "",
        };
        return $"{says} {field.Hint}".Trim();
    }

    private static JsonObject List(Field field, bool kept)
    {
        var element = Members(field.Items, kept);
        var (properties, needed) = (element["properties"]!.AsObject(), element["required"] as JsonArray ?? []);
        properties.Insert(0, "id", new JsonObject { ["type"] = "string", ["format"] = "uuid", ["description"] = kept ? "Never changes." : "Given here unless sent." });
        if (kept) needed.Insert(0, "id");
        if (needed.Count > 0 && needed.Parent is null) element["required"] = needed;
        return Array(element);
    }

    private static JsonObject Record(RecordKind kind)
    {
        var properties = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" }, ["kind"] = new JsonObject { ["type"] = "string", ["const"] = kind.Name },
            ["version"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["description"] = "1 for the first entry, then one more for each; the entity tag." },
            ["title"] = new JsonObject { ["type"] = "string" }, ["detail"] = new JsonObject { ["type"] = "string", ["description"] = "What tells namesakes apart." },
            ["schema"] = new JsonObject { ["type"] = "integer", ["description"] = "Number of the shape of the values." }, ["label"] = new JsonObject { ["type"] = "string" },
            ["withdrawn"] = new JsonObject { ["type"] = "boolean", ["const"] = true }, ["mergedInto"] = Ref("Id"), ["absorbed"] = Array(Ref("Absorbed")), ["apart"] = Array(Ref("Apart")), ["values"] = Ref(kind.Title + "Values"), ["claims"] = Array(Ref("Claim")), ["links"] = Ref("Links"),
        };
        return new()
        {
            ["type"] = "object", ["description"] = $"One {kind.Name}: its values, and what sources say about them.", ["additionalProperties"] = false, ["properties"] = properties,
            ["required"] = new JsonArray("id", "kind", "version", "schema", "label", "values", "claims", "links"), ["examples"] = new JsonArray(Example(kind)),
        };
    }

    private static JsonObject Example(RecordKind kind)
    {
        var path = $"/{Routes.Folder(kind.Name)}/{Examples.Record}";
        return new()
        {
            ["id"] = Examples.Record, ["kind"] = kind.Name, ["version"] = 1, ["schema"] = kind.Schema, ["label"] = Label.Default,
            ["values"] = new JsonObject(kind.Fields.Where(f => f.Required || f is { Fixed: false, Type: not FieldType.Record }).OrderByDescending(f => f.Required).Take(6).Select(f => new KeyValuePair<string, JsonNode?>(f.Name, Examples.Value(f, withId: true)))),
            ["claims"] = new JsonArray(), ["links"] = new JsonObject { ["self"] = "/api" + path, ["shown"] = $"/api{path}/shown", ["history"] = $"/api{path}/history", ["page"] = path },
        };
    }
}
