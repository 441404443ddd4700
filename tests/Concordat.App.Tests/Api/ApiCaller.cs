using System.Text;
using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>A program that uses the interface of a served register.</summary>
internal sealed class ApiCaller(Served served) : IDisposable
{
    private readonly HttpClient _client = served.Caller();

    public HttpClient Client => _client;

    /// <summary>The body of an answer that must be good.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}: {text}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <param name="headers">As "If-Match: \"3\"".</param>
    public async Task<Told> SendAsync(string method, string path, JsonNode? body, params string[] headers) =>
        await SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), headers);

    public async Task<Told> SendAsync(string method, string path, HttpContent? body, params string[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = body };
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]);
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        return new((int)answer.StatusCode, type, text, answer.Headers.TryGetValues("ETag", out var tag) ? tag.Single() : null, answer.Headers.Location?.OriginalString)
        {
            Link = answer.Headers.TryGetValues("Link", out var link) ? link.Single() : null, Replayed = answer.Headers.Contains("Idempotency-Replayed"),
        };
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Told(int Status, string Type, string Text, string? Tag, string? Location)
{
    public string? Link { get; init; }
    public bool Replayed { get; init; }

    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The code of a refusal, which must be a whole problem of RFC 9457.</summary>
    public string Code
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            var problem = Body;
            Assert.Equal(Status, (int)problem["status"]!);
            Assert.StartsWith("/api#", (string)problem["type"]!, StringComparison.Ordinal);
            Assert.NotEmpty((string)problem["title"]!);
            Assert.NotEmpty((string)problem["detail"]!);
            return (string)problem["code"]!;
        }
    }
}
