using System.Text;
using Concordat.App.Shell;
using Concordat.Records;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Sources;

internal static class SourceEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/sources/{id:guid}/file", FileAsync);

    /// <summary>The page of a source; <c>?at=start+length</c> marks the words that a citation names.</summary>
    public static async Task<IResult> PageAsync(RecordView view, Refusal? problem, HttpContext context, ReadDb db, Store store)
    {
        var it = view.Document.As<Source>();
        var bytes = it.Texts.Length == 0 ? null : await store.Files.GetAsync(it.Texts[0].Digest, context.RequestAborted);
        var claims = await db.Claims.Where(c => c.Source == view.Document.Id).Select(c => new { c.Record, c.Start, c.Length }).Take(2000).ToListAsync(context.RequestAborted);
        var citing = claims.Select(c => c.Record).Distinct().Take(200).ToList();
        var resting = await db.Headlines.Where(h => citing.Contains(h.Record)).OrderBy(h => h.Kind).ThenBy(h => h.SortKey).ToListAsync(context.RequestAborted);
        var kinds = resting.ToDictionary(r => r.Record, r => r.Kind);
        var markings = claims.Where(c => c.Start is not null && kinds.ContainsKey(c.Record)).Select(c => new Marking(c.Start!.Value, c.Start.Value + (c.Length ?? 0), kinds[c.Record], c.Record.ToString("D"))).Distinct().ToList();
        if (Quote(context.Request.Query["at"]) is { } quote) markings.Add(quote);
        return Answers.Page<SourcePage>(
            new { View = view, Problem = problem, Text = bytes is null ? "" : Encoding.UTF8.GetString(bytes), Markings = markings, Resting = resting },
            problem is null ? 200 : Answers.Status(problem));
    }

    private static Marking? Quote(string? at) => at?.Split('+', ' ') is [var start, var length] && int.TryParse(start, out var s) && int.TryParse(length, out var n) && s >= 0 && n > 0
        ? new Marking(s, s + n, Marking.Quote, "") : null;

    /// <summary>The bytes as they came, always as a download: they are not ours and are never rendered here.</summary>
    private static async Task<IResult> FileAsync(Guid id, HttpContext context, Store store)
    {
        await using var db = store.Read(Reader.Local);
        if (await db.FindAsync(id, context.RequestAborted) is not { Kind: SourceKind.Name } document) return Answers.Problem(JournalRefusals.NotFound(id));
        var it = document.As<Source>();
        return store.Files.Open(it.Digest) is { } file
            ? Results.Stream(file, "application/octet-stream", it.FileName ?? it.Digest)
            : Answers.Problem(new Refusal("source.file-missing", "The file of this source is not in the data folder. Restore it from a backup; “concordat verify” names every missing file."), 500);
    }
}
