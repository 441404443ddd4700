using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;

namespace Concordat.App.Api;

/// <summary>What a program sent: read, and its very bytes.</summary>
internal sealed record Sent<T>(T Value, byte[] Bytes);

/// <summary>A body without members.</summary>
internal sealed record Nothing;

/// <summary>Reads bodies as strict JSON: UTF-8, no member twice, none unknown, bounded in size and depth.</summary>
/// <remarks>Source: RFC 7493 (I-JSON), sections 2.1 to 2.3.</remarks>
internal static class Body
{
    public const int Most = 1024 * 1024, Deepest = 16;

    private static readonly JsonSerializerOptions Strict = new(Json.Options) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = Deepest };

    /// <param name="most">Bytes.</param>
    /// <returns>Refusals <c>request.wrong-type</c>, <c>request.too-large</c>, <c>request.not-json</c>, <c>request.wrong-member</c>.</returns>
    public static async Task<Outcome<Sent<T>>> ReadAsync<T>(Call call, int most = Most)
    {
        if (!IsJson(call.Request)) return new Refusal("request.wrong-type", "Send the body as Content-Type: application/json, in UTF-8 and not compressed.");
        if (await BytesAsync(call.Request.Body, most, call.Stop) is not { } bytes) return new Refusal("request.too-large", $"The body may have at most {most / 1024:N0} KB. Nothing was done.");
        return Of<T>(bytes);
    }

    /// <returns>Refusals <c>request.not-json</c>, <c>request.wrong-member</c>.</returns>
    public static Outcome<Sent<T>> Of<T>(byte[] bytes)
    {
        if (!Parse(bytes).TryGet(out var json, out var refusal)) return refusal;
        try
        {
            return new Sent<T>(json.Deserialize<T>(Strict)!, bytes);
        }
        catch (JsonException error)
        {
            return new Refusal("request.wrong-member", Said(error));
        }
    }

    /// <summary>One day that a member names.</summary>
    /// <returns>Refusal <c>record.not-a-day</c>.</returns>
    public static Outcome<DateOnly> Day(string member, string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? day : new Refusal("record.not-a-day", $"{member}: name one day as in 2026-02-13.");

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) && request.Headers.ContentEncoding.Count == 0;

    private static async Task<byte[]?> BytesAsync(Stream body, int most, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(piece, stop)) > 0;)
        {
            if (bytes.Length + read > most) return null;
            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }

    /// <summary>The object that the bytes are.</summary>
    internal static Outcome<JsonObject> Parse(byte[] bytes)
    {
        try
        {
            if (!Utf8.IsValid(bytes)) return Not("it is not UTF-8.");
            if (JsonNode.Parse(bytes, default, new() { AllowDuplicateProperties = false, MaxDepth = Deepest }) is not JsonObject json) return Not("an object is needed.");
            if (Empty(json, "$") is { } empty) return new Refusal("request.wrong-member", $"In the body, {empty} is null: leave it out.");
            return IsClean(json) ? json : Not("a text holds a NUL.");
        }
        catch (JsonException error)
        {
            return Not($"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: it is not well-formed, names a member twice, or is nested deeper than {Deepest}.");
        }
        catch (InvalidOperationException)
        {
            return Not("a text holds half a character.");
        }
    }

    /// <exception cref="InvalidOperationException">A text holds a lone surrogate.</exception>
    private static bool IsClean(JsonNode? node) => node switch
    {
        JsonObject members => members.All(m => !m.Key.Contains('\0') && IsClean(m.Value)),
        JsonArray items => items.All(IsClean),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => !value.GetValue<string>().Contains('\0'),
        _ => true,
    };

    /// <summary>Where a null is: nothing means anything by one.</summary>
    private static string? Empty(JsonNode? node, string path) => node switch
    {
        null => path,
        JsonObject members => members.Select(m => Empty(m.Value, $"{path}.{m.Key}")).FirstOrDefault(e => e is not null),
        JsonArray items => items.Select((item, i) => Empty(item, $"{path}[{i}]")).FirstOrDefault(e => e is not null),
        _ => null,
    };

    private static Refusal Not(string why) => new("request.not-json", $"The body was not read: {why}");

    private static string Said(JsonException error)
    {
        var at = error.Message.IndexOf("including:", StringComparison.Ordinal);
        return at > 0 ? $"Missing in the body at {error.Path ?? "$"}: {error.Message[(at + 10)..].Split('.')[0].Trim().Replace("'", "", StringComparison.Ordinal)}."
            : $"In the body, {error.Path ?? "$"} is not known here, or its value is of another type.";
    }
}
