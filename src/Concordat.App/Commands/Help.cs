namespace Concordat.App.Commands;

/// <summary>Says what can be typed.</summary>
internal static class Help
{
    public static readonly Command Command = new("help", "Say what can be typed.", (_, terminal, _) => Task.FromResult(Say(terminal, null)));

    /// <summary>All commands, or one with its options when the name is one.</summary>
    public static int Say(Terminal terminal, string? name)
    {
        if (CommandLine.Commands.FirstOrDefault(c => c.Name == name) is { } one) One(terminal, one);
        else All(terminal);
        return Exit.Done;
    }

    private static void All(Terminal terminal)
    {
        terminal.Out.WriteLine("Concordat keeps the record of research cooperation.");
        terminal.Out.WriteLine();
        foreach (var command in CommandLine.Commands) terminal.Out.WriteLine($"  {command.Name,-10}{command.Summary}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("\"./concordat COMMAND --help\" lists the options of one.");
        terminal.Out.WriteLine("Exit codes: 0 done; 1 refused, or a fault was found; 2 wrong usage; 130 stopped by Ctrl+C.");
    }

    private static void One(Terminal terminal, Command command)
    {
        terminal.Out.WriteLine(command.Summary);
        terminal.Out.WriteLine("Usage: " + command.Usage);
        foreach (var option in command.Options) terminal.Out.WriteLine($"  {option.Usage,-16} {option.Summary}");
    }
}
