using System.Runtime.InteropServices;

namespace Concordat.Sameness.Affiliations;

/// <summary>Known sequences of words, found at any place of a text in one walk.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _steps = [];
    private readonly Dictionary<int, List<T>> _ends = [];
    private int _nodes;

    public void Add(IReadOnlyList<string> words, T value)
    {
        var node = 0;
        foreach (var word in words)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out var known);
            if (!known) id = _words.Count;
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, ((long)node << 32) | (uint)id, out known);
            if (!known) next = ++_nodes;
            node = next;
        }

        if (node == 0) return;
        if (!_ends.TryGetValue(node, out var values)) _ends[node] = values = [];
        values.Add(value);
    }

    /// <summary>All sequences that begin at each word.</summary>
    public IEnumerable<(int From, int To, IReadOnlyList<T> Values)> Find(string[] text)
    {
        var ids = Array.ConvertAll(text, w => _words.GetValueOrDefault(w));
        for (var from = 0; from < ids.Length; from++)
        {
            var node = 0;
            for (var to = from; to < ids.Length && ids[to] != 0 && _steps.TryGetValue(((long)node << 32) | (uint)ids[to], out node); to++)
                if (_ends.TryGetValue(node, out var values)) yield return (from, to + 1, values);
        }
    }
}
