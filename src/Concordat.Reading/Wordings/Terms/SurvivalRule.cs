using System.Collections.Immutable;

namespace Concordat.Reading.Wordings.Terms;

/// <summary>What outlives the agreement.</summary>
/// <param name="Articles">Numbers as the text writes them: "7", "4.3", "V".</param>
/// <param name="Topics">confidentiality, intellectual-property, ongoing-activities or obligations.</param>
/// <param name="Length">For how long after the end; null where the text sets no limit.</param>
public sealed record SurvivalRule(ImmutableArray<string> Articles, ImmutableArray<string> Topics, Period? Length)
{
    /// <summary>"articles 7, 9 for 5 years", "ongoing-activities".</summary>
    public string Code => What + (Length is { } l ? $" for {l.Code}" : "");

    public string Sentence => $"After its end {(Articles.Length > 0 ? $"{What} stay" : $"{What} stays")} in force{(Length is { } l ? $" for {l.Code}" : "")}.";

    public override string ToString() => Code;

    private string What => string.Join(", ", (Articles.Length > 0 ? (IEnumerable<string>)[$"articles {string.Join(", ", Articles)}"] : []).Concat(Topics));
}
