using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class SameApiTests : IAsyncLifetime
{
    private Served _served = null!;
    private ApiCaller _api = null!;
    private string _one = "", _other = "";

    public async ValueTask InitializeAsync()
    {
        _served = await Served.StartAsync();
        _api = new(_served);
        _one = await AddAsync("Norvik Polar Laboratory", "https://norvik.example");
        _other = await AddAsync("Norvik Polar Lab", "https://polar.example");
    }

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return _served.DisposeAsync();
    }

    private async Task<string> AddAsync(string name, string? website = null)
    {
        var values = new JsonObject { ["names"] = new JsonArray(new JsonObject { ["text"] = name }), ["country"] = "NO" };
        if (website is not null) values["website"] = website;
        return (await _api.SendAsync("POST", "/api/organisations", new JsonObject { ["values"] = values })).Location!.Split('/')[^1];
    }

    private JsonObject Merging(string? reason = "One laboratory", params string[] take)
    {
        var body = new JsonObject { ["survivor"] = _one, ["other"] = _other };
        if (reason is not null) body["reason"] = reason;
        if (take.Length > 0) body["take"] = new JsonArray([.. take.Select(t => (JsonNode)t)]);
        return body;
    }

    private JsonObject Both(string? reason = null)
    {
        var body = new JsonObject { ["records"] = new JsonArray(_one, _other) };
        if (reason is not null) body["reason"] = reason;
        return body;
    }

    private async Task<JsonArray> GroupsAsync() => (await _api.GetAsync("/api/same"))["groups"]!.AsArray();

    [Fact]
    public async Task What_may_be_the_same_is_listed_with_its_score_and_why()
    {
        var group = Assert.Single(await GroupsAsync())!;
        Assert.Equal([_one, _other], group["records"]!.AsArray().Select(r => (string)r!["id"]!).Order(StringComparer.Ordinal));
        Assert.InRange((double)group["score"]!, 0.6, 1);
        Assert.NotEmpty((string)group["why"]!);
        var pair = Assert.Single(group["pairs"]!.AsArray())!;
        Assert.Equal((double)group["score"]!, (double)pair["score"]!);
        Assert.Empty((await _api.GetAsync("/api/same?kind=person"))["groups"]!.AsArray());
        Assert.Equal("request.wrong-parameter", (await _api.SendAsync("GET", "/api/same?kind=source", (JsonNode?)null)).Code);
    }

    [Fact]
    public async Task Two_records_are_merged_once_per_key_and_parted_again()
    {
        var merged = await _api.SendAsync("POST", "/api/same/merge", Merging(take: "website"), "Idempotency-Key: merge-1");
        Assert.True(merged.Status == 200, merged.Text);
        Assert.Equal([_one, _other], merged.Body["records"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.Equal("https://polar.example", (string)(await _api.GetAsync($"/api/organisations/{_one}"))["values"]!["website"]!);
        Assert.Equal(_one, (string)(await _api.GetAsync($"/api/organisations/{_other}"))["mergedInto"]!);
        var again = await _api.SendAsync("POST", "/api/same/merge", Merging(take: "website"), "Idempotency-Key: merge-1");
        Assert.Equal((200, merged.Text, true), (again.Status, again.Text, again.Replayed));
        Assert.Equal((409, "record.merged"), await _api.SendAsync("POST", "/api/same/merge", Merging()) is var twice ? (twice.Status, twice.Code) : default);

        await _api.SendAsync("PATCH", $"/api/organisations/{_one}", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["op"] = "set", ["path"] = "website", ["value"] = "https://new.example" }) }, "If-Match: \"2\"");
        var plan = await _api.GetAsync($"/api/same/part/{_other}");
        Assert.Equal(("website", "https://new.example", "https://polar.example"), plan["contested"]![0] is { } open ? ((string)open["path"]!, (string)open["now"]!, (string)open["stayed"]!) : default);
        var parting = new JsonObject { ["reason"] = "Two after all", ["given"] = new JsonArray("website") };
        var parted = await _api.SendAsync("POST", $"/api/same/part/{_other}", parting, "Idempotency-Key: part-1");
        Assert.True(parted.Status == 200, parted.Text);
        Assert.Equal(("https://norvik.example", "https://new.example"), ((string)(await _api.GetAsync($"/api/organisations/{_one}"))["values"]!["website"]!, (string)(await _api.GetAsync($"/api/organisations/{_other}"))["values"]!["website"]!));
        Assert.Equal((parted.Text, true), await _api.SendAsync("POST", $"/api/same/part/{_other}", parting, "Idempotency-Key: part-1") is var replayed ? (replayed.Text, replayed.Replayed) : default);
        Assert.Equal((409, "merge.not-merged"), await _api.SendAsync("POST", $"/api/same/part/{_other}", parting) is var gone ? (gone.Status, gone.Code) : default);
    }

    [Fact]
    public async Task The_same_merge_sent_several_times_at_once_is_done_once()
    {
        var at = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _api.SendAsync("POST", "/api/same/merge", Merging(), "Idempotency-Key: merge-2")));
        Assert.All(at, a => Assert.Equal((200, at[0].Text), (a.Status, a.Text)));
        Assert.Single(at, a => !a.Replayed);
        Assert.Equal(2, (int)(await _api.GetAsync($"/api/organisations/{_one}"))["version"]!);
    }

    [Fact]
    public async Task Merging_is_refused_as_on_the_page()
    {
        var person = (await _api.SendAsync("POST", "/api/people", new JsonObject { ["values"] = new JsonObject { ["name"] = "Ilse Marrow" } })).Location!.Split('/')[^1];
        foreach (var (body, code) in new[]
        {
            (Merging(null), "record.reason-needed"), (new JsonObject { ["survivor"] = _one, ["other"] = _one, ["reason"] = "x" }, "merge.same-record"), (new JsonObject { ["survivor"] = _one, ["other"] = person, ["reason"] = "x" }, "merge.other-kind"),
            (new JsonObject { ["survivor"] = _one, ["other"] = Guid.Empty.ToString(), ["reason"] = "x" }, "record.not-found"), (new JsonObject { ["survivor"] = _one }, "request.wrong-member"),
        })
            Assert.Equal(code, (await _api.SendAsync("POST", "/api/same/merge", body)).Code);
        Assert.Equal(1, (int)(await _api.GetAsync($"/api/organisations/{_one}"))["version"]!);
    }

    [Fact]
    public async Task Records_kept_apart_are_not_proposed_until_that_is_taken_back()
    {
        var apart = await _api.SendAsync("POST", "/api/same/apart", Both("A host and its guest"), "Idempotency-Key: apart-1");
        Assert.True(apart.Status == 200, apart.Text);
        Assert.True((await _api.SendAsync("POST", "/api/same/apart", Both("A host and its guest"), "Idempotency-Key: apart-1")).Replayed);
        Assert.Empty(await GroupsAsync());
        Assert.Equal((409, "merge.kept-apart"), await _api.SendAsync("POST", "/api/same/merge", Merging()) is var kept ? (kept.Status, kept.Code) : default);
        Assert.Equal("A host and its guest", (string)(await _api.GetAsync($"/api/organisations/{_one}/history"))["items"]![0]!["reason"]!);
        Assert.Equal(200, (await _api.SendAsync("POST", "/api/same/revoke", Both())).Status);
        Assert.Equal("merge.not-apart", (await _api.SendAsync("POST", "/api/same/revoke", Both())).Code);
        Assert.Single(await GroupsAsync());
    }

    [Fact]
    public async Task A_proposal_is_put_off()
    {
        Assert.Equal(200, (await _api.SendAsync("POST", "/api/same/later", Both())).Status);
        Assert.Empty(await GroupsAsync());
        Assert.Equal("record.not-found", (await _api.SendAsync("POST", "/api/same/later", new JsonObject { ["records"] = new JsonArray(_one, Guid.Empty.ToString()) })).Code);
        Assert.Equal("merge.same-record", (await _api.SendAsync("POST", "/api/same/later", new JsonObject { ["records"] = new JsonArray(_one, _one) })).Code);
    }
}
