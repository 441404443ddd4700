namespace Concordat.Reading.Dates;

/// <summary>An interval (ISO 8601-1, 5.5.2, with the ends of ISO 8601-2): <c>a/b</c>, <c>a/..</c> without end, <c>a/</c> with an unknown end.</summary>
/// <remarks>
/// Its end may not begin before its start: <c>2004-06-11/2004-06</c> is refused, <c>2004-06-11/2004-06-XX</c> (some later day of June) is not.
/// </remarks>
public sealed class EdtfInterval : Edtf
{
    private EdtfInterval(string text, EdtfDate? start, EdtfDate? end)
        : base(text, EdtfKind.Interval, start?.Lo ?? -DayNumber.Unbounded, end?.Hi ?? DayNumber.Unbounded, (start?.IsCertain ?? true) && (end?.IsCertain ?? true)) =>
        (Start, End) = (start, end);

    /// <summary>Null when open or unknown.</summary>
    public EdtfDate? Start { get; }

    /// <summary>Null when open or unknown.</summary>
    public EdtfDate? End { get; }

    /// <summary><c>..</c>: stated to have no start, where an empty start is unknown.</summary>
    public bool HasNoStart => Text.StartsWith("..", StringComparison.Ordinal);

    /// <summary><c>..</c>: stated to have no end, where an empty end is unknown.</summary>
    public bool HasNoEnd => Text.EndsWith("..", StringComparison.Ordinal);

    internal static EdtfInterval? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (text.Length == 1) return null;
        if (!Edge(text[..slash], out var start) || !Edge(text[(slash + 1)..], out var end)) return null;
        var ordered = start is null || end is null || start.Lo <= (end.HasUnspecified ? end.Hi : end.Lo);
        if (!ordered) return null;
        return new($"{start?.Text ?? text[..slash]}/{end?.Text ?? text[(slash + 1)..]}", start, end);
    }

    private static bool Edge(string text, out EdtfDate? date)
    {
        date = null;
        return text is "" or ".." || (date = EdtfDate.Parse(text, alone: false)) is not null;
    }
}
