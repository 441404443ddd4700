namespace Concordat.Reading.Dates;

/// <summary>One day somewhere within what was stated.</summary>
public readonly record struct When(string Text, long Lo, long Hi, bool IsCertain)
{
    public static bool TryParse(string? edtf, out When when) { when = new(edtf ?? "", 0, 0, true); return edtf is not null; }

    /// <summary>How a page says it: "13 February 2026", "on or before 13 February 2026".</summary>
    public string Say() => Text;
}

/// <summary>A start and an end.</summary>
public readonly record struct Span(string Text, When Start, When End)
{
    public static bool TryParse(string? edtf, out Span span) { span = default; return edtf is not null && When.TryParse(edtf, out _); }

    public string Say() => Text;
}
