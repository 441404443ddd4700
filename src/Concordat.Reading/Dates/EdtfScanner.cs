namespace Concordat.Reading.Dates;

/// <summary>Reads <c>year[-month[-day]]</c> with its qualifiers, from left to right.</summary>
internal ref struct EdtfScanner(string text)
{
    private int _at;
    private Doubt _year, _month, _day;

    public EdtfDate? Date()
    {
        _year = Qualifier();
        var negative = Take('-');
        if (!Digits(4, out var digits) || YearPart.Of(digits, negative) is not { } year) return null;
        _year |= Qualifier();
        if (AtEnd) return Build(year, default, default);
        if (Part(out _month) is not { } month) return null;
        _year |= Group(ref _month);
        if (AtEnd) return Build(year, month, default);
        if (Part(out _day) is not { } day) return null;
        var group = Qualifier();
        (_year, _month, _day) = (_year | group, _month | group, _day | group);
        return AtEnd ? Build(year, month, day) : null;
    }

    private readonly bool AtEnd => _at == text.Length;

    private EdtfDate? Build(YearPart year, TwoDigits month, TwoDigits day)
    {
        var season = month.Value is >= 21 and <= 41 ? month.Value : 0;
        if (season > 0 && !day.IsAbsent) return null;
        var bounds = season > 0 ? Seasons.Bounds(year, season) : DateBounds.Of(year, month, day);
        if (bounds is not { } days) return null;
        var certain = (_year | _month | _day) == Doubt.None;
        // "~2019" says what "2019~" says.
        var normal = month.IsAbsent && DoubtOf(text[0]) is var left and not Doubt.None ? Doubts.Add(text[1..], left)! : text;
        return new(normal, season > 0 ? EdtfKind.Season : EdtfKind.Date, days.Lo, days.Hi, certain)
        {
            Year = year, Month = season > 0 ? default : month, Day = day, Season = season,
            YearDoubt = _year, MonthDoubt = _month, DayDoubt = _day,
        };
    }

    /// <summary>A qualifier to the right of a part holds for it and for all to its left.</summary>
    private Doubt Group(ref Doubt part)
    {
        var doubt = Qualifier();
        part |= doubt;
        return doubt;
    }

    private TwoDigits? Part(out Doubt doubt)
    {
        doubt = Doubt.None;
        if (!Take('-')) return null;
        doubt = Qualifier();
        return Digits(2, out var d) && IsDigit(d[0]) && IsDigit(d[1]) ? new TwoDigits(d[0], d[1]) : null;
    }

    private static bool IsDigit(char c) => c == 'X' || char.IsAsciiDigit(c);

    private bool Digits(int count, out ReadOnlySpan<char> digits)
    {
        digits = default;
        if (_at + count > text.Length) return false;
        digits = text.AsSpan(_at, count);
        _at += count;
        return true;
    }

    private bool Take(char c)
    {
        if (AtEnd || text[_at] != c) return false;
        _at++;
        return true;
    }

    private Doubt Qualifier()
    {
        if (AtEnd) return Doubt.None;
        var doubt = DoubtOf(text[_at]);
        if (doubt != Doubt.None) _at++;
        return doubt;
    }

    internal static Doubt DoubtOf(char c) => c switch
    {
        '?' => Doubt.Uncertain,
        '~' => Doubt.Approximate,
        '%' => Doubt.Uncertain | Doubt.Approximate,
        _ => Doubt.None,
    };
}
