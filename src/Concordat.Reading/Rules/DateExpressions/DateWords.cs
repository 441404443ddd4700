using System.Collections.Frozen;

namespace Concordat.Reading.Rules.DateExpressions;

internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec");

    private static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday|sun");

    private static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth");

    public static bool IsMonth(string low) => Months.ContainsKey(low);
    public static int Month(string low) => Months.GetValueOrDefault(low);
    public static bool IsWeekday(string low) => low.Length > 3 && low[0] is 'm' or 't' or 'w' or 'f' or 's' && Weekdays.ContainsKey(low);
    /// <summary>1 for Monday to 7 for Sunday; 0 otherwise.</summary>
    public static int Weekday(string low) => Weekdays.GetValueOrDefault(low);

    /// <summary>The number of "24th", "seventh", "twenty-first"; 0 otherwise.</summary>
    public static int Ordinal(string low)
    {
        if (Ordinals.TryGetValue(low, out var n)) return n;
        return low.Length > 2 && char.IsDigit(low[0]) && low[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(low[..^2], out n) ? n : 0;
    }

    private static FrozenDictionary<string, int> Numbered(string list) => (
        from pair in list.Split(' ').Select((forms, index) => (forms, index))
        from form in pair.forms.Split('|')
        select (form, number: pair.index + 1)).ToFrozenDictionary(p => p.form, p => p.number);
}
