using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>Today, hand-over and absences.</summary>
public sealed class TodayApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private static JsonArray Matters(JsonObject today) => today["matters"]!.AsArray();

    private static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> MakeAsync(string title, string officer, int ends) =>
        (await _api.SendAsync("POST", "/api/agreements", new JsonObject { ["values"] = new JsonObject { ["title"] = title, ["signed"] = "2024-03-10", ["ends"] = Day(ends), ["deskOfficer"] = officer } })).Location!;

    [Fact]
    public async Task Today_is_what_the_page_shows_and_of_one_officer_only_theirs()
    {
        var soon = await MakeAsync("Arrangement on tide gauges", "T. Sund", 9);
        var (all, theirs) = (await _api.GetAsync("/api/today"), await _api.GetAsync("/api/today?officer=T.%20Sund"));
        Assert.Contains(Matters(all), m => (string)m!["sort"]! == "conflict");
        var own = Matters(theirs).Where(m => (string?)m!["officer"] == "T. Sund").ToList();
        Assert.Equal(("deadline", soon), Assert.Single(own) is { } only ? ((string)only["sort"]!, (string)only["record"]!["href"]!) : default);
        Assert.Contains("in 9 days", (string)own[0]!["why"]!, StringComparison.Ordinal);
        Assert.All(Matters(theirs), m => Assert.True((string?)m!["officer"] == "T. Sund" || (string)m["sort"]! == "intake"));
        var page = await _api.Client.GetStringAsync((string)theirs["links"]!["page"]!);
        Assert.Contains("Arrangement on tide gauges", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_is_put_off_to_a_day_and_brought_back()
    {
        await MakeAsync("Arrangement on buoys", "P. Off", 12);
        var matter = (string)Matters(await _api.GetAsync("/api/today?officer=P.%20Off")).First(m => (string?)m!["officer"] == "P. Off")!["matter"]!;
        JsonObject Until(string day) => new() { ["matter"] = matter, ["until"] = day, ["officer"] = "P. Off" };
        JsonObject Back() => new() { ["matter"] = matter, ["officer"] = "P. Off" };
        foreach (var (body, code) in new[] { (Until(Day(0)), "today.not-ahead"), (Until("soon"), "record.not-a-day"), (new JsonObject { ["matter"] = "end:x:1", ["until"] = Day(2) }, "today.no-such-matter"), (new JsonObject { ["matter"] = $"end:{Guid.Empty:N}:1", ["until"] = Day(2) }, "today.no-such-matter"), (new JsonObject { ["matter"] = "gone" + matter, ["until"] = Day(2) }, "today.no-such-matter") })
            Assert.Equal(code, (await _api.SendAsync("POST", "/api/today/put-off", body)).Code);
        var put = await _api.SendAsync("POST", "/api/today/put-off", Until(Day(2)));
        Assert.Equal((200, Day(2), "Arrangement on buoys"), (put.Status, (string)put.Body["until"]!, (string)put.Body["title"]!));
        var without = await _api.GetAsync("/api/today?officer=P.%20Off");
        Assert.DoesNotContain(Matters(without), m => (string)m!["matter"]! == matter);
        Assert.Contains(without["putOff"]!.AsArray(), p => (string)p!["matter"]! == matter);
        // What one officer puts off is on the others' Today still.
        Assert.DoesNotContain((await _api.GetAsync("/api/today"))["putOff"]!.AsArray(), p => (string)p!["matter"]! == matter);
        Assert.Equal(200, (await _api.SendAsync("POST", "/api/today/bring-back", Back())).Status);
        Assert.Contains(Matters(await _api.GetAsync("/api/today?officer=P.%20Off")), m => (string)m!["matter"]! == matter);
        Assert.Equal((404, "today.no-such-matter"), await _api.SendAsync("POST", "/api/today/bring-back", Back()) is var back ? (back.Status, back.Code) : default);
    }

    [Fact]
    public async Task Work_is_read_as_a_note_and_moves_once_per_key()
    {
        var (one, other) = (await MakeAsync("Arrangement on kelp", "Old Hand", 400), await MakeAsync("Arrangement on krill", "Old Hand", 20));
        Assert.Equal(201, (await _api.SendAsync("POST", "/api/actions", new JsonObject { ["values"] = new JsonObject { ["title"] = "Weigh the krill", ["deskOfficer"] = "Old Hand" } })).Status);
        Assert.Equal(3, (int)(await _api.GetAsync("/api/officers"))["items"]!.AsArray().Single(o => (string)o!["name"]! == "Old Hand")!["records"]!);
        var note = await _api.GetAsync("/api/hand-over?from=Old%20Hand");
        Assert.Equal((int)note["records"]!, (int)note["letters"]! + new[] { "agreements", "actions", "meetings", "others" }.Sum(l => note[l]!.AsArray().Count));
        Assert.Equal("Weigh the krill", (string)note["actions"]![0]!["action"]!["title"]!);
        Assert.Equal((3, "Arrangement on krill", "Signed"), ((int)note["records"]!, (string)note["agreements"]![0]!["agreement"]!["title"]!, (string)note["agreements"]![0]!["state"]!));
        var body = new JsonObject { ["from"] = "Old Hand", ["to"] = "New Hand", ["reason"] = "New post" };
        var moved = await _api.SendAsync("POST", "/api/hand-over", body, "Idempotency-Key: move-1");
        Assert.Equal((200, 3), (moved.Status, (int)moved.Body["changed"]!));
        foreach (var path in (string[])[one, other]) Assert.Equal("New Hand", (string)(await _api.GetAsync(path))["values"]!["deskOfficer"]!);
        Assert.Equal("New post", (string)(await _api.GetAsync(one + "/history"))["items"]![0]!["reason"]!);
        var again = await _api.SendAsync("POST", "/api/hand-over", body, "Idempotency-Key: move-1");
        Assert.Equal((moved.Text, true), (again.Text, again.Replayed));
        Assert.Equal((422, "handover.nothing"), await _api.SendAsync("POST", "/api/hand-over", body) is var none ? (none.Status, none.Code) : default);
        Assert.Equal("handover.same", (await _api.SendAsync("POST", "/api/hand-over", new JsonObject { ["from"] = "New Hand", ["to"] = " New  Hand " })).Code);
        foreach (var from in (string[])["", "?from=", "?from=%01", "?from=%20"]) Assert.Equal("request.wrong-parameter", (await _api.SendAsync("GET", "/api/hand-over" + from, (JsonNode?)null)).Code);
        Assert.Equal(0, (int)(await _api.GetAsync("/api/hand-over?from=Nobody"))["records"]!);
    }

    [Fact]
    public async Task What_needs_one_who_is_away_comes_to_who_stands_in_until_they_are_back()
    {
        await MakeAsync("Arrangement on moorings", "Gone Away", 15);
        var body = new JsonObject { ["officer"] = "Gone Away", ["first"] = Day(-1), ["last"] = Day(5), ["deputy"] = "Stands In", ["note"] = "leave" };
        var noted = await _api.SendAsync("POST", "/api/absences", body);
        Assert.True(JsonNode.DeepEquals(body, noted.Body), noted.Text);
        Assert.Contains((await _api.GetAsync("/api/absences"))["items"]!.AsArray(), a => JsonNode.DeepEquals(a, body));
        var today = await _api.GetAsync("/api/today?officer=Stands%20In");
        Assert.Equal("Gone Away", (string)Assert.Single(today["covers"]!.AsArray())!["officer"]!);
        Assert.Contains(Matters(today), m => (string)m!["record"]!["title"]! == "Arrangement on moorings");
        var ended = await _api.SendAsync("POST", "/api/absences/end", new JsonObject { ["officer"] = "Gone Away", ["first"] = Day(-1) });
        Assert.Equal((200, Day(-1)), (ended.Status, (string)ended.Body["last"]!));
        Assert.DoesNotContain(Matters(await _api.GetAsync("/api/today?officer=Stands%20In")), m => (string)m!["record"]!["title"]! == "Arrangement on moorings");
        Assert.Equal((404, "absence.not-found"), await _api.SendAsync("POST", "/api/absences/end", new JsonObject { ["officer"] = "Gone Away", ["first"] = Day(-1) }) is var none ? (none.Status, none.Code) : default);
        foreach (var (member, value, code) in new[] { ("deputy", "Gone Away", "absence.own-deputy"), ("deputy", " ", "absence.nobody"), ("last", Day(-3), "absence.backwards"), ("last", Day(900), "absence.too-long"), ("first", "soon", "record.not-a-day") })
        {
            var wrong = body.DeepClone().AsObject();
            wrong[member] = value;
            Assert.Equal(code, (await _api.SendAsync("POST", "/api/absences", wrong)).Code);
        }
    }
}
