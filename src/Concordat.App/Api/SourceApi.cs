using System.Collections.Immutable;
using Concordat.Sources;

namespace Concordat.App.Api;

/// <summary>The text that was read from a source, and its bytes as they came.</summary>
internal static class SourceApi
{
    private const string Path = "/api/sources/{id:guid}";

    public static ImmutableArray<Operation> All() =>
    [
        new("GET", Path + "/text", "getSourceText", "Read the text of a source", TextAsync)
        {
            Tag = "Sources", Says = "The text that citations count in, as UTF-8; the entity tag is its digest, and places are UTF-16 units. A text that no machine read off pictures is preferred.",
            Parameters = [new("reading", "One of the source’s texts, by its id.") { Record = true }],
            Gives = [new(200, "The text.", null, "text/plain") { Tagged = true }], Refuses = ["record.not-found", "source.no-text", "source.file-missing"],
        },
        new("GET", Path + "/file", "getSourceFile", "Download the file of a source", FileAsync)
        {
            Tag = "Sources", Says = "The bytes as they came in; the entity tag is their SHA-256. Ranges are answered.",
            Gives = [new(200, "The bytes.", null, "application/octet-stream") { Tagged = true }], Refuses = ["record.not-found", "source.file-missing"],
        },
    ];

    private static async Task<IResult> TextAsync(Call call)
    {
        if (await FindAsync(call) is not { } source) return RecordApi.NotFound(call);
        var wanted = call.Request.Query.TryGetValue("reading", out var named) ? Guid.Parse(named.ToString()) : (Guid?)null;
        if (source.Texts.OrderBy(t => t.MachineRead == true).FirstOrDefault(t => wanted is null || t.Id == wanted) is not { } text)
            return Reply.Refuse(new("source.no-text", "No text was read from this source, or none by that id."));
        return Bytes(call, text.Digest, "text/plain; charset=utf-8", null);
    }

    private static async Task<IResult> FileAsync(Call call) =>
        await FindAsync(call) is { } source ? Bytes(call, source.Digest, "application/octet-stream", source.FileName ?? source.Digest) : RecordApi.NotFound(call);

    private static async Task<Source?> FindAsync(Call call)
    {
        await using var db = call.Read();
        return await db.FindAsync(call.Id, call.Stop) is { Kind: SourceKind.Name } document ? document.As<Source>() : null;
    }

    private static IResult Bytes(Call call, string digest, string type, string? name) => call.Store.Files.Open(digest) is { } file
        ? Results.Stream(file, type, name, entityTag: new($"\"{digest}\""), enableRangeProcessing: true)
        : Reply.Refuse(new("source.file-missing", "The file of this source is not in the data folder. Restore it from a backup; “concordat verify” names every missing file."));
}
