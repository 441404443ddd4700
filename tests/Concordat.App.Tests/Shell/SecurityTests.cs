using System.Net;
using Concordat.App.Tests.Harness;
using Microsoft.AspNetCore.Routing;

namespace Concordat.App.Tests.Shell;

/// <summary>What every answer carries and what is refused before any page thinks.</summary>
public sealed class SecurityTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/", 200), InlineData("GET", "/assets/app.js", 200), InlineData("GET", "/no/such/page", 404), InlineData("GET", "/no/such.file", 404)]
    [InlineData("DELETE", "/agreements", 405), InlineData("GET", "/agreements/01a20527-a989-7000-b17b-699424501979", 404), InlineData("GET", "/throws", 500)]
    public async Task Every_answer_carries_the_policy(string method, string path, int status)
    {
        using var caller = served.Caller();
        using var answer = await caller.SendAsync(new(new(method), path));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal([Policy], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        if (!path.StartsWith("/assets", StringComparison.Ordinal)) Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("GET", "/no/such.file", "page.not-found"), InlineData("DELETE", "/agreements", "request.wrong-method"), InlineData("GET", "/throws", "fault")]
    public async Task A_refusal_is_a_page_with_a_code(string method, string path, string code)
    {
        using var caller = served.Caller();
        using var answer = await caller.SendAsync(new(new(method), path));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<code>{code}</code>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Main\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200), InlineData("127.0.0.1", 200), InlineData("[::1]", 200), InlineData("register.example", 421), InlineData("localhost.register.example", 421), InlineData("10.0.0.5", 421)]
    public async Task Only_the_names_of_this_machine_are_answered(string host, int status)
    {
        using var caller = served.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/agreements") { Headers = { Host = host } };
        using var answer = await caller.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, (await answer.Content.ReadAsStringAsync()).Contains("propulsion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_form_of_another_site_does_anything()
    {
        using var caller = served.Caller();
        var posts = served.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true).Select(e => e.RoutePattern.RawText!).ToList();
        Assert.True(posts.Count > 10);
        var before = await caller.GetStringAsync("/journal");
        foreach (var pattern in posts)
        {
            var path = pattern.Replace("{id:guid}", (pattern.Contains("intake", StringComparison.Ordinal) ? served["waiting"] : served["disputed"]).ToString(), StringComparison.Ordinal);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["title"] = "Forged", ["partner0"] = "Forged", ["v.title"] = "Forged", ["text"] = "Forged", ["version"] = "1", ["reason"] = "x" });
            using var answer = await caller.PostAsync(path, form);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{path} answered {answer.StatusCode}");
        }

        Assert.Equal(Lines(before), Lines(await caller.GetStringAsync("/journal")));
        Assert.DoesNotContain("Forged", await caller.GetStringAsync("/find?q=forged"), StringComparison.Ordinal);
        Assert.Contains(">waiting<", await caller.GetStringAsync($"/intake/{served["waiting"]}"), StringComparison.Ordinal);
    }

    private static int Lines(string page) => page.Split("<tr").Length;

    [Fact]
    public async Task A_file_known_by_its_digest_is_not_sent_again()
    {
        using var caller = served.Caller();
        using var first = await caller.GetAsync("/assets/concordat.css");
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/concordat.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await caller.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
