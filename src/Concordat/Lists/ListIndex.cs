using System.Collections.Immutable;
using System.Text;

namespace Concordat.Lists;

/// <summary>What is asked of a list: filters by facet, sets of records that words found, an order, and where the page begins.</summary>
/// <param name="Found">A line must be in each of these sets.</param>
/// <param name="Order">Name of one of the plan's orders, or null for the list's own.</param>
public sealed record ListWish(IReadOnlyDictionary<string, string> Filters, IReadOnlyList<IReadOnlyCollection<Guid>> Found, string? Order, Guid? After, Guid? Before, int Take);

/// <param name="Earlier">Value of <c>before</c> for the page before, or null on the first.</param>
/// <param name="Later">Value of <c>after</c> for the next page, or null on the last.</param>
/// <param name="Total">Lines of the whole list as it is narrowed and ordered.</param>
public sealed record ListSlice(ImmutableArray<Guid> Records, Guid? Earlier, Guid? Later, int Total);

/// <summary>The lines of one list in memory: which values each has, and their orders. Held as sets of numbers, so that counts and pages cost no query.</summary>
/// <remarks>Not safe for use by several at once: <see cref="ListIndexes"/> guards it.</remarks>
public sealed class ListIndex
{
    private readonly ListPlan _plan;
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly List<Guid> _records = [];
    private readonly List<byte[]> _titles = [];
    private readonly List<ImmutableArray<long?>> _keys = [];
    private readonly List<int[]> _values = [];
    private readonly Dictionary<(string Facet, string Value), int> _valueNumbers = [];
    private readonly List<Members> _members = [];
    private readonly Dictionary<string, List<(string Value, int Number)>> _facets;
    private readonly ImmutableArray<LineOrder> _orders;
    private readonly LineOrder _byTitle;
    private readonly PriorityQueue<Guid, long> _changes = new();
    private readonly Bitmap _all = new(64);

    public ListIndex(ListPlan plan)
    {
        _plan = plan;
        _facets = plan.Facets.ToDictionary(f => f, _ => new List<(string, int)>());
        _byTitle = new(CompareTitles);
        _orders = [.. plan.Orders.Select((order, i) => new LineOrder((a, b) => CompareKeys(a, b, i, order.Descending)))];
    }

    public int Count => _numbers.Count;

    /// <summary>True when most of what is held belongs to lines that are gone: time to make it anew.</summary>
    public bool IsWasteful => _records.Count > (2 * _numbers.Count) + 10_000;

    private int CompareTitles(int a, int b) => _titles[a].AsSpan().SequenceCompareTo(_titles[b]) is var order and not 0 ? order : _records[a].CompareTo(_records[b]);

    private int CompareKeys(int a, int b, int order, bool descending)
    {
        var by = _keys[a][order]!.Value.CompareTo(_keys[b][order]!.Value);
        return by != 0 ? descending ? -by : by : _records[a].CompareTo(_records[b]);
    }

    /// <summary>Takes in lines as they are now; records that are named without a line are taken out.</summary>
    public void Replace(IEnumerable<Guid> named, IReadOnlyCollection<IndexedLine> lines)
    {
        var gone = new HashSet<int>();
        foreach (var record in named) if (_numbers.Remove(record, out var number)) Drop(number, gone);
        var fresh = new List<int>(lines.Count);
        foreach (var line in lines)
        {
            if (_numbers.Remove(line.Record, out var before)) Drop(before, gone);
            fresh.Add(Take(line));
        }

        _byTitle.Replace(gone, fresh);
        for (var i = 0; i < _orders.Length; i++) _orders[i].Replace(gone, fresh.FindAll(n => _keys[n][i] is not null));
    }

    private void Drop(int number, HashSet<int> gone)
    {
        gone.Add(number);
        _all.Clear(number);
        foreach (var value in _values[number]) _members[value].Remove(number);
    }

