namespace Concordat.Reading.Dates;

/// <summary>One date, at any precision: day, day with time, month, season, year, decade or century.</summary>
public sealed class EdtfDate : Edtf
{
    internal EdtfDate(string text, EdtfKind kind, long lo, long hi, bool isCertain) : base(text, kind, lo, hi, isCertain) { }

    public YearPart Year { get; internal init; }
    public TwoDigits Month { get; internal init; }
    public TwoDigits Day { get; internal init; }

    /// <summary>21 to 41 (ISO 8601-2, 4.8), or 0.</summary>
    public int Season { get; internal init; }

    public EdtfTime? Time { get; internal init; }

    public Doubt YearDoubt { get; internal init; }
    public Doubt MonthDoubt { get; internal init; }
    public Doubt DayDoubt { get; internal init; }

    internal bool HasUnspecified => Year.Mask is not null || (!Month.IsAbsent && !Month.IsNumber) || (!Day.IsAbsent && !Day.IsNumber);

    /// <summary>A day of the calendar, without time or X.</summary>
    internal bool IsPlainDay => Kind == EdtfKind.Date && Time is null && Day.IsNumber && !HasUnspecified;

    /// <param name="text">One date without its neighbours.</param>
    /// <param name="alone">Y-years, decades, centuries and times stand alone only: intervals and sets take days, months, seasons and years.</param>
    internal static EdtfDate? Parse(string text, bool alone)
    {
        if (text.Length == 0) return null;
        if (text[0] == 'Y') return alone ? EdtfYear.ParseLong(text) : null;
        if (text.Contains('T')) return alone ? EdtfClock.Parse(text) : null;
        if (alone && text.Contains('S')) return EdtfYear.ParseEstimated(text);
        if (alone && EdtfYear.ParseSpan(text) is { } span) return span;
        return new EdtfScanner(text).Date();
    }
}
