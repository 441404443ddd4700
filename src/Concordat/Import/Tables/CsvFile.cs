using System.Collections.Immutable;
using System.Text;
using Concordat.Sources.Extraction;

namespace Concordat.Import.Tables;

/// <summary>Values with a separator between them: comma, semicolon, tab or bar, found by itself. Pasted cells come so too, with tabs.</summary>
/// <remarks>RFC 4180, leniently: a quote inside an unquoted cell is a letter, line ends may be of any sort.</remarks>
internal sealed class CsvFile(string text, char separator, TableLimits limits) : TableFile
{
    public static TableFile Open(Decoded decoded, string name, TableLimits limits)
    {
        var text = decoded.Text.TrimStart('\uFEFF');
        var (separator, skip) = Separators.Find(text, limits);
        var remark = $"Separated by {Separators.Say(separator)}, written in {decoded.Encoding}.";
        return new CsvFile(skip == 0 ? text : text[skip..], separator, limits)
        {
            Name = name, Sheets = [new("", false)], Remark = string.Join(' ', decoded.Notes.Select(n => n.Message).Prepend(remark)),
        };
    }

    internal override IEnumerable<TableRow> Rows(int sheet)
    {
        var (number, cells) = (0, 0L);
        foreach (var record in CsvRecords.Read(text, separator, limits, Name))
        {
            if (++number > limits.Rows) throw new TableFault(ImportRefusals.TooLarge($"“{Name}” has more than {limits.Rows:N0} rows."));
            var row = Row(number, record);
            if ((cells += row.Cells.Length) > limits.Cells) throw new TableFault(ImportRefusals.TooLarge($"“{Name}” has more than {limits.Cells:N0} cells."));
            if (row.Cells.Length > 0) yield return row;
        }
    }

    private static TableRow Row(int number, List<string> record)
    {
        var last = record.FindLastIndex(c => !string.IsNullOrWhiteSpace(c));
        return new(number, [.. record.Take(last + 1).Select(c => new Cell(Unguarded(Clean.Text(c))))]);
    }

    /// <summary>Takes off the apostrophe that keeps spreadsheets from running a cell as a formula.</summary>
    private static string Unguarded(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}

/// <summary>Which sign separates the cells of a text.</summary>
internal static class Separators
{
    private const int Lines = 60;

    public static string Say(char separator) => separator switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", _ => "bars" };

    /// <summary>The separator under which most records have the same number of cells, two or more; and how much of the text is a line that names it.</summary>
    public static (char Separator, int Skip) Find(string text, TableLimits limits)
    {
        // Spreadsheet programs write and heed this first line.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text.IndexOf('\n') is var end and > 0 and < 9) return (text[4], end + 1);
        var best = (Separator: ',', Score: 0.0);
        foreach (var separator in (char[])['\t', ';', ',', '|'])
            if (Score(text, separator, limits) is var score && score > best.Score) best = (separator, score);
        return (best.Separator, 0);
    }

    /// <summary>Share of records that have the commonest number of cells; more cells win among equals.</summary>
    private static double Score(string text, char separator, TableLimits limits)
    {
        List<int> widths;
        try
        {
            widths = [.. CsvRecords.Read(text, separator, limits, "").Take(Lines).Where(r => r.Count > 1 || r[0].Length > 0).Select(r => r.Count)];
        }
        catch (TableFault)
        {
            return 0;
        }

        if (widths.Count == 0) return 0;
        var common = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
        return common.Key < 2 ? 0 : ((double)common.Count() / widths.Count) + (Math.Min(common.Key, 100) / 1000.0);
    }
}

/// <summary>Cuts a text into records of cells.</summary>
internal static class CsvRecords
{
    public static IEnumerable<List<string>> Read(string text, char separator, TableLimits limits, string name)
    {
        var at = 0;
        while (at < text.Length)
        {
            var record = new List<string>();
            do
            {
                record.Add(Cell(text, ref at, separator, limits, name));
                if (record.Count > limits.Columns) throw new TableFault(ImportRefusals.TooLarge($"A row of “{name}” has more than {limits.Columns:N0} cells."));
            }
            while (at < text.Length && text[at++] == separator);
            // What ended the record was a line end; CR LF is one.
            if (at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n') at++;
            yield return record;
        }
    }

    /// <summary>Reads one cell and stands on the sign that ends it.</summary>
    private static string Cell(string text, ref int at, char separator, TableLimits limits, string name)
    {
        var start = at;
        if (at < text.Length && text[at] == '"')
        {
            var quoted = Quoted(text, ref at, limits, name);
            if (at >= text.Length || text[at] == separator || text[at] is '\r' or '\n') return quoted;
            // Words after the closing quote: the quote was a letter.
            at = start;
        }

        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')) at++;
        if (at - start > limits.CellLetters) throw TooLong(limits, name);
        return text[start..at];
    }

    private static string Quoted(string text, ref int at, TableLimits limits, string name)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else { at++; return cell.ToString(); }
            if (cell.Length > limits.CellLetters) throw TooLong(limits, name);
        }

        return cell.ToString();
    }

    private static TableFault TooLong(TableLimits limits, string name) =>
        new(ImportRefusals.TooLarge($"A cell of “{name}” has more than {limits.CellLetters:N0} letters; a quote may be missing."));
}
