using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concordat.App.Tests.Api;

/// <summary>Holds JSON against a schema of the description, as far as the description uses schemas.</summary>
internal sealed class Fit(JsonObject description)
{
    private JsonObject Schema(string name) => description["components"]!["schemas"]![name]!.AsObject();

    /// <summary>What does not fit, one line each.</summary>
    public IEnumerable<string> Faults(string schema, JsonNode? node) => Faults(Schema(schema), node, schema);

    private IEnumerable<string> Faults(JsonObject schema, JsonNode? node, string at)
    {
        if ((string?)schema["$ref"] is { } reference) return Faults(Schema(reference.Split('/')[^1]), node, at);
        if (schema["type"] is { } type && !Types(type).Contains(Type(node))) return [$"{at} is {Type(node)}, not {type.ToJsonString()}"];
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, node)) return [$"{at} is {node}, not {only}"];
        if (schema["enum"] is JsonArray choices && !choices.Any(c => JsonNode.DeepEquals(c, node))) return [$"{at} is {node}, none of {choices.ToJsonString()}"];
        if ((string?)schema["format"] == "uuid" && !Guid.TryParseExact((string?)node, "D", out _)) return [$"{at} is no id: {node}"];
        return node switch { JsonObject members => Members(schema, members, at), JsonArray items when schema["items"] is JsonObject each => items.SelectMany((item, i) => Faults(each, item, $"{at}[{i}]")), _ => [] };
    }

    private IEnumerable<string> Members(JsonObject schema, JsonObject members, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var needed in schema["required"] as JsonArray ?? [])
            if (!members.ContainsKey((string)needed!)) yield return $"{at} has no {needed}";
        foreach (var (name, value) in members)
        {
            if (properties[name] is JsonObject known) foreach (var fault in Faults(known, value, $"{at}.{name}")) yield return fault;
            else if (schema["additionalProperties"] is JsonObject other) foreach (var fault in Faults(other, value, $"{at}.{name}")) yield return fault;
            else if (schema["additionalProperties"] is JsonValue) yield return $"{at}.{name} is not described";
        }
    }

    private static IEnumerable<string> Types(JsonNode type) => (type is JsonArray several ? several.Select(t => (string)t!) : [(string)type!]).SelectMany(t => t == "number" ? ["number", "integer"] : new[] { t });

    private static string Type(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => node.AsValue().TryGetValue(out long _) ? "integer" : "number", _ => "null",
    };
}
