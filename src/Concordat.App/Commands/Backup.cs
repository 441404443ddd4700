using Concordat.Backups;

namespace Concordat.App.Commands;

/// <summary>Writes everything into one file while the server goes on.</summary>
internal static class Backup
{
    public static readonly Option Passphrase = new("--passphrase-file", "FILE", "a file whose only line is the passphrase that encrypts the backup");

    public static readonly Command Command = new("backup", "Write everything into one file, while the server goes on.", RunAsync)
    {
        Operands = "FILE",
        Options = [DataPlace.Data, Passphrase, DataPlace.Postgres],
    };

    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (!PassphraseOf(arguments).TryGet(out var passphrase, out var refusal)) return terminal.Refuse(refusal);
        if (!(await DataPlace.OpenExistingAsync(arguments, stop, asIs: true)).TryGet(out var store, out refusal)) return terminal.Refuse(refusal);
        await using var open = store;
        var file = Path.GetFullPath(arguments.Operands[0]);
        await terminal.Error.WriteLineAsync($"Backing up {store.Place.Folder} …");
        var made = await new BackUp(store, TimeProvider.System).RunAsync(file, passphrase, Version.Number, new Progress(terminal), stop);
        if (!made.TryGet(out var summary, out refusal)) return terminal.Refuse(refusal);
        await terminal.Out.WriteLineAsync($"{file}: {Size(new FileInfo(file).Length)}{(passphrase is null ? ", not encrypted" : ", encrypted")}, read back and found whole");
        return await SayAsync(summary, terminal);
    }

    /// <summary>Says what is in it; files that the register had lost are a fault, though the rest is safe.</summary>
    internal static async Task<int> SayAsync(BackupSummary summary, Terminal terminal)
    {
        await terminal.Out.WriteLineAsync($"{Counted.Of(summary.Commits, "commit")}, {Counted.Of(summary.Entries, "entry", "entries")}, {Counted.Of(summary.Files, "file")} of {Size(summary.FileBytes)}");
        if (summary.Commits > 0) await terminal.Out.WriteLineAsync($"Head {summary.Head}");
        foreach (var digest in summary.Missing) await terminal.Error.WriteLineAsync($"The stored file {digest} was missing or damaged in the register, and so it is in the backup. (file.missing)");
        return summary.Missing.IsEmpty ? Exit.Done : Exit.Refused;
    }

    /// <summary>The passphrase as bytes, without the end of its line; null where none is asked for.</summary>
    /// <returns>Refusal <c>backup.no-passphrase</c>.</returns>
    internal static Outcome<byte[]?> PassphraseOf(Arguments arguments)
    {
        if (arguments.Value(Passphrase.Name) is not { } file) return default(byte[]);
        try
        {
            var bytes = File.ReadAllBytes(file).AsSpan().TrimEnd("\r\n"u8);
            return bytes.IsEmpty || bytes.IndexOf((byte)'\n') >= 0 ? BackupRefusals.NoPassphrase(file) : bytes.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return BackupRefusals.NoPassphrase(file);
        }
    }

    private static string Size(long bytes) => bytes switch
    {
        < 10_000 => $"{bytes:N0} bytes",
        < 10_000_000 => $"{bytes / 1000:N0} kB",
        _ => $"{bytes / 1_000_000:N0} MB",
    };

    /// <summary>Says how far it is: over the same line for a person, now and then in a log.</summary>
    internal sealed class Progress(Terminal terminal) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            if (terminal.Live) terminal.Error.Write($"\r{value.Count:N0} {value.What}      ");
            else if (value.Count % 10_000 == 0) terminal.Error.WriteLine($"{value.Count:N0} {value.What}");
        }
    }
}
