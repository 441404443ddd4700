using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Import.Tables;
using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.Import.Mappings;

/// <summary>A column of a table with what it holds, and what it may be.</summary>
/// <param name="Target">Name of the proposed target; null where none fits.</param>
/// <param name="Samples">A few different values.</param>
public sealed record ColumnView(string Header, string? Target, DateEvidence Dates, string Separators, int Filled, ImmutableArray<string> Samples);

/// <summary>A table looked through once: its header, its columns, its number of rows.</summary>
/// <param name="Rows">Rows below the header.</param>
public sealed record TableView(Header Header, ImmutableArray<ColumnView> Columns, int Rows, ImmutableArray<TableRow> First)
{
    public ColumnView? this[string header] => Columns.FirstOrDefault(c => c.Header == header);
}

/// <summary>Proposes what the columns of a table are, from the words of the header and from what the cells hold.</summary>
public static class ProposeMapping
{
    private const int Preview = 12, MostSamples = 4;

    /// <summary>The target whose header words fit best; null for none.</summary>
    internal static Target? Target(string kind, string header)
    {
        var key = Fold.Key(header.Replace('.', ' ').Replace('_', ' '));
        if (key.Length == 0) return null;
        var last = Fold.Key(header[(header.LastIndexOf('·') + 1)..].Replace('.', ' ').Replace('_', ' '));
        return Targets.Of(kind).FirstOrDefault(t => Words(t).Contains(key)) ?? Targets.Of(kind).FirstOrDefault(t => Words(t).Contains(last))
            ?? Targets.Of(kind).SelectMany(t => Words(t).Where(w => w.Length > 3 && (w.Contains(' ') || key.Count(c => c == ' ') < 2) && ($" {key} ").Contains($" {w} ", StringComparison.Ordinal)).Select(w => (t, w.Length)))
                .OrderByDescending(p => p.Length).Select(p => p.t).FirstOrDefault();
    }

    private static IEnumerable<string> Words(Target target) => target.Words.Split('|').Select(w => Fold.Key(w)).Append(Fold.Key(target.Label)).Append(target.Name.ToLowerInvariant());

    /// <summary>Agreements, unless the header speaks of nothing but organisations.</summary>
    public static string Kind(ImmutableArray<TableRow> head)
    {
        static int Score(Header header, string kind) => header.Names.Select(n => Target(kind, n)?.Name).OfType<string>().Distinct().Count();
        var (agreements, organisations) = (Header.Find(head, AgreementKind.Name), Header.Find(head, OrganisationKind.Name));
        var dated = agreements.Names.Any(n => Target(AgreementKind.Name, n) is { IsDate: true });
        return !dated && Score(organisations, OrganisationKind.Name) > Score(agreements, AgreementKind.Name) ? OrganisationKind.Name : AgreementKind.Name;
    }

    /// <summary>Looks a sheet through, all of it, once.</summary>
    /// <param name="mapping">What is known already: sheet, kind, where the header is; null finds it out.</param>
    /// <returns>Refusals of reading, <c>import.empty</c>, <c>import.no-header</c>.</returns>
    public static Outcome<TableView> Look(TableFile file, int sheet, string kind, Mapping? mapping = null)
    {
        if (!file.Head(sheet, Header.Looked * 4).TryGet(out var head, out var refusal)) return refusal;
        if (head.IsEmpty) return ImportRefusals.Empty;
        var found = Header.Find(head, kind);
        var header = mapping is null ? found : Header.At(head, mapping.HeaderRow, mapping.HeaderLines, head.Max(r => r.Cells.Length));
        if (head[^1].Number < header.Row) return ImportRefusals.NoHeader(header.Row);
        try
        {
            return Through(file.Rows(sheet).Where(r => r.Number >= header.Row + header.Lines), header, kind);
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }
    }

    private static TableView Through(IEnumerable<TableRow> rows, Header header, string kind)
    {
        var targets = header.Names.Select(n => Target(kind, n)).ToArray();
        var (dates, filled, samples) = (targets.Select(_ => DateEvidence.None).ToArray(), new int[targets.Length], targets.Select(_ => new List<string>()).ToArray());
        var (first, count, parts) = (ImmutableArray.CreateBuilder<TableRow>(), 0, new SeparatorEvidence(targets));
        foreach (var row in rows)
        {
            if (count++ < Preview) first.Add(row);
            for (var i = 0; i < targets.Length; i++)
            {
                if (row[i] is not { IsEmpty: false } cell) continue;
                filled[i]++;
                dates[i] = dates[i].And(cell);
                if (samples[i].Count < MostSamples && Clip.To(cell.Line, 60) is var sample && !samples[i].Contains(sample)) samples[i].Add(sample);
                parts.Add(i, cell.Text);
            }
        }

        for (var i = 0; i < targets.Length; i++) targets[i] = ByValues(kind, targets[i], samples[i]);
        var chosen = Once(kind, targets, filled, [.. samples.Select((s, i) => s.Count < 2 && filled[i] > 20 && targets[i]?.Sort is TargetSort.Text or TargetSort.Partners or TargetSort.Number)], header.Names);
        return new(header, [.. header.Names.Select((n, i) => new ColumnView(n, chosen[i], dates[i], parts.Of(i), filled[i], [.. samples[i]]))], count, first.ToImmutable());
    }

