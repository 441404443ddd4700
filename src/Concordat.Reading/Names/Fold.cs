using System.Text;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Forms of a name that mean the same: case, accents, "&amp;", "defense", and the order around "of".</summary>
internal static class Fold
{
    private static readonly Dictionary<char, char> Plain = [];

    static Fold()
    {
        foreach (var group in "aàáâãäåāăą cçćčĉ dďđð eèéêëēėęě gğģĝ hħĥ iìíîïīįıİ jĵ kķ lĺļľł nñńňņ oòóôõöøōő rŕřŗ sśšşșŝ tťţțŧ uùúûüūůűų wŵ yýÿŷ zźżž".Split(' '))
            foreach (var letter in group[1..]) Plain[letter] = group[0];
    }

    public static string Word(string low)
    {
        if (low is "&") return "and";
        if (low is "defense") return "defence";
        if (low is "organization") return "organisation";
        if (low is "center") return "centre";
        foreach (var c in low) if (c > 127) return Letters(low);
        return low;
    }

    private static string Letters(string low)
    {
        var made = new StringBuilder(low.Length);
        foreach (var c in low) made.Append(Plain.GetValueOrDefault(c, c));
        return made.ToString();
    }

    /// <summary>Content words in alphabetical order: "Delhi University" and "University of Delhi" agree.</summary>
    public static string Key(List<Token> t, int from, int to)
    {
        var words = new List<string>(to - from);
        for (var i = from; i < to; i++)
            if (t[i].IsWord && t[i].Low is not ("of" or "the" or "for" or "and" or "&" or "de")) words.Add(Word(t[i].Low));
        words.Sort(StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    /// <summary>First letters of the content words, upper case.</summary>
    public static string Initials(List<Token> t, int from, int to, bool all = false)
    {
        var letters = new StringBuilder();
        for (var i = from; i < to; i++)
            if (t[i].IsWord && (all || t[i].Low is not ("of" or "the" or "for" or "and" or "in" or "on" or "de" or "la"))) letters.Append(char.ToUpperInvariant(t[i].Low[0]));
        return letters.ToString();
    }
}
