using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>Blocks of signatures side by side are taken apart: one list of cells for each column, in reading order.</summary>
internal static class Columns
{
    public static List<List<Cell>> Of(string text, IEnumerable<Line> lines)
    {
        var rows = lines.Where(l => !l.IsFurniture && !l.IsBlank).Select(l => Cells(text, l)).Where(r => r.Count > 0).ToList();
        var wide = rows.Where(r => r.Count > 1 && !IsOneBlock(r)).ToList();
        if (wide.Count == 0) return [[.. rows.SelectMany(r => r)]];
        var most = wide.GroupBy(r => r.Count).Where(g => g.Count() > 1 || wide.Count < 3).Select(g => g.Key).DefaultIfEmpty(wide[0].Count).Max();
        var anchors = Enumerable.Range(0, most).Select(i => Median(wide.Where(r => r.Count == most).Select(r => r[i].Column))).ToArray();
        var columns = anchors.Select(_ => new List<Cell>()).ToList();
        var start = rows.FindIndex(r => r.Count > 1 && !IsOneBlock(r));
        for (var i = 0; i < rows.Count; i++)
            foreach (var cell in rows[i])
                columns[rows[i].Count == most && !IsOneBlock(rows[i]) ? rows[i].IndexOf(cell) : i < start && rows[i].Count == 1 && cell.Column < 4 ? 0 : Nearest(anchors, cell.Column)].Add(cell);
        return columns;
    }

    /// <summary>"Name: A     Position: B" is one block in two columns, "Name: A     Name: B" are two.</summary>
    private static bool IsOneBlock(List<Cell> row)
    {
        var labels = row.Select(c => SignatureWords.Label(c)?.Kind).ToList();
        return labels.TrueForAll(l => l is not null) && labels.Distinct().Count() == labels.Count;
    }

    private static List<Cell> Cells(string text, Line line)
    {
        var cells = new List<Cell>();
        var column = line.Indent;
        for (var at = line.From; at < line.To;)
        {
            int end = at, blanks = 0;
            while (end < line.To && blanks < 3) { blanks = text[end] == '\t' ? 3 : text[end] == ' ' ? blanks + 1 : 0; end++; }
            var stop = end < line.To || blanks >= 3 ? end - Trailing(text, at, end) : line.To;
            if (stop > at) cells.Add(new(text[at..stop].Replace('\t', ' '), at, stop, column));
            while (end < line.To && text[end] is ' ' or '\t') { end++; if (end == line.To) break; }
            for (var i = at; i < end; i++) column += text[i] == '\t' ? 8 - column % 8 : 1;
            at = end;
        }
        return cells;
    }

    private static int Trailing(string text, int from, int to)
    {
        var n = 0;
        while (to - n > from && text[to - n - 1] is ' ' or '\t') { n++; if (to - n == from) break; }
        return n;
    }

    private static int Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static int Nearest(int[] anchors, int column)
    {
        var best = 0;
        for (var i = 1; i < anchors.Length; i++) if (Math.Abs(anchors[i] - column) < Math.Abs(anchors[best] - column)) best = i;
        return best;
    }
}
