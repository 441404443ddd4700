using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.DateExpressions;

/// <summary>"2026-02-13", "06-02-2026", "13/02/2026", "13.02.2026"; day before month unless that cannot be.</summary>
internal static class NumericDates
{
    public static RawDate? At(List<Token> t, int i, int to)
    {
        if (t[i].Low.Contains('.')) return Dotted(t[i].Low.Split('.'), i);
        if (i + 4 >= to || !(t[i + 1].IsDash || t[i + 1].Is('/')) || t[i + 3].Low != t[i + 1].Low) return null;
        if (!Touching(t, i)) return null;
        return Of(t[i].Low, t[i + 2].Low, t[i + 4].Low, i, i + 5);
    }

    /// <summary>"14-May-2024", written as one word.</summary>
    public static RawDate? Dashed(string[] parts, int i) =>
        parts.Length == 3 && int.TryParse(parts[0], out var day) && DateWords.Month(parts[1]) is > 0 and var month && int.TryParse(parts[2], out var year) && Valid(year, month, day) ? new(i, i + 1, new(year, month, day)) : null;

    private static bool Touching(List<Token> t, int i)
    {
        for (var k = i; k < i + 4; k++) if (t[k].End != t[k + 1].Start) return false;
        return true;
    }

    private static RawDate? Dotted(string[] parts, int i) => parts.Length == 3 ? Of(parts[0], parts[1], parts[2], i, i + 1) : null;

    private static RawDate? Of(string a, string b, string c, int from, int to)
    {
        if (!int.TryParse(a, out var x) || !int.TryParse(b, out var y) || !int.TryParse(c, out var z)) return null;
        if (a.Length == 4) return Valid(x, y, z) ? new(from, to, new(x, y, z), Rule: "date.iso") : null;
        if (c.Length != 4) return null;
        if (Valid(z, y, x)) return new(from, to, new(z, y, x), Rule: "date.numeric");
        return Valid(z, x, y) ? new(from, to, new(z, x, y), Rule: "date.numeric") : null;
    }

    private static bool Valid(int year, int month, int day) =>
        year is >= 1800 and <= 2200 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month);
}
