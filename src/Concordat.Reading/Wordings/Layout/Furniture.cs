using System.Text.RegularExpressions;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>Page numbers, and the running heads and feet beside them.</summary>
internal static class Furniture
{
    private static readonly Regex Page = Rx.Of(@"^(?:.{0,110}\s)?(?:page|pg\.?|seite) ?\d{1,3}(?: ?(?:of|/|von|de) ?\d{1,3})?(?:\s.{0,60})?$|^[-–—\[(] ?\d{1,3} ?[-–—\])]$|^\d{1,3} ?/ ?\d{1,3}$|^.{3,110} {3,}\d{1,3} ?/ ?\d{1,3}$");
    private static readonly Regex Bare = Rx.Of(@"^(?:\d{1,3}|[ivx]{1,5})$");
    private static readonly Regex Numbered = Rx.Of(@"^.{3,110}\S {5,}\d{1,3}$|^\d{1,3} {5,}\S.{3,110}$");
    private static readonly Regex Kept = Rx.Of(@"^(?:article|section|clause|paragraph|§|annex|name|title|date|place|sign|position|for\b|by\b|[(\[]?\d+[.)]|[-_.…]{3})|[.;:,]$");

    public static void Mark(string text, List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            if (IsPageLine(text, lines, i)) lines[i] = lines[i] with { IsFurniture = true };
        var seen = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i].Length is < 5 or > 140 || Key(text, lines[i]) is not { } key) continue;
            if (!seen.TryGetValue(key, out var at)) seen[key] = at = [];
            at.Add(i);
        }
        foreach (var at in seen.Values) if (at.Count > 1 && at.TrueForAll(i => Numbered.IsMatch(text[lines[i].From..lines[i].To]))) foreach (var i in at) lines[i] = lines[i] with { IsFurniture = true };
        foreach (var at in seen.Values) if (at.Count > 1 && at.Count(i => BesidePage(lines, i)) >= at.Count - 1) foreach (var i in at) lines[i] = lines[i] with { IsFurniture = true };
    }

    private static bool IsPageLine(string text, List<Line> lines, int i)
    {
        var line = lines[i];
        if (line.IsBlank || line.Length > 180) return false;
        var words = text[line.From..line.To];
        if (Page.IsMatch(words)) return words.Length < 30 || words.Contains("  ") || words.Contains('\t') || char.IsDigit(words[^1]);
        return Bare.IsMatch(words) && Blank(lines, i - 1) && Blank(lines, i + 1) && (line.Indent >= 10 || line.AfterPage || char.IsDigit(words[0]));
    }

    private static bool Blank(List<Line> lines, int i) => i < 0 || i >= lines.Count || lines[i].IsBlank;

    /// <summary>The line with digits made alike; null for lines that repeat by nature.</summary>
    private static string? Key(string text, Line line)
    {
        var words = text[line.From..line.To];
        if (Kept.IsMatch(words)) return null;
        return string.Join(' ', string.Concat(words.Select(c => char.IsDigit(c) ? '#' : char.ToLowerInvariant(c))).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool BesidePage(List<Line> lines, int i)
    {
        if (lines[i].IsFurniture || lines[i].AfterPage) return true;
        foreach (var step in (int[])[-1, 1])
        {
            var k = i + step;
            for (var n = 0; n < 3 && k >= 0 && k < lines.Count && lines[k].IsBlank && !lines[k].AfterPage; n++) k += step;
            if (k >= 0 && k < lines.Count && (lines[k].IsFurniture || lines[k].AfterPage && lines[k].IsBlank)) return true;
        }
        return false;
    }
}
