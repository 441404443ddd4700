using System.Collections.Immutable;
using Concordat.Sources;
using Concordat.Sources.Extraction;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>A file or pasted text as it comes in.</summary>
/// <param name="Name">File name; decides only what the bytes leave open.</param>
public sealed record Incoming(byte[] Bytes, string Name, string? MediaType = null)
{
    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public string? Address { get; init; }
    /// <summary>EDTF, when the person or program that brings it knows the day.</summary>
    public string? Published { get; init; }
    /// <summary>One of <see cref="SourceKind.Sorts"/>.</summary>
    public string? Sort { get; init; }
}

/// <summary>What became of a file that came in.</summary>
/// <param name="Known">True when the same bytes were in the register already.</param>
/// <param name="Notes">What a person should know about the reading.</param>
/// <param name="Attachments">Sources of what came with a mail, those that were known already included; in its order.</param>
public sealed record TakenIn(Guid Source, bool Known, ImmutableArray<Note> Notes, ImmutableArray<Guid> Attachments);

/// <summary>Takes a document into the register: its bytes and text are kept, and it waits at the intake desk. A mail and what came with it are one commit.</summary>
/// <remarks>
/// The same bytes make one source, however many bring them at once: the file that is taken in is exact over all processes (its digest is the
/// batch of the commit), an attachment within one. A source whose making was undone can come in again.
/// </remarks>
public sealed class TakeIn(Store store, Journal journal, TimeProvider clock, MachineReading? machine = null) : IDisposable
{
    // Each time that the same bytes were taken in and undone again uses up one.
    private const int MostReturns = 100;

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <returns>Refusals <c>source.empty</c>, <c>source.too-large</c>, <c>source.bomb</c>, <c>storage.*</c>; then no source is made, and files that were written are referred to by nothing.</returns>
    public async Task<Outcome<TakenIn>> RunAsync(Actor by, Incoming incoming, CancellationToken stop = default)
    {
        if (await KnownAsync(incoming.Bytes, stop) is { } known) return known;
        if (!(await Unfold.ReadAsync(incoming, stop)).TryGet(out var parcel, out var refusal)) return refusal;
        if (!(await parcel.KeepAsync(store.Files, stop)).TryGet(out parcel, out refusal)) return refusal;
        await _turn.WaitAsync(stop);
        try
        {
            var taken = await RegisterAsync(by, parcel, stop);
            if (taken.Done && !taken.Value.Known) machine?.Wake();
            return taken;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<TakenIn?> KnownAsync(byte[] bytes, CancellationToken stop)
    {
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await using var db = store.Read(Reader.Local);
        var source = await db.Sources.Where(s => s.Digest == digest).OrderBy(s => s.Record).Select(s => (Guid?)s.Record).FirstOrDefaultAsync(stop);
        if (source is not { } known) return null;
        var attached = await db.Links.Where(l => l.Target == known && l.Field == "cameWith").OrderBy(l => l.Record).Select(l => l.Record).Take(Unfold.MostPieces).ToListAsync(stop);
        return new(known, true, [], [.. attached]);
    }

    private async Task<Outcome<TakenIn>> RegisterAsync(Actor by, Parcel parcel, CancellationToken stop)
    {
        for (var returns = 0; returns < MostReturns; returns++)
        {
            await using var db = store.Read(Reader.Local);
            var plan = await RegisterSources.PlanAsync(db, parcel, clock, stop);
            if (plan.Known) return new TakenIn(plan.Source, true, [], plan.Attachments);
            var deed = new Deed(by, plan.Edits) { Workshop = plan.Workshop, Batch = $"source:{parcel.Digest}:{returns}" };
            if (!(await journal.SaveAsync(deed, stop)).TryGet(out var saved, out var refusal)) return refusal;
            if (!saved.Documents.IsEmpty) return new TakenIn(plan.Source, false, parcel.Notes, plan.Attachments);
            // That batch was saved before: by another process just now, or by a taking in that was undone.
        }

        return SourceRefusals.TooOften;
    }

    public void Dispose() => _turn.Dispose();
}

/// <summary>Refusals of taking in that are not about reading the file.</summary>
public static class SourceRefusals
{
    public static Refusal TooOften { get; } =
        new("source.too-often", "These bytes were taken in and undone a hundred times. Restore the last of those sources from the journal instead.");
}
