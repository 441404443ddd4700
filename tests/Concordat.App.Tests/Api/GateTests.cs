using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>No page of another origin gets anything from the interface.</summary>
public sealed class GateTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site"), InlineData("Sec-Fetch-Site: same-site"), InlineData("Origin: https://elsewhere.example"), InlineData("Origin: null"), InlineData("Origin: http://127.0.0.1:1")]
    public async Task A_request_for_another_site_is_refused(string header)
    {
        foreach (var method in (string[])["GET", "POST", "PATCH", "DELETE", "OPTIONS"])
        {
            var answer = await _api.SendAsync(method, "/api/agreements", method is "POST" or "PATCH" ? new JsonObject() : null, header);
            Assert.Equal((403, "request.cross-site"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Our_own_pages_programs_and_followed_links_are_answered()
    {
        foreach (var headers in (string[][])[[], ["Sec-Fetch-Site: same-origin", $"Origin: {served.Address}"], ["Sec-Fetch-Site: none"], ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"]])
            Assert.Equal(200, (await _api.SendAsync("GET", "/api/agreements", (JsonNode?)null, headers)).Status);
        var posted = await _api.SendAsync("POST", "/api/agreements", new JsonObject(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document");
        Assert.Equal(403, posted.Status);
        Assert.Null((await _api.Client.GetAsync("/api/agreements")).Headers.FirstOrDefault(h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)).Value);
    }
}
