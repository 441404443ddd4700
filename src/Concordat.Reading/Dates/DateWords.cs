namespace Concordat.Reading.Dates;

/// <summary>English for one date.</summary>
internal static class DateWords
{
    public static string Say(EdtfDate date, Wording words)
    {
        var core = Core(date, words) ?? Range(date, words);
        var (whole, partial) = Doubts(date);
        if (IsLoosePart(date)) return core;
        if (date.Kind == EdtfKind.Year && date.YearDoubt == Doubt.None && !date.IsCertain) return $"{core} (estimated)";
        return partial is null ? Prefixed(core, whole, words) : words.IsShort ? core + "?" : $"{core} ({partial})";
    }

    /// <summary>The date without its doubts; null when only its first and last day can be said.</summary>
    public static string? Core(EdtfDate date, Wording words) => date switch
    {
        { Time: { } time } => $"{words.Day(date.Lo)}, {time.SecondOfDay / 3600:00}:{time.SecondOfDay / 60 % 60:00}{(time.IsUtc ? " UTC" : "")}",
        { Kind: EdtfKind.Season } => date.Year.IsNumber ? words.Season(date.Season, Wording.Year(date.Year.Lo), date.YearDoubt) : null,
        { Year.IsUnspecified: true } => WithoutYear(date, words),
        { Year.IsNumber: false } => Decade(date, words),
        { Month.IsAbsent: true } => Wording.Year(date.Year.Lo),
        { Month.IsUnspecified: true } when date.Day.IsAbsent || date.Day.IsUnspecified => Wording.Year(date.Year.Lo),
        { Month.IsNumber: true } when date.Day.IsAbsent || date.Day.IsUnspecified => $"{words.Month(date.Month.Value)} {Wording.Year(date.Year.Lo)}",
        { IsPlainDay: true } => words.Day(date.Lo),
        _ => null,
    };

    /// <summary>Its first and its last day, or years where it is made of whole years.</summary>
    public static string Range(EdtfDate date, Wording words)
    {
        var years = date.Month.IsAbsent && date.Season == 0;
        return words.Between + (years
            ? $"{Wording.Year(date.Year.Lo)}{words.And}{Wording.Year(date.Year.Hi)}"
            : $"{words.Day(date.Lo)}{words.And}{words.Day(date.Hi)}");
    }

    /// <summary>"early 2027" is loose already.</summary>
    private static bool IsLoosePart(EdtfDate date) =>
        date.Season is >= Seasons.Third and < Seasons.Half && date.Year.IsNumber && date.YearDoubt == Doubt.Approximate && date.MonthDoubt == Doubt.Approximate;

    private static string? WithoutYear(EdtfDate date, Wording words)
    {
        if (date.Month.IsAbsent || date.Month.IsUnspecified) return date.Day.IsNumber ? null : "not known";
        if (!date.Month.IsNumber) return null;
        var month = words.Month(date.Month.Value);
        var core = date.Day.IsAbsent || date.Day.IsUnspecified ? month : date.Day.IsNumber ? $"{date.Day.Value} {month}" : null;
        return core is null || words.IsShort ? core : $"{core}, year not stated";
    }

    private static string? Decade(EdtfDate date, Wording words)
    {
        var wholeYears = (date.Month.IsAbsent || date.Month.IsUnspecified) && (date.Day.IsAbsent || date.Day.IsUnspecified);
        if (!wholeYears) return null;
        var isDecade = date.Year.Hi - date.Year.Lo == 9 && date.Year.Lo >= 1000;
        return isDecade ? $"{date.Year.Lo}s" : $"{words.Between}{Wording.Year(date.Year.Lo)}{words.And}{Wording.Year(date.Year.Hi)}";
    }

    private static (Doubt Whole, string? Partial) Doubts(EdtfDate date)
    {
        var (year, month, day) = (date.YearDoubt, date.MonthDoubt, date.DayDoubt);
        var hasMonth = !date.Month.IsAbsent || date.Season > 0;
        if ((!hasMonth || month == year) && (date.Day.IsAbsent || day == year)) return (year, null);
        var named = new[] { ("year", year), ("month", month), ("day", day) }.Where(p => p.Item2 != Doubt.None).Select(p => $"{p.Item1} {Adjective(p.Item2)}");
        return (Doubt.None, string.Join(", ", named));
    }

    private static string Adjective(Doubt doubt) => doubt switch
    {
        Doubt.Uncertain => "uncertain",
        Doubt.Approximate => "approximate",
        _ => "uncertain and approximate",
    };

    private static string Prefixed(string core, Doubt doubt, Wording words) => (doubt, words.IsShort) switch
    {
        (Doubt.None, _) => core,
        (Doubt.Approximate, false) => $"about {core}",
        (Doubt.Approximate, true) => $"c. {core}",
        (Doubt.Uncertain, false) => $"possibly {core}",
        (Doubt.Uncertain, true) => $"{core}?",
        (_, false) => $"possibly about {core}",
        _ => $"c. {core}?",
    };
}
