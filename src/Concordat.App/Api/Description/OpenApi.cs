using System.Text.Json.Nodes;
using Concordat.App.Records;

namespace Concordat.App.Api.Description;

/// <summary>The description of the interface for programs.</summary>
/// <remarks>Source: OpenAPI Specification 3.1.1.</remarks>
internal static class OpenApi
{
    private const string Preface =
        "Lists, records, documents and the search, with every verb that the pages have for them. Dates are EDTF (ISO 8601-2), times UTC. A change goes through the journal: it is saved wholly or not at all, and can be undone. "
        + "Refusals are problems of RFC 9457, with the codes of the pages. There is no sign-in yet: the server answers this machine alone, and no page of another site.";

    private static readonly Lazy<JsonObject> Made = new(Make);

    public static Operation Describe { get; } = new("GET", "/api/openapi.json", "getDescription", "Read this description", _ => Task.FromResult<IResult>(new Reply(Made.Value)))
    {
        Tag = "Description", Says = "OpenAPI 3.1, made from the fields of the kinds of record and from the table by which requests are answered.", Gives = [new(200, "The description.", "Description") { Tagged = true }],
    };

    private static JsonObject Make()
    {
        var tags = ApiEndpoints.Operations.Select(o => o.Tag).Distinct();
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Concordat", ["version"] = typeof(OpenApi).Assembly.GetName().Version!.ToString(3), ["summary"] = "The system of record for research cooperation.", ["description"] = Preface,
                ["contact"] = new JsonObject { ["name"] = "Whoever runs this installation" }, ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "This installation" }), ["security"] = new JsonArray(),
            ["tags"] = new JsonArray([.. tags.Select(t => (JsonNode)new JsonObject { ["name"] = t, ["description"] = Says(t) })]), ["paths"] = Paths.All(ApiEndpoints.Operations), ["components"] = Components(),
        };
    }

    public static string Says(string tag) => tag switch
    {
        "Intake" => "Documents come in, propose records, and are accepted from.", "Clean-up" => "What is missing in the register, by fault.", "Countries" => "What is held of each country.", "Import" => "Tables become records: mapped, tried, imported.", "Today" => "What needs a desk officer, and what is put off.", "Hand-over" => "What one desk officer answers for, moving it to another, and who is away.", "Same or not" => "What may be the same, and the judgement on it.", "Search" => "Everything that is kept, by the words in it.", "Changes" => "What was changed, for programs that follow the register.", "Description" => "What this interface can do.",
        _ => $"{tag}: lists, records, their history, and every change.",
    };

    private static JsonObject Components()
    {
        var schemas = SharedSchemas.All;
        schemas["Change"]!["properties"]!["op"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. ChangesInput.Ops.Select(o => (JsonNode)o.Value)]), ["description"] = string.Join(" ", ChangesInput.Ops.Select(o => $"{o.Value}: {o.Label}")) };
        foreach (var (name, schema) in VerbSchemas.All) schemas[name] = schema!.DeepClone();
        schemas["Description"] = new JsonObject { ["type"] = "object", ["description"] = "An OpenAPI document." };
        foreach (var (name, schema) in Kinds.All.OrderBy(k => k.Name, StringComparer.Ordinal).SelectMany(KindSchemas.Of)) schemas[name] = schema;
        return new()
        {
            ["schemas"] = schemas,
            ["parameters"] = new JsonObject
            {
                ["Digest"] = Parameter("digest", "path", "SHA-256 of the file, in hexadecimal.", Text(), true), ["Job"] = Parameter("job", "path", "The piece of work.", new() { ["type"] = "string", ["format"] = "uuid" }, true),
                ["Code"] = Parameter("code", "path", "ISO 3166-1 alpha-2.", new() { ["type"] = "string", ["pattern"] = "^[A-Za-z]{2}$" }, true),
                ["Id"] = Parameter("id", "path", "The record.", new() { ["type"] = "string", ["format"] = "uuid" }, true), ["Version"] = Parameter("version", "path", "Number of the entry, from 1.", new() { ["type"] = "integer", ["minimum"] = 1 }, true),
                ["IfMatch"] = Parameter("If-Match", "header", "The entity tag of the version that was seen, for instance \"3\".", Text(), true), ["IfNoneMatch"] = Parameter("If-None-Match", "header", "Entity tags that are held already.", Text(), false),
                ["IdempotencyKey"] = Parameter(Once.Header, "header", "A name of this one request, for instance a UUID: sent again, nothing is done a second time and the answer is the same.", Text(), false),
                ["Client"] = Parameter(Incomings.Client, "header", "Any value; needed with multipart/form-data.", Text(), false),
            },
            ["headers"] = new JsonObject { ["ETag"] = Header("Entity tag; of a record its version."), ["Location"] = Header("Where it is."), ["Link"] = Header("Addresses of the pages next and prev (RFC 8288).") },
        };
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Header(string says) => new() { ["description"] = says, ["schema"] = Text() };

    private static JsonObject Parameter(string name, string place, string says, JsonObject schema, bool required) => new() { ["name"] = name, ["in"] = place, ["required"] = required, ["description"] = says, ["schema"] = schema };
}