    private int Take(IndexedLine line)
    {
        var number = _records.Count;
        _numbers[line.Record] = number;
        _records.Add(line.Record);
        _titles.Add(Encoding.UTF8.GetBytes(line.SortKey));
        _keys.Add(line.Keys);
        _values.Add([.. line.Values.Select(v => Number(v.Facet, v.Value)).Distinct()]);
        _all.Set(number);
        foreach (var value in _values[number]) _members[value].Add(number);
        if (line.ChangesOn is { } day) _changes.Enqueue(line.Record, day);
        return number;
    }

    private int Number(string facet, string value)
    {
        if (_valueNumbers.TryGetValue((facet, value), out var number)) return number;
        _valueNumbers[(facet, value)] = number = _members.Count;
        _members.Add(new());
        _facets[facet].Add((value, number));
        return number;
    }

    /// <summary>Records whose lines are other ones from this day on; each is named once.</summary>
    public HashSet<Guid> ChangedBy(long day)
    {
        var changed = new HashSet<Guid>();
        while (_changes.TryPeek(out var record, out var on) && on <= day)
        {
            _changes.Dequeue();
            if (_numbers.ContainsKey(record)) changed.Add(record);
        }

        return changed;
    }

    /// <summary>How many lines have each value, as the list is narrowed by everything but this facet; the most frequent first, those of none left out.</summary>
    public ImmutableArray<(string Value, int Count)> Counts(string facet, ListWish wish)
    {
        var lines = Narrow(wish, except: facet);
        ImmutableArray<(string, int)> counts = [.. _facets[facet].Select(v => (v.Value, Count: _members[v.Number].CountIn(lines))).Where(v => v.Count > 0).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
        lines.GiveBack();
        return counts;
    }

    /// <summary>Records of the whole list in its order, at most so many.</summary>
    public ImmutableArray<Guid> First(ListWish wish, int most) => Slice(wish with { After = null, Before = null, Take = most }).Records;

    public ListSlice Slice(ListWish wish)
    {
        var lines = Narrow(wish, null);
        var order = Order(wish.Order);
        var total = order == _byTitle ? lines.Count() : order.CountOf(lines);
        var at = (wish.Before ?? wish.After) is { } anchor && _numbers.TryGetValue(anchor, out var number) ? order.PlaceOf(number) : -1;
        var back = wish.Before is not null;
        var page = new List<int>();
        var numbers = order.Numbers;
        for (var i = at < 0 ? back ? numbers.Length - 1 : 0 : back ? at - 1 : at + 1; i >= 0 && i < numbers.Length && page.Count <= wish.Take; i += back ? -1 : 1)
            if (lines[numbers[i]]) page.Add(numbers[i]);
        lines.GiveBack();
        var more = page.Count > wish.Take;
        if (more) page.RemoveAt(wish.Take);
        if (back) page.Reverse();
        if (page.Count == 0) return new([], null, null, total);
        var (first, last) = (_records[page[0]], _records[page[^1]]);
        return new([.. page.Select(n => _records[n])], (back ? more : at >= 0) ? first : null, (back ? at >= 0 : more) ? last : null, total);
    }

    private LineOrder Order(string? name)
    {
        for (var i = 0; i < _orders.Length; i++) if (_plan.Orders[i].Name == name) return _orders[i];
        return _plan.OrderedFirst && name != "title" ? _orders[0] : _byTitle;
    }

    private Bitmap Narrow(ListWish wish, string? except)
    {
        var lines = Bitmap.Rent(_all, _records.Count);
        foreach (var (facet, value) in wish.Filters)
        {
            if (facet == except || !_facets.ContainsKey(facet)) continue;
            if (_valueNumbers.TryGetValue((facet, value), out var number)) _members[number].Restrict(lines);
            else lines.Wipe();
        }

        foreach (var found in wish.Found)
        {
            var left = Bitmap.Rent(_records.Count);
            foreach (var record in found) if (_numbers.TryGetValue(record, out var number) && lines[number]) left.Set(number);
            lines.GiveBack();
            lines = left;
        }

        return lines;
    }
}
