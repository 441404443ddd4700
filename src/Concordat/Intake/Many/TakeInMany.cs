using System.Collections.Immutable;

namespace Concordat.Intake.Many;

/// <summary>The agreement to which a document probably belongs.</summary>
/// <param name="Why">In words.</param>
/// <param name="Sure">True where a number of the agreement stands in the document or its path.</param>
public sealed record Suggestion(Guid Agreement, string Title, string Why, bool Sure);

/// <summary>What became of one file.</summary>
/// <param name="Known">True when the same bytes were in the register already.</param>
public sealed record ManyFile(string Path, Guid? Source, bool Known, Refusal? Refusal, Suggestion? Suggestion);

/// <summary>Takes the files of a folder or an archive in, one commit for each, and looks for the agreement of each.</summary>
/// <remarks>Files of the same bytes make one source. Doing it again takes in only what is new.</remarks>
public sealed class TakeInMany(TakeIn takeIn, SuggestAgreement suggest)
{
    /// <param name="progress">Told after each file.</param>
    public async Task<ImmutableArray<ManyFile>> RunAsync(Actor by, IEnumerable<FoundFile> files, IProgress<ManyFile>? progress = null, CancellationToken stop = default)
    {
        var done = ImmutableArray.CreateBuilder<ManyFile>();
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            var each = await OneAsync(by, file, stop);
            done.Add(each);
            progress?.Report(each);
            // Without room or database the rest would fare no better.
            if (each.Refusal is { } refusal && refusal.Code.StartsWith("storage.", StringComparison.Ordinal)) break;
        }

        return done.ToImmutable();
    }

    private async Task<ManyFile> OneAsync(Actor by, FoundFile file, CancellationToken stop)
    {
        var bytes = await file.Read(stop);
        if (!bytes.TryGet(out var content, out var refusal)) return new(file.Path, null, false, refusal, null);
        var taken = await takeIn.RunAsync(by, new Incoming(content, file.Path[(file.Path.LastIndexOf('/') + 1)..]), stop);
        return taken.TryGet(out var it, out refusal) ? new(file.Path, it.Source, it.Known, null, await suggest.ForAsync(it.Source, file.Path, stop)) : new(file.Path, null, false, refusal, null);
    }
}
