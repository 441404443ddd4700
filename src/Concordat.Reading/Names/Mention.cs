using Concordat.Reading.Gazetteer;

namespace Concordat.Reading.Names;

/// <summary>A stretch of tokens that names something.</summary>
internal abstract class Mention(int from, int to)
{
    public int From { get; } = from;
    public int To { get; protected set; } = to;
}

internal sealed class OrganisationMention(int from, int to, Organisation of) : Mention(from, to)
{
    public Organisation Of { get; set; } = of;
}

internal sealed class StateMention(int from, int to, Country country, bool isAdjective) : Mention(from, to)
{
    public Country Country { get; } = country;
    public bool IsAdjective { get; } = isAdjective;
}

internal sealed class PersonMention(int from, int to, Person of) : Mention(from, to)
{
    public Person Of { get; } = of;
}

internal sealed class PlaceMention(int from, int to, string? country) : Mention(from, to)
{
    public string? Country { get; } = country;
}
