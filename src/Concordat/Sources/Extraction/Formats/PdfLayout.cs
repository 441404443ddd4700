using System.Text;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Puts the lines of a page together to paragraphs.</summary>
internal static class PdfLayout
{
    // Lines of one paragraph stand at most this many sizes apart; 1.5 lines spacing of common fonts is 1.75.
    private const double MostPitch = 1.9;

    // Sizes by which the first line of a paragraph may be set in or out.
    private const double MostIndent = 6;

    /// <returns>Paragraphs apart by an empty line; lines that their author broke on their own line.</returns>
    public static string Text(IReadOnlyList<PdfLine> drawn)
    {
        var lines = IsScattered(drawn) ? Sorted(drawn) : drawn;
        var (pitch, margin) = (Pitch(lines), lines.Count == 0 ? 0 : lines.Max(l => l.Right));
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) Append(text, Between(lines, i, pitch, margin), lines[i].Text);
            else text.Append(lines[i].Text);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Gap gap, string line)
    {
        if (gap == Gap.Space) Lines.Join(text, line);
        else text.Append(gap == Gap.Line ? "\n" : "\n\n").Append(line);
    }

    private static Gap Between(IReadOnlyList<PdfLine> lines, int i, double pitch, double margin)
    {
        PdfLine a = lines[i - 1], b = lines[i];
        if (!a.Overlaps(b) || b.Base > a.Base) return Lines.GoesOn(a.Text, b.Text) ? Gap.Space : Gap.Paragraph;
        var apart = a.Base - b.Base;
        if (Math.Abs(a.Size - b.Size) > Math.Max(a.Size, b.Size) * 0.12) return Gap.Paragraph;
        if (apart > Math.Min(pitch * 1.25, b.Size * MostPitch) && apart > pitch * 1.05) return Gap.Paragraph;
        if (a.Text.Contains('\t') || b.Text.Contains('\t') || Lines.IsItem(b.Text)) return Gap.Line;
        if (Math.Abs(b.Left - a.Left) > a.Size * MostIndent && !Lines.GoesOn(a.Text, b.Text)) return Gap.Paragraph;
        if (Lines.IsBroken(a.Text, b.Text)) return Gap.Space;
        // The author broke the line where the next word would still have fitted.
        var room = ColumnEnd(lines, i, margin) - a.Right;
        if (b.FirstWord + a.Size * 0.5 < room) return Lines.Ends(a.Text) ? Gap.Paragraph : Gap.Line;
        return b.Left > a.Left + a.Size && b.Left < a.Left + a.Size * 5 && Lines.Ends(a.Text) ? Gap.Paragraph : Gap.Space;
    }

    /// <summary>How far right the lines go that begin where this one does, among the nearest forty. One line alone is no column: then it is the margin of the page.</summary>
    private static double ColumnEnd(IReadOnlyList<PdfLine> lines, int i, double margin)
    {
        var a = lines[i - 1];
        var column = lines.Skip(Math.Max(0, i - 20)).Take(40).Where(l => Math.Abs(l.Left - a.Left) < a.Size * 3 && !l.Text.Contains('\t')).ToList();
        var end = column.Count == 0 ? a.Right : column.Max(l => l.Right);
        return column.Count(l => l.Right > end - (end - l.Left) * 0.06) > 1 ? end : Math.Max(end, margin);
    }

    /// <summary>The usual step from line to line.</summary>
    private static double Pitch(IReadOnlyList<PdfLine> lines)
    {
        var steps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var step = lines[i - 1].Base - lines[i].Base;
            if (step > 0 && step < lines[i].Size * MostPitch && lines[i - 1].Overlaps(lines[i])) steps.Add(step);
        }
        if (steps.Count == 0) return lines.Count > 0 ? lines[0].Size * 1.3 : 12;
        steps.Sort();
        return steps[steps.Count / 2];
    }

    /// <summary>True where lines are drawn in no reading order: again and again a line stands above the one before, in the same column.</summary>
    private static bool IsScattered(IReadOnlyList<PdfLine> lines)
    {
        var back = 0;
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Overlaps(lines[i - 1]) && lines[i].Base > lines[i - 1].Base + lines[i].Size) back++;
        return lines.Count > 4 && back > lines.Count / 4;
    }

    private static List<PdfLine> Sorted(IReadOnlyList<PdfLine> lines) =>
        [.. lines.OrderByDescending(l => Math.Round(l.Base / 3)).ThenBy(l => l.Left)];
}
