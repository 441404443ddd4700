using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class ViewApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private Task<Told> KeepAsync(string name, string query) => _api.SendAsync("POST", "/api/agreements/views", new JsonObject { ["name"] = name, ["query"] = query });

    [Fact]
    public async Task A_view_is_kept_shown_on_the_page_and_removed()
    {
        var kept = await KeepAsync("Lind’s, by end/next", "?sort=ends&officer=A.%20Lind&columns=partner,ends");
        Assert.True(kept.Status == 200, kept.Text);
        Assert.Equal("officer=A.%20Lind&sort=ends&columns=partner,ends", (string)kept.Body["query"]!);
        var view = Assert.Single((await _api.GetAsync("/api/agreements/views"))["items"]!.AsArray())!;
        Assert.True(JsonNode.DeepEquals(view, kept.Body));
        Assert.All((await _api.GetAsync((string)view["links"]!["list"]!))["items"]!.AsArray(), i => Assert.Equal("A. Lind", (string)i!["columns"]!["Desk officer"]!));
        Assert.Contains("Lind’s, by end/next", await _api.Client.GetStringAsync("/agreements"), StringComparison.Ordinal);
        Assert.Equal(200, (await _api.SendAsync("GET", (string)view["links"]!["page"]!, (JsonNode?)null)).Status);
        Assert.Empty((await _api.GetAsync("/api/organisations/views"))["items"]!.AsArray());
        Assert.Equal((404, "view.not-found"), await _api.SendAsync("DELETE", "/api/agreements/views?name=other", (JsonNode?)null) is var none ? (none.Status, none.Code) : default);
        Assert.Empty((await _api.SendAsync("DELETE", (string)view["links"]!["remove"]!, (JsonNode?)null)).Body["items"]!.AsArray());
        Assert.Empty((await _api.GetAsync("/api/agreements/views"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("", "q=water", "view.no-name"), InlineData("All", "", "view.nothing-narrowed"), InlineData("Typo", "stat=Ended", "request.wrong-parameter"), InlineData("Wrong", "state=ended", "request.wrong-parameter"), InlineData("A page", "take=5", "request.wrong-parameter")]
    public async Task What_is_no_view_is_refused(string name, string query, string code) => Assert.Equal(code, (await KeepAsync(name, query)).Code);

    private async Task<string> MakeAsync(string title) => (await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = title } })).Location!;

    private static JsonObject Many(string name, string value, params string[] paths) => new() { ["records"] = new JsonArray([.. paths.Select(p => (JsonNode)p.Split('/')[^1])]), [name] = value };

    [Fact]
    public async Task One_desk_officer_is_named_for_many_once_per_key()
    {
        var (one, other) = (await MakeAsync("Arrangement on ice cores"), await MakeAsync("Arrangement on sea ice"));
        var body = Many("officer", "K. Holm", one, other, served.Path("/{person}"));
        var set = await _api.SendAsync("POST", "/api/agreements/set-officer", body, "Idempotency-Key: officer-1");
        Assert.Equal((200, 2), (set.Status, (int)set.Body["changed"]!));
        foreach (var path in (string[])[one, other]) Assert.Equal("K. Holm", (string)(await _api.GetAsync(path))["values"]!["deskOfficer"]!);
        var again = await _api.SendAsync("POST", "/api/agreements/set-officer", body, "Idempotency-Key: officer-1");
        Assert.Equal((set.Text, true), (again.Text, again.Replayed));
        Assert.Equal(0, (int)(await _api.SendAsync("POST", "/api/agreements/set-officer", body)).Body["changed"]!);
        var others = Many("officer", "L. Holm", one, other);
        var at = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _api.SendAsync("POST", "/api/agreements/set-officer", others, "Idempotency-Key: officer-2")));
        Assert.All(at, a => Assert.Equal((200, 2), (a.Status, (int)a.Body["changed"]!)));
        Assert.Equal(1, at.Count(a => !a.Replayed));
        Assert.Equal(3, (int)(await _api.GetAsync(one))["version"]!);
        Assert.Equal("request.key-reused", (await _api.SendAsync("POST", "/api/agreements/set-officer", Many("officer", "A. Lind", one), "Idempotency-Key: officer-1")).Code);
        Assert.Equal("many.nothing-ticked", (await _api.SendAsync("POST", "/api/agreements/set-officer", Many("officer", "A. Lind"))).Code);
        Assert.Equal("many.no-value", (await _api.SendAsync("POST", "/api/agreements/set-officer", Many("officer", " ", one))).Code);
    }

    [Fact]
    public async Task One_key_with_several_bodies_at_once_does_one_of_them()
    {
        var one = await MakeAsync("Arrangement on glaciers");
        var at = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _api.SendAsync("POST", "/api/agreements/set-officer", Many("officer", $"Officer {i}", one), "Idempotency-Key: several")));
        Assert.Equal(1, at.Count(a => a.Status == 200));
        Assert.Equal(5, at.Count(a => a.Status != 200 && a.Code == "request.key-reused"));
        Assert.Equal(2, (int)(await _api.GetAsync(one))["version"]!);
    }

    [Fact]
    public async Task A_file_number_that_several_add_at_once_stands_there_once()
    {
        var one = await MakeAsync("Arrangement on moraines");
        var at = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _api.SendAsync("POST", "/api/agreements/add-reference", Many("number", "IC/2026/98", one))));
        Assert.All(at, a => Assert.Equal(200, a.Status));
        Assert.Equal(1, at.Sum(a => (int)a.Body["changed"]!));
        Assert.Single((await _api.GetAsync(one))["values"]!["references"]!.AsArray());
    }

    [Fact]
    public async Task A_file_number_is_added_to_many()
    {
        var (one, other) = (await MakeAsync("Arrangement on tides"), await MakeAsync("Arrangement on currents"));
        Assert.Equal(2, (int)(await _api.SendAsync("POST", "/api/agreements/add-reference", Many("number", "IC/2026/99", one, other))).Body["changed"]!);
        var reference = (await _api.GetAsync(one))["values"]!["references"]![0]!;
        Assert.Equal(("Our file", "IC/2026/99"), ((string)reference["scheme"]!, (string)reference["text"]!));
        Assert.Equal(0, (int)(await _api.SendAsync("POST", "/api/agreements/add-reference", Many("number", "IC/2026/99", one, other))).Body["changed"]!);
        Assert.InRange((await _api.SendAsync("POST", "/api/sources/add-reference", Many("number", "IC/2026/99", one))).Status, 404, 405);
    }
}
