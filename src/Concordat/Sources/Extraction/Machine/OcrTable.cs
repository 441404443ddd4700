using System.Globalization;
using Concordat.Sources.Extraction.Formats;

namespace Concordat.Sources.Extraction.Machine;

/// <summary>Reads the table that tesseract writes: a row per page, block, paragraph, line and word, with its place and how sure it is.</summary>
internal static class OcrTable
{
    private const int PageColumn = 1, LeftColumn = 6, TopColumn = 7, WidthColumn = 8, HeightColumn = 9, SureColumn = 10, TextColumn = 11;

    // Below this the "words" are scratches, stamps and signatures.
    private const double LeastSure = 10;

    private readonly record struct Word(string Text, double Left, double Top, double Width, double Height, double Sure);

    public static IReadOnlyList<OcrText> Read(string table)
    {
        var rows = table.Split('\n').Skip(1).Select(r => r.TrimEnd('\r').Split('\t')).Where(r => r.Length > TextColumn && r[0] == "5");
        return [.. rows.GroupBy(r => r[PageColumn]).Select(Page)];
    }

    private static OcrText Page(IEnumerable<string[]> rows)
    {
        var words = 0;
        var sureness = 0.0;
        var lines = new List<List<Word>>();
        var line = "";
        foreach (var row in rows)
        {
            var word = new Word(row[TextColumn].Trim(), Number(row[LeftColumn]), Number(row[TopColumn]), Number(row[WidthColumn]), Number(row[HeightColumn]), Number(row[SureColumn]));
            if (word.Text.Length == 0 || word.Sure < LeastSure) continue;
            var place = string.Join('/', row[1..5]);
            if (place != line) lines.Add([]);
            line = place;
            lines[^1].Add(word);
            words++;
            sureness += word.Sure;
        }
        return new(PdfLayout.Text(Laid(lines)), words, sureness);
    }

    /// <summary>One size for the whole page: the height of a line of print says little about its letters.</summary>
    private static List<PdfLine> Laid(List<List<Word>> lines)
    {
        if (lines.Count == 0) return [];
        var heights = lines.Select(l => l.Max(w => w.Height)).Order().ToList();
        var size = Math.Max(1, heights[heights.Count / 2]);
        return [.. lines.Select(l => new PdfLine(Spaced(l, size), l[0].Left, l.Max(w => w.Left + w.Width), -Median(l), size, l[0].Width))];
    }

    // The middle of a line wobbles less than its foot, where only some letters reach down.
    private static double Median(List<Word> line)
    {
        var middles = line.Select(w => w.Top + w.Height / 2).Order().ToList();
        return middles[middles.Count / 2];
    }

    private static string Spaced(List<Word> line, double size)
    {
        var text = line[0].Text;
        for (var i = 1; i < line.Count; i++)
            text += (line[i].Left - line[i - 1].Left - line[i - 1].Width > size * 2.5 ? "\t" : " ") + line[i].Text;
        return text;
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
