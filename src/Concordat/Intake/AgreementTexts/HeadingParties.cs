using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Names;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>The names after "between": on lines of their own, set off by what they are called hereinafter, or joined by "and".</summary>
internal static partial class HeadingParties
{
    private const int Longest = 200;

    /// <returns>Places of at least two names, or none.</returns>
    public static ImmutableArray<TextSpan> In(string text, int from, int to)
    {
        var between = Heading.Between().Match(text, from, to - from);
        if (!between.Success) return [];
        var start = between.Index + between.Length;
        var end = Purpose().Match(text, start, to - start) is { Success: true } purpose ? purpose.Index : to;
        var names = Pieces(text, start, end);
        return names.Count >= 2 && names.TrueForAll(n => n.Length is > 1 and <= Longest) ? [.. names] : [];
    }

    /// <summary>Cuts at each "and" that has an organisation on both sides.</summary>
    private static List<TextSpan> Pieces(string text, int start, int end)
    {
        var names = new List<TextSpan>();
        var from = start;
        var cuts = And().Matches(text[start..end]).Select(m => (At: start + m.Index, To: start + m.Index + m.Length)).ToList();
        for (var i = 0; i < cuts.Count; i++)
        {
            var rest = text[cuts[i].To..(i + 1 < cuts.Count ? cuts[i + 1].At : end)];
            var alone = IsAlone(text, cuts[i].At, cuts[i].To);
            if (!alone && !(IsOrganisation(text[from..cuts[i].At]) && IsOrganisation(rest))) continue;
            names.Add(Name(text, from, cuts[i].At));
            from = cuts[i].To;
        }

        names.Add(Name(text, from, end));
        return names;
    }

    /// <summary>The name without article, brackets and address.</summary>
    private static TextSpan Name(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        var cut = NameEnd().Match(text, from, to - from) is { Success: true } mark ? mark.Index : to;
        while (from < cut && (char.IsWhiteSpace(text[from]) || text[from] is ':' or ',')) from++;
        if (Article().Match(text, from, cut - from) is { Success: true } article && article.Index == from) from += article.Length;
        while (cut > from && (char.IsWhiteSpace(text[cut - 1]) || text[cut - 1] is ',' or ';' or '.')) cut--;
        return new(from, cut - from);
    }

    private static bool IsAlone(string text, int at, int to)
    {
        var before = at > 0 ? text[text.LastIndexOf('\n', at - 1).Clamp(0)..at] : "";
        var after = text.IndexOf('\n', to) is var next and >= 0 ? text[to..next] : text[to..];
        return before.Trim().Length == 0 && after.Trim().Length == 0;
    }

    private static int Clamp(this int value, int least) => Math.Max(value, least);

    private static bool IsOrganisation(string words) => Fold.Words(words).Any(Nouns.Contains) || (words.Any(char.IsLower) && Legal().IsMatch(words));

    private static readonly HashSet<string> Nouns =
    [
        .. ("ministry department directorate agency office government republic kingdom commonwealth state union organisation institute institution university college school academy faculty centre laboratory "
            + "laboratories council commission board authority foundation trust society association corporation company limited ltd inc gmbh force forces army navy command secretariat service administration bureau consortium museum hospital observatory").Split(' '),
    ];

    [GeneratedRegex(@"\band\b|&", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex And();

    [GeneratedRegex(@"(?:^|\s)(?:on|concerning|regarding|for\s+(?:the\s+)?(?:co-?operation|collaboration|purpose|exchange|establish|promotion|conduct|development)|in\s+the\s+(?:field|area)s?|relating\s+to|in\s+respect\s+of|to\s+(?:establish|cooperate|promote))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\(|,|\n\s*\n|\bhereinafter\b|\bhereafter\b|\b(?:a|an|having|with|whose|represented|located|established|registered)\s|\bof\s+the\s+(?:first|second|one|other)\s+part\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"the\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:S\.?A\.?|AG|GmbH|Ltd|Inc|LLC|PLC|Pvt|[A-Z]{3,8})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Legal();
}
