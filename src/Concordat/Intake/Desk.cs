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
public sealed record DeskView(Document Source, SourceText? Reading, string Text, ImmutableArray<Proposal> Proposals, string? State);

/// <summary>The intake desk: shows what a source proposes, and accepts what a person ticks.</summary>
public sealed class Desk(Store store, Journal journal, TimeProvider clock)
{
    /// <summary>Reads the source's text anew: nothing of a proposal is stored, so it is never out of date.</summary>
    /// <returns>Refusal <c>record.not-found</c>.</returns>
    public async Task<Outcome<DeskView>> ShowAsync(Reader reader, Guid source, CancellationToken stop = default)
    {
        await using var db = store.Read(reader);
        var document = await db.FindAsync(source, stop);
        if (document is null || document.Kind != SourceKind.Name) return JournalRefusals.NotFound(source);
        var it = document.As<Source>();
        var reading = it.Texts.OrderBy(t => t.MachineRead == true).FirstOrDefault();
        var bytes = reading is null ? null : await store.Files.GetAsync(reading.Digest, stop);
        var text = bytes is null ? "" : Encoding.UTF8.GetString(bytes);
        var findings = text.Length == 0 ? new() : DocumentReader.Read(text, Day(it.Published));
        var proposals = await FindCandidates.ForAsync(db, Propose.From(findings), stop);
        var state = await db.Intake.Where(i => i.Source == source).Select(i => i.State).FirstOrDefaultAsync(stop);
        return new DeskView(document, reading, text, proposals, state);
    }

    /// <summary>Makes and extends records as decided, in one commit; the source no longer waits.</summary>
    /// <param name="decisions">By proposal key; proposals without a decision are left out.</param>
    /// <returns>Refusals <c>record.not-found</c> and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<Saved>> AcceptAsync(Actor by, Guid source, IReadOnlyDictionary<string, Decision> decisions, CancellationToken stop = default)
    {
        var shown = await ShowAsync(Reader.Local, source, stop);
        if (!shown.TryGet(out var view, out var refusal)) return refusal;
        await using var db = store.Read(Reader.Local);
        var held = await db.FindAsync([.. decisions.Values.Select(d => d.Link).OfType<Guid>().Distinct()], stop);
        var text = new ReadText(source, view.Reading?.Digest, PageAt(view.Reading));
        if (!Accept.Decide(view.Proposals, decisions, held, text, clock.GetUtcNow()).TryGet(out var edits, out refusal)) return refusal;
        return await journal.SaveAsync(new Deed(by, edits) { Workshop = [Row(view, "accepted")] }, stop);
    }

    /// <summary>Takes a source off the desk without accepting anything; it stays in the register.</summary>
    public async Task<Outcome<Saved>> SetAsideAsync(Actor by, Guid source, CancellationToken stop = default)
    {
        var shown = await ShowAsync(Reader.Local, source, stop);
        return shown.TryGet(out var view, out var refusal) ? await journal.KeepAsync(by, Row(view, "set-aside")) : refusal;
    }

    /// <summary>Puts a source back on the desk.</summary>
    public async Task<Outcome<Saved>> ReopenAsync(Actor by, Guid source, CancellationToken stop = default)
    {
        var shown = await ShowAsync(Reader.Local, source, stop);
        return shown.TryGet(out var view, out var refusal) ? await journal.KeepAsync(by, Row(view, "waiting")) : refusal;
    }

    internal static Func<int, int> PageAt(SourceText? reading)
    {
        var starts = reading?.PageStarts?.Split(',').Select(int.Parse).ToArray() ?? [];
        return offset => starts.Length == 0 ? 0 : Math.Max(1, Array.FindLastIndex(starts, s => s <= offset) + 1);
    }

    private IntakeRow Row(DeskView view, string state) => new()
    {
        Source = view.Source.Id, Title = view.Source.As<Source>().Title, State = state, At = Entry.Microseconds(clock.GetUtcNow()),
    };

    private static DateOnly? Day(string? edtf) => When.TryParse(edtf, out var when) && when.Lo == when.Hi && Math.Abs(when.Lo) < 800_000
        ? DateOnly.FromDayNumber((int)when.Lo + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) : null;
}
