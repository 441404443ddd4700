namespace Concordat.Reading.Dates;

/// <summary>Dates in digits only.</summary>
internal static class TypedNumbers
{
    public static TypedParts? Read(TypedTokens t, TypedContext context, bool besideAnother) => t.Pattern switch
    {
        "Ynn" when t[1].Separator == t[2].Separator => new(t[0].Value, Month(t[1], context), t[2].Day),
        "nnY" or "nnn" when t[1].Separator == t[2].Separator && context.Year(t[2].Value, t[2].Length) is { } year => DayAndMonth(t, year, context),
        "nn" when t[1].Separator is '/' or '.' => DayAndMonth(t, null, context),
        "Yn" when t[1].Separator is '/' or '-' or '.' => YearAndMonth(t, context),
        "nY" when t[1].Separator is '/' or '-' or '.' => new(t[1].Value, Month(t[0], context)),
        "nY" when besideAnother => new(t[1].Value, 0, t[0].Day),
        "E" => new(t[0].Value / 10_000, Month(t[0].Value / 100 % 100, context), t[0].Value % 100 is > 0 and var day ? day : TypedParts.DayZero),
        "Y" => new TypedParts(t[0].Value),
        "n" when besideAnother => new(null, 0, t[0].Day),
        _ => null,
    } is { Month: >= 0 } parts ? parts : null;

    private static int Month(TypedToken token, TypedContext context) => Month(token.Value, context);

    /// <summary>-1 and a refusal when there is no such month.</summary>
    private static int Month(int value, TypedContext context)
    {
        if (value is >= 1 and <= 12) return value;
        context.NoSuchDay($"There is no month {value}.");
        return -1;
    }

    /// <summary>By the office's order, or the other way round when only that is a day.</summary>
    private static TypedParts? DayAndMonth(TypedTokens t, int? year, TypedContext context)
    {
        var (day, month) = context.Order == DateOrder.DayFirst ? (t[0].Value, t[1].Value) : (t[1].Value, t[0].Value);
        if (month > 12 && day <= 12) (day, month) = (month, day);
        return new(year, Month(month, context), day == 0 ? TypedParts.DayZero : day);
    }

    /// <summary>2026-27 is a season in EDTF, and two years to everybody else.</summary>
    private static TypedParts? YearAndMonth(TypedTokens t, TypedContext context)
    {
        var (year, number) = (t[0].Value, t[1].Value);
        if (t[1].Length != 2 || number <= 12 || number != (year + 1) % 100) return new(year, Month(number, context));
        context.Refuse("date.not-understood", $"“{year}-{number:00}” may mean two years or a fiscal year. Type {year} to {year + 1}, or FY {year}-{number:00}.");
        return null;
    }
}
