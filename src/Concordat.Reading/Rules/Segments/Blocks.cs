using Concordat.Reading.Gazetteer;

namespace Concordat.Reading.Rules.Segments;

/// <summary>Lines to blocks: the first-line date, headlines, dateline lines, page furniture, paragraphs.</summary>
internal static class Blocks
{
    private static readonly System.Collections.Frozen.FrozenSet<string> FurnitureStart = Words.Set(
        "share tags tag subscribe advertisement follow comments comment login menu home updated created published posted edited editor source image photo credit copyright watch trending related also read recommended topics filed next previous download listen by");

    private static readonly System.Collections.Frozen.FrozenSet<string> StampStart = Words.Set("posted published updated created released issued date release first last");

    public static List<Block> Of(string text, List<Token> tokens, int from)
    {
        var blocks = new List<Block>();
        var lines = Lines(text, tokens, from);
        var dateEnd = from;
        var first = true;
        foreach (var (start, end) in lines)
        {
            if (start < dateEnd) continue;
            var kind = KindOf(text, tokens, start, end, first, end == tokens.Count && !first);
            if (kind is not BlockKind.Furniture) first = false;
            blocks.Add(new(kind, start, end));
        }
        return blocks;
    }

    private static List<(int From, int To)> Lines(string text, List<Token> tokens, int from)
    {
        var lines = new List<(int From, int To)>();
        for (int start = from, i = from; i < tokens.Count; i++)
        {
            if (i + 1 < tokens.Count && !Breaks(text, tokens, start, i)) continue;
            lines.Add((start, i + 1));
            start = i + 1;
        }
        return lines;
    }

    /// <summary>A line end closes a block unless the line was only wrapped: long, unfinished, with the next line going on.</summary>
    private static bool Breaks(string text, List<Token> tokens, int start, int i)
    {
        var gap = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
        var breaks = gap.Count('\n') + (gap.Contains('\n') ? 0 : gap.Count('\r')) + gap.Count('\u2028') + gap.Count('\u2029');
        if (breaks == 0) return false;
        if (breaks > 1 || Opens(tokens, i + 1) || tokens[i].Low is "." or "!" or "?" or ":" or "”" or "\"") return true;
        var lineStart = text.LastIndexOfAny(['\n', '\r'], tokens[i].Start, Math.Min(tokens[i].Start, 120) + 1);
        var wrapped = tokens[i].End - Math.Max(lineStart, tokens[start].Start) >= 55 || lineStart < 0 && tokens[i].End >= 55;
        return !(wrapped && (tokens[i + 1].Shape is Shape.Lower or Shape.Number || tokens[i].Shape is Shape.Lower || tokens[i].Low == ","));
    }

    /// <summary>A town in capitals with a dash soon after: a report begins.</summary>
    private static bool Opens(List<Token> tokens, int i)
    {
        if (tokens[i] is not { Shape: Shape.Upper, Length: > 3 }) return false;
        for (var k = i + 1; k < tokens.Count && k < i + 10; k++) if (tokens[k].IsDash) return true;
        return false;
    }

    private static BlockKind KindOf(string text, List<Token> tokens, int from, int to, bool first, bool last)
    {
        var length = to - from;
        var words = 0;
        for (var i = from; i < to && words < 40; i++) if (tokens[i].IsWord) words++;
        if (IsFurniture(text, tokens, from, to, words) || IsStamp(tokens, from, to, words)) return BlockKind.Furniture;
        if (words <= 7 && Datelines.IsWhole(tokens, from, to)) return BlockKind.Dateline;
        if (tokens[to - 1].Low is "." or "!" or "?" or "”" or "\"" or "," or ";" or ")" || words > 24) return BlockKind.Paragraph;
        if (DateExpressions.DateGrammar.IsOnlyADate(tokens, from, to)) return BlockKind.Furniture;
        if (words < 3) return BlockKind.Furniture;
        if (first || TitleShare(tokens, from, to) >= 0.6 || (!last && length <= 16)) return BlockKind.Headline;
        return BlockKind.Paragraph;
    }

    /// <summary>"Posted On: 14 MAY 2026 6:04PM by the press office", "May 14, 2026 | News": a line that is there for its day.</summary>
    private static bool IsStamp(List<Token> tokens, int from, int to, int words)
    {
        if (words > 14 || tokens[to - 1].Low is "." or ",") return false;
        if (DateExpressions.DateGrammar.At(tokens, from, to) is { Start: { Year: > 0, Day: > 0 } } lead) return lead.To < to && !tokens[lead.To].IsWord && to - lead.To <= 6;
        if (!StampStart.Contains(tokens[from].Low)) return false;
        for (var i = from + 1; i < to; i++) if (DateExpressions.DateGrammar.At(tokens, i, to) is { Start: { Year: > 0, Day: > 0 } }) return true;
        return false;
    }

    private static double TitleShare(List<Token> tokens, int from, int to)
    {
        int long_ = 0, named = 0;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Low.Length < 4 || !tokens[i].IsWord) continue;
            long_++;
            if (tokens[i].IsName) named++;
        }
        return long_ == 0 ? 0 : (double)named / long_;
    }

    private static bool IsFurniture(string text, List<Token> tokens, int from, int to, int words)
    {
        if (words == 0) return true;
        var line = text.AsSpan(tokens[from].Start, Math.Min(tokens[to - 1].End - tokens[from].Start, 400));
        if (tokens[from].Low.StartsWith('#') || line.Contains("pic.twitter.com", StringComparison.Ordinal)) return true;
        if (words > 22) return false;
        if (Contains(line, "read more") || Contains(line, "also read") || Contains(line, "click here") || Contains(line, "follow us") || Contains(line, "all rights reserved")
            || Contains(line, "image:") || Contains(line, "photo:") || Contains(line, "photo by") || Contains(line, "credit:") || Contains(line, "source:") || Contains(line, "cookie") || Contains(line, "news desk")) return true;
        if (tokens[to - 1].Low is "." && words > 6) return false;
        if (FurnitureStart.Contains(tokens[from].Low) && words <= 8 && tokens[to - 1].Low is not ".") return true;
        return tokens[from].IsDash && tokens[to - 1].IsDash;
    }

    private static bool Contains(ReadOnlySpan<char> line, string word) => line.Contains(word, StringComparison.OrdinalIgnoreCase);
}
