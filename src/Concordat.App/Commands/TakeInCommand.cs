using Concordat.Intake;
using Concordat.Intake.Many;
using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Takes the files of a folder or ZIP archive in, and says to which agreements they probably belong.</summary>
internal static class TakeInCommand
{
    private static readonly Option Attach = new("--attach", null, "put documents that carry an agreement’s number among its texts");

    public static readonly Command Command = new("take-in", "Take in every document of a folder or ZIP archive; the same bytes are kept once.", RunAsync)
    {
        Operands = "FOLDER|FILE.zip", Options = [DataPlace.Data, Attach, DataPlace.Postgres],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (arguments.Operands.Length > 1) return CommandLine.Wrong(UsageRefusals.Operand(Command, arguments.Operands[1]), Command, terminal);
        if (!(await FilesAsync(arguments.Operands[0], stop)).TryGet(out var files, out var refusal)) return terminal.Refuse(refusal);
        if (!(await DataPlace.OpenExistingAsync(arguments, stop)).TryGet(out var store, out refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        var journal = new Journal(store, TimeProvider.System);
        using var takeIn = new TakeIn(store, journal, TimeProvider.System);
        var done = await new TakeInMany(takeIn, new SuggestAgreement(store)).RunAsync(Actor.Local, files, new Lines(terminal), stop);
        await terminal.Out.WriteLineAsync($"{done.Count(f => f is { Source: not null, Known: false }):N0} taken in, {done.Count(f => f.Known):N0} held before, {done.Count(f => f.Refusal is not null):N0} refused; an agreement is suggested for {done.Count(f => f.Suggestion is not null):N0}");
        return arguments.Has(Attach.Name) ? await AttachAsync(store, journal, done, terminal, stop) : done.Any(f => f.Refusal is not null) ? Exit.Refused : Exit.Done;
    }

    private static async Task<Outcome<List<FoundFile>>> FilesAsync(string place, CancellationToken stop)
    {
        if (Directory.Exists(place)) return ManyFiles.OfFolder(place).ToList();
        if (!File.Exists(place)) return new Refusal("file.not-found", $"There is no folder and no file “{place}”.");
        return ManyFiles.OfArchive(await File.ReadAllBytesAsync(place, stop), Path.GetFileName(place)).TryGet(out var files, out var refusal) ? files.ToList() : refusal;
    }

    private static async Task<int> AttachAsync(Store store, Journal journal, IReadOnlyCollection<ManyFile> done, Terminal terminal, CancellationToken stop)
    {
        List<(Guid, Guid)> sure = [.. done.Where(f => f is { Source: not null, Suggestion.Sure: true }).Select(f => (f.Source!.Value, f.Suggestion!.Agreement))];
        if (sure.Count == 0) { await terminal.Out.WriteLineAsync("None carries an agreement’s number."); return Exit.Done; }
        if (!(await new AttachTexts(store, journal, TimeProvider.System).RunAsync(Actor.Local, sure, stop)).TryGet(out var attached, out var refusal)) return terminal.Refuse(refusal);
        await terminal.Out.WriteLineAsync($"{attached:N0} put among the texts of agreements");
        return Exit.Done;
    }

    /// <summary>One line for each file, with tabs between: what it became, path, agreement, why.</summary>
    private sealed class Lines(Terminal terminal) : IProgress<ManyFile>
    {
        public void Report(ManyFile value) =>
            terminal.Out.WriteLine(string.Join('\t', value.Refusal?.Code ?? (value.Known ? "held" : "new"), value.Path, value.Suggestion?.Title ?? "", value.Suggestion?.Why ?? value.Refusal?.Message ?? ""));
    }
}
