using System.Text.Json.Nodes;

namespace Concordat.App.Api;

/// <summary>Bodies of our own invention for the description.</summary>
internal static class Examples
{
    public const string Record = "01990c2e-7a10-7c3e-8f00-5d6a2b9c4e11", Element = "01990c2e-7a11-7d02-9a10-0b7c8e2f6a33";

    public static JsonObject Making(RecordKind kind) => new() { ["values"] = new JsonObject(kind.Fields.Where(f => !f.Fixed).Take(4).Where(f => f.Required || f.Type != FieldType.Record).Select(f => new KeyValuePair<string, JsonNode?>(f.Name, Value(f, withId: false)))) };

    public static JsonObject Changing(RecordKind kind)
    {
        var field = kind.Fields.First(f => f is { Fixed: false, Type: FieldType.Text });
        return new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["op"] = "set", ["path"] = field.Name, ["value"] = Value(field, false) }), ["reason"] = "As the signed copy has it" };
    }

    /// <summary>A value that the field takes.</summary>
    public static JsonNode Value(Field field, bool withId) => field.Type switch
    {
        FieldType.When => "2026-03-10", FieldType.Span => "2026-03-04/2026-03-05", FieldType.Choice => field.Choices[0].Value, FieldType.Record => Record, FieldType.Number => 7,
        FieldType.Flag => true, FieldType.Country => "NZ", FieldType.List => new JsonArray(Item(field, withId)), _ => Text(field),
    };

    private static JsonObject Item(Field list, bool withId)
    {
        var item = new JsonObject(list.Items.Where(i => i.Required || i == list.Items[0]).Select(i => new KeyValuePair<string, JsonNode?>(i.Name, Value(i, false))));
        if (withId) item["id"] = Element;
        return item;
    }

    private static string Text(Field field) => field.Name switch
    {
        "title" => "Memorandum of Understanding on low-noise propulsion", "name" => "Ilse Marrow", "deskOfficer" => "A. Lind", "text" => "Northfield Technical University", "acronym" => "NTU", "place" => "Port Alder",
        "scheme" => "Our file", "outlet" => "Northfield Gazette", _ => field.Label,
    };
}
