using System.Collections.Frozen;

namespace Concordat;

/// <summary>Who does a deed. Every verb takes one; the journal writes it beside every change.</summary>
/// <param name="Id">Stable account name; "local" until sign-in exists.</param>
/// <param name="Name">As shown in histories.</param>
public sealed record Actor(string Id, string Name)
{
    /// <summary>The person at the machine, who may do everything until sign-in exists.</summary>
    public static Actor Local { get; } = new("local", "Local operator");
}

/// <summary>Who looks. Every query takes one; what its labels do not admit is not there.</summary>
public sealed record Reader(string Id, FrozenSet<string> Labels)
{
    /// <summary>The person at the machine, who may see the default label.</summary>
    public static Reader Local { get; } = new("local", FrozenSet.Create(Label.Default));
}

/// <summary>The marking of a record or claim; one default label exists so far.</summary>
public static class Label
{
    public const string Default = "default";
}
