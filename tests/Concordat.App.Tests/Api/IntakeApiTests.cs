using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class IntakeApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    private Task<Told> TextAsync(string text) => _api.SendAsync("POST", "/api/intake", new JsonObject { ["text"] = text, ["outlet"] = "Northfield Gazette", ["published"] = "2026-03-12" });

    private static JsonNode Proposal(JsonObject desk, string kind) => desk["proposals"]!.AsArray().First(p => (string)p!["kind"]! == kind)!;

    [Fact]
    public async Task A_text_proposes_records_and_what_is_accepted_is_cited()
    {
        var taken = await TextAsync(Releases.Signing.Replace("10 March 2026", "17 March 2026", StringComparison.Ordinal));
        Assert.Equal((201, "waiting", false), (taken.Status, (string)taken.Body["state"]!, (bool)taken.Body["known"]!));
        var agreement = Proposal(taken.Body, "agreement");
        var signed = agreement["values"]!.AsArray().Single(v => (string)v!["key"]! == "signed")!;
        Assert.Equal(("2026-03-17", "17 March 2026"), ((string)signed["value"]!, (string)signed["evidence"]!["quote"]!));
        var accepting = new JsonObject { ["reading"] = (string)taken.Body["reading"]!, ["all"] = true, ["decisions"] = new JsonObject { [(string)agreement["key"]!] = new JsonObject { ["as"] = "new", ["corrected"] = new JsonObject { ["title"] = "MoU on acclimatisation trials" } } } };
        var accepted = await _api.SendAsync("POST", taken.Location + "/accept", accepting, "Idempotency-Key: accept-1");
        Assert.True(accepted.Status == 200, accepted.Text);
        var made = accepted.Body["records"]!.AsArray().Single(r => (string)r!["kind"]! == "agreement")!;
        var record = await _api.GetAsync((string)made["href"]!);
        Assert.Equal("MoU on acclimatisation trials", (string)record["values"]!["title"]!);
        Assert.Equal("17 March 2026", (string)record["claims"]!.AsArray().Single(c => (string)c!["path"]! == "signed")!["citation"]!["quote"]!);

        var again = await _api.SendAsync("POST", taken.Location + "/accept", accepting, "Idempotency-Key: accept-1");
        Assert.Equal((200, accepted.Text, true), (again.Status, again.Text, again.Replayed));
        var otherwise = await _api.SendAsync("POST", taken.Location + "/accept", accepting);
        Assert.Equal((409, "desk.accepted-meanwhile"), (otherwise.Status, otherwise.Code));
        Assert.Equal("accepted", (string)(await _api.GetAsync(taken.Location!))["state"]!);
    }

    [Fact]
    public async Task The_same_bytes_are_the_same_source()
    {
        var (first, second) = (await TextAsync("A memorandum was signed in Harbour on 2 April 2026 by both rectors."), await TextAsync("A memorandum was signed in Harbour on 2 April 2026 by both rectors."));
        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal((first.Location, true), (second.Location, (bool)second.Body["known"]!));
    }

    private static MultipartFormDataContent File(params string[] names)
    {
        var form = new MultipartFormDataContent();
        foreach (var name in names) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"An agreement of {name} between two academies was extended on 5 May 2026.")), "file", name);
        form.Add(new StringContent("Harbour News"), "outlet");
        return form;
    }

    [Fact]
    public async Task A_file_comes_in_as_a_form_that_no_web_page_can_send()
    {
        var forged = await _api.SendAsync("POST", "/api/intake", File("a.txt"));
        Assert.Equal((403, "request.cross-site"), (forged.Status, forged.Code));
        var taken = await _api.SendAsync("POST", "/api/intake", File("a.txt"), "Concordat-Client: test");
        Assert.True(taken.Status == 201, taken.Text);
        var source = await _api.GetAsync((string)taken.Body["links"]!["source"]!);
        Assert.Equal(("a.txt", "Harbour News"), ((string)source["values"]!["fileName"]!, (string)source["values"]!["outlet"]!));
        Assert.Equal("source.no-file", (await _api.SendAsync("POST", "/api/intake", File(), "Concordat-Client: test")).Code);
        Assert.Equal("source.no-file", (await _api.SendAsync("POST", "/api/intake", File("b.txt", "c.txt"), "Concordat-Client: test")).Code);
        var empty = new MultipartFormDataContent { { new ByteArrayContent([]), "file", "empty.txt" } };
        Assert.Equal((422, "source.empty"), (await _api.SendAsync("POST", "/api/intake", empty, "Concordat-Client: test")) is var answer ? (answer.Status, answer.Code) : default);
        var broken = new ByteArrayContent("not a form"u8.ToArray());
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        Assert.Equal("request.not-understood", (await _api.SendAsync("POST", "/api/intake", broken, "Concordat-Client: test")).Code);
    }

    [Fact]
    public async Task Decisions_that_fit_no_proposal_are_refused()
    {
        var desk = (await TextAsync(Releases.SigningOtherwise.Replace("11 March", "21 March", StringComparison.Ordinal))).Body;
        var (path, key) = ($"/api/intake/{desk["source"]}/accept", (string)Proposal(desk, "agreement")["key"]!);
        JsonObject With(string reading, string proposal, JsonObject decision) => new() { ["reading"] = reading, ["decisions"] = new JsonObject { [proposal] = decision } };
        var stamp = (string)desk["reading"]!;
        foreach (var (body, code) in new[]
        {
            (With(stamp, "x9", []), "desk.no-such-proposal"), (With(stamp, key, new() { ["values"] = new JsonArray("colour") }), "desk.no-such-proposal"), (With("older", key, []), "desk.read-meanwhile"),
            (With(stamp, key, new() { ["as"] = served["person"].ToString() }), "desk.other-kind"), (With(stamp, key, new() { ["as"] = "mine" }), "value.not-a-record"), (With(stamp, key, new() { ["corrected"] = new JsonObject { ["signed"] = "soon" } }), "record.wrong-shape"),
            (new JsonObject { ["decisions"] = new JsonObject() }, "request.wrong-member"),
        })
        {
            var answer = await _api.SendAsync("POST", path, body);
            Assert.True(answer.Code == code, $"{body.ToJsonString()}: {answer.Text}");
        }

        Assert.Equal("waiting", (string)(await _api.GetAsync($"/api/intake/{desk["source"]}"))["state"]!);
    }

    [Fact]
    public async Task A_source_is_set_aside_and_put_back()
    {
        var path = (await TextAsync("Nothing of interest was said in Port Alder on Tuesday, 3 March 2026.")).Location!;
        Assert.Equal("set-aside", (string)(await _api.SendAsync("POST", path + "/set-aside", new JsonObject())).Body["state"]!);
        Assert.DoesNotContain(path, (await _api.GetAsync("/api/intake?state=waiting&take=200"))["items"]!.AsArray().Select(i => (string)i!["href"]!));
        Assert.Equal("waiting", (string)(await _api.SendAsync("POST", path + "/reopen", new JsonObject())).Body["state"]!);
        Assert.Equal("record.not-found", (await _api.SendAsync("POST", served.Path("/api/intake/{person}/reopen"), new JsonObject())).Code);
    }

    [Fact]
    public async Task The_desk_is_listed_page_by_page_newest_first()
    {
        for (var i = 0; i < 3; i++) await TextAsync($"Report number {i} says that talks went on in Österby in April 2026.");
        var (seen, at) = (new List<string>(), "/api/intake?state=waiting&take=2");
        while (at is not null)
        {
            var page = await _api.GetAsync(at);
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["at"]!));
            at = (string?)page["links"]!["next"];
        }

        Assert.True(seen.Count >= 4);
        Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task An_agreement_is_registered_from_its_paper_once_per_key()
    {
        var source = (await TextAsync("MEMORANDUM OF UNDERSTANDING\n\nbetween the Institute of Tidal Studies and Northfield Technical University\n\nSigned on 4 May 2026.")).Body["source"]!;
        var form = new JsonObject { ["title"] = "MoU on tidal power", ["partners"] = new JsonArray("Institute of Tidal Studies", "Northfield Technical University"), ["kind"] = "mou", ["signed"] = "4 May 2026", ["source"] = source.DeepClone() };
        var first = await _api.SendAsync("POST", "/api/agreements/register", form, "Idempotency-Key: reg-1");
        Assert.True(first.Status == 201, first.Text);
        Assert.Equal(("2026-05-04", 2), ((string)first.Body["values"]!["signed"]!, first.Body["values"]!["parties"]!.AsArray().Count));
        var second = await _api.SendAsync("POST", "/api/agreements/register", form, "Idempotency-Key: reg-1");
        Assert.Equal((first.Text, first.Location, true), (second.Text, second.Location, second.Replayed));
        Assert.Single((await _api.GetAsync("/api/agreements?q=tidal"))["items"]!.AsArray());
        form["signed"] = "the day after";
        var unread = await _api.SendAsync("POST", "/api/agreements/register", form);
        Assert.StartsWith("date.", unread.Code, StringComparison.Ordinal);
        Assert.Equal("signed", (string)unread.Body["field"]!);
        Assert.Equal("register.partner-missing", (await _api.SendAsync("POST", "/api/agreements/register", new JsonObject { ["title"] = "Alone", ["partners"] = new JsonArray() })).Code);
    }
}
