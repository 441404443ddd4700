using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Layout;

internal readonly record struct FoundPeriod(int From, int To, Period Period);

/// <summary>"five (5) years", "60 (sixty) days", "a further year", "one-year", "three months'", "each subsequent year".</summary>
internal static class PeriodWords
{
    public const string Pattern = @"(?:\b(?<count>" + NumberWords.Pattern + @")(?: ?\([\w -]{1,24}\))?[- ](?:(?:additional|further|successive|consecutive|subsequent|more|full|academic|contract) )?(?:(?<kind>calendar|working|business) )?(?<unit>years?|months?|weeks?|days?|hours?)\b)";

    private static readonly Regex Any = Rx.Of(Pattern);
    private static readonly Regex Single = Rx.Of(@"\b(?:an? (?:further |additional |new )?(?:period of (?:a|one) )?|another |(?:each|every) (?:subsequent|successive|following|further) |one )(?<unit>year|month|week)\b");

    public static FoundPeriod? First(string text, int from, int to)
    {
        var match = Any.Match(text, from, to - from);
        while (match.Success && Read(match) is null) match = Any.Match(text, match.Index + 1, to - match.Index - 1);
        var single = Single.Match(text, from, to - from);
        if (single.Success && (!match.Success || single.Index < match.Index)) return new(single.Index, single.Index + single.Length, new(1, Unit(single, "")));
        return match.Success ? new(match.Index, match.Index + match.Length, Read(match)!.Value) : null;
    }

    public static FoundPeriod? First(string text) => First(text, 0, text.Length);

    public static IEnumerable<FoundPeriod> All(string text)
    {
        for (var at = 0; at < text.Length && First(text, at, text.Length) is { } found; at = found.To) yield return found;
    }

    public static Period? Read(Match match) => NumberWords.Of(match.Groups["count"].Value) is > 0 and <= 1200 and { } n ? new Period(n, Unit(match, match.Groups["kind"].Value)) : null;

    private static TimeUnit Unit(Match match, string kind) => char.ToLowerInvariant(match.Groups["unit"].ValueSpan[0]) switch
    {
        'y' => TimeUnit.Years, 'm' => TimeUnit.Months, 'w' => TimeUnit.Weeks, 'h' => TimeUnit.Hours,
        _ => kind.Length > 0 && !kind.StartsWith("c", StringComparison.OrdinalIgnoreCase) ? TimeUnit.WorkingDays : TimeUnit.Days,
    };
}
