using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>Whatever goes wrong under /api is told in JSON, with the codes of the pages.</summary>
public sealed class ProblemTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Theory]
    [InlineData("GET", "/api/nothing", 404, "page.not-found"), InlineData("GET", "/api/agreements/not-an-id", 404, "page.not-found"), InlineData("POST", "/API/nothing", 404, "page.not-found"), InlineData("GET", "/api/agreements/x.html", 404, "page.not-found")]
    [InlineData("PUT", "/api/agreements", 405, "request.wrong-method"), InlineData("OPTIONS", "/api/agreements", 405, "request.wrong-method"), InlineData("DELETE", "/api/sources/{source}/text", 405, "request.wrong-method")]
    public async Task An_address_or_method_that_is_not_there_is_a_problem(string method, string path, int status, string code)
    {
        var answer = await _api.SendAsync(method, served.Path(path), (JsonNode?)null);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.DoesNotContain("<", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_and_a_body_that_is_far_too_large_are_problems()
    {
        var host = await _api.SendAsync("GET", "/api/agreements", (JsonNode?)null, "Host: register.example");
        Assert.Equal((421, "request.foreign-host"), (host.Status, host.Code));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agreements") { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentLength = 53L * 1024 * 1024;
        request.Headers.ExpectContinue = true;
        using var answer = await _api.Client.SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
