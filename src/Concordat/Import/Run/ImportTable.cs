using System.Collections.Immutable;
using System.Security.Cryptography;
using Concordat.Import.Mappings;
using Concordat.Import.Rows;
using Concordat.Import.Tables;
using Concordat.Storage;

namespace Concordat.Import.Run;

/// <summary>Imports a table by a mapping, or tries to: rows in chunks, each chunk one commit, so that a broken import goes on where it stopped.</summary>
/// <remarks>The same table twice changes nothing: rows meet the records that they made, and every value is there already.</remarks>
public sealed class ImportTable(Store store, Journal journal, TimeProvider clock)
{
    /// <summary>Rows of one commit. With the organisations that they bring, a commit stays at about a thousand records.</summary>
    public const int RowsAtOnce = 500;

    /// <param name="bytes">The file, which is kept as a source.</param>
    /// <param name="dry">True finds out what would be done and writes nothing.</param>
    /// <param name="progress">Told after each chunk, without lists.</param>
    /// <returns>
    /// Refusals <c>import.not-mapped</c>, <c>import.mapped-twice</c>, <c>import.column-missing</c>, <c>import.no-such-sheet</c>, <c>import.date-order-unknown</c>, those of reading the table, and those of <see cref="Journal.SaveAsync"/>;
    /// chunks before them are saved.
    /// </returns>
    public async Task<Outcome<ImportReport>> RunAsync(Actor by, byte[] bytes, TableFile file, Mapping mapping, bool dry, IProgress<ImportReport>? progress = null, CancellationToken stop = default)
    {
        try
        {
            if (!Prepare(file, mapping).TryGet(out var ready, out var refusal)) return refusal;
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (dry) return await new Session(this, by, file, mapping, ready, await KnownAsync(digest, stop), null, progress).RunAsync(stop);
            if (!(await new SourceOfTable(store, journal, clock).KeepAsync(by, bytes, file, ready.Sheet, stop)).TryGet(out var source, out refusal)) return refusal;
            if (!(await BeginAsync(by, digest, file.Name, mapping, stop)).TryGet(out var state, out refusal)) return refusal;
            return await new Session(this, by, file, mapping, ready, source, state, progress).RunAsync(stop);
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }
    }

    private sealed record Ready(int Sheet, Header Header, ImmutableArray<BoundColumn> Columns);

    private static Outcome<Ready> Prepare(TableFile file, Mapping mapping)
    {
        if (mapping.Lacking() is { } lacking) return lacking;
        if (!file.Find(mapping.Sheet).TryGet(out var sheet, out var refusal)) return refusal;
        if (!ProposeMapping.Look(file, sheet, mapping.Kind, mapping).TryGet(out var view, out refusal)) return refusal;
        if (!BoundColumn.All(mapping, view.Header).TryGet(out var columns, out refusal)) return refusal;
        var open = columns.FirstOrDefault(c => c.Target.IsDate && c.Column.Order is null && view.Columns[c.At].Dates.Ambiguous > 0 && view.Columns[c.At].Dates.Order is null);
        if (open is not null) return ImportRefusals.OrderUnknown(open.Column.Header, view.Columns[open.At].Dates.Sample!);
        // What the column proves itself need not be in the mapping.
        return new Ready(sheet, view.Header, [.. columns.Select(c => c.Target.IsDate ? c with { Column = c.Column with { Order = c.Column.Order ?? view.Columns[c.At].Dates.Order } } : c)]);
    }

    /// <summary>For a trial: the source if the table was imported before, else a place that no record has.</summary>
    private async Task<TableSource> KnownAsync(string digest, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        return new(await SourceOfTable.FindAsync(db, digest, stop) is { } known ? known.Id : Guid.Parse("00000000-0000-7000-8000-000000000001"), null);
    }

    /// <summary>Takes up a run of the same mapping that was broken off, or begins a new one.</summary>
    private async Task<Outcome<ImportState>> BeginAsync(Actor by, string digest, string name, Mapping mapping, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var state = await ImportState.FindAsync(db, digest, stop) ?? new() { Digest = digest, Name = name, At = Entry.Microseconds(clock.GetUtcNow()) };
        if (state.Open && state.RunBy == mapping.Digest()) return state;
        state = state with { Mapping = mapping, Run = state.Run + 1, RunBy = mapping.Digest(), Chunks = 0, Open = true, Report = null };
        var kept = await journal.KeepAsync(by, state.Row());
        return kept.Done ? state : kept.Refusal!;
    }

