namespace Concordat.Lists;

/// <summary>Numbers of lines in one order.</summary>
internal sealed class LineOrder(Comparison<int> compare)
{
    private readonly Bitmap _members = new(64);
    private int[] _numbers = [];

    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>How many of these lines have a place in the order.</summary>
    public int CountOf(Bitmap lines) => _members.CountWith(lines);

    /// <summary>Takes lines out and puts others in, in one pass; they may be the same lines with other keys.</summary>
    /// <param name="gone">Lines to take out.</param>
    /// <param name="fresh">Lines to put in.</param>
    public void Replace(IReadOnlySet<int> gone, List<int> fresh)
    {
        foreach (var number in gone) _members.Clear(number);
        foreach (var number in fresh) _members.Set(number);
        fresh.Sort(compare);
        var merged = new List<int>(_numbers.Length + fresh.Count);
        var next = 0;
        foreach (var number in _numbers)
        {
            if (gone.Contains(number)) continue;
            while (next < fresh.Count && compare(fresh[next], number) < 0) merged.Add(fresh[next++]);
            merged.Add(number);
        }

        merged.AddRange(fresh[next..]);
        _numbers = [.. merged];
    }

    /// <summary>Where a line stands, or -1.</summary>
    public int PlaceOf(int line)
    {
        var (low, high) = (0, _numbers.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _numbers[middle] == line ? 0 : compare(_numbers[middle], line);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
