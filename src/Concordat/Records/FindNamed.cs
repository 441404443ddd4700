using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Records;

/// <summary>Finds the record that a person means by a typed name.</summary>
public static class FindNamed
{
    private const int Most = 50;
    internal static readonly string[] Exact = ["name", "acronym", "identifier", "reference"];

    /// <summary>
    /// The records that the words may mean, in one statement: by id, name, former name, acronym or number. What stands in brackets or after the last comma may
    /// tell namesakes apart ("Ministry of Defence (India)"): a country, a kind, any part of the quiet line. Of several, one whose present name it is wins.
    /// </summary>
    /// <param name="kinds">Kinds of record; empty means any.</param>
    /// <returns>None, one, or several by sort key.</returns>
    public static async Task<ImmutableArray<HeadlineRow>> AllAsync(ReadDb db, IReadOnlyList<string> kinds, string typed, CancellationToken stop = default)
    {
        var any = kinds.Count == 0;
        if (Guid.TryParse(typed.Trim(), out var id)) return [.. await db.Headlines.Where(h => h.Record == id && (any || kinds.Contains(h.Kind))).ToListAsync(stop)];
        var (whole, bare) = Keys(typed);
        if (whole.Length == 0) return [];
        var rows = await db.Known.Where(k => (k.Key == whole || k.Key == bare) && Exact.Contains(k.Sort) && (any || kinds.Contains(k.Kind)))
            .Join(db.Headlines, k => k.Record, h => h.Record, (k, h) => new { k.Key, Head = h }).Take(Most).ToListAsync(stop);
        return Choose(rows.ConvertAll(r => (r.Key, r.Head)), typed);
    }

    /// <summary>The keys under which a typed name is looked up: all of it, and without what may be a mark.</summary>
    internal static (string Whole, string Bare) Keys(string typed) => (Fold.Key(typed), Fold.Key(Split(typed).Name));

    /// <summary>Of the records known by one of the two keys, those that are meant.</summary>
    internal static ImmutableArray<HeadlineRow> Choose(IReadOnlyCollection<(string Key, HeadlineRow Head)> rows, string typed)
    {
        var ((whole, bare), mark) = (Keys(typed), Split(typed).Mark);
        var direct = rows.Where(r => r.Key == whole).Select(r => r.Head).DistinctBy(h => h.Record).ToList();
        var found = direct.Count > 0 ? direct : rows.Select(r => r.Head).DistinctBy(h => h.Record).Where(h => IsMarked(h, mark)).ToList();
        var present = found.Where(h => Fold.Key(h.Title) == (direct.Count > 0 ? whole : bare)).ToList();
        return [.. (present.Count == 1 ? present : found).OrderBy(h => h.SortKey, StringComparer.Ordinal).ThenBy(h => h.Record)];
    }

    /// <summary>Refusal <c>value.several-records</c>, which names what was found and how to tell them apart.</summary>
    public static Refusal Several(string label, string typed, ImmutableArray<HeadlineRow> found) => new(
        "value.several-records",
        $"{label}: “{typed}” may be {string.Join(" or ", found.Take(4).Select(h => h.Detail.Length > 0 ? $"{h.Title} ({h.Detail})" : h.Title))}. Type the full name, or add the country in brackets.");

    private static (string Name, string Mark) Split(string typed)
    {
        var text = typed.Trim();
        if (text.EndsWith(')') && text.LastIndexOf('(') is var open and > 0) return (text[..open].Trim(), text[(open + 1)..^1]);
        return text.LastIndexOf(',') is var comma and > 0 ? (text[..comma].Trim(), text[(comma + 1)..]) : (text, "");
    }

    private static bool IsMarked(HeadlineRow head, string mark)
    {
        var key = Fold.Key(mark);
        if (key.Length == 0) return false;
        return head.Detail.Split(" · ").Any(part => Fold.Key(part) == key || (Countries.Name(part) is { } country && Fold.Key(country) == key)) || Fold.Key(head.Detail) == key;
    }
}
