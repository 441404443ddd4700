using System.Text.Json.Nodes;

namespace Concordat.Reading.Evaluation;

/// <summary>Reads values out of labels and findings; what is absent is null or empty.</summary>
internal static class Labels
{
    public static string? Text(JsonNode? node, string name) => (node as JsonObject)?[name]?.ToString() is { Length: > 0 } text ? text : null;

    public static List<JsonNode> List(JsonNode? node, string name) => [.. ((node as JsonObject)?[name] as JsonArray ?? []).OfType<JsonNode>()];

    public static IEnumerable<string> Strings(JsonNode? node, string name) => List(node, name).Select(n => n.ToString());
}
