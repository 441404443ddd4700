namespace Concordat.Reading.Rules.Segments;

/// <summary>Lower-cased words, each allocated once for a text.</summary>
internal sealed class WordPool
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public string Lower(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
            buffer[i] = word[i] switch { '‑' or '‐' or '–' when word.Length > 1 => '-', '’' when word.Length > 1 => '\'', var c => char.ToLowerInvariant(c) };
        ReadOnlySpan<char> key = buffer.Length > 1 && buffer[^1] == '.' && (!buffer[..^1].Contains('.') || buffer.Contains('-')) ? buffer[..^1] : buffer;
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known)) return known;
        var made = key.ToString();
        _words.Add(made);
        return made;
    }
}
