namespace Concordat.Reading.Dates;

/// <summary>Seasons, quarters, halves, fiscal years, decades, and the early, middle and late parts of a year or month.</summary>
internal static class TypedPeriods
{
    private const int AnyToNorthern = 4;

    public static TypedParts? Read(TypedTokens t, TypedContext context, bool anyHemisphere)
    {
        var edtf = Season(t, anyHemisphere) ?? Part(t) ?? Loose(t) ?? Years(t, context);
        return edtf is null ? null : new TypedParts { Edtf = edtf };
    }

    /// <summary>Northern unless said otherwise; "winter 2028-29" names both its years.</summary>
    private static string? Season(TypedTokens t, bool anyHemisphere) => t.Pattern switch
    {
        "sY" when anyHemisphere => $"{t[1].Value:0000}-{t[0].Value - AnyToNorthern}",
        "sY" => $"{t[1].Value:0000}-{t[0].Value}",
        "Ys" => $"{t[0].Value:0000}-{t[1].Value}",
        "sYS" => $"{t[1].Value:0000}-{t[0].Value + 4}",
        "sYn" or "sYY" when t[0].Value == Seasons.NorthernWinter && IsNextYear(t[1], t[2]) => $"{t[1].Value:0000}-12/{t[1].Value + 1:0000}-02",
        _ => null,
    };

    private static string? Part(TypedTokens t)
    {
        var (part, number, year) = t.Pattern switch
        {
            "qnY" or "hnY" => (t[0], t[1], t[2]),
            "Yqn" or "Yhn" => (t[1], t[2], t[0]),
            "nqY" or "nhY" => (t[1], t[0], t[2]),
            _ => default,
        };
        var count = part.Code == 'q' ? 4 : 2;
        if (part.Code == '\0' || number.Value < 1 || number.Value > count) return null;
        return $"{year.Value:0000}-{(part.Code == 'q' ? Seasons.Quarter : Seasons.Half) + number.Value - 1}";
    }

    /// <summary>Always approximate: thirds of a year, ten days of a month, the first or last month of a year.</summary>
    private static string? Loose(TypedTokens t) => t.Pattern switch
    {
        "eY" => $"{t[1].Value:0000}-{Seasons.Third + t[0].Value}~",
        "emY" => Days(t[2].Value, t[1].Value, t[0].Value),
        "bmY" => Days(t[2].Value, t[1].Value, 0),
        "zmY" => Days(t[2].Value, t[1].Value, 2),
        "bY" => $"{t[1].Value:0000}-01~",
        "zY" => $"{t[1].Value:0000}-12~",
        _ => null,
    };

    private static string Days(int year, int month, int third)
    {
        var last = third == 2 ? DayNumber.DaysInMonth(year, month) : (third + 1) * 10;
        return $"{Iso.Day(year, month, (third * 10) + 1)}~/{Iso.Day(year, month, last)}~";
    }

    /// <summary>A fiscal year is read only with both its years, and runs from April to March; a single year means other months elsewhere.</summary>
    private static string? Years(TypedTokens t, TypedContext context)
    {
        switch (t.Pattern)
        {
            case "Yd" when t[0].Value % 10 == 0: return $"{t[0].Value / 10:000}X";
            case "nc" when t[0].Value is >= 1 and <= 99: return $"{t[0].Value - 1:00}XX";
            case "fYn" or "fYY" when IsNextYear(t[1], t[2]): return FiscalYear(t[1].Value);
            case "fnn" when context.Year(t[1].Value, t[1].Length) is { } first && t[2].Value == (first + 1) % 100: return FiscalYear(first);
            case "fY": return context.Refuse("date.not-understood", $"Fiscal years begin in different months. Type FY {t[1].Value}-{(t[1].Value + 1) % 100:00} for April to March, or the months, for instance Oct {t[1].Value - 1} to Sep {t[1].Value}.");
            default: return null;
        }
    }

    private static string FiscalYear(int first) => $"{first:0000}-04/{first + 1:0000}-03";

    private static bool IsNextYear(TypedToken year, TypedToken next) =>
        next.Length == 4 ? next.Value == year.Value + 1 : next.Length == 2 && next.Value == (year.Value + 1) % 100;
}
