namespace Concordat.App.Commands;

/// <summary>Where a command writes: results to <paramref name="Out"/>, progress and refusals to <paramref name="Error"/>.</summary>
/// <param name="Live">True where a person watches, so that a line may be written over.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool Live)
{
    public static Terminal Own() => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Says why a deed was not done.</summary>
    /// <returns>The exit code for it.</returns>
    public int Refuse(Refusal refusal)
    {
        Error.WriteLine(refusal);
        return Exit.Refused;
    }
}

/// <summary>What the process answers when it ends.</summary>
public static class Exit
{
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    /// <summary>Ended by Ctrl+C before it was done; nothing is left half-written.</summary>
    public const int Stopped = 130;
}
