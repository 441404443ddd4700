using System.Text.RegularExpressions;
using Concordat.Reading.Dates;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>A date in the text.</summary>
/// <param name="Edtf">A day, a month, a year, or a set of two days where figures may be read both ways.</param>
internal readonly record struct FoundDate(int From, int To, string Edtf);

/// <summary>Dates as agreements write them: "12 March 2026", "this Ninth day of November in the year Two Thousand and Twenty-Two", "2021. 6. 14.", "12.11.2024".</summary>
internal static class DateWords
{
    private const string Month = "(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";
    private const string Year = @"(?<year>(?:1[89]|20|21)\d{2}|two thousand(?:,? and)?(?: (?:twenty|thirty|forty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?| (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine))?)";

    private static readonly Regex Any = Rx.Of(
        @"(?:""?(?<day>\d{1,2} ?(?:st|nd|rd|th)?|" + NumberWords.OrdinalPattern + @")""? (?:\([\w -]{1,20}\) )?(?:day )?(?:of )?(?:the month of )?" + Month + @"\.?,? (?:in the year |of the year |of )?(?:of our lord )?(?:b\.e\. \d{4} )?(?:\(?a\.d\. )?" + Year
        + @"|\b" + Month + @"\.? (?<day>\d{1,2})(?: ?(?:st|nd|rd|th))?,? " + Year
        + @"|\b(?<iso>(?:19|20)\d{2}-\d{2}-\d{2})|\b(?<y>(?:19|20)\d{2})[./] ?(?<m>\d{1,2})[./] ?(?<d>\d{1,2})\b|\b(?<a>\d{1,2}) ?(?<mark>[./-]) ?(?<b>\d{1,2}) ?[./-] ?(?<c>(?:19|20)\d{2})"
        + @"|\b" + Month + @",? " + Year + @")");

    /// <summary>The first date in a stretch, or null.</summary>
    public static FoundDate? First(string text, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var match = Any.Match(text, at, to - at);
            if (!match.Success) return null;
            if (Read(match) is { } edtf && (match.Index == 0 || !char.IsLetterOrDigit(text[match.Index]) || !char.IsLetterOrDigit(text[match.Index - 1]))) return new(match.Index, match.Index + match.Length, edtf);
            at = match.Index + 1;
        }
        return null;
    }

    public static FoundDate? First(string text) => First(text, 0, text.Length);

    private static string? Read(Match match)
    {
        if (match.Groups["iso"].Success) return Valid(match.Groups["iso"].Value);
        if (match.Groups["y"].Success) return Day(Int(match, "y"), Int(match, "m"), Int(match, "d"));
        if (match.Groups["a"].Success) return Figures(Int(match, "a"), Int(match, "b"), Int(match, "c"), match.Groups["mark"].Value);
        var word = match.Groups["year"].Value;
        var year = int.TryParse(word, out var figures) ? figures : NumberWords.Year(word);
        var month = "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(match.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 + 1;
        if (year is not { } y) return null;
        return match.Groups["day"].Success ? Day(y, month, NumberWords.Ordinal(match.Groups["day"].Value) ?? 0) : $"{y:0000}-{month:00}";
    }

    /// <summary>With points the day comes first; with strokes either may, and both readings are kept.</summary>
    private static string? Figures(int a, int b, int year, string mark)
    {
        string? dayFirst = Day(year, b, a), monthFirst = Day(year, a, b);
        if (dayFirst is null || monthFirst is null || mark == "." || a == b) return dayFirst ?? monthFirst;
        return $"[{string.Join(",", new[] { dayFirst, monthFirst }.Order(StringComparer.Ordinal))}]";
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan);

    private static string? Day(int year, int month, int day) => Valid($"{year:0000}-{month:00}-{day:00}");

    private static string? Valid(string edtf) => When.TryParse(edtf, out var when) ? when.Text : null;
}
