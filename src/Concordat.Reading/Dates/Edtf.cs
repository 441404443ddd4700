using System.Diagnostics.CodeAnalysis;

namespace Concordat.Reading.Dates;

public enum EdtfKind { Date, Year, Season, Decade, Century, Interval, Set, List }

/// <summary>A parsed EDTF expression: ISO 8601-2:2019 in the profile of the Library of Congress (4 February 2019), levels 0, 1 and 2.</summary>
/// <remarks>
/// Beyond the profile, from ISO 8601-2: decades (<c>199</c>) and centuries (<c>19</c>); from ISO 8601-1: times without seconds or
/// with fractions. Two expressions are equal when their normal forms are.
/// </remarks>
public abstract class Edtf : IEquatable<Edtf>
{
    /// <summary>Longest text that is looked at, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    private protected Edtf(string text, EdtfKind kind, long lo, long hi, bool isCertain) =>
        (Text, Kind, Lo, Hi, IsCertain) = (text, kind, lo, hi, isCertain);

    /// <summary>Normal form: no spaces; the qualifier of a year alone on its right; a time with zone in UTC to at least the millisecond; all else as written.</summary>
    public string Text { get; }

    public EdtfKind Kind { get; }

    /// <summary>First possible day (<see cref="DayNumber"/>); never above <see cref="Hi"/>.</summary>
    public long Lo { get; }

    /// <summary>Last possible day (<see cref="DayNumber"/>).</summary>
    public long Hi { get; }

    /// <summary>False as soon as any part is qualified with ? ~ % or estimated (S).</summary>
    public bool IsCertain { get; }

    /// <summary>Parses one expression; never throws, and its work is bounded by <see cref="MaxLength"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Edtf? edtf)
    {
        edtf = null;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength) return false;
        edtf = text[0] is '[' or '{' ? EdtfGroup.Parse(text)
            : text.Contains('/') ? EdtfInterval.Parse(text)
            : EdtfDate.Parse(text, alone: true);
        return edtf is not null;
    }

    public sealed override string ToString() => Text;

    public bool Equals(Edtf? other) => other is not null && other.Text == Text;

    public sealed override bool Equals(object? obj) => Equals(obj as Edtf);

    public sealed override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
