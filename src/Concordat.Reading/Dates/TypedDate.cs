namespace Concordat.Reading.Dates;

/// <summary>What 03/04/2019 means.</summary>
public enum DateOrder
{
    /// <summary>3 April.</summary>
    DayFirst,
    /// <summary>4 March.</summary>
    MonthFirst,
}

/// <summary>Why a typed date was not taken: <c>date.not-understood</c>, <c>date.no-such-day</c> or <c>date.ends-before-start</c>, and what to type.</summary>
public sealed record DateRefusal(string Code, string Text);

/// <summary>Reads dates as people type them (docs/dates.md has the list). The page echoes <see cref="When.Say"/>, so that a reading that was not meant is seen.</summary>
public static class TypedDate
{
    /// <summary>Longest text that is looked at, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    public static bool TryRead(string? typed, DateOrder order, DateOnly today, out When when) => TryRead(typed, order, today, out when, out _);

    /// <param name="typed">Anything; never throws.</param>
    /// <param name="order">Decides only where both readings are days that exist.</param>
    /// <param name="today">A year that was not typed is the one that brings the day nearest to today; one of two digits lies from 69 years back to 30 ahead.</param>
    /// <param name="when">What was read.</param>
    /// <param name="refusal">Null exactly when something was read.</param>
    public static bool TryRead(string? typed, DateOrder order, DateOnly today, out When when, out DateRefusal? refusal)
    {
        when = default;
        var edtf = Read(typed, order, today, asSpan: false, out refusal);
        return edtf is not null && When.TryParse(edtf, out when);
    }

    /// <summary>The same for a start and an end.</summary>
    public static bool TryReadSpan(string? typed, DateOrder order, DateOnly today, out Span span) => TryReadSpan(typed, order, today, out span, out _);

    /// <inheritdoc cref="TryReadSpan(string?, DateOrder, DateOnly, out Span)"/>
    public static bool TryReadSpan(string? typed, DateOrder order, DateOnly today, out Span span, out DateRefusal? refusal)
    {
        span = default;
        var edtf = Read(typed, order, today, asSpan: true, out refusal);
        return edtf is not null && Span.TryParse(edtf, out span);
    }

    private static string? Read(string? typed, DateOrder order, DateOnly today, bool asSpan, out DateRefusal? refusal)
    {
        var reader = new TypedPhrase(new TypedContext(order, today, asSpan));
        var edtf = typed is null || typed.Length > MaxLength ? null : reader.Read(typed);
        if (edtf is not null && !Edtf.TryParse(edtf, out _)) edtf = null;
        refusal = edtf is null ? reader.Context.Refusal ?? TypedContext.NotUnderstood(typed) : null;
        return edtf;
    }
}
