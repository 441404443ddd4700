namespace Concordat.Reading.Rules.DateExpressions;

/// <summary>Sets a date as written against the day on which the text was written.</summary>
internal static class DateResolution
{
    public static DateMention Resolve(RawDate raw, DateOnly? written)
    {
        var (edtf, lo, hi) = raw.Relative is Relative.None ? Absolute(raw, written) : written is { } day ? Against(raw, day) : default;
        return new(raw.From, raw.To, edtf, lo, hi, raw);
    }

    private static (string?, DateOnly?, DateOnly?) Absolute(RawDate raw, DateOnly? written)
    {
        var s = raw.Start;
        if (s.Month == 0) return (Pad(s.Year, 4), new(s.Year, 1, 1), new(s.Year, 12, 31));
        var year = s.Year != 0 ? s.Year : written is { } day ? NearestYear(s, day) : 0;
        if (s.Day == 0) return year == 0 ? ($"XXXX-{Pad(s.Month, 2)}", null, null) : Month(year, s.Month);
        if (year == 0) return raw.IsRange ? ($"XXXX-{Md(s)}/XXXX-{Md(raw.End)}", null, null) : ($"XXXX-{Md(s)}", null, null);
        var lo = Day(year, s.Month, s.Day);
        if (lo is null) return default;
        if (!raw.IsRange) return (Iso(lo.Value), lo, lo);
        var start = (raw.End.Month, raw.End.Day).CompareTo((s.Month, s.Day)) < 0 && s.Year != 0 ? Day(year - 1, s.Month, s.Day) : lo;
        var endYear = (raw.End.Month, raw.End.Day).CompareTo((s.Month, s.Day)) < 0 && s.Year == 0 ? year + 1 : year;
        var hi = Day(endYear, raw.End.Month, raw.End.Day);
        return hi is null || start is null || hi < start ? (Iso(lo.Value), lo, lo) : ($"{Iso(start.Value)}/{Iso(hi.Value)}", start, hi);
    }

    private static (string?, DateOnly?, DateOnly?) Against(RawDate raw, DateOnly day)
    {
        switch (raw.Relative)
        {
            case Relative.AfterLast or Relative.Day or Relative.DayOfRun: return One(day.AddDays(raw.Offset));
            case Relative.Weekday when raw.IsRange:
                var last = Weekday(day, raw.End.Day, 0);
                var first = Weekday(last, raw.Start.Day, 0);
                return ($"{Iso(first)}/{Iso(last)}", first, last);
            case Relative.Weekday: return One(Weekday(day, raw.Start.Day, raw.Offset));
            case Relative.PastDay:
                var month = raw.Start.Day > day.Day ? day.AddMonths(-1) : day;
                return Day(month.Year, month.Month, raw.Start.Day) is { } past ? One(past) : default;
            case Relative.Weekend:
                var saturday = Weekday(day, 6, 0);
                return ($"{Iso(saturday)}/{Iso(saturday.AddDays(1))}", saturday, saturday.AddDays(1));
            case Relative.Week:
                var monday = day.AddDays(1 - IsoDay(day) + 7 * raw.Offset);
                return ($"{Iso(monday)}/{Iso(monday.AddDays(6))}", monday, monday.AddDays(6));
            case Relative.Month: var other = day.AddMonths(raw.Offset); return Month(other.Year, other.Month);
            case Relative.Year: return (Pad(day.Year + raw.Offset, 4), new(day.Year + raw.Offset, 1, 1), new(day.Year + raw.Offset, 12, 31));
            case Relative.MonthOfYear: return Month(day.Year + raw.Offset, raw.Start.Month);
            default: return Month(NearYear(raw, day), raw.Start.Month);
        }
    }

    private static int NearYear(RawDate raw, DateOnly day) => raw.Offset switch
    {
        < 0 => raw.Start.Month < day.Month ? day.Year : day.Year - 1,
        > 0 => raw.Start.Month > day.Month ? day.Year : day.Year + 1,
        _ => day.Year,
    };

    private static DateOnly Weekday(DateOnly day, int wanted, int offset)
    {
        var back = (IsoDay(day) - wanted + 7) % 7;
        if (offset > 0) return day.AddDays(back == 0 ? 7 : 7 - back);
        return day.AddDays(offset < 0 && back == 0 ? -7 : -back);
    }

    private static int NearestYear(DayOf date, DateOnly day)
    {
        var best = day.Year;
        var distance = int.MaxValue;
        foreach (var year in (int[])[day.Year, day.Year - 1, day.Year + 1])
        {
            if (year is < 1 or > 9999) continue;
            var apart = Math.Abs((Day(year, date.Month, date.Day == 0 ? 15 : date.Day) ?? new(year, date.Month, 28)).DayNumber - day.DayNumber);
            if (apart < distance) (best, distance) = (year, apart);
        }
        return best;
    }

    private static (string?, DateOnly?, DateOnly?) One(DateOnly day) => (Iso(day), day, day);
    private static (string?, DateOnly?, DateOnly?) Month(int year, int month) => ($"{Pad(year, 4)}-{Pad(month, 2)}", new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
    private static DateOnly? Day(int year, int month, int day) => year is > 0 and < 10000 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    private static int IsoDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
    private static string Md(DayOf d) => $"{Pad(d.Month, 2)}-{Pad(d.Day, 2)}";
    private static string Pad(int number, int width) => number.ToString().PadLeft(width, '0');
    /// <summary>EDTF day.</summary>
    public static string Iso(DateOnly day) => $"{Pad(day.Year, 4)}-{Pad(day.Month, 2)}-{Pad(day.Day, 2)}";
}
