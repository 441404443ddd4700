using System.Text.Json.Nodes;
using Concordat.App.Shell;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class ChangeApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private async Task<Told> MakeAsync(string title = "Arrangement on survey vessels", params string[] headers) => await _api.SendAsync("POST", "/api/agreements", Making(title), headers);

    private JsonObject Making(string title) => new()
    {
        ["values"] = new JsonObject { ["title"] = title, ["signed"] = "2026-03-10", ["parties"] = new JsonArray(new JsonObject { ["organisation"] = served["organisation"].ToString(), ["side"] = "A" }) },
    };

    private static JsonObject Changes(params JsonObject[] changes) => new() { ["changes"] = new JsonArray([.. changes]) };

    private static JsonObject Set(string path, JsonNode value) => new() { ["op"] = "set", ["path"] = path, ["value"] = value };

    [Fact]
    public async Task A_record_is_made_and_stands_where_the_answer_says()
    {
        var made = await MakeAsync();
        Assert.Equal((201, "\"1\""), (made.Status, made.Tag));
        var record = await _api.GetAsync(made.Location!);
        Assert.True(JsonNode.DeepEquals(record, made.Body));
        Assert.True(Guid.TryParse((string)record["values"]!["parties"]![0]!["id"]!, out _));
        Assert.Contains("Arrangement on survey vessels", await _api.Client.GetStringAsync((string)record["links"]!["page"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_change_does_what_it_says()
    {
        var made = await MakeAsync();
        var party = (string)made.Body["values"]!["parties"]![0]!["id"]!;
        var changed = await _api.SendAsync("PATCH", made.Location!, Changes(
            Set("deskOfficer", "A. Lind"), new() { ["op"] = "remove", ["path"] = "signed" }, new() { ["op"] = "remove", ["path"] = $"parties/{party}/side" },
            new() { ["op"] = "add", ["path"] = "references", ["value"] = new JsonObject { ["scheme"] = "Our file", ["text"] = "IC/2026/17" } }), "If-Match: \"1\"");
        Assert.True(changed.Status == 200, changed.Text);
        var values = changed.Body["values"]!;
        Assert.Equal(("\"2\"", "A. Lind", "IC/2026/17"), (changed.Tag, (string)values["deskOfficer"]!, (string)values["references"]![0]!["text"]!));
        Assert.Null(values["signed"]);
        Assert.Null(values["parties"]![0]!["side"]);
    }

    [Fact]
    public async Task A_source_is_cited_by_its_words_and_rivals_are_settled()
    {
        var (path, cited) = ((await MakeAsync()).Location!, new JsonObject { ["source"] = served["source"].ToString(), ["quote"] = "10 March 2026" });
        JsonObject Hear(string value, JsonNode citation) => new() { ["op"] = "witness", ["path"] = "signed", ["value"] = value, ["citation"] = citation.DeepClone() };
        var heard = await _api.SendAsync("PATCH", path, Changes(Hear("2026-03-10", cited), Hear("2026-03-11", new JsonObject { ["source"] = served["other"].ToString(), ["quote"] = "11 March 2026" })), "If-Match: \"1\"");
        var claims = heard.Body["claims"]!.AsArray();
        Assert.Equal(["held", "rival"], claims.Select(c => (string)c!["standing"]!).Order(StringComparer.Ordinal));
        var held = claims.Single(c => (string)c!["standing"]! == "held")!["citation"]!;
        var text = (await _api.SendAsync("GET", served.Path("/api/sources/{source}/text"), (JsonNode?)null)).Text;
        Assert.Equal("10 March 2026", text.Substring((int)held["start"]!, (int)held["length"]!));
        var rival = (string)claims.Single(c => (string)c!["standing"]! == "rival")!["id"]!;
        var unexplained = await _api.SendAsync("PATCH", path, Changes(new JsonObject { ["op"] = "prefer", ["path"] = "signed", ["claim"] = rival }), "If-Match: \"2\"");
        Assert.Equal((422, "record.reason-needed"), (unexplained.Status, unexplained.Code));
        var settled = Changes(new JsonObject { ["op"] = "prefer", ["path"] = "signed", ["claim"] = rival });
        settled["reason"] = "The signed copy says so";
        Assert.Equal("2026-03-11", (string)(await _api.SendAsync("PATCH", path, settled, "If-Match: \"2\"")).Body["values"]!["signed"]!);
        var invented = await _api.SendAsync("PATCH", path, Changes(Hear("2026-03-12", new JsonObject { ["source"] = served["source"].ToString(), ["quote"] = "12 March 2026" })), "If-Match: \"3\"");
        Assert.Equal((422, "citation.not-in-text"), (invented.Status, invented.Code));
    }

    [Fact]
    public async Task Two_programs_change_different_values_and_collide_only_on_the_same_one()
    {
        var path = (await MakeAsync()).Location!;
        Assert.Equal(200, (await _api.SendAsync("PATCH", path, Changes(Set("unit", "Partnerships")), "If-Match: \"1\"")).Status);
        Assert.Equal("\"3\"", (await _api.SendAsync("PATCH", path, Changes(Set("place", "Port Alder")), "If-Match: \"1\"")).Tag);
        var stale = await _api.SendAsync("PATCH", path, Changes(Set("unit", "Directorate"), Set("note", "not written")), "If-Match: \"1\"");
        Assert.Equal((412, "record.changed-meanwhile"), (stale.Status, stale.Code));
        var both = stale.Body["both"]!.AsArray().Single()!;
        Assert.Equal(("unit", "Partnerships", "Directorate"), ((string)both["path"]!, (string)both["theirs"]!, (string)both["yours"]!));
        Assert.Null((await _api.GetAsync(path))["values"]!["note"]);
    }

    [Theory]
    [InlineData(null, 428, "request.version-missing"), InlineData("*", 400, "request.not-understood"), InlineData("W/\"1\"", 400, "request.not-understood"), InlineData("\"one\"", 400, "request.not-understood"), InlineData("\"9\"", 412, "record.no-such-version")]
    public async Task The_version_that_was_seen_must_be_named(string? seen, int status, string code)
    {
        var path = (await MakeAsync()).Location!;
        string[] headers = seen is null ? [] : [$"If-Match: {seen}"];
        foreach (var (method, body) in new[] { ("PATCH", (JsonNode?)Changes(Set("unit", "x"))), ("DELETE", null) })
        {
            var answer = await _api.SendAsync(method, path, body, headers);
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }

        Assert.Equal(1, (int)(await _api.GetAsync(path))["version"]!);
    }

    [Fact]
    public async Task A_withdrawn_record_leaves_the_lists_and_comes_back_when_that_is_undone()
    {
        var path = (await MakeAsync("Zz withdrawn arrangement")).Location!;
        var gone = await _api.SendAsync("DELETE", path, (JsonNode?)null, "If-Match: \"1\"");
        Assert.Equal((200, "\"2\"", true), (gone.Status, gone.Tag, (bool)gone.Body["withdrawn"]!));
        Assert.Empty((await _api.GetAsync("/api/agreements?q=withdrawn"))["items"]!.AsArray());
        Assert.Equal("record.not-found", (await _api.SendAsync("PATCH", path, Changes(Set("unit", "x")), "If-Match: \"2\"")).Code);
        var back = await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2, ["reason"] = "It was the right one" });
        Assert.Equal((200, "\"3\""), (back.Status, back.Tag));
        Assert.Single((await _api.GetAsync("/api/agreements?q=withdrawn"))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_others_rest_on_is_not_withdrawn()
    {
        var answer = await _api.SendAsync("DELETE", served.Path("/api/organisations/{organisation}"), (JsonNode?)null, "If-Match: \"1\"");
        Assert.Equal((409, "record.referenced"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_entry_is_undone_once()
    {
        var path = (await MakeAsync()).Location!;
        await _api.SendAsync("PATCH", path, Changes(Set("unit", "Partnerships")), "If-Match: \"1\"");
        var undone = await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2 });
        Assert.Null(undone.Body["values"]!["unit"]);
        Assert.Equal(2, (int)(await _api.GetAsync(path + "/history"))["items"]![0]!["undoes"]!);
        var again = await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2 });
        Assert.Equal((422, "entry.nothing-to-undo"), (again.Status, again.Code));
    }

    public static TheoryData<string, string> Unfit => new()
    {
        { """{"op":"set","path":"colour","value":"red"}""", "record.wrong-shape" }, { """{"op":"set","path":"claims/x","value":"red"}""", "record.wrong-shape" }, { """{"op":"set","path":"label","value":"secret"}""", "record.wrong-shape" },
        { """{"op":"set","path":"signed","value":"10 March 2026"}""", "record.wrong-shape" }, { """{"op":"set","path":"title","value":7}""", "record.wrong-shape" }, { """{"op":"remove","path":"title"}""", "record.value-missing" },
        { """{"op":"set","path":"title"}""", "request.wrong-member" }, { """{"op":"set","path":"title","value":null}""", "request.wrong-member" }, { """{"op":"append","path":"title","value":"x"}""", "request.wrong-member" },
        { """{"op":"set","path":"title","value":"x","colour":1}""", "request.wrong-member" }, { """{"path":"title","value":"x"}""", "request.wrong-member" }, { """{"op":"set","path":"under","value":"01a20527-a989-7000-b17b-699424501979"}""", "record.wrong-shape" },
        { """{"op":"prefer","path":"title","claim":"01a20527-a989-7000-b17b-699424501979"}""", "claim.not-found" }, { """{"op":"set","path":"","value":"x"}""", "record.wrong-shape" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public async Task A_change_that_does_not_fit_is_refused_and_changes_nothing(string change, string code)
    {
        var path = (await MakeAsync()).Location!;
        var answer = await _api.SendAsync("PATCH", path, Changes(Set("unit", "not written"), JsonNode.Parse(change)!.AsObject()), "If-Match: \"1\"");
        Assert.Equal(code, answer.Code);
        Assert.InRange(answer.Status, 400, 422);
        Assert.Equal(1, (int)(await _api.GetAsync(path))["version"]!);
    }

    [Fact]
    public async Task What_the_product_keeps_itself_cannot_be_written()
    {
        var path = served.Path("/api/sources/{source}");
        var tag = (await _api.SendAsync("GET", path, (JsonNode?)null)).Tag;
        foreach (var field in (string[])["digest", "size", "texts"])
        {
            var answer = await _api.SendAsync("PATCH", path, Changes(Set(field, "x")), $"If-Match: {tag}");
            Assert.Equal((422, "record.kept-by-product"), (answer.Status, answer.Code));
        }

        Assert.Equal(405, (await _api.SendAsync("POST", "/api/sources", new JsonObject())).Status);
    }

    [Fact]
    public async Task The_same_key_makes_one_record_and_answers_the_same_each_time()
    {
        var (title, key) = ("Arrangement sent twice", "Idempotency-Key: 7f0c-41");
        var at = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MakeAsync(title, key)));
        var first = at.Single(a => !a.Replayed);
        Assert.All(at, a => Assert.Equal((201, first.Text, first.Tag, first.Location), (a.Status, a.Text, a.Tag, a.Location)));
        await _api.SendAsync("PATCH", first.Location!, Changes(Set("unit", "Partnerships")), "If-Match: \"1\"");
        Assert.Equal(first.Text, (await MakeAsync(title, key)).Text);
        Assert.Single((await _api.GetAsync("/api/agreements?q=twice"))["items"]!.AsArray());
        var other = await MakeAsync("Another arrangement", key);
        Assert.Equal((422, "request.key-reused"), (other.Status, other.Code));
        Assert.Equal("request.wrong-key", (await MakeAsync(title, "Idempotency-Key: a b")).Code);
    }

    [Fact]
    public async Task An_undoing_with_a_key_is_done_once_and_answers_the_same()
    {
        var path = (await MakeAsync()).Location!;
        await _api.SendAsync("PATCH", path, Changes(Set("unit", "Partnerships")), "If-Match: \"1\"");
        var first = await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2 }, "Idempotency-Key: undo-1");
        var second = await _api.SendAsync("POST", path + "/undo", new JsonObject { ["version"] = 2 }, "Idempotency-Key: undo-1");
        Assert.Equal((200, first.Text, true), (second.Status, second.Text, second.Replayed));
    }

    [Fact]
    public async Task A_key_holds_over_a_restart()
    {
        var first = await MakeAsync("Arrangement before the restart", "Idempotency-Key: restart-1");
        await using var restarted = ConcordatApp.Build(served.Store, "http://127.0.0.1:0");
        await restarted.StartAsync();
        using var client = new HttpClient { BaseAddress = new(restarted.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agreements")
        {
            Content = new StringContent(Making("Arrangement before the restart").ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "restart-1");
        using var answer = await client.SendAsync(request);
        Assert.Equal(first.Text, await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.Contains("Idempotency-Replayed"));
    }
}
