namespace Concordat.Reading.Dates;

/// <summary>Dates with a month in words.</summary>
internal static class TypedMonths
{
    public static TypedParts? Read(TypedTokens t, TypedContext context) => t.Pattern switch
    {
        "nmY" => new(t[2].Value, t[1].Value, t[0].Day),
        "mnY" => new(t[2].Value, t[0].Value, t[1].Day),
        "Ymn" => new(t[0].Value, t[1].Value, t[2].Day),
        // "3 Feb - 4" and "Feb 3-4" are ranges, so a year of two digits wants like signs.
        "nmn" when t[1].Separator == t[2].Separator || t[2].Separator is ' ' or '.' or '\'' => ShortYear(t[2], t[1].Value, t[0].Day, context),
        "mnn" when t[2].Separator is ' ' or ',' or '\'' => ShortYear(t[2], t[0].Value, t[1].Day, context),
        "nm" => new(null, t[1].Value, t[0].Day),
        "mY" => new(t[1].Value, t[0].Value),
        "Ym" => new(t[0].Value, t[1].Value),
        "mn" when t[1].Separator is '-' or '\'' || t[1].Value > 31 => ShortYear(t[1], t[0].Value, 0, context),
        "mn" => new(null, t[0].Value, t[1].Day),
        "m" => new(null, t[0].Value),
        _ => null,
    };

    private static TypedParts? ShortYear(TypedToken year, int month, int day, TypedContext context) =>
        context.Year(year.Value, year.Length) is { } full ? new(full, month, day) : null;
}