    /// <summary>One import from its beginning, or from where it stopped, to its end.</summary>
    private sealed class Session(ImportTable of, Actor by, TableFile file, Mapping mapping, Ready ready, TableSource source, ImportState? state, IProgress<ImportReport>? progress)
    {
        private readonly Tally _tally = state?.Report is { } before ? Tally.From(before) : new(state is null);
        private ImportState? _state = state;
        private int _chunk;

        public async Task<Outcome<ImportReport>> RunAsync(CancellationToken stop)
        {
            var stamp = new Stamp(by, Json.Cut(of.Clock.GetUtcNow()), Reason);
            var run = new ImportRun(mapping, new ReadRow(mapping, ready.Columns, DateOnly.FromDateTime(stamp.At.UtcDateTime)), source, _tally, stamp);
            if (await PassAsync(run.PlanAsync, stop) is { } refusal) return refusal;
            if (ready.Columns.Any(c => c.Target.Sort == TargetSort.Parents) && !IsDry && await PassAsync(run.PlanParentsAsync, stop) is { } unfinished) return unfinished;
            var report = _tally.Report(done: true, IsDry ? null : source.Source);
            if (_state is not null && (await of.Journal.KeepAsync(by, (_state with { Open = false, Report = report }).Row())).Refusal is { } unkept) return unkept;
            return report;
        }

        private bool IsDry => _state is null;

        private string Reason => $"Imported from {file.Name}";

        private async Task<Refusal?> PassAsync(Func<ReadDb, IReadOnlyList<RowPlaces>, CancellationToken, Task<ImmutableArray<Edit>>> plan, CancellationToken stop)
        {
            var text = new TableText(file.Sheets[ready.Sheet].Name);
            // Lines of the header count in the text, though they are no records.
            var rows = file.Rows(ready.Sheet).Select(text.Next).Where(p => p.Row.Number >= ready.Header.Row + ready.Header.Lines);
            foreach (var chunk in rows.Chunk(RowsAtOnce))
            {
                stop.ThrowIfCancellationRequested();
                if (_state is { } state && _chunk < state.Chunks) { _chunk++; continue; }
                await using var db = of.Store.Read(Reader.Local);
                var edits = await plan(db, chunk, stop);
                _chunk++;
                if (!IsDry && await SaveAsync(edits, stop) is { } refusal) return refusal;
                progress?.Report(_tally.Report(done: false, source.Source, whole: false));
            }

            return null;
        }

        private async Task<Refusal?> SaveAsync(ImmutableArray<Edit> edits, CancellationToken stop)
        {
            _state = _state! with { Chunks = _chunk, Report = _tally.Report(done: false, source.Source, whole: false) };
            var deed = new Deed(by, edits) { Reason = Reason, Batch = $"import:{_state.Digest}:{_state.Run}:{_chunk}", Workshop = [_state.Row()] };
            var refusal = (await of.Journal.SaveAsync(deed, stop)).Refusal;
            if (refusal is null || !refusal.Code.StartsWith("record.", StringComparison.Ordinal)) return refusal;
            // One record that cannot be as the row has it does not keep the others out.
            var rest = (await of.Journal.SaveAsync(deed with { Edits = [.. edits.Where(Stands)] }, stop)).Refusal;
            if (rest is null || !rest.Code.StartsWith("record.", StringComparison.Ordinal)) return rest;
            return await OneByOneAsync(edits, stop);
        }

        /// <summary>For a chunk in which something refers to what a person undid meanwhile: each record that can be saved is.</summary>
        private async Task<Refusal?> OneByOneAsync(ImmutableArray<Edit> edits, CancellationToken stop)
        {
            foreach (var edit in edits)
            {
                var refusal = (await of.Journal.SaveAsync(new Deed(by, [edit]) { Reason = Reason }, stop)).Refusal;
                if (refusal is null) continue;
                if (!refusal.Code.StartsWith("record.", StringComparison.Ordinal)) return refusal;
                _tally.Refuse(0, Cited(edit), refusal);
            }

            return (await of.Journal.KeepAsync(by, _state!.Row())).Refusal;
        }

        private static string Cited(Edit edit) => edit.Changes.OfType<Witness>().FirstOrDefault()?.Citation is { } cited ? $"{cited.Rule} {cited.Quote}" : "";

        private bool Stands(Edit edit)
        {
            if (edit.BaseVersion > 0 || ApplyEdit.To(null, edit, Kinds.Of(edit.Kind), new Stamp(by, Json.Cut(of.Clock.GetUtcNow()), Reason)).TryGet(out _, out var wrong)) return true;
            _tally.Refuse(0, Cited(edit), wrong);
            return false;
        }
    }

    private Store Store => store;

    private Journal Journal => journal;

    private TimeProvider Clock => clock;
}