    /// <summary>"State" is a country or how an agreement stands: its cells tell.</summary>
    private static Target? ByValues(string kind, Target? target, List<string> samples) =>
        target is { Sort: TargetSort.Country } && kind == AgreementKind.Name && samples.Count > 0 && samples.TrueForAll(IsState) ? Targets.Find(kind, "status") : target;

    private static bool IsState(string words) => StatedStatus.Read(words) is not null || Enum.GetValues<AgreementState>().Any(s => Fold.Key(s.Label()) == Fold.Key(words));

    /// <summary>A target that only one column can have goes to the one whose header says it most plainly, then to the first that is filled.</summary>
    /// <param name="alike">Columns in which all of many cells say the same: a word for a link, no value.</param>
    private static string?[] Once(string kind, Target?[] targets, int[] filled, bool[] alike, ImmutableArray<string> names)
    {
        var chosen = new string?[targets.Length];
        var exported = targets.Any(t => t?.Sort == TargetSort.Record);
        foreach (var group in targets.Select((t, i) => (t, i)).Where(p => p.t is not null && filled[p.i] > 0 && !alike[p.i]).GroupBy(p => p.t!))
        {
            var ranked = group.OrderByDescending(p => Words(group.Key).Contains(Fold.Key(names[p.i].Replace('.', ' ')))).ThenByDescending(p => filled[p.i] > 1).ThenBy(p => p.i).Select(p => p.i);
            // What an export computed is not stated by anybody when it comes back.
            if (exported && group.Key.Name == "status") continue;
            foreach (var i in group.Key.Many ? ranked : ranked.Take(1)) chosen[i] = group.Key.Name;
        }

        // Where no column is the title but one is the subject of an agreement, that is what it is called.
        if (!chosen.Contains(Targets.Title(kind).Name) && Array.IndexOf(chosen, "subject") is var at and >= 0) chosen[at] = Targets.Title(kind).Name;
        return chosen;
    }

    /// <summary>The mapping that a person would change.</summary>
    public static Mapping From(TableView view, string kind, string? sheet) => new()
    {
        Kind = kind, Sheet = sheet, HeaderRow = view.Header.Row, HeaderLines = view.Header.Lines,
        Columns = [.. view.Columns.Where(c => c.Target is not null).Select(c => Column(c, Targets.Find(kind, c.Target!)!))],
    };

    /// <summary>A column mapped to a target, with what its cells themselves decide.</summary>
    public static Column Column(ColumnView view, Target target) => new(view.Header, target.Name)
    {
        Order = target.IsDate ? view.Dates.Order : null,
        Separators = target.Sort == TargetSort.Partners && view.Separators.Length > 0 ? view.Separators : null,
        Scheme = target.Name == "fileNumber" ? "Our file" : target.Name == "identifier" && view.Samples.All(IsRor) ? "ROR" : null,
    };

    /// <summary>Nine signs: 0, six of Crockford's base 32, two digits of a check.</summary>
    private static bool IsRor(string text) => text is ['0', .. { Length: 8 } rest] && rest.All(c => char.IsAsciiDigit(c) || (char.IsAsciiLetterLower(c) && c is not ('i' or 'l' or 'o' or 'u'))) && char.IsAsciiDigit(text[7]) && char.IsAsciiDigit(text[8]);
}

/// <summary>Whether commas and slashes of a column separate names: they do where what stands between them stands in other cells by itself.</summary>
internal sealed class SeparatorEvidence(Target?[] targets)
{
    private const int Most = 20_000;
    private readonly Dictionary<int, (HashSet<string> Alone, Dictionary<char, List<string[]>> Split)> _columns = [];
    // Cells whose names are separated beyond doubt.
    private readonly Dictionary<int, int> _plain = [];

    public void Add(int column, string text)
    {
        if (targets[column]?.Sort != TargetSort.Partners) return;
        if (!_columns.TryGetValue(column, out var seen)) _columns[column] = seen = ([], new() { [','] = [], ['/'] = [] });
        if (text.AsSpan().ContainsAny('\n', ';', '|')) _plain[column] = _plain.GetValueOrDefault(column) + 1;
        foreach (var piece in text.Split(['\n', ';', '|']).Select(p => p.Trim()))
        {
            if (seen.Alone.Count < Most) seen.Alone.Add(Fold.Key(piece));
            foreach (var (sign, cells) in seen.Split) if (piece.Contains(sign) && cells.Count < Most) cells.Add([.. piece.Split(sign).Select(Fold.Key).Where(k => k.Length > 0)]);
        }
    }

    public string Of(int column)
    {
        if (!_columns.TryGetValue(column, out var seen)) return "";
        return string.Concat(seen.Split.Where(s => s.Value.Count > 10 * _plain.GetValueOrDefault(column) && Separates(s.Value, seen.Alone)).Select(s => s.Key));
    }

    private static bool Separates(List<string[]> cells, HashSet<string> alone)
    {
        var recurring = cells.SelectMany(c => c.Distinct()).GroupBy(p => p).Where(g => g.Count() > 2).Select(g => g.Key).ToHashSet();
        var countries = Countries.All.Select(c => Fold.Key(c.Name)).ToHashSet();
        return cells.Count(c => c.Length > 1 && c.Count(p => alone.Contains(p) || recurring.Contains(p) || countries.Contains(p)) * 2 > c.Length) * 2 > cells.Count;
    }
}
