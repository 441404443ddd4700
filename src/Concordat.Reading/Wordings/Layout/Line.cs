namespace Concordat.Reading.Wordings.Layout;

/// <summary>A line of the mended text.</summary>
/// <param name="From">First unit that is no blank.</param>
/// <param name="To">After the last unit that is no blank; equal to <paramref name="From"/> on a blank line.</param>
/// <param name="Indent">Blanks before, a tab as eight.</param>
internal readonly record struct Line(int From, int To, int Indent, bool AfterPage, bool IsFurniture)
{
    public bool IsBlank => From == To;
    public int Length => To - From;

    public static List<Line> All(string text)
    {
        var lines = new List<Line>();
        var page = false;
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r', '\f') is var n and >= 0 ? at + n : text.Length;
            lines.Add(Trim(text, at, end) with { AfterPage = page });
            page = end < text.Length && text[end] == '\f';
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    private static Line Trim(string text, int from, int to)
    {
        var indent = 0;
        while (from < to && text[from] is ' ' or '\t') { indent += text[from] == '\t' ? 8 : 1; from++; if (from == to) break; }
        while (to > from && text[to - 1] is ' ' or '\t') { to--; if (from == to) break; }
        return new(from, to, indent, false, false);
    }
}
