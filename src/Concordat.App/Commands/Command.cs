using System.Collections.Immutable;

namespace Concordat.App.Commands;

/// <summary>One thing that the executable does, chosen by the first word on its command line.</summary>
/// <param name="Summary">One sentence for the list of commands.</param>
/// <param name="RunAsync">Answers one of <see cref="Exit"/>.</param>
public sealed record Command(string Name, string Summary, Func<Arguments, Terminal, CancellationToken, Task<int>> RunAsync)
{
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>What follows the options ("FILE…"), or null where nothing may.</summary>
    public string? Operands { get; init; }

    /// <summary>The command as it is to be typed.</summary>
    public string Usage => string.Join(' ', new[] { "./concordat", Name, Operands }.Where(w => w is not null).Concat(Options.Select(o => $"[{o.Usage}]")));
}

/// <summary>A word that begins with two dashes.</summary>
/// <param name="Value">What its value is called; null for one that has none.</param>
public sealed record Option(string Name, string? Value, string Summary)
{
    public string Usage => Value is null ? Name : $"{Name} {Value}";
}
