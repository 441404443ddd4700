using Concordat.Reading.Evidence;

namespace Concordat.Reading.Names;

/// <summary>An organisation while the text is being read.</summary>
internal sealed class Organisation
{
    public required string Kind { get; set; }
    public required string KindRule { get; set; }
    /// <summary>Token of the head noun, or the first token of a name without one.</summary>
    public required (int From, int To) KindPlace { get; set; }
    /// <summary>Every written form, with its first place.</summary>
    public Dictionary<string, (int From, int To)> Forms { get; } = new(StringComparer.Ordinal);
    public (int From, int To)? Acronym { get; set; }
    public Finding<string>? Country { get; set; }
    public Organisation? Parent { get; set; }
    public (int From, int To) ParentPlace { get; set; }
    public string Rule { get; set; } = "organisation.head-noun";
    /// <summary>Found only as letters or a plain name, so it counts only if it does something.</summary>
    public bool IsTentative { get; set; }
    /// <summary>A department of a university or the like.</summary>
    public bool IsSubunit { get; set; }
    /// <summary>Places where it does more than issue a statement, place its child or stand in a list of others.</summary>
    public int Acts { get; set; }
    public int Mentions { get; set; }
    public string Key { get; set; } = "";
    public int First { get; set; } = int.MaxValue;
}
