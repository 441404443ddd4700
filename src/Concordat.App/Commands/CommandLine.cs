using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Concordat.Storage;

namespace Concordat.App.Commands;

/// <summary>Chooses the command and runs it; Ctrl+C and a polite end ask it to stop.</summary>
public static class CommandLine
{
    public static ImmutableArray<Command> Commands { get; } =
    [
        Serve.Command, DemoCommand.Command, Read.Command, Evaluate.Command, Import.ImportCommand.Command, TakeInCommand.Command, Verify.Command, Rebuild.Command,
        Backup.Command, Restore.Command, Publish.Command, Completion.Command, Help.Command, Version.Command,
    ];

    /// <returns>One of <see cref="Exit"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Terminal terminal)
    {
        if (words.Count == 0 || words.Any(w => w is "--help" or "-h")) return Help.Say(terminal, words.FirstOrDefault(w => !w.StartsWith('-')));
        var name = words[0] is "--version" ? Version.Command.Name : words[0];
        if (Commands.FirstOrDefault(c => c.Name == name) is not { } command) return Wrong(UsageRefusals.NoCommand(name), null, terminal);
        if (!Arguments.Parse(command, [.. words.Skip(1)]).TryGet(out var arguments, out var refusal)) return Wrong(refusal, command, terminal);
        using var ending = new CancellationTokenSource();
        using var interrupt = Heed(PosixSignal.SIGINT, ending);
        using var end = Heed(PosixSignal.SIGTERM, ending);
        try
        {
            return await command.RunAsync(arguments, terminal, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Stopped. Nothing is left half-written.");
            return Exit.Stopped;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } lost)
        {
            return terminal.Refuse(lost);
        }
    }

    /// <summary>Says what is wrong and how it is typed rightly.</summary>
    internal static int Wrong(Refusal refusal, Command? command, Terminal terminal)
    {
        terminal.Error.WriteLine(refusal);
        terminal.Error.WriteLine(command is null
            ? $"Usage: ./concordat {string.Join('|', Commands.Select(c => c.Name))} …; \"./concordat help\" says more."
            : "Usage: " + command.Usage);
        return Exit.WrongUsage;
    }

    private static PosixSignalRegistration Heed(PosixSignal signal, CancellationTokenSource ending) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ending.Cancel();
    });
}
