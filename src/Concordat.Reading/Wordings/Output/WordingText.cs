namespace Concordat.Reading.Wordings.Output;

/// <summary>A wording as a listing for a terminal: each value, the rule said back, and the words that say it.</summary>
public static class WordingText
{
    private const int RuleColumn = 78;

    public static void Print(AgreementWording wording, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.WriteLine("AGREEMENT");
        var group = "";
        foreach (var row in WordingRow.All(wording))
        {
            var item = row.Path.IndexOf("].", StringComparison.Ordinal) is var at and >= 0 ? row.Path[..(at + 1)] : "";
            if (item.Length > 0 && item != group) to.WriteLine($"  {Number(item)}");
            group = item;
            var line = $"  {(item.Length > 0 ? "  " : "")}{Label(row.Path),-15} {One(row.Value, 200)}";
            to.WriteLine($"{line.PadRight(RuleColumn)}  {row.Rule}");
            if (row.Sentence is not null) to.WriteLine($"                    {row.Sentence}");
            if (One(row.Quote, 150) is var quote && quote != row.Value) to.WriteLine($"                    \"{quote}\"");
        }
    }

    /// <summary>"parties[0]" as "party 1".</summary>
    private static string Number(string item)
    {
        var open = item.IndexOf('[');
        var word = item[..open] switch { "parties" => "party", "bodies" => "body", "earlier" => "earlier instrument", var w => w.TrimEnd('s') };
        return $"{word} {int.Parse(item.AsSpan(open + 1, item.Length - open - 2)) + 1}";
    }

    private static string Label(string path)
    {
        var name = path[(path.IndexOf("].", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];
        return (name.IndexOf('[') is var open and >= 0 ? name[..open] : name).Replace('.', ' ');
    }

    private static string One(string words, int most)
    {
        var flat = string.Join(' ', string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return flat.Length <= most ? flat : string.Concat(flat.AsSpan(0, most - 1), "…");
    }
}
