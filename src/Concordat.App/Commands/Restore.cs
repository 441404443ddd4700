using Concordat.Backups;

namespace Concordat.App.Commands;

/// <summary>Makes a register of a backup, in an empty place.</summary>
internal static class Restore
{
    public static readonly Command Command = new("restore", "Make a register of a backup, in an empty place.", RunAsync)
    {
        Operands = "FILE",
        Options = [DataPlace.Data, Backup.Passphrase, DataPlace.Postgres],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!Backup.PassphraseOf(arguments).TryGet(out var passphrase, out var refusal)) return terminal.Refuse(refusal);
        var place = DataPlace.Of(arguments);
        await terminal.Error.WriteLineAsync($"Restoring into {place.Folder} …");
        var restored = await new RestoreBackup(place).RunAsync(Path.GetFullPath(arguments.Operands[0]), passphrase, new Backup.Progress(terminal), stop);
        if (!restored.TryGet(out var summary, out refusal)) return terminal.Refuse(refusal);
        await terminal.Out.WriteLineAsync($"{place.Folder}: restored and verified");
        return await Backup.SayAsync(summary, terminal);
    }
}
