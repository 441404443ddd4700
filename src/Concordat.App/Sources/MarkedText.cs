namespace Concordat.App.Sources;

/// <summary>A stretch of a text to be marked.</summary>
/// <param name="Class">Kind of what stands there: decides the look.</param>
/// <param name="Of">Keys of the proposals or values that rest on it.</param>
public readonly record struct Marking(int Start, int End, string Class, string Of)
{
    /// <summary>The class of the words that a citation leads to.</summary>
    public const string Quote = "quote";
}

/// <summary>A run of text with the markings that cover it.</summary>
public readonly record struct MarkedRun(string Text, string? Class, string? Of);

/// <param name="Start">Offset of its first letter in the text.</param>
public readonly record struct Paragraph(int Start, IReadOnlyList<MarkedRun> Runs);

/// <summary>Cuts a text into paragraphs of runs, so that overlapping markings become plain, well-formed marks.</summary>
public static class MarkedText
{
    public static IEnumerable<Paragraph> Paragraphs(string text, IReadOnlyList<Marking> markings)
    {
        var sorted = markings.Where(m => m.Start >= 0 && m.Start < m.End && m.End <= text.Length).OrderBy(m => m.Start).ToList();
        var (start, next) = (0, 0);
        var open = new List<Marking>();
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            while (next < sorted.Count && sorted[next].Start < end) open.Add(sorted[next++]);
            open.RemoveAll(m => m.End <= start);
            if (text.AsSpan(start, end - start).Trim().Length > 0) yield return new(start, Runs(text, start, end, open));
            start = end + 1;
        }
    }

    private static List<MarkedRun> Runs(string text, int start, int end, List<Marking> open)
    {
        var cuts = open.SelectMany(m => new[] { m.Start, m.End }).Where(c => c > start && c < end).Append(start).Append(end).Distinct().Order().ToList();
        var runs = new List<MarkedRun>();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var here = open.Where(m => m.Start <= cuts[i] && m.End >= cuts[i + 1]).ToList();
            // The words that were asked for show as such; else the shortest marking is the most telling one and gives the look.
            var look = here.Count == 0 ? null : here.Exists(m => m.Class == Marking.Quote) ? Marking.Quote : here.MinBy(m => m.End - m.Start).Class;
            runs.Add(new(text[cuts[i]..cuts[i + 1]], look, look is null ? null : string.Join(' ', here.SelectMany(m => m.Of.Split(' ')).Distinct())));
        }

        return runs;
    }
}
