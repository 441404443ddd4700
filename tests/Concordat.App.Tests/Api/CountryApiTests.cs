using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>Countries, and what is missing in the register.</summary>
public sealed class CountryApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Fact]
    public async Task Countries_are_counted_and_one_is_read()
    {
        var partner = (string)(await _api.GetAsync("/api/organisations?country=NZ&take=1"))["items"]![0]!["id"]!;
        await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = "Arrangement in force", ["inForce"] = "2020-05-04", ["parties"] = new JsonArray(new JsonObject { ["organisation"] = partner }) } });
        var held = (await _api.GetAsync("/api/countries"))["items"]!.AsArray().Single(c => (string)c!["code"]! == "NZ")!;
        Assert.Equal(("New Zealand", 27), ((string)held["name"]!, (int)held["organisations"]!));
        var view = await _api.GetAsync((string)held["links"]!["self"]!);
        Assert.True(JsonNode.DeepEquals(held, view["country"]));
        Assert.Equal((int)held["agreements"]!, view["states"]!.AsObject().Sum(s => (int)s.Value!));
        Assert.Equal((1, 1), ((int)held["inForce"]!, (int)view["states"]!["InForce"]!));
        Assert.Equal("In force", (string)view["agreements"]![0]!["columns"]!["State"]!);
        Assert.Equal((int)held["agreements"]!, (await _api.GetAsync($"{(string)held["links"]!["agreements"]!}&take=200"))["items"]!.AsArray().Count);
        Assert.Equal(200, (await _api.SendAsync("GET", "/api/countries/nz", (JsonNode?)null)).Status);
        Assert.Equal((404, "page.not-found"), await _api.SendAsync("GET", "/api/countries/XX", (JsonNode?)null) is var none ? (none.Status, none.Code) : default);
    }

    [Fact]
    public async Task Faults_are_listed_and_mended_once_per_key()
    {
        var bare = (await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = "Arrangement without an officer" } })).Location!;
        JsonNode? Fault(JsonObject all, string name) => all["faults"]!.AsArray().SingleOrDefault(f => (string)f!["fault"]! == name);
        var officer = Fault(await _api.GetAsync("/api/clean-up"), "officer")!;
        Assert.Equal("deskOfficer", (string)officer["field"]!);
        Assert.Contains(officer["records"]!.AsArray(), r => (string)r!["href"]! == bare);
        var body = new JsonObject { ["fault"] = "officer", ["records"] = new JsonArray(bare.Split('/')[^1], served["agreement"].ToString()), ["value"] = "K. Holm" };
        var mended = await _api.SendAsync("POST", "/api/clean-up/mend", body, "Idempotency-Key: mend-1");
        Assert.Equal((200, 1), (mended.Status, (int)mended.Body["changed"]!));
        Assert.Equal((mended.Text, true), await _api.SendAsync("POST", "/api/clean-up/mend", body, "Idempotency-Key: mend-1") is var again ? (again.Text, again.Replayed) : default);
        Assert.Equal("K. Holm", (string)(await _api.GetAsync(bare))["values"]!["deskOfficer"]!);
        Assert.NotEqual("K. Holm", (string)(await _api.GetAsync(served.Path("/api/agreements/{agreement}")))["values"]!["deskOfficer"]!);
        Assert.DoesNotContain((Fault(await _api.GetAsync("/api/clean-up"), "officer")?["records"] ?? new JsonArray()).AsArray(), r => (string)r!["href"]! == bare);
        foreach (var (fault, value, code) in new[] { ("colour", "x", "value.not-a-choice"), ("officer", " ", "cleanup.no-value"), ("partner", "x", "cleanup.no-value"), ("kind", "poem", "value.not-a-choice") })
            Assert.Equal(code, (await _api.SendAsync("POST", "/api/clean-up/mend", new JsonObject { ["fault"] = fault, ["records"] = new JsonArray(bare.Split('/')[^1]), ["value"] = value })).Code);
        Assert.Equal("cleanup.nothing-ticked", (await _api.SendAsync("POST", "/api/clean-up/mend", new JsonObject { ["fault"] = "officer", ["records"] = new JsonArray(), ["value"] = "x" })).Code);
    }
}
