using System.Collections.Immutable;
using System.Text;
using Concordat.Reading;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>One source as the intake desk shows it: its text and what it proposes, held against the register as it is now.</summary>
/// <param name="Text">Empty where nothing could be read.</param>
/// <param name="State">waiting, accepted or set-aside; null for a source that never was at the desk.</param>
public sealed record DeskView(Document Source, SourceText? Reading, string Text, ImmutableArray<Proposal> Proposals, string? State)
{
    /// <summary>How the machine reading of a document without text stands.</summary>
    public MachineState Machine { get; init; } = MachineState.Nothing;

    /// <summary>True when the text is recorded but its file is not there.</summary>
    public bool IsTextMissing => Reading is not null && Text.Length == 0;

    /// <summary>When the desk last did something with it; microseconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>Names what the proposals were read from, and the state of the desk that a person saw: decisions hold only under the same stamp.</summary>
    public string ReadStamp => $"{Read}:{At}";

    /// <summary>True when another stamp is of the same text, read by the same rules.</summary>
    internal bool IsSameReading(string stamp) => stamp.StartsWith(Read + ":", StringComparison.Ordinal);

    private string Read => $"{Reading?.Digest ?? "none"}:{DocumentReader.Version}";
}

/// <summary>The intake desk: shows what a source proposes, and accepts what a person ticks.</summary>
public sealed class Desk(Store store, Journal journal, TimeProvider clock, MachineReading? machine = null)
{
    /// <summary>Reads the source's text anew: nothing of a proposal is stored, so it is never out of date. A text that no machine read off pictures is preferred.</summary>
    /// <returns>Refusal <c>record.not-found</c>.</returns>
    public async Task<Outcome<DeskView>> ShowAsync(Reader reader, Guid source, CancellationToken stop = default)
    {
        var shown = await OnceAsync(reader, source, stop);
        // The machine finished between two looks: its text is there now.
        return shown is { Done: true, Value: { Reading: null, Machine: { Phase: MachinePhase.Done, Note: null } } } ? await OnceAsync(reader, source, stop) : shown;
    }

    private async Task<Outcome<DeskView>> OnceAsync(Reader reader, Guid source, CancellationToken stop)
    {
        await using var db = store.Read(reader);
        var document = await db.FindAsync(source, stop);
        if (document is null || document.Kind != SourceKind.Name || document.Withdrawn) return JournalRefusals.NotFound(source);
        // Before the register is looked at: who accepts in between has then changed it.
        var desk = await db.Intake.Where(i => i.Source == source).Select(i => new { i.State, i.At }).FirstOrDefaultAsync(stop);
        var it = document.As<Source>();
        var reading = it.Texts.OrderBy(t => t.MachineRead == true).FirstOrDefault();
        var bytes = reading is null ? null : await store.Files.GetAsync(reading.Digest, stop);
        var text = bytes is null ? "" : Encoding.UTF8.GetString(bytes);
        var findings = text.Length == 0 ? new() : DocumentReader.Read(text, Day(it.Published));
        var proposals = await FindCandidates.ForAsync(db, Propose.From(findings), source, stop);
        return new DeskView(document, reading, text, proposals, desk?.State)
        {
            At = desk?.At ?? 0,
            Machine = reading is null && machine is not null ? await machine.OfAsync(db, source, stop) : MachineState.Nothing,
        };
    }

    /// <inheritdoc cref="AcceptAsync(Actor, Guid, IReadOnlyDictionary{string, Decision}, string?, CancellationToken)"/>
    public Task<Outcome<Saved>> AcceptAsync(Actor by, Guid source, IReadOnlyDictionary<string, Decision> decisions, CancellationToken stop = default) =>
        AcceptAsync(by, source, decisions, null, stop);

