using System.Text.RegularExpressions;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>The text as it runs: hard line ends, hyphens and pages taken out; a line end is left only where something new begins, and every blank is one space.</summary>
internal static class Flow
{
    private static readonly Regex Item = Rx.Of(@"^(?:(?:article|art\.|section|clause|paragraph|chapter|annex|appendix|attachment|schedule)\b ?[(\d§ivxao]|§|[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,5})[.)\]](?:\s|$)|\d{1,2}(?:\.\d{1,2}){1,3}\s|[ivx]{1,4}\s[–-]\s|[-•–*]\s|whereas\b|in witness|done (?:at|in)\b|for and on behalf|party [a-d]\b|(?:signed|dated?|name|title|place|position|designation|signature|by)\s?(?:\(s\))?:)");
    private static readonly Regex Alone = Rx.Of(@"^(?:(?:article|section|clause|paragraph|chapter)\s?\(?(?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\)?[.:]?|between|and|by and between|among|of the one part|of the other part|preamble|recitals|whereas:?)$");

    /// <summary>"five / (5) years" is no item of a list.</summary>
    private static readonly Regex Counted = Rx.Of(@"^\(\d{1,3}\) (?:\w+ )?(?:years?|months?|weeks?|days?|hours?|originals?|copies)\b");

    /// <summary>A line that ends so does not end anything.</summary>
    private static readonly Regex Opens = Rx.Of(@"\S (?:of|the|and|for|in|on|to|with|by|a|an|or|at|from|its|their|this)$");

    public static Mapped Of(Mapped text, List<Line> lines)
    {
        var made = new Mapped.Builder(text.Text.Length);
        var width = Width(lines);
        var last = -1;
        bool blank = false, page = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsFurniture || lines[i].AfterPage) page = true;
            if (lines[i].IsFurniture) continue;
            if (lines[i].IsBlank) { blank = true; continue; }
            if (last >= 0) Join(text, made, lines[last], lines[i], blank, page, width);
            Put(text, made, lines[i]);
            (last, blank, page) = (i, false, false);
        }
        return made.Done();
    }

    /// <summary>The usual length of a full line; 0 where each paragraph is one line.</summary>
    private static int Width(List<Line> lines)
    {
        var lengths = lines.Where(l => l is { IsBlank: false, IsFurniture: false }).Select(l => l.Length).Order().ToList();
        if (lengths.Count < 4) return 0;
        var most = lengths[lengths.Count * 9 / 10];
        return most <= 110 ? most : 0;
    }

    private static void Join(Mapped text, Mapped.Builder made, Line a, Line b, bool blank, bool page, int width)
    {
        var (before, next) = (text.Text[a.To - 1], text.Text[b.From]);
        var hyphen = before == '-' && a.Length > 1 && char.IsLetter(text.Text[a.To - 2]) && (char.IsLower(next) || char.IsUpper(text.Text[a.To - 2]) && char.IsUpper(next) && IsCapitals(text.Text[a.From..a.To]));
        if (hyphen && (!blank || page)) { made.DropLast(); return; }
        var (from, to) = (text.Start(a.To - 1), text.End(b.From));
        made.Add(RunsOn(text.Text, a, b, before, next, blank, page, width) ? ' ' : '\n', from, to);
    }

    private static bool RunsOn(string text, Line a, Line b, char before, char next, bool blank, bool page, int width)
    {
        if (blank && !page || before is ';' or ':') return false;
        string first = text[a.From..a.To], second = text[b.From..Math.Min(b.To, b.From + 60)];
        if (Item.IsMatch(second) && !Counted.IsMatch(second) || Alone.IsMatch(first) || Alone.IsMatch(second) || HasColumns(first) || HasColumns(text[b.From..b.To])) return false;
        var ends = before is '.' or '!' or '?';
        if (page) return !ends && (char.IsLower(next) || a.Length > 0.7 * width && width > 0);
        if (char.IsLower(next) && !ends) return true;
        if (!ends && Opens.IsMatch(first)) return true;
        if (IsCapitals(first) != IsCapitals(second)) return false;
        if (width == 0) return IsCapitals(first) && !ends && a.Length < 80;
        return a.Length >= 0.72 * width || IsCapitals(first) && !ends;
    }

    private static bool HasColumns(string line) => line.Contains('\t') || line.Contains("     ");

    public static bool IsCapitals(string words) => words.Any(char.IsUpper) && words.Count(char.IsLower) * 8 < words.Count(char.IsUpper);

    private static void Put(Mapped text, Mapped.Builder made, Line line)
    {
        for (var i = line.From; i < line.To; i++)
        {
            var c = text.Text[i];
            if (c is not (' ' or '\t')) { made.Copy(text, i, i + 1); continue; }
            if (made.Last is not (' ' or '\n')) made.Add(' ', text.Start(i), text.End(i));
        }
    }
}
