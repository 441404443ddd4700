using System.Diagnostics;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;
using Microsoft.Extensions.Hosting;

namespace Concordat.App.Tests.Api;

public sealed class FeedApiTests : IAsyncLifetime
{
    private Served _served = null!;
    private ApiCaller _api = null!;

    public async ValueTask InitializeAsync() => _api = new(_served = await Served.StartAsync());

    private Task<Told> MakeAsync(string name) => _api.SendAsync("POST", "/api/people", new JsonObject { ["values"] = new JsonObject { ["name"] = name }, ["reason"] = "as listed" });

    [Fact]
    public async Task Each_commit_tells_who_changed_which_paths_of_which_records()
    {
        var path = (await MakeAsync("Tomas Venn")).Location!;
        await _api.SendAsync("PATCH", path, JsonNode.Parse("""{"changes":[{"op":"set","path":"honorific","value":"Prof"}]}"""), "If-Match: \"1\"");
        await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2 });
        await _api.SendAsync("DELETE", path, (JsonNode?)null, "If-Match: \"3\"");
        var changes = (await _api.GetAsync("/api/changes"))["changes"]!.AsArray();
        Assert.Equal([1, 2, 3, 4], changes.Select(c => (long)c!["seq"]!));
        Assert.Equal(("Local operator", "as listed"), ((string)changes[0]!["by"]!["name"]!, (string)changes[0]!["reason"]!));
        Assert.Equal(["name", "honorific", "honorific", "withdrawn"], changes.Select(c => (string)c!["records"]![0]!["paths"]!.AsArray()[^1]!));
        Assert.All(changes, c => Assert.Equal(("person", path), ((string)c!["records"]![0]!["kind"]!, (string)c["records"]![0]!["href"]!)));
        Assert.Equal(2, (int)changes[2]!["records"]![0]!["undoes"]!);
        Assert.True((await new Verifier(_served.Store).RunAsync()).Clean);
    }

    [Fact]
    public async Task Following_next_meets_every_commit_once_and_each_one_whole()
    {
        await new Programme(_served).FillAsync(3);
        for (var i = 0; i < 5; i++) await MakeAsync($"Ilse Venn {i}");
        var (seen, after) = (new List<(long Seq, int Records)>(), 0L);
        for (var more = true; more;)
        {
            var page = await _api.GetAsync($"/api/changes?after={after}&take=2");
            seen.AddRange(page["changes"]!.AsArray().Select(c => ((long)c!["seq"]!, c["records"]!.AsArray().Count)));
            (after, more) = ((long)page["next"]!, (bool)page["more"]!);
        }

        Assert.Equal([(1, 21), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1)], seen);
        Assert.Empty((await _api.GetAsync($"/api/changes?after={after}"))["changes"]!.AsArray());
    }

    [Fact]
    public async Task Who_waits_is_answered_when_something_changes()
    {
        await MakeAsync("Tomas Venn");
        var waiting = Enumerable.Range(0, 5).Select(_ => _api.GetAsync("/api/changes?after=1&wait=30")).ToList();
        await Task.Delay(600);
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        var clock = Stopwatch.StartNew();
        await MakeAsync("Jonas Reed");
        foreach (var answer in await Task.WhenAll(waiting)) Assert.Equal(2, (long)answer["next"]!);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_waits_in_vain_is_told_that_nothing_changed()
    {
        await MakeAsync("Tomas Venn");
        var first = await _api.SendAsync("GET", "/api/changes?after=1&wait=1", (JsonNode?)null);
        Assert.Equal((200, 0), (first.Status, first.Body["changes"]!.AsArray().Count));
        var clock = Stopwatch.StartNew();
        Assert.Equal(304, (await _api.SendAsync("GET", "/api/changes?after=1&wait=1", (JsonNode?)null, $"If-None-Match: {first.Tag}")).Status);
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(900), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("after=5", 409, "changes.ahead"), InlineData("wait=61", 400, "request.wrong-parameter"), InlineData("take=1001", 400, "request.wrong-parameter"), InlineData("after=-1", 400, "request.wrong-parameter"), InlineData("after=99999999999999999999", 400, "request.wrong-parameter")]
    public async Task A_place_that_is_not_there_and_bounds_that_are_passed_are_refused(string query, int status, string code)
    {
        var answer = await _api.SendAsync("GET", "/api/changes?" + query, (JsonNode?)null);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_those_who_wait()
    {
        await using var other = await Served.StartAsync();
        using var api = new ApiCaller(other);
        await api.GetAsync("/api/changes");
        var waiting = api.SendAsync("GET", "/api/changes?wait=50", (JsonNode?)null);
        await Task.Delay(500);
        var clock = Stopwatch.StartNew();
        await other.Get<IHost>().StopAsync();
        Assert.Equal(200, (await waiting).Status);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _served.DisposeAsync();
    }
}
