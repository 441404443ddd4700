using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>A request that is done once: its key is part of the commit, so that a repeated one finds what the first did, also after a restart.</summary>
/// <remarks>Source: the Idempotency-Key header field (draft-ietf-httpapi-idempotency-key-header-07).</remarks>
/// <param name="Words">With which the batch begins, whatever the request was; null without a key.</param>
/// <param name="Batch">With which the deed is saved; null without a key.</param>
internal sealed record Once(string? Words, string? Batch)
{
    private const int LongestKey = 255;

    public const string Header = "Idempotency-Key";

    /// <returns>Refusal <c>request.wrong-key</c>.</returns>
    public static Outcome<Once> Of(Call call, byte[] body)
    {
        var keys = call.Request.Headers[Header];
        if (keys.Count == 0) return new Once(null, null);
        var key = keys.ToString().Trim('"');
        if (keys.Count > 1 || key.Length is 0 or > LongestKey || key.Any(c => c is <= ' ' or > '~'))
            return new Refusal("request.wrong-key", $"An idempotency key has 1 to {LongestKey} visible ASCII characters. Send one, for instance a UUID.");
        var words = $"api:{Digest(Actor.Local.Id, key)}::";
        return new Once(words, words + Digest(call.Request.Method, call.Request.Path, Convert.ToBase64String(SHA256.HashData(body))));
    }

    private static string Digest(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    public static Refusal Reused { get; } = new("request.key-reused", "This idempotency key was used for another request. Nothing was done: send a key of its own with each.");

    /// <summary>What the first request of that key did, in order of record, each at the version that it made; null when there was none.</summary>
    /// <returns>Refusal <c>request.key-reused</c>.</returns>
    public async Task<Outcome<ImmutableArray<Document>?>> BeforeAsync(Call call)
    {
        await using var db = call.Read();
        if (!(await CommitAsync(db, call)).TryGet(out var seq, out var refusal)) return refusal;
        if (seq is null) return (ImmutableArray<Document>?)null;
        var changes = await db.Changes.Where(c => c.Seq == seq).OrderBy(c => c.Record).Select(c => new { c.Record, c.Version }).ToListAsync(call.Stop);
        var made = ImmutableArray.CreateBuilder<Document>();
        foreach (var change in changes)
            if (await db.VersionAsync(change.Record, change.Version, call.Stop) is { } document) made.Add(document);
        return made.ToImmutable();
    }

    /// <summary>Number of the commit of the first request of that key; null when there was none.</summary>
    private async Task<Outcome<long?>> CommitAsync(ReadDb db, Call call)
    {
        if (Words is null || await db.BatchAsync(Words, call.Stop) is not { } commit) return (long?)null;
        return commit.Batch == Batch ? commit.Seq : Reused;
    }

    /// <summary>How many records the first request of that key changed; null when there was none.</summary>
    private async Task<Outcome<int?>> CountBeforeAsync(Call call)
    {
        await using var db = call.Read();
        if (!(await CommitAsync(db, call)).TryGet(out var seq, out var refusal)) return refusal;
        return seq is null ? (int?)null : await db.Changes.CountAsync(c => c.Seq == seq, call.Stop);
    }

    /// <summary>Does a deed that changes many records, of which only the number is told, unless it was done.</summary>
    /// <param name="deed">Gets the batch.</param>
    public async Task<IResult> CountAsync(Call call, Func<string?, Task<Outcome<int>>> deed)
    {
        if (!(await CountBeforeAsync(call)).TryGet(out var before, out var refusal)) return Reply.Refuse(refusal);
        if (before is null)
        {
            var done = await deed(Batch);
            if (done is { Done: true, Value: var changed } && (Batch is null || changed > 0)) return Changed(changed);
            // Another request with the same key may have been quicker, and left nothing to do.
            if (!(await CountBeforeAsync(call)).TryGet(out before, out refusal)) return Reply.Refuse(refusal);
            if (before is null) return done.Done ? Changed(0) : Reply.Refuse(done.Refusal!);
        }

        Mark(call);
        return Changed(before.Value);
    }

    private static Reply Changed(int changed) => new(new JsonObject { ["changed"] = changed });

    /// <summary>Does a deed unless it was done, and answers both times alike.</summary>
    /// <param name="deed">Gets the batch; no documents come back when another process was quicker.</param>
    public async Task<IResult> DoAsync(Call call, Func<string?, Task<Outcome<Saved>>> deed, Func<ImmutableArray<Document>, IResult> answer)
    {
        if (!(await BeforeAsync(call)).TryGet(out var before, out var refusal)) return Reply.Refuse(refusal);
        if (before is null)
        {
            var done = await deed(Batch);
            if (done.TryGet(out var saved, out var wrong) && (Batch is null || !saved.Documents.IsEmpty)) return answer(saved.Documents);
            // Another request with the same key may have been quicker, and left nothing to do.
            if (!(await BeforeAsync(call)).TryGet(out before, out refusal)) return Reply.Refuse(refusal);
            if (before is null && !done.Done) return Reply.Refuse(wrong);
        }

        Mark(call);
        return answer(before ?? []);
    }

    /// <summary>Tells the caller that nothing was done this time.</summary>
    public static void Mark(Call call) => call.Context.Response.Headers["Idempotency-Replayed"] = "true";
}

/// <summary>Answers of this process to keys whose deed has a batch of its own; the oldest are forgotten.</summary>
internal sealed class Replays
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, (string Batch, Reply Answer)> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public (string Batch, Reply Answer)? Find(Once once) => once.Words is not null && _answers.TryGetValue(once.Words, out var kept) ? kept : null;

    public void Keep(Once once, Reply answer)
    {
        if (once is not { Words: { } words, Batch: { } batch } || !_answers.TryAdd(words, (batch, answer))) return;
        _order.Enqueue(words);
        while (_order.Count > Most && _order.TryDequeue(out var oldest)) _answers.TryRemove(oldest, out _);
    }
}
