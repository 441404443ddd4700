using System.Text.Json.Nodes;
using Concordat.Storage;

namespace Concordat.Sameness;

/// <summary>Keeps two records apart for good: a judgement with who and when, an entry on each, revocable.</summary>
public sealed class KeepApart(Store store, Journal journal)
{
    /// <summary>Judges each two of these different.</summary>
    /// <param name="batch">As of <see cref="Deed.Batch"/>.</param>
    /// <returns>Refusals <c>merge.same-record</c>, <c>merge.other-kind</c>, <c>record.not-found</c>, <c>record.merged</c>, and those of <see cref="Journal.SaveAsync"/>.</returns>
    public Task<Outcome<Saved>> RunAsync(Actor by, IReadOnlyCollection<Guid> records, string? reason = null, string? batch = null, CancellationToken stop = default) => JudgeAsync(by, records, true, reason, batch, stop);

    /// <summary>Takes the judgement on two records back.</summary>
    /// <returns>Refusals as of <see cref="RunAsync"/>, and <c>merge.not-apart</c>.</returns>
    public Task<Outcome<Saved>> RevokeAsync(Actor by, Guid one, Guid other, string? reason = null, string? batch = null, CancellationToken stop = default) => JudgeAsync(by, [one, other], false, reason, batch, stop);

    private async Task<Outcome<Saved>> JudgeAsync(Actor by, IReadOnlyCollection<Guid> records, bool apart, string? reason, string? batch, CancellationToken stop)
    {
        var ids = records.Distinct().ToList();
        if (ids.Count < 2) return SamenessRefusals.Itself;
        await using var db = store.Read(Reader.Local);
        var documents = await db.FindAsync(ids, stop);
        foreach (var id in ids)
            if (!documents.TryGetValue(id, out var found) || found.Withdrawn) return JournalRefusals.NotFound(id);
            else if (found.MergedInto is { } into) return JournalRefusals.Merged(id, into);
            else if (found.Kind != documents[ids[0]].Kind) return SamenessRefusals.OtherKind(Kinds.Of(documents[ids[0]].Kind), Kinds.Of(found.Kind));
        if (!apart && !documents[ids[0]].Apart.Contains(ids[1]) && !documents[ids[1]].Apart.Contains(ids[0])) return SamenessRefusals.NotApart;
        var edits = ids.Select(id => Edit.Of(documents[id], ids.Where(o => o != id).Select(Change (o) => new Restore(FieldPath.Of("apart", o.ToString("D")), apart ? new JsonObject() : null))));
        return await journal.SaveAsync(new Deed(by, [.. edits]) { Reason = reason ?? (apart ? "Different records" : "No longer judged different"), Batch = batch }, stop);
    }
}
