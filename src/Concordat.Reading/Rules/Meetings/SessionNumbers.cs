using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Numbers of sessions: "24th", "seventh", "XIV".</summary>
internal static class SessionNumbers
{
    public static (int Number, int From, int To)? Ordinal(Page page, int i) => i >= 0 && page.Low(i) is "inaugural" or "maiden" ? (1, i, i + 1) : i >= 0 && page.T[i].Shape is Shape.Upper && Roman(page.Low(i)) is > 0 and var roman ? (roman, i, i + 1) : i >= 0 && DateWords.Ordinal(page.Low(i)) is > 0 and var n && !(n <= 31 && DateWords.IsMonth(page.Low(i + 1))) ? (n, i, i + 1) : null;

    /// <summary>1 to 49 for "i" to "xlix"; 0 otherwise.</summary>
    public static int Roman(string low)
    {
        var n = 0;
        for (var k = 0; k < low.Length; k++)
        {
            var value = Digit(low[k]);
            if (value == 0 || low.Length > 6) return 0;
            n += k + 1 < low.Length && Digit(low[k + 1]) > value ? -value : value;
        }
        return n is > 0 and < 50 ? n : 0;
    }

    public static int Digit(char c) => c switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 0 };
}
