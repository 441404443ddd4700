namespace Concordat.Reading.Wordings.Layout;

/// <summary>Numbers as agreements write them: figures, words, Roman.</summary>
internal static class NumberWords
{
    private static readonly string[] Small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
    private static readonly string[] Ordinals = "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".Split(' ');

    /// <summary>Matches what <see cref="Of"/> reads, up to 99 in words.</summary>
    public const string Pattern = @"(?:\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one hundred(?: and eighty| and twenty)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    public const string OrdinalPattern = @"(?:\d{1,2} ?(?:st|nd|rd|th)|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    public static int? Of(string word)
    {
        var low = word.ToLowerInvariant().Trim();
        if (int.TryParse(low, out var figure)) return figure;
        if (low.StartsWith("one hundred", StringComparison.Ordinal)) return 100 + (low.Contains("eighty") ? 80 : low.Contains("twenty") ? 20 : 0);
        var parts = low.Split('-', ' ');
        if (Array.IndexOf(Small, parts[0]) is var small and >= 0 && parts.Length == 1) return small;
        if (Array.IndexOf(Tens, parts[0]) is var tens and >= 0) return tens * 10 + (parts.Length == 2 ? Math.Max(0, Array.IndexOf(Small, parts[1])) : 0);
        return Ordinal(low) ?? Roman(low);
    }

    public static int? Ordinal(string word)
    {
        var low = word.ToLowerInvariant().Trim();
        if (char.IsDigit(low.FirstOrDefault())) return int.TryParse(low.TrimEnd('s', 't', 'n', 'd', 'r', 'h', ' '), out var figure) ? figure : null;
        if (Array.IndexOf(Ordinals, low) is var at and > 0) return at;
        if (low == "thirtieth") return 30;
        var parts = low.Split('-', ' ');
        return parts.Length == 2 && Array.IndexOf(Tens, parts[0]) is var tens and > 0 && Array.IndexOf(Ordinals, parts[1]) is var one and > 0 ? tens * 10 + one : null;
    }

    /// <summary>"FIVE" is 5; figures and Roman numbers stay as they are.</summary>
    public static string Figure(string number) => Array.IndexOf(Small, number.ToLowerInvariant()) is var n and > 0 ? $"{n}" : Array.IndexOf(Ordinals, number.ToLowerInvariant()) is var o and > 0 ? $"{o}" : number;

    /// <summary>"two thousand and twenty-two" as 2022.</summary>
    public static int? Year(string words)
    {
        var low = words.ToLowerInvariant().Replace("two thousand", "").Replace(" and ", " ").Trim(' ', ',');
        return low.Length == 0 ? 2000 : Of(low) is { } rest and < 100 ? 2000 + rest : null;
    }

    private static int? Roman(string low)
    {
        if (low.Length is 0 or > 7) return null;
        int total = 0, before = 0;
        for (var i = low.Length - 1; i >= 0; i--)
        {
            var value = low[i] switch { 'i' => 1, 'v' => 5, 'x' => 10, 'l' => 50, _ => 0 };
            if (value == 0) return null;
            total += value < before ? -value : value;
            before = Math.Max(before, value);
        }
        return total;
    }
}
