using System.Collections.Immutable;
using System.Threading.Channels;
using Concordat.Sources;
using Concordat.Sources.Extraction;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>How the machine reading of one source stands.</summary>
public enum MachinePhase
{
    /// <summary>There is nothing for a machine to read.</summary>
    None,
    /// <summary>This machine lacks the program that reads pictures.</summary>
    NotHere,
    Waiting, Reading, Failed,
    /// <summary>Read; there may have been no words.</summary>
    Done,
}

/// <param name="Page">Pages done, of <paramref name="Pages"/>; both 0 before the first.</param>
/// <param name="Note">Why it failed.</param>
public sealed record MachineState(MachinePhase Phase, int Page = 0, int Pages = 0, string? Note = null)
{
    public static MachineState Nothing { get; } = new(MachinePhase.None);
}

/// <summary>Reads scanned documents one after the other, in the background. What waits is kept in the database, so that a restart goes on with it.</summary>
public sealed class MachineReading(Store store, Journal journal, TimeProvider clock) : IAsyncDisposable
{
    private static readonly Actor Machine = new("machine-reading", "Machine reading");

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private Task? _worker;
    private volatile Running? _now;

    /// <summary>True where pictures can be read on this machine.</summary>
    public static bool IsAvailable => Ocr.IsAvailable;

    /// <summary>Looks for work and does it in the background; called at start-up and whenever something may wait. Returns at once.</summary>
    public void Wake()
    {
        if (!IsAvailable) return;
        lock (_gate)
        {
            if (_end.IsCancellationRequested) return;
            _worker ??= Task.Run(WorkAsync);
        }

        _bell.Writer.TryWrite(true);
    }

    /// <summary>Puts a source in line again, for instance after a failure.</summary>
    /// <returns>Refusals <c>source.no-machine-reader</c>, <c>storage.*</c>.</returns>
    public async Task<Outcome<Saved>> AgainAsync(Actor by, Guid source)
    {
        if (!IsAvailable) return Refusals.NoMachineReader;
        var kept = await journal.KeepAsync(by, Row(source, ReadingRow.Waiting));
        if (kept.Done) Wake();
        return kept;
    }

    /// <summary>How it stands with one source, in one statement.</summary>
    public async Task<MachineState> OfAsync(ReadDb db, Guid source, CancellationToken stop = default)
    {
        var row = await db.Readings.FirstOrDefaultAsync(r => r.Source == source, stop);
        if (row is null) return MachineState.Nothing;
        if (_now is { } now && now.Source == source) return new(MachinePhase.Reading, now.At.Page, now.At.Pages);
        return row.State switch
        {
            ReadingRow.Done => new(MachinePhase.Done, Note: row.Note),
            ReadingRow.Failed => new(MachinePhase.Failed, Note: row.Note),
            _ => new(IsAvailable ? MachinePhase.Waiting : MachinePhase.NotHere),
        };
    }

    private async Task WorkAsync()
    {
        try
        {
            while (await _bell.Reader.WaitToReadAsync(_end.Token))
            {
                _bell.Reader.TryRead(out _);
                while (await NextAsync() is { } source && await OneAsync(source)) { }
            }
        }
        catch (OperationCanceledException)
        {
            // What was being read still waits in the database.
        }
    }

    private async Task<Guid?> NextAsync()
    {
        try
        {
            await using var db = store.Read(Reader.Local);
            return await db.Readings.Where(r => r.State == ReadingRow.Waiting).OrderBy(r => r.At).ThenBy(r => r.Source).Select(r => (Guid?)r.Source).FirstOrDefaultAsync(_end.Token);
        }
        catch (Exception error) when (StoreRefusals.From(error) is not null)
        {
            // The database is away for now; the next bell looks again.
            return null;
        }
    }

    /// <summary>False when not even the failure could be written down: then it waits for the next bell.</summary>
    private async Task<bool> OneAsync(Guid source)
    {
        var now = _now = new Running(source);
        Refusal? refusal;
        try
        {
            refusal = (await ReadAsync(source, now)).Refusal;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            refusal = new("source.machine-failed", $"The machine could not read it ({error.GetType().Name}).");
        }
        finally
        {
            _now = null;
        }

        return refusal is null || (await journal.KeepAsync(Machine, Row(source, ReadingRow.Failed, refusal.Message))).Done;
    }

    private async Task<Outcome<Saved>> ReadAsync(Guid source, Running progress)
    {
        await using var db = store.Read(Reader.Local);
        if (await db.FindAsync(source, _end.Token) is not { Withdrawn: false } document) return JournalRefusals.NotFound(source);
        var it = document.As<Source>();
        if (it.Texts.Length > 0) return await journal.KeepAsync(Machine, Row(source, ReadingRow.Done));
        if (await store.Files.GetAsync(it.Digest, _end.Token) is not { } bytes) return new Refusal("source.file-missing", "The stored file is not there. Restore it from a backup.");
        if (!(await Ocr.ReadAsync(bytes, progress: progress, stop: _end.Token)).TryGet(out var read, out var refusal)) return refusal;
        if (!(await Texts.KeepAsync(read, store.Files, _end.Token)).TryGet(out var text, out refusal)) return refusal;
        var done = Row(source, ReadingRow.Done, text is null ? "The machine found no words on the pictures." : null);
        if (text is null) return await journal.KeepAsync(Machine, done);
        var changes = new List<Change> { RegisterSources.Added(text, clock) };
        if (it.NearCopyOf is null && await NearCopies.OfAsync(db, text, _end.Token, except: source) is { } near) changes.Add(new Set("nearCopyOf", near.ToString("D")));
        if (it.Pages is null && read.Pages > 0) changes.Add(new Set("pages", read.Pages));
        return await journal.SaveAsync(new Deed(Machine, [Edit.Of(document, changes)]) { Workshop = [done] }, _end.Token);
    }

    private ReadingRow Row(Guid source, string state, string? note = null) => new() { Source = source, State = state, Note = note, At = Entry.Microseconds(clock.GetUtcNow()) };

    public async ValueTask DisposeAsync()
    {
        Task? worker;
        lock (_gate)
        {
            if (_end.IsCancellationRequested) return;
            _end.Cancel();
            worker = _worker;
        }

        if (worker is not null) await worker;
        _end.Dispose();
    }

    private sealed class Running(Guid source) : IProgress<OcrProgress>
    {
        private readonly Lock _gate = new();
        private OcrProgress _at;

        public Guid Source => source;

        public OcrProgress At
        {
            get { lock (_gate) return _at; }
        }

        public void Report(OcrProgress value)
        {
            lock (_gate) _at = value;
        }
    }
}
