using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Concordat.App.Api.Description;

/// <summary>Describes operations.</summary>
internal static partial class Paths
{
    private static readonly ImmutableArray<string> Any = ["request.wrong-parameter", "request.cross-site", "request.foreign-host", "fault", "storage.unreachable"];
    private static readonly ImmutableArray<string> Sent = ["request.not-json", "request.wrong-member", "request.not-understood", "request.wrong-type", "request.too-large", "storage.full", "storage.busy"];

    public static JsonObject All(IEnumerable<Operation> operations)
    {
        var paths = new JsonObject();
        foreach (var same in operations.GroupBy(o => Plain(o.Path)))
            paths[same.Key] = new JsonObject(same.Select(o => new KeyValuePair<string, JsonNode?>(o.Method.ToLowerInvariant(), Of(o))));
        return paths;
    }

    /// <summary>The path without constraints, as descriptions write it.</summary>
    public static string Plain(string path) => Constraint().Replace(path, "}");

    [GeneratedRegex(":[a-z]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Constraint();

    /// <summary>What an address names in its path.</summary>
    [GeneratedRegex("{[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    /// <summary>Every code that an operation may refuse with.</summary>
    public static IEnumerable<Code> Refusals(Operation operation)
    {
        var codes = operation.Refuses.Concat(Any).Concat(operation.Takes.IsEmpty ? [] : Sent).Concat(operation.NamesVersion ? ["request.version-missing", "request.not-understood"] : []).Concat(operation.HasKey ? ["request.wrong-key", "request.key-reused"] : []);
        return codes.Distinct().Select(c => Codes.Find(c) ?? throw new InvalidOperationException($"No code {c}."));
    }

    private static JsonObject Of(Operation operation)
    {
        var json = new JsonObject { ["operationId"] = operation.Id, ["tags"] = new JsonArray(operation.Tag), ["summary"] = operation.Summary, ["description"] = operation.Says };
        if (Parameters(operation) is { Count: > 0 } parameters) json["parameters"] = parameters;
        if (!operation.Takes.IsEmpty) json["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject(operation.Takes.Select(t => new KeyValuePair<string, JsonNode?>(t.MediaType, Content(t.Schema, t.Example)))) };
        json["responses"] = Answers(operation);
        return json;
    }

    private static JsonObject Content(string schema, JsonNode? example)
    {
        var content = new JsonObject { ["schema"] = KindSchemas.Ref(schema) };
        if (example is not null) content["example"] = example.DeepClone();
        return content;
    }

    private static JsonArray Parameters(Operation operation)
    {
        var parameters = new JsonArray();
        void Shared(string name) => parameters.Add((JsonNode)new JsonObject { ["$ref"] = "#/components/parameters/" + name });
        foreach (var part in Part().EnumerateMatches(operation.Path)) Shared(char.ToUpperInvariant(operation.Path[part.Index + 1]) + operation.Path.Substring(part.Index + 2, part.Length - 2));
        foreach (var parameter in operation.Parameters) parameters.Add((JsonNode)new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["required"] = parameter.Needed, ["description"] = parameter.Says, ["schema"] = Schema(parameter) });
        if (operation.NamesVersion) Shared("IfMatch");
        if (operation.HasKey) Shared("IdempotencyKey");
        if (operation.Takes.Any(t => t.MediaType == "multipart/form-data")) Shared("Client");
        if (operation.Method == "GET") Shared("IfNoneMatch");
        return parameters;
    }

    private static JsonObject Schema(Parameter parameter)
    {
        if (parameter.Number is var (least, most)) return new() { ["type"] = "integer", ["format"] = "int64", ["minimum"] = least, ["maximum"] = most };
        if (parameter.Record) return new() { ["type"] = "string", ["format"] = "uuid" };
        if (parameter.Day) return new() { ["type"] = "string", ["format"] = "date" };
        return parameter.Choices.IsEmpty ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["enum"] = new JsonArray([.. parameter.Choices.Select(c => (JsonNode)c.Value)]) };
    }

    private static JsonObject Answers(Operation operation)
    {
        var answers = new SortedDictionary<int, JsonObject>();
        foreach (var given in operation.Gives) answers[given.Status] = Good(given);
        if (operation.Gives.Any(g => g.Tagged) && operation.Method == "GET") answers[304] = new() { ["description"] = "The caller holds it already." };
        foreach (var same in Refusals(operation).GroupBy(c => c.Status))
            answers[same.Key] = new()
            {
                ["description"] = string.Join(" ", same.Select(c => $"{c.Value}: {c.Title}")),
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = KindSchemas.Ref("Problem") } },
            };
        return new(answers.Select(a => new KeyValuePair<string, JsonNode?>($"{a.Key}", a.Value)));
    }

    private static JsonObject Good(Given given)
    {
        var (answer, headers) = (new JsonObject { ["description"] = given.Says }, new JsonObject());
        void Header(string name, bool has) { if (has) headers[name] = new JsonObject { ["$ref"] = "#/components/headers/" + name }; }
        Header("ETag", given.Tagged);
        Header("Location", given.Located);
        Header("Link", given.Linked);
        if (headers.Count > 0) answer["headers"] = headers;
        answer["content"] = new JsonObject { [given.MediaType] = given.Schema is null ? new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } : new JsonObject { ["schema"] = KindSchemas.Ref(given.Schema) } };
        return answer;
    }
}
