namespace Concordat.Reading.Dates;

internal static class WhenWords
{
    private const string NotKnown = "not known";

    public static string Say(When when, Wording words)
    {
        if (when.Text is "..") return when.Lo > 0 ? "no end date" : "no start date";
        return Edtf.TryParse(when.Text, out var tree) ? Say(tree, words) : NotKnown;
    }

    private static string Say(Edtf tree, Wording words) => tree switch
    {
        EdtfDate date => DateWords.Say(date, words),
        EdtfInterval interval => Say(interval, words),
        EdtfGroup group => GroupWords.Say(group, words),
        _ => NotKnown,
    };

    private static string Say(EdtfInterval interval, Wording words)
    {
        if (RangeWords.ThirdOfMonth(interval, words) is { } third) return third;
        return interval switch
        {
            { Start: null, End: null } => NotKnown,
            { Start: null, End: { } end } => Bound(end, words, words.IsShort ? "by" : "before", end.Hi),
            { Start: { } start, End: null } => Bound(start, words, words.IsShort ? "from" : "after", start.Lo),
            { Start: { } start, End: { } end } => Between(start, end, words),
        };
    }

    /// <summary>"on or before 13 February 2026", "in or before February 2026".</summary>
    private static string Bound(EdtfDate date, Wording words, string preposition, long bound)
    {
        var core = Edge(date, bound, words);
        if (words.IsShort) return $"{preposition} {core}";
        var isDay = date.IsPlainDay || DateWords.Core(date, words) is null;
        return $"{(isDay ? "on" : "in")} or {preposition} {core}";
    }

    private static string Between(EdtfDate start, EdtfDate end, Wording words)
    {
        if (RangeWords.Share(start, end, words) is var (first, second, tight))
            return words.IsShort && !tight ? $"{first} – {second}" : $"{words.Between}{first}{words.And}{second}";
        var and = words.IsShort ? " – " : " and ";
        return $"{words.Between}{Edge(start, start.Lo, words)}{and}{Edge(end, end.Hi, words)}";
    }

    /// <summary>One end of an interval; a date that is itself a range is said by the day that counts.</summary>
    internal static string Edge(EdtfDate date, long bound, Wording words)
    {
        if (DateWords.Core(date, words) is not null) return DateWords.Say(date, words);
        return date.IsCertain ? words.Day(bound) : words.IsShort ? $"{words.Day(bound)}?" : $"possibly {words.Day(bound)}";
    }
}
