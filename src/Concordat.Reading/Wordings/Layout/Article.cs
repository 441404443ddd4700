using System.Text.RegularExpressions;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>A numbered article (section, clause, paragraph) with its heading.</summary>
/// <param name="Number">As the text writes it, without its word: "7", "IV", "3"; "" for a heading in capitals without a number.</param>
internal sealed record Article(string Number, string Heading, int From, int To)
{
    public static readonly Regex Named = Rx.Of(@"^(?:(?:article|art\.|section|clause|paragraph|chapter|§§?) ?\(?(?<n>\d{1,3}[a-z]?|[ivxl]{1,6}|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\)?|(?<n>(?-i:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH))[.:])(?:[.:]? ?[-–—:.] ?|\.? |$)(?<rest>.*)$");
    private static readonly Regex Numbered = Rx.Exact(@"^(?<n>\d{1,2}|[IVX]{1,5})(?:[.)] ?|\) | [–-] | )(?<rest>[A-Z""].*)$");

    private static readonly Regex Lettered = Rx.Exact(@"^(?<n>[A-H])\. (?<rest>[A-Z][^.;:]{2,60})$");

    /// <summary>True for "Article 5", false for "5.".</summary>
    public bool IsNamed { get; init; }

    /// <summary>Articles in order; each reaches to the next. A table of contents gives none.</summary>
    public static List<Article> All(string flow)
    {
        var found = new List<Article>();
        foreach (var (from, to) in Paragraph.All(flow))
            if (At(flow, from, to, found) is { } article) found.Add(article);
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { To = i + 1 < found.Count ? found[i + 1].From : flow.Length };
        for (var i = 0; i < found.Count; i++) if (found[i].Heading.Length == 0) found[i] = found[i] with { Heading = Next(flow, found[i]) };
        return found;
    }

    private static Article? At(string flow, int from, int to, List<Article> before)
    {
        var words = flow[from..Math.Min(to, from + 200)];
        if (Named.Match(words) is { Success: true } named && (named.Groups["rest"].Length == 0 || !char.IsLower(named.Groups["rest"].Value[0])))
            return new(NumberWords.Figure(named.Groups["n"].Value), Head(named.Groups["rest"].Value), from, to) { IsNamed = true };
        if (Numbered.Match(words) is { Success: true } numbered && !before.Exists(b => b.IsNamed) && Follows(numbered.Groups["n"].Value, before) && Head(numbered.Groups["rest"].Value) is var heading
            && (heading.Length > 0 || before.TrueForAll(b => b.Number.Length == 0 || b.Heading.Length == 0))) return new(numbered.Groups["n"].Value, heading, from, to);
        if (Lettered.Match(words) is { Success: true } lettered && to - from < 70 && (before.Count == 0 ? lettered.Groups["n"].Value == "A" : before[^1].Number.Length == 1 && before[^1].Number[0] + 1 == lettered.Groups["n"].Value[0]))
            return new(lettered.Groups["n"].Value, lettered.Groups["rest"].Value, from, to);
        return to - from < 70 && before.Count == 0 && words.TrimEnd(':', '.') is "PREAMBLE" or "RECITALS" or "BACKGROUND" ? new("", words, from, to) : null;
    }

    /// <summary>"2." is an article only after "1."; the items of a list inside an article start again with 1.</summary>
    private static bool Follows(string number, List<Article> before)
    {
        if (before.LastOrDefault(b => b.Number.Length > 0) is not { } last) return number is "1" or "I";
        return NumberWords.Of(number) is { } n && NumberWords.Of(last.Number) is { } m && n > m && n <= m + 2 && char.IsLetter(number[0]) == char.IsLetter(last.Number[0]);
    }

    /// <summary>The heading of the line: all of a short line, else what stands before the first stop.</summary>
    private static string Head(string rest)
    {
        if (rest.Length is > 0 and < 90 && !rest.EndsWith('.')) return rest.TrimEnd(':', ' ');
        var stop = rest.IndexOf(". ", StringComparison.Ordinal);
        return stop is > 2 and < 60 ? rest[..stop] : rest.Length is > 0 and < 40 ? rest.TrimEnd('.') : "";
    }

    private static string Next(string flow, Article article)
    {
        var line = flow.IndexOf('\n', article.From);
        if (line < 0 || line + 1 >= article.To) return "";
        var end = flow.IndexOf('\n', line + 1) is var n and >= 0 ? n : flow.Length;
        return end - line < 80 && flow[end - 1] is not ('.' or ';' or ',') ? flow[(line + 1)..end] : "";
    }
}

internal static class Paragraph
{
    /// <summary>Stretches between line ends of the flow.</summary>
    public static IEnumerable<(int From, int To)> All(string flow)
    {
        for (var at = 0; at < flow.Length;)
        {
            var end = flow.IndexOf('\n', at);
            if (end < 0) end = flow.Length;
            if (end > at) yield return (at, end);
            at = end + 1;
        }
    }
}
