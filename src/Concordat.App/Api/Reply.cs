using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Concordat.App.Api;

/// <summary>An answer in JSON. One that was asked for has an entity tag, and is not sent again to who holds it (RFC 9110, 13.1.2).</summary>
/// <param name="Tag">Entity tag with its quotes; null takes one from the bytes.</param>
internal sealed record Reply(JsonNode Body, int Status = 200, string? Tag = null) : IResult
{
    public string? Location { get; init; }

    /// <summary>Addresses by relation, for the <c>Link</c> header (RFC 8288).</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, answer) = (httpContext.Request, httpContext.Response);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Body, Json.Options);
        var asked = HttpMethods.IsGet(request.Method) && Status == 200;
        var tag = Tag ?? (asked ? $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"" : null);
        if (tag is not null) answer.Headers.ETag = tag;
        if (Location is not null) answer.Headers.Location = Location;
        if (Links.Count > 0) answer.Headers.Link = string.Join(", ", Links.Select(l => $"<{l.Value}>; rel=\"{l.Key}\""));
        if (asked && IsHeld(request, tag!))
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (answer.StatusCode, answer.ContentType, answer.ContentLength) = (Status, "application/json", bytes.Length);
        await answer.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>True when the caller holds it already.</summary>
    public static bool IsHeld(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held) && held.Any(h => h.Tag == "*" || h.Tag == tag);

    public static IResult Refuse(Refusal refusal) => Shell.Answers.Problem(refusal, Problem.Status(refusal));
}
