namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Amounts and currencies as agreements write them.</summary>
internal static class Money
{
    /// <summary>"186,500.00", "1.250.000", "8.4" with "million" as a plain number; null where the marks fit no reading.</summary>
    public static string? Read(string figures, string scale)
    {
        var plain = figures.Replace(" ", "");
        int comma = plain.LastIndexOf(','), stop = plain.LastIndexOf('.');
        // The last mark is a decimal mark if another mark stands before it, or if it is alone and no three figures follow.
        var mark = Math.Max(comma, stop);
        var isDecimal = mark >= 0 && plain.Length - mark - 1 != 3 && plain.Count(c => c == plain[mark]) == 1;
        var whole = new string([.. (isDecimal ? plain[..mark] : plain).Where(char.IsAsciiDigit)]);
        var part = isDecimal ? plain[(mark + 1)..].TrimEnd('0') : "";
        if (whole.Length is 0 or > 15 || part.Length > 6 || !part.All(char.IsAsciiDigit)) return null;
        var value = decimal.Parse(part.Length > 0 ? $"{whole}.{part}" : whole) * Scale(scale);
        return value == 0 ? null : value.ToString("0.######");
    }

    private static decimal Scale(string word) => word.ToLowerInvariant() switch
    {
        "million" or "m" => 1_000_000, "billion" or "bn" => 1_000_000_000, "thousand" or "k" => 1000, "crore" or "crores" => 10_000_000, "lakh" or "lakhs" => 100_000, _ => 1,
    };

    /// <summary>ISO 4217; null for a bare dollar, rupee or crown sign that several states share.</summary>
    public static string? Currency(string sign)
    {
        var low = sign.ToLowerInvariant().Replace(".", "").TrimEnd('s');
        return low switch
        {
            "€" or "euro" or "eur" => "EUR",
            "u" or "us$" or "us dollar" or "usd" => "USD",
            "£" or "gbp" or "pound" or "pounds sterling" or "pound sterling" => "GBP",
            "swiss franc" or "chf" => "CHF",
            "₹" or "inr" => "INR",
            "yen" or "jpy" => "JPY",
            "rmb" or "cny" or "yuan" => "CNY",
            "won" or "krw" => "KRW",
            "rm" or "myr" => "MYR",
            "a$" or "aud" => "AUD", "c$" or "cad" => "CAD", "nz$" or "nzd" => "NZD", "r$" or "brl" => "BRL", "s$" or "sgd" => "SGD", "rand" or "zar" or "r" => "ZAR",
            { Length: 3 } code when code.All(char.IsAsciiLetter) => code.ToUpperInvariant(),
            _ => null,
        };
    }
}
