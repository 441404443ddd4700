using System.Runtime.InteropServices;

namespace Concordat.Sameness;

/// <summary>Finds pairs that share a key, without comparing each with each: keys are gathered, sorted, and only those of small blocks are paired.</summary>
internal sealed class Blocks
{
    /// <summary>A key that more records share tells nothing.</summary>
    private const int Most = 40;

    private readonly List<(ulong Key, Guid Record)> _keys = [];

    public void Add(string key, Guid record) => _keys.Add((Hash(key), record));

    /// <summary>Each pair once, the smaller id first, in order.</summary>
    public IReadOnlyList<(Guid One, Guid Other)> Pairs()
    {
        CollectionsMarshal.AsSpan(_keys).Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Record.CompareTo(b.Record));
        var pairs = new HashSet<(Guid, Guid)>();
        for (int from = 0, to; from < _keys.Count; from = to)
        {
            for (to = from + 1; to < _keys.Count && _keys[to].Key == _keys[from].Key;) to++;
            if (to - from is < 2 or > Most) continue;
            for (var i = from; i < to; i++)
                for (var j = i + 1; j < to; j++)
                    if (_keys[i].Record != _keys[j].Record) pairs.Add((_keys[i].Record, _keys[j].Record));
        }

        return [.. pairs.Order()];
    }

    // FNV-1a: two keys of one number are compared once too often, no more.
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }
}
