namespace Concordat.Reading.Dates;

/// <summary>What was read of one date; 0 or null where nothing was typed, which a neighbour ("3-4 February 2026") may fill.</summary>
internal readonly record struct TypedParts(int? Year = null, int Month = 0, int Day = 0)
{
    /// <summary>A day typed as 0.</summary>
    public const int DayZero = -1;

    /// <summary>Complete EDTF, for what is not made of day, month and year.</summary>
    public string? Edtf { get; init; }

    /// <summary>1 (Monday) to 7, or 0.</summary>
    public int Weekday { get; init; }

    /// <summary>It was said that the year is not stated.</summary>
    public bool IsYearUnstated { get; init; }

    public Doubt Doubt { get; init; }

    /// <summary>Enough for a date of its own.</summary>
    public bool IsComplete => Edtf is not null || (Day != 0 ? Month > 0 : Year is not null || (Month > 0 && IsYearUnstated));

    /// <summary>Takes month and year from the later date: in "28 December - 2 January 2026" the first is of 2025.</summary>
    public TypedParts FilledFromLater(TypedParts later)
    {
        if (Edtf is not null || later.Edtf is not null) return this;
        var month = Month == 0 && Day != 0 ? later.Month : Month;
        var year = Year ?? (later.Year is { } y && month > later.Month && later.Month > 0 ? y - 1 : later.Year);
        return this with { Month = month, Year = year, IsYearUnstated = IsYearUnstated || (year is null && later.IsYearUnstated) };
    }

    /// <summary>Takes month and year from the earlier date: "February 3 to 4, 2026".</summary>
    public TypedParts FilledFromEarlier(TypedParts earlier)
    {
        if (Edtf is not null || earlier.Edtf is not null) return this;
        var month = Month == 0 && Day != 0 ? earlier.Month : Month;
        var year = Year ?? (earlier.Year is { } y && month < earlier.Month && month > 0 ? y + 1 : earlier.Year);
        return this with { Month = month, Year = year };
    }

    /// <summary>As EDTF with its doubt; null, and perhaps a refusal, when there is no such day or too little was typed.</summary>
    public string? Write(TypedContext context)
    {
        if (Edtf is not null) return Doubts.Add(Edtf, Doubt);
        if (!IsComplete) return null;
        var year = IsYearUnstated ? null : Year ?? (Month is >= 1 and <= 12 && Day is >= 1 and <= 31 ? context.NearestYear(Month, Math.Min(Day, LongestMonth)) : null);
        if (Day != 0 && !Exists(year, context)) return null;
        var text = year is { } y ? Iso.Year(y) : "XXXX";
        if (Month > 0) text += $"-{Month:00}";
        if (Day > 0) text += $"-{Day:00}";
        return Doubts.Add(text, Doubt);
    }

    private int LongestMonth => DayNumber.DaysInMonth(2000, Month);

    private bool Exists(int? year, TypedContext context)
    {
        var length = DayNumber.DaysInMonth(year ?? 2000, Month);
        var named = $"{Wording.Full.Month(Month)}{(year is { } y ? $" {y}" : "")}";
        if (Day > length || Day == DayZero)
        {
            context.NoSuchDay($"There is no {Math.Max(Day, 0)} {named}: {named} has {length} days.");
            return false;
        }
        if (Weekday == 0 || year is null) return true;
        // Day 0 was a Thursday.
        var weekday = (int)((((DayNumber.Of(year.Value, Month, Day) + 3) % 7) + 7) % 7) + 1;
        if (weekday == Weekday) return true;
        context.NoSuchDay($"{Day} {named} is a {Days[weekday - 1]}, not a {Days[Weekday - 1]}. Correct one of them or leave the day of the week out.");
        return false;
    }

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
}
