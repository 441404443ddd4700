using System.Collections.Immutable;
using System.Text.Json;
using Concordat.Sources.Extraction;

namespace Concordat.Import.Tables;

/// <summary>One JSON object a line, as registers publish their records: members are columns, lists are lines of a cell, members of members are "a.b".</summary>
internal sealed class JsonLinesFile(string text, ImmutableArray<string> columns, TableLimits limits) : TableFile
{
    /// <summary>Lines that are looked through for the names of columns.</summary>
    private const int Sample = 500;

    private const int MostLetters = 1_000_000;

    public static bool Is(string text) => text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t') is ['{', ..] start && FirstObject(start) is not null;

    private static Dictionary<string, string>? FirstObject(string text)
    {
        var end = text.IndexOf('\n');
        try { return Flat(end < 0 ? text : text[..end]); }
        catch (JsonException) { return null; }
    }

    public static Outcome<TableFile> Open(string text, string name, TableLimits limits)
    {
        try
        {
            ImmutableArray<string> columns = [.. Lines(text).Take(Sample).SelectMany(l => Flat(l).Keys).Distinct()];
            if (columns.Length > limits.Columns) return ImportRefusals.TooLarge($"The objects of “{name}” have more than {limits.Columns:N0} members.");
            return new JsonLinesFile(text, columns, limits) { Name = name, Sheets = [new("", false)], Remark = "One JSON object a line." };
        }
        catch (JsonException)
        {
            return ImportRefusals.Damaged(name);
        }
    }

    /// <summary>The names of the members come first, as row 1; so line n is row n + 1.</summary>
    internal override IEnumerable<TableRow> Rows(int sheet)
    {
        yield return new(1, [.. columns.Select(c => new Cell(c))]);
        var number = 1;
        foreach (var line in Lines(text))
        {
            if (++number > limits.Rows) throw new TableFault(ImportRefusals.TooLarge($"“{Name}” has more than {limits.Rows:N0} lines."));
            var row = Row(line);
            if (row.Length > 0) yield return new(number, row);
        }
    }

    private ImmutableArray<Cell> Row(string line)
    {
        Dictionary<string, string> values;
        try { values = Flat(line); }
        catch (JsonException) { throw new TableFault(ImportRefusals.Damaged(Name)); }
        var cells = columns.Select(c => values.GetValueOrDefault(c, "")).ToList();
        // A list of relations may be far longer than a cell that people fill.
        if (cells.Exists(c => c.Length > MostLetters)) throw new TableFault(ImportRefusals.TooLarge($"A value of “{Name}” has more than {MostLetters:N0} letters."));
        var last = cells.FindLastIndex(c => !string.IsNullOrWhiteSpace(c));
        return [.. cells.Take(last + 1).Select(c => new Cell(Clean.Text(c)))];
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (int at = 0, end; at < text.Length; at = end + 1)
        {
            end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (end > at && !string.IsNullOrWhiteSpace(text[at..end])) yield return text[at..end];
        }
    }

    private static Dictionary<string, string> Flat(string line)
    {
        using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 16 });
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(values, "", json.RootElement);
        return values;
    }

    private static void Add(Dictionary<string, string> values, string prefix, JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object) Add(values, $"{prefix}{member.Name}.", member.Value);
            else values[prefix + member.Name] = Say(member.Value);
        }
    }

    private static string Say(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Array ? string.Join(" | ", v.EnumerateArray().Select(Say)) : Say(v))),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
