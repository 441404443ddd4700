using System.Numerics;

namespace Concordat.Lists;

/// <summary>Lines of a list by number, a bit for each.</summary>
internal sealed class Bitmap
{
    private ulong[] _words;

    public Bitmap(int length) => _words = new ulong[(length + 63) / 64];

    private Bitmap(ulong[] words) => _words = words;

    public bool this[int number] => (uint)(number >> 6) < (uint)_words.Length && (_words[number >> 6] >> number & 1) != 0;

    public Bitmap Copy() => new([.. _words]);

    public void Set(int number)
    {
        if (number >> 6 >= _words.Length) Array.Resize(ref _words, Math.Max((number >> 6) + 1, _words.Length * 2));
        _words[number >> 6] |= 1UL << number;
    }

    public void Clear(int number)
    {
        if (number >> 6 < _words.Length) _words[number >> 6] &= ~(1UL << number);
    }

    public void And(Bitmap other)
    {
        for (var i = 0; i < _words.Length; i++) _words[i] &= i < other._words.Length ? other._words[i] : 0;
    }

    public int CountWith(Bitmap other)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(_words.Length, other._words.Length); i++) count += BitOperations.PopCount(_words[i] & other._words[i]);
        return count;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words) count += BitOperations.PopCount(word);
        return count;
    }
}
