namespace Concordat.Lists;

/// <summary>The lines that have one value of a facet: a sorted array of their numbers while they are few, a bitmap when they are many.</summary>
/// <remarks>A bitmap over a million lines takes 125 KB; most partners have a handful of agreements.</remarks>
internal sealed class Members
{
    private const int MostFew = 4096;

    private int[] _few = new int[2];
    private Bitmap? _many;

    public int Count { get; private set; }

    public void Add(int number)
    {
        if (_many is not null)
        {
            if (!_many[number]) { _many.Set(number); Count++; }
            return;
        }

        var place = Array.BinarySearch(_few, 0, Count, number);
        if (place >= 0) return;
        if (Count == MostFew) { Widen(); Add(number); return; }
        if (Count == _few.Length) Array.Resize(ref _few, Count * 2);
        Array.Copy(_few, ~place, _few, ~place + 1, Count - ~place);
        (_few[~place], Count) = (number, Count + 1);
    }

    private void Widen()
    {
        _many = new Bitmap(_few[Count - 1] + 1);
        foreach (var number in _few) _many.Set(number);
        _few = [];
    }

    public void Remove(int number)
    {
        if (_many is not null)
        {
            if (_many[number]) { _many.Clear(number); Count--; }
            return;
        }

        var place = Array.BinarySearch(_few, 0, Count, number);
        if (place < 0) return;
        Array.Copy(_few, place + 1, _few, place, Count - place - 1);
        Count--;
    }

    public int CountIn(Bitmap lines)
    {
        if (_many is not null) return _many.CountWith(lines);
        var count = 0;
        foreach (var number in _few.AsSpan(0, Count)) if (lines[number]) count++;
        return count;
    }

    /// <summary>Leaves of these lines only those that are in here too.</summary>
    public void Restrict(Bitmap lines)
    {
        if (_many is not null) { lines.And(_many); return; }
        Span<int> left = stackalloc int[Count];
        var count = 0;
        foreach (var number in _few.AsSpan(0, Count)) if (lines[number]) left[count++] = number;
        lines.Wipe();
        foreach (var number in left[..count]) lines.Set(number);
    }
}
