using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;
using Concordat.Sources;

namespace Concordat.App.Tests.Api;

public sealed class RecordApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Fact]
    public async Task A_record_comes_with_its_values_and_with_each_claim_and_its_source()
    {
        var record = await _api.GetAsync(served.Path("/api/agreements/{disputed}"));
        Assert.Equal("2026-03-10", (string)record["values"]!["signed"]!);
        Assert.Equal("Memorandum of Understanding on acclimatisation", (string)record["title"]!);
        var claims = record["claims"]!.AsArray().Where(c => (string)c!["path"]! == "signed").ToDictionary(c => (string)c!["standing"]!);
        Assert.Equal("2026-03-11", (string)claims["rival"]!["value"]!);
        var citation = claims["held"]!["citation"]!;
        Assert.Equal((served["source"].ToString(), "10 March 2026"), ((string)citation["source"]!, (string)citation["quote"]!));
    }

    [Fact]
    public async Task The_entity_tag_is_the_version()
    {
        var path = served.Path("/api/people/{person}");
        var first = await _api.SendAsync("GET", path, (JsonNode?)null);
        Assert.Equal("\"1\"", first.Tag);
        Assert.Equal(304, (await _api.SendAsync("GET", path, (JsonNode?)null, "If-None-Match: \"1\"")).Status);
        Assert.Equal(304, (await _api.SendAsync("GET", path, (JsonNode?)null, "If-None-Match: W/\"1\", \"7\"")).Status);
        Assert.Equal(200, (await _api.SendAsync("GET", path, (JsonNode?)null, "If-None-Match: \"2\"")).Status);
        Assert.Equal("", (await _api.SendAsync("HEAD", path, (JsonNode?)null)).Text);
    }

    [Theory]
    [InlineData("/api/agreements/{person}"), InlineData("/api/people/{person}/versions/2"), InlineData("/api/agreements/01a20527-a989-7000-b17b-699424501979"), InlineData("/api/agreements/01a20527-a989-7000-b17b-699424501979/history"), InlineData("/api/agreements/{agreement}/versions/99999999")]
    public async Task What_is_not_there_or_of_another_kind_is_not_found(string path)
    {
        var answer = await _api.SendAsync("GET", served.Path(path), (JsonNode?)null);
        Assert.Equal((404, "record.not-found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task In_words_it_says_what_the_page_says()
    {
        var shown = await _api.GetAsync(served.Path("/api/agreements/{disputed}/shown"));
        Assert.True((bool)shown["conflicts"]!);
        var signed = shown["fields"]!.AsArray().Single(f => (string)f!["name"]! == "signed")!["values"]![0]!;
        Assert.Equal("10 March 2026", (string)signed["text"]!);
        Assert.Equal("11 March 2026", (string)signed["rivals"]![0]!["text"]!);
        var note = shown["footnotes"]!.AsArray().Single(n => (int)n!["number"]! == (int)signed["notes"]![0]!)!;
        Assert.Equal(served["source"].ToString(), (string)note["source"]!["id"]!);
        Assert.Equal("Signed", (string)shown["state"]!["value"]!);
        Assert.Contains("Agreements", (await _api.GetAsync(served.Path("/api/organisations/{organisation}/shown")))["relations"]!.AsArray().Select(r => (string)r!["label"]!));
    }

    [Fact]
    public async Task A_record_is_shown_as_known_on_a_day()
    {
        var day = TimeProvider.System.GetUtcNow();
        Assert.Equal($"{day:yyyy-MM-dd}", (string)(await _api.GetAsync(served.Path($"/api/agreements/{{disputed}}/shown?on={day:yyyy-MM-dd}")))["knownOn"]!);
        var before = await _api.SendAsync("GET", served.Path("/api/agreements/{disputed}/shown?on=2001-01-01"), (JsonNode?)null);
        Assert.Equal((404, "record.not-known-then"), (before.Status, before.Code));
    }

    [Fact]
    public async Task The_history_goes_back_page_by_page_and_each_version_can_be_read()
    {
        await using var other = await Served.StartAsync();
        var programme = await new Programme(other).FillAsync(1);
        var (id, journal) = (programme.People[0], other.Get<Journal>());
        for (var version = 1; version < 6; version++)
            Assert.True((await journal.SaveAsync(new Deed(Actor.Local, [new Edit(id, "person", version, [new Set("honorific", $"Dr {version}")])]) { Reason = version == 5 ? "as printed" : null })).Done);
        using var api = new ApiCaller(other);
        var first = await api.GetAsync($"/api/people/{id}/history?take=4");
        Assert.Equal([6, 5, 4, 3], first["items"]!.AsArray().Select(i => (int)i!["version"]!));
        Assert.Equal("as printed", (string)first["items"]![0]!["reason"]!);
        Assert.Equal("honorific", (string)first["items"]![0]!["paths"]![0]!);
        var second = await api.GetAsync((string)first["links"]!["next"]!);
        Assert.Equal([2, 1], second["items"]!.AsArray().Select(i => (int)i!["version"]!));
        Assert.Null(second["links"]!["next"]);
        Assert.Equal("Dr 2", (string)(await api.GetAsync($"/api/people/{id}/versions/3"))["values"]!["honorific"]!);
    }

    [Fact]
    public async Task A_source_gives_its_text_and_its_bytes()
    {
        await using var db = served.Store.Read(Reader.Local);
        var source = (await db.FindAsync(served["waiting"]))!.As<Source>();
        var text = await _api.SendAsync("GET", served.Path("/api/sources/{waiting}/text"), (JsonNode?)null);
        Assert.Equal((200, "text/plain", $"\"{source.Texts[0].Digest}\""), (text.Status, text.Type, text.Tag));
        Assert.Contains("7th session", text.Text, StringComparison.Ordinal);
        Assert.Equal(304, (await _api.SendAsync("GET", served.Path("/api/sources/{waiting}/text"), (JsonNode?)null, $"If-None-Match: {text.Tag}")).Status);
        using var file = await _api.Client.GetAsync(served.Path("/api/sources/{waiting}/file"));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Encoding.UTF8.GetBytes(Releases.Session), await file.Content.ReadAsByteArrayAsync());
        var without = await _api.SendAsync("GET", served.Path("/api/sources/{waiting}/text?reading={waiting}"), (JsonNode?)null);
        Assert.Equal((404, "source.no-text"), (without.Status, without.Code));
    }
}