    /// <summary>Makes and extends records as decided, in one commit; the source no longer waits.</summary>
    /// <param name="decisions">By proposal key; proposals without a decision are left out.</param>
    /// <param name="seen">The <see cref="DeskView.ReadStamp"/> that the person decided on; null skips the check.</param>
    /// <returns>Refusals <c>desk.read-meanwhile</c>, <c>desk.accepted-meanwhile</c>, those of <see cref="Accept.Decide"/> and of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<Saved>> AcceptAsync(Actor by, Guid source, IReadOnlyDictionary<string, Decision> decisions, string? seen, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var shown = await ShowAsync(Reader.Local, source, stop);
        if (!shown.TryGet(out var view, out var refusal)) return refusal;
        if (seen is not null && seen != view.ReadStamp) return view.IsSameReading(seen) ? DeskRefusals.AcceptedMeanwhile : DeskRefusals.ReadMeanwhile;
        var held = await db.FindAsync([.. decisions.Values.Select(d => d.Link).OfType<Guid>().Distinct()], stop);
        var text = new ReadText(source, view.Reading?.Digest, PageAt(view.Reading));
        if (!Accept.Decide(view.Proposals, decisions, held, text, clock.GetUtcNow()).TryGet(out var edits, out refusal)) return refusal;
        // Whoever decides on the same state of the desk is second: pressing twice makes nothing twice.
        var deed = new Deed(by, edits) { Workshop = [Row(view, "accepted")], Batch = $"desk:{source:N}:{view.At}" };
        if (!(await journal.SaveAsync(deed, stop)).TryGet(out var saved, out refusal)) return refusal;
        return edits.Length > 0 && saved.Documents.IsEmpty ? DeskRefusals.AcceptedMeanwhile : saved;
    }

    /// <summary>Takes a source off the desk without accepting anything; it stays in the register.</summary>
    public Task<Outcome<Saved>> SetAsideAsync(Actor by, Guid source, CancellationToken stop = default) => MoveAsync(by, source, "set-aside", stop);

    /// <summary>Puts a source back on the desk.</summary>
    public Task<Outcome<Saved>> ReopenAsync(Actor by, Guid source, CancellationToken stop = default) => MoveAsync(by, source, "waiting", stop);

    private async Task<Outcome<Saved>> MoveAsync(Actor by, Guid source, string state, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var document = await db.FindAsync(source, stop);
        if (document is null || document.Kind != SourceKind.Name || document.Withdrawn) return JournalRefusals.NotFound(source);
        return await journal.KeepAsync(by, Row(document, state));
    }

    internal static Func<int, int> PageAt(SourceText? reading)
    {
        var starts = reading?.PageStarts?.Split(',').Select(int.Parse).ToArray() ?? [];
        return offset => starts.Length == 0 ? 0 : Math.Max(1, Array.FindLastIndex(starts, s => s <= offset) + 1);
    }

    private IntakeRow Row(DeskView view, string state) => Row(view.Source, state);

    private IntakeRow Row(Document source, string state) => new()
    {
        Source = source.Id, Title = source.As<Source>().Title, State = state, At = Entry.Microseconds(clock.GetUtcNow()),
    };

    private static DateOnly? Day(string? edtf) => When.TryParse(edtf, out var when) && when.Lo == when.Hi && Math.Abs(when.Lo) < 700_000
        ? DateOnly.FromDayNumber((int)when.Lo + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) : null;
}

/// <summary>Refusals of the intake desk.</summary>
public static class DeskRefusals
{
    public static Refusal ReadMeanwhile { get; } =
        new("desk.read-meanwhile", "This document was read anew after you opened it, and proposes other values. Nothing was saved: look at them and accept again.");

    public static Refusal AcceptedMeanwhile { get; } =
        new("desk.accepted-meanwhile", "Somebody accepted from this document after you opened it. Nothing was saved twice: open it again to see what is left.");

    public static Refusal OtherKind(string proposed, string linked) =>
        new("desk.other-kind", $"“{proposed}” cannot be “{linked}”, which is another kind of record. Choose a record of the same kind, or make a new one.");
}
