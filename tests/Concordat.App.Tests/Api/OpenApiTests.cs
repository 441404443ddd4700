using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concordat.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Concordat.App.Tests.Api;

/// <summary>The description says what the interface does.</summary>
public sealed partial class OpenApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private Task<JsonObject> DescriptionAsync() => _api.GetAsync("/api/openapi.json");

    [Fact]
    public async Task Every_address_that_is_answered_is_described_and_no_other()
    {
        var described = (await DescriptionAsync())["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(m => $"{m.Key.ToUpperInvariant()} {p.Key}")).Order(StringComparer.Ordinal).ToList();
        var answered = served.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Constraint().Replace(e.RoutePattern.RawText!, "}")}")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(answered, described);
        Assert.True(described.Count > 50);
    }

    [GeneratedRegex(":[a-z]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Constraint();

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own()
    {
        var description = await DescriptionAsync();
        foreach (var reference in Reference().Matches(description.ToJsonString()).Select(m => m.Groups["to"].Value).Distinct())
            Assert.True(reference.Split('/').Aggregate((JsonNode?)description, (node, name) => node?[name]) is not null, reference);
        var names = description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [GeneratedRegex("\"\\$ref\":\"#/(?<to>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    public static TheoryData<string, string> Answers => new()
    {
        { "/api/agreements?take=200&values=true", "List" }, { "/api/organisations", "List" }, { "/api/meetings", "List" }, { "/api/agreements/{disputed}", "Agreement" }, { "/api/agreements/{agreement}", "Agreement" }, { "/api/organisations/{organisation}", "Organisation" },
        { "/api/people/{person}", "Person" }, { "/api/bodies/{body}", "Body" }, { "/api/meetings/{meeting}", "Meeting" }, { "/api/sources/{source}", "Source" }, { "/api/agreements/{disputed}/shown", "Shown" }, { "/api/organisations/{organisation}/shown", "Shown" }, { "/api/sources/{source}/shown", "Shown" },
        { "/api/agreements/{disputed}/history", "History" }, { "/api/agreements/{agreement}/versions/1", "Agreement" }, { "/api/changes?take=1000", "Changes" }, { "/api/intake", "Intake" }, { "/api/intake/{waiting}", "Desk" }, { "/api/intake/{source}", "Desk" }, { "/api/search?q=acclimatisation", "Found" }, { "/api/search?q=joint&kind=meeting&page=2", "Found" }, { "/api/same", "Same" }, { "/api/today", "Today" }, { "/api/today?officer=A.%20Lind", "Today" }, { "/api/officers", "Officers" }, { "/api/hand-over?from=A.%20Lind", "Work" }, { "/api/absences", "Absences" }, { "/api/agreements/views", "Views" }, { "/api/clean-up", "CleanUp" }, { "/api/countries", "Countries" }, { "/api/countries/NZ", "Country" }, { "/api/correspondence/templates", "LetterTemplates" }, { "/api/correspondence/draft?template=invitation&about={meeting}", "WritingLetter" }, { "/api/imports", "Imports" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task What_is_answered_fits_its_schema(string path, string schema) => Assert.Empty(new Fit(await DescriptionAsync()).Faults(schema, await _api.GetAsync(served.Path(path))));

    [Fact]
    public async Task A_schema_tells_what_does_not_fit()
    {
        var (fit, record) = (new Fit(await DescriptionAsync()), await _api.GetAsync(served.Path("/api/agreements/{disputed}")));
        record["values"]!["colour"] = "red";
        record["version"] = "one";
        record["claims"]![0]!["standing"] = "lying";
        record.Remove("label");
        Assert.Equal(4, fit.Faults("Agreement", record).Count());
        Assert.NotEmpty(fit.Faults("Person", await _api.GetAsync(served.Path("/api/agreements/{agreement}"))));
    }

    [Fact]
    public async Task The_examples_of_the_description_are_taken_as_they_stand()
    {
        var description = await DescriptionAsync();
        var taken = 0;
        foreach (var (path, operations) in description["paths"]!.AsObject().Where(p => !p.Key.Contains('{') && p.Value!["post"]?["responses"]?["201"] is not null))
        {
            var body = operations!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;
            var text = body.ToJsonString().Replace("01990c2e-7a10-7c3e-8f00-5d6a2b9c4e11", served["organisation"].ToString(), StringComparison.Ordinal);
            var answer = await _api.SendAsync("POST", path, JsonNode.Parse(text));
            Assert.True(answer.Status == 201, $"{path}: {answer.Text}");
            taken++;
        }

        Assert.Equal(12, taken);
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var description = await DescriptionAsync();
        var (fit, seen) = (new Fit(description), 0);
        foreach (var (media, at) in description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().SelectMany(o => (o.Value!["requestBody"]?["content"] as JsonObject ?? []).Select(c => (c.Value!, $"{o.Key} {p.Key}")))))
        {
            if (media["example"] is not { } example) continue;
            var faults = fit.Faults(((string)media["schema"]!["$ref"]!).Split('/')[^1], example).ToList();
            Assert.True(faults.Count == 0, $"{at}: {string.Join("; ", faults)}");
            seen++;
        }

        Assert.True(seen > 30, $"only {seen} examples");
    }

    [Fact]
    public async Task Refusals_fit_the_schema_of_problems()
    {
        var fit = new Fit(await DescriptionAsync());
        var path = (await _api.SendAsync("POST", "/api/people", JsonNode.Parse("""{"values":{"name":"Jonas Reed"}}"""))).Location!;
        foreach (var name in (string[])["Jonas A. Reed", "J. Reed"])
        {
            var answer = await _api.SendAsync("PATCH", path, new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["op"] = "set", ["path"] = "name", ["value"] = name }) }, "If-Match: \"1\"");
            if (answer.Status == 412) Assert.Empty(fit.Faults("Problem", answer.Body));
            Assert.Equal(name == "J. Reed", answer.Status == 412);
        }

        Assert.Empty(fit.Faults("Problem", (await _api.SendAsync("GET", "/api/nothing", (JsonNode?)null)).Body));
    }
}
