using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace Concordat.Search;

/// <summary>Takes endings from English words, lightly: "agreements" and "agreement", "signing" and "signed" meet.</summary>
internal static class Stems
{
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];
    [ThreadStatic] private static OneWord? _stemmer;

    public static string Of(string word)
    {
        if (char.IsAsciiDigit(word[0])) return Number(word);
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower)) return word;
        return (_stemmer ??= new()).Stem(word);
    }

    private static string Number(string word)
    {
        var digits = word.Length > 2 && Ordinals.Contains(word[^2..]) ? word[..^2] : word;
        if (!digits.All(char.IsAsciiDigit)) return word;
        var bare = digits.TrimStart('0');
        return bare.Length == 0 ? "0" : bare;
    }

    /// <summary>The library stems streams; this is one of a single word, used again and again.</summary>
    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private readonly KStemFilter _filter;

        public OneWord()
        {
            _term = AddAttribute<ICharTermAttribute>();
            _filter = new KStemFilter(this);
        }

        public string Stem(string word)
        {
            _term.SetEmpty().Append(word);
            _filter.IncrementToken();
            return _term.ToString()!;
        }

        public override bool IncrementToken() => true;
    }
}
