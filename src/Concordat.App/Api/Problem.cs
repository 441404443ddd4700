using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Intake;

namespace Concordat.App.Api;

/// <summary>Refusals as programs read them.</summary>
/// <remarks>Source: RFC 9457, section 3. <c>code</c> and <c>detail</c> are those of the pages; <c>type</c> is where the code is explained.</remarks>
internal static class Problem
{
    /// <summary>True for every address that answers programs: nothing there is refused by a page.</summary>
    public static bool Is(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>The status of a refusal here; a stale version is a failed precondition (RFC 9110, 13.1.1).</summary>
    public static int Status(Refusal refusal) => Codes.Find(refusal.Code)?.Status ?? Shell.Answers.Status(refusal);

    public static JsonObject Of(Refusal refusal, int status, string instance)
    {
        var json = new JsonObject
        {
            ["type"] = "/api#" + (Codes.Find(refusal.Code)?.Value ?? refusal.Code), ["title"] = Codes.Find(refusal.Code)?.Title ?? "This was not done.", ["status"] = status,
            ["detail"] = refusal.Message, ["instance"] = instance, ["code"] = refusal.Code,
        };
        if (refusal is FormRefusal form) json["field"] = form.Field;
        if (refusal is ChangedMeanwhile changed) Both(json, changed);
        return json;
    }

    private static void Both(JsonObject json, ChangedMeanwhile changed)
    {
        json["by"] = changed.Who;
        json["at"] = Json.Time(changed.When);
        json["both"] = new JsonArray([.. changed.Both.Select(b => new JsonObject { ["path"] = b.Path.Text, ["theirs"] = b.Theirs?.DeepClone(), ["yours"] = b.Yours?.DeepClone() })]);
    }

    public static async Task WriteAsync(HttpContext context, Refusal refusal, int status)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(Of(refusal, status, context.Request.PathBase + context.Request.Path), Json.Options);
        var answer = context.Response;
        (answer.StatusCode, answer.ContentType, answer.ContentLength) = (status, "application/problem+json", bytes.Length);
        await answer.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
