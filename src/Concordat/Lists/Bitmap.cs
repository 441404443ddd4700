using System.Buffers;
using System.Numerics;

namespace Concordat.Lists;

/// <summary>Lines of a list by number, a bit for each. One that is rented is given back: of a million lines it takes 125 KB, too much to be made anew for every question.</summary>
internal sealed class Bitmap
{
    private readonly bool _rented;
    private ulong[] _words;
    private int _used;

    public Bitmap(int length) => (_words, _used) = (new ulong[Words(length)], Words(length));

    private Bitmap(ulong[] words, int used) => (_words, _used, _rented) = (words, used, true);

    /// <summary>A passing copy, long enough for so many lines.</summary>
    public static Bitmap Rent(Bitmap of, int length)
    {
        var made = Rent(length);
        of._words.AsSpan(0, Math.Min(of._used, made._used)).CopyTo(made._words);
        return made;
    }

    /// <summary>A passing one without any line, long enough for so many.</summary>
    public static Bitmap Rent(int length)
    {
        var made = new Bitmap(ArrayPool<ulong>.Shared.Rent(Words(length)), Words(length));
        made.Wipe();
        return made;
    }

    private static int Words(int length) => (length + 63) / 64;

    public bool this[int number] => (uint)(number >> 6) < (uint)_used && (_words[number >> 6] >> number & 1) != 0;

    public void Set(int number)
    {
        if (number >> 6 >= _used)
        {
            // Its words belong to the pool, which takes back only what it gave.
            if (_rented) throw new ArgumentOutOfRangeException(nameof(number), number, "A rented one does not grow.");
            Array.Resize(ref _words, Math.Max((number >> 6) + 1, _used * 2));
            _used = _words.Length;
        }

        _words[number >> 6] |= 1UL << number;
    }

    public void Clear(int number)
    {
        if (number >> 6 < _used) _words[number >> 6] &= ~(1UL << number);
    }

    public void Wipe() => _words.AsSpan(0, _used).Clear();

    public void And(Bitmap other)
    {
        for (var i = 0; i < _used; i++) _words[i] &= i < other._used ? other._words[i] : 0;
    }

    public int CountWith(Bitmap other)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(_used, other._used); i++) count += BitOperations.PopCount(_words[i] & other._words[i]);
        return count;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words.AsSpan(0, _used)) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Ends the use of one that was rented.</summary>
    public void GiveBack()
    {
        if (!_rented || _words.Length == 0) return;
        ArrayPool<ulong>.Shared.Return(_words);
        (_words, _used) = ([], 0);
    }
}
