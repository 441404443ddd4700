namespace Concordat.Reading.Dates;

/// <summary>A start and an end, each a <see cref="When"/>; the start is never after the end.</summary>
/// <remarks>
/// A single date starts and ends on it; one that is coarser than a day starts and ends somewhere within. The bounds of start and end
/// narrow each other, so they may be tighter than those of their text alone.
/// </remarks>
/// <param name="Text">EDTF in normal form; never shown to people.</param>
/// <param name="Start">For "no start" (<c>../…</c>) both bounds are -9e15 and the text is <c>..</c>; an unknown start lies anywhere up to the end.</param>
/// <param name="End">For "no end" (<c>…/..</c>) both bounds are 9e15 and the text is <c>..</c>; an unknown end lies anywhere from the start.</param>
public readonly record struct Span(string Text, When Start, When End)
{
    private static readonly When NoStart = new("..", -DayNumber.Unbounded, -DayNumber.Unbounded, true);
    private static readonly When NoEnd = new("..", DayNumber.Unbounded, DayNumber.Unbounded, true);

    /// <summary>Reads EDTF of any level; what people type is read by <see cref="TypedDate"/>.</summary>
    public static bool TryParse(string? edtf, out Span span)
    {
        span = default;
        if (!Edtf.TryParse(edtf, out var tree)) return false;
        span = Of(tree);
        return true;
    }

    public static Span Of(Edtf tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var (start, end) = tree switch
        {
            EdtfInterval interval => Ends(interval),
            EdtfGroup { Kind: EdtfKind.List } list => Ends(list),
            _ => (When.Of(tree), When.Of(tree)),
        };
        return new(tree.Text, start with { Hi = Math.Min(start.Hi, end.Hi) }, end with { Lo = Math.Max(start.Lo, end.Lo) });
    }

    public static Span On(DateOnly day) => new(Iso.Day(DayNumber.Of(day)), When.On(day), When.On(day));

    /// <summary>How a page says it: "3–4 February 2026", "from 3 February 2026, no end date".</summary>
    public string Say() => SpanWords.Say(this, Wording.Full);

    /// <summary>The same for tables: "3–4 Feb 2026".</summary>
    public string SayShort() => SpanWords.Say(this, Wording.Short);

    private static (When, When) Ends(EdtfInterval interval)
    {
        var start = interval.Start is { } s ? When.Of(s)
            : interval.HasNoStart ? NoStart
            : When.Unknown with { Text = interval.End is { } e ? $"../{e.Text}" : "../.." };
        var end = interval.End is { } f ? When.Of(f)
            : interval.HasNoEnd ? NoEnd
            : When.Unknown with { Text = interval.Start is { } b ? $"{b.Text}/.." : "../.." };
        return (start, end);
    }

    /// <summary>All of the listed dates: from the first of them to the last.</summary>
    private static (When, When) Ends(EdtfGroup list)
    {
        var all = When.Of(list);
        var firstHi = list.Members.Min(m => m.From?.Hi ?? -DayNumber.Unbounded);
        var lastLo = list.Members.Max(m => m.To?.Lo ?? DayNumber.Unbounded);
        return (all with { Hi = firstHi }, all with { Lo = lastLo });
    }
}
