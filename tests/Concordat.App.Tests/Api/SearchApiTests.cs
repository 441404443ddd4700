using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed class SearchApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Fact]
    public async Task A_word_of_a_document_is_found_with_its_place()
    {
        var found = await _api.GetAsync("/api/search?q=acclimatisation+Northfield&kind=agreement");
        Assert.Equal(served["disputed"].ToString(), (string)found["records"]![0]!["id"]!);
        var source = (await _api.GetAsync("/api/search?q=%22collaborative+research%22&kind=source"))["records"]!.AsArray().First(r => (string)r!["id"]! == served["source"].ToString())!;
        var text = (await _api.SendAsync("GET", served.Path("/api/sources/{source}/text"), (JsonNode?)null)).Text;
        Assert.Equal("collaborative", text.Substring((int)source["start"]!, (int)source["length"]!).Split(' ')[0], ignoreCase: true);
        Assert.Contains(source["snippet"]!.AsArray(), r => (bool)r!["marked"]!);
    }

    [Fact]
    public async Task Pages_of_one_kind_hang_together()
    {
        var (seen, at) = (new List<string>(), "/api/search?q=joint+technical+group&kind=meeting");
        while (at is not null)
        {
            var page = await _api.GetAsync(at);
            Assert.Equal(54, (int)page["counts"]!["meeting"]!);
            seen.AddRange(page["records"]!.AsArray().Select(r => (string)r!["id"]!));
            at = (string?)page["links"]!["next"];
        }

        Assert.Equal((54, 54), (seen.Count, seen.Distinct().Count()));
        Assert.Equal("near", (string)(await _api.GetAsync("/api/search?q=acclimatizaton"))["reach"]!);
        Assert.Equal("request.wrong-parameter", (await _api.SendAsync("GET", "/api/search?q=x&kind=treaties", (JsonNode?)null)).Code);
    }
}
