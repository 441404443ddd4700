using System.Diagnostics;
using Concordat.App.Commands;
using Concordat.Import;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Storage;

namespace Concordat.App.Import;

/// <summary>Imports a table into a register, or tries to and says what would be done.</summary>
internal static class ImportCommand
{
    private static readonly Option MappingFile = new("--mapping", "FILE", "what the columns are, as JSON; else it is proposed from the header");
    private static readonly Option WriteMapping = new("--write-mapping", "FILE", "write the mapping that is used, to be changed and given back");
    private static readonly Option Sheet = new("--sheet", "NAME", "the sheet of a workbook; else the first that is shown");
    private static readonly Option Kind = new("--kind", "KIND", "agreement or organisation; else what the header speaks of");
    private static readonly Option Dates = new("--dates", "ORDER", "day-first or month-first, where a column leaves it open");
    private static readonly Option DryRun = new("--dry-run", null, "say what would be done, and write nothing");

    public static readonly Command Command = new("import", "Import agreements or organisations from XLSX, CSV or JSON lines; the same file twice changes nothing.", RunAsync)
    {
        Operands = "FILE",
        Options = [DataPlace.Data, MappingFile, WriteMapping, Sheet, Kind, Dates, DryRun, DataPlace.Postgres],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (arguments.Operands.Length > 1) return CommandLine.Wrong(UsageRefusals.Operand(Command, arguments.Operands[1]), Command, terminal);
        if (!(await BytesAsync(arguments.Operands[0], stop)).TryGet(out var bytes, out var refusal)) return terminal.Refuse(refusal);
        if (!OpenTable.Read(bytes, Path.GetFileName(arguments.Operands[0])).TryGet(out var file, out refusal)) return terminal.Refuse(refusal);
        if (!(await MappingAsync(arguments, file, stop)).TryGet(out var mapping, out refusal)) return terminal.Refuse(refusal);
        if (file.Remark.Length > 0) await terminal.Error.WriteLineAsync(file.Remark);
        if (arguments.Value(WriteMapping.Name) is { } target)
        {
            await File.WriteAllTextAsync(target, mapping.Write() + "\n", stop);
            await terminal.Error.WriteLineAsync($"The mapping is in {target}.");
        }

        if (!(await DataPlace.OpenExistingAsync(arguments, stop)).TryGet(out var store, out refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        return await ImportAsync(store, bytes, file, mapping, arguments.Has(DryRun.Name), terminal, stop);
    }

    private static async Task<int> ImportAsync(Store store, byte[] bytes, TableFile file, Mapping mapping, bool dry, Terminal terminal, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var progress = new Shown(terminal);
        var run = await new ImportTable(store, new Journal(store, TimeProvider.System), TimeProvider.System).RunAsync(Actor.Local, bytes, file, mapping, dry, progress, stop);
        progress.End();
        if (!run.TryGet(out var report, out var refusal)) return terminal.Refuse(refusal);
        ReportText.Print(report, mapping.Kind, terminal.Out);
        await terminal.Error.WriteLineAsync($"{report.Rows:N0} rows in {clock.Elapsed.TotalSeconds:0.0} s, {report.Rows / clock.Elapsed.TotalSeconds:N0} a second");
        return Exit.Done;
    }

    private static async Task<Outcome<Mapping>> MappingAsync(Arguments arguments, TableFile file, CancellationToken stop)
    {
        if (arguments.Value(MappingFile.Name) is { } path)
        {
            try
            {
                return Mapping.Read(await File.ReadAllTextAsync(path, stop));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return CommandRefusals.NoFile(path);
            }
        }

        if (!file.Find(arguments.Value(Sheet.Name)).TryGet(out var sheet, out var refusal)) return refusal;
        if (!file.Head(sheet, Header.Looked).TryGet(out var head, out refusal)) return refusal;
        var kind = arguments.Value(Kind.Name) ?? ProposeMapping.Kind(head);
        if (!Targets.IsKind(kind)) return ImportRefusals.BadMapping($"“{kind}” is no kind that tables bring; agreement and organisation are.");
        if (!ProposeMapping.Look(file, sheet, kind).TryGet(out var view, out refusal)) return refusal;
        var mapping = ProposeMapping.From(view, kind, arguments.Value(Sheet.Name));
        var order = arguments.Value(Dates.Name);
        if (order is not (null or Column.DayFirst or Column.MonthFirst)) return ImportRefusals.BadMapping($"“{order}” is no order of dates; {Column.DayFirst} and {Column.MonthFirst} are.");
        return order is null ? mapping : mapping with { Columns = [.. mapping.Columns.Select(c => view[c.Header]!.Dates.MustAsk ? c with { Order = order } : c)] };
    }

    private static async Task<Outcome<byte[]>> BytesAsync(string path, CancellationToken stop)
    {
        try
        {
            if (new FileInfo(path).Length > TableLimits.Default.FileBytes) return ImportRefusals.TooLarge($"{path} is larger than {TableLimits.Default.FileBytes / 1048576} MB.");
            return await File.ReadAllBytesAsync(path, stop);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CommandRefusals.NoFile(path);
        }
    }

    /// <summary>One line that is written over, where a person watches.</summary>
    private sealed class Shown(Terminal terminal) : IProgress<ImportReport>
    {
        private bool _said;

        public void Report(ImportReport value)
        {
            if (!terminal.Live) return;
            _said = true;
            terminal.Error.Write($"\r{value.Rows:N0} rows, {value.Made:N0} made, {value.Refused:N0} refused ");
        }

        public void End()
        {
            if (_said) terminal.Error.WriteLine();
        }
    }
}
