namespace Concordat.Names;

/// <summary>Orders sort keys in memory as both databases do: by code point.</summary>
/// <remarks>UTF-16 units would put U+1F600 before U+FFFD; UTF-8 bytes, which the databases compare, do not.</remarks>
public static class CodePointOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    public static int Compare(string? a, string? b)
    {
        if (a is null || b is null) return a is null ? b is null ? 0 : -1 : 1;
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
            if (a[i] != b[i]) return Weight(a[i]).CompareTo(Weight(b[i]));
        return a.Length.CompareTo(b.Length);
    }

    /// <summary>Surrogates stand for code points above all others.</summary>
    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
