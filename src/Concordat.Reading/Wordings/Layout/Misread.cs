namespace Concordat.Reading.Wordings.Layout;

/// <summary>One word as a machine misreads it.</summary>
internal static class Misread
{
    private static readonly (string Seen, string Meant)[] Pairs =
        [("rn", "m"), ("d", "cl"), ("n", "rr"), ("n", "ri"), ("vv", "w"), ("ii", "u"), ("cl", "d"), ("li", "h"), ("1", "l"), ("1", "i"), ("0", "o"), ("I", "l"), ("5", "s"), ("l", "i"), ("|", "l"), ("m", "rn"), ("c", "e"), ("e", "c")];

    /// <summary>The word that was meant, or null where nothing is wrong or nothing known fits.</summary>
    public static string? Mend(string word)
    {
        int digits = word.Count(char.IsAsciiDigit), letters = word.Count(char.IsLetter);
        if (letters == 0) return null;
        if (word.Length is 3 or 4 && (digits > 0 || word[0] == 'l') && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" && Number(word[..^2]) is { } nth) return nth + word[^2..];
        if (word.Length > 3 && word[0] == 'l' && word[1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'l') && char.IsLower(word[1])) return string.Concat("I", word.AsSpan(1));
        if (word is "lt" or "ln") return string.Concat("I", word.AsSpan(1));
        if (digits > 0 && Number(word) is { } number) return number;
        if (Ascii(word) && (digits > 0 || letters > 3) && !Vocabulary.Has(word.ToLowerInvariant())) return Known(word) ?? Inside(word);
        return null;
    }

    private static bool Ascii(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '\'' or '-' or '|');

    /// <summary>"2O23", "l8", "45O,000": digits, and letters that look like them. "O3" and "I2" stay.</summary>
    private static string? Number(string word)
    {
        if (!word.Any(char.IsAsciiDigit) && word is not ("lO" or "lo") || !word.All(c => char.IsAsciiDigit(c) || c is 'O' or 'o' or 'l' or 'I' or ',' or '.') || word.Length < 2 || word[0] is 'O' or 'I' && word.Length == 2) return null;
        return word.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1');
    }

    private static string? Known(string word)
    {
        var first = One(word, 0);
        if (first is not null) return first;
        // Two errors in one word: digits first, as these are never right inside a word.
        var plain = word.Replace('0', 'o').Replace('1', 'l').Replace('I', 'l');
        return plain == word ? null : Fits(plain) ? Case(word, plain) : One(plain, 0) is { } second ? Case(word, second) : null;
    }

    private static string? One(string word, int from)
    {
        foreach (var (seen, meant) in Pairs)
            for (var at = word.IndexOf(seen, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = word.IndexOf(seen, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var tried = string.Concat(word.AsSpan(0, at), meant, word.AsSpan(at + seen.Length));
                if (Fits(tried)) return Case(word, tried);
            }
        return null;
    }

    // Short words have too many neighbours: "fund" is no "fund" misread.
    private static bool Fits(string word) => word.Length >= 3 && Vocabulary.Has(word.ToLowerInvariant());

    private static string Case(string was, string now) =>
        was.Count(char.IsUpper) * 2 > was.Count(char.IsLetter) ? now.ToUpperInvariant() : char.IsUpper(was[0]) ? char.ToUpperInvariant(now[0]) + now[1..].ToLowerInvariant() : now.ToLowerInvariant();

    /// <summary>"OUAGAD0UGOU": one digit that looks like a letter, with letters of one case on both sides. "UNDERSTANDlNG": a small l among capitals.</summary>
    private static string? Inside(string word)
    {
        if (word.Any(c => !char.IsAsciiLetterOrDigit(c)) || word.Length < 5) return null;
        var at = word.AsSpan().IndexOfAny('0', '1');
        if (at > 0 && at < word.Length - 1 && word.Count(char.IsAsciiDigit) == 1)
        {
            if (!char.IsLetter(word[at - 1]) || !char.IsLetter(word[at + 1]) || char.IsUpper(word[at - 1]) != char.IsUpper(word[at + 1])) return null;
            var letter = word[at] == '0' ? 'o' : 'l';
            return string.Concat(word.AsSpan(0, at), (char.IsUpper(word[at - 1]) ? char.ToUpperInvariant(letter) : letter).ToString(), word.AsSpan(at + 1));
        }
        at = word.IndexOf('l');
        return at >= 0 && word.Count(char.IsLower) == 1 ? word.Replace('l', 'I') : null;
    }
}
