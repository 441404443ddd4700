using System.Text;

namespace Concordat.App.Shell;

/// <summary>Lists as comma-separated values for spreadsheets.</summary>
/// <remarks>RFC 4180, with a byte order mark, which spreadsheets need to know UTF-8.</remarks>
public static class Csv
{
    private const int RowsAtOnce = 1000;

    /// <summary>The whole list, page by page, as its address narrows and orders it.</summary>
    public static IResult Download(string name, ListQuery query, Func<ListQuery, CancellationToken, Task<Lines>> read) => Results.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
            var page = query with { Take = RowsAtOnce, Before = null, After = null };
            for (var first = true; ; first = false)
            {
                var lines = await read(page, CancellationToken.None);
                if (first) await writer.WriteAsync(Line(["Title", .. lines.Head, "Record"]));
                foreach (var row in lines.Rows) await writer.WriteAsync(Line([row.Title, .. row.Cells, row.Record.ToString("D")]));
                if (lines.Later is null) return;
                page = page with { After = lines.Later };
            }
        },
        "text/csv; charset=utf-8", name + ".csv");

    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Quoted where needed; what a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]) text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n;") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
