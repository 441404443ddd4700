using System.Collections.Immutable;
using Concordat.Names;

namespace Concordat.Search;

/// <summary>A word that is looked for.</summary>
/// <param name="Begun">True for the last one: it may be the beginning of a longer word.</param>
/// <param name="Edits">How many letters may be wrong where nothing fits as typed: one from 4 letters, two from 8, none in numbers.</param>
/// <param name="Light">Too common to insist on.</param>
public sealed record Sought(string Word, string Stem, bool Begun, int Edits, bool Light)
{
    /// <param name="near">Also words with letters that are wrong.</param>
    public bool Fits(Token token, bool near) =>
        token.Word == Word || token.Stem == Stem || token.Stem == Word || (Begun && token.Word.StartsWith(Word, StringComparison.Ordinal)) || (near && Edits > 0 && Distance.Within(token.Word, Word, Edits));
}

/// <summary>What somebody typed, as words; nothing that can be typed is wrong.</summary>
/// <param name="Words">At most 12, each once; those of phrases too.</param>
/// <param name="Phrases">Words between quotation marks, that must stand together.</param>
/// <param name="Keys">Folded forms that may be a whole acronym, number or name.</param>
/// <param name="Cut">True when more was typed than is looked for.</param>
public sealed record Wording(string Typed, ImmutableArray<Sought> Words, ImmutableArray<ImmutableArray<Sought>> Phrases, ImmutableArray<string> Keys, bool Cut)
{
    private const int MostWords = 12, MostLetters = 400;

    private static readonly HashSet<string> LightWords = ["of", "the", "and", "for", "in", "on", "a", "an", "to", "at", "by", "with", "or", "de", "la", "le", "du", "des", "der", "die", "und", "et", "no", "nr"];

    public bool IsEmpty => Words.IsEmpty;

    public static Wording Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        var cut = text.Length > MostLetters;
        if (cut) text = text[..MostLetters];
        // With a closing mark at the end the last word is whole.
        var tokens = Tokens.Of(text).ToList();
        var whole = text.Length > 0 && text[^1] is '"' or '”' or '“';
        var words = tokens.Select((t, i) => Make(t, begun: i == tokens.Count - 1 && !whole)).DistinctBy(w => w.Word).ToList();
        var phrases = Quoted(text).Select(q => Tokens.Of(q).Select(t => Make(t, begun: false)).Take(MostWords).ToImmutableArray()).Where(p => p.Length > 1).Take(4);
        return new(text, [.. words.Take(MostWords)], [.. phrases], [.. Exact(text)], cut || words.Count > MostWords);
    }

    private static Sought Make(Token token, bool begun)
    {
        var edits = token.Word.Any(char.IsAsciiDigit) ? 0 : token.Word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        return new(token.Word, token.Stem, begun, edits, LightWords.Contains(token.Word));
    }

    private static IEnumerable<string> Exact(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Prepend(text).Select(Fold.Key).Where(k => k.Length > 0).Distinct();

    private static IEnumerable<string> Quoted(string text)
    {
        for (var at = 0; (at = text.AsSpan(at).IndexOfAny('"', '“', '”') is var open and >= 0 ? at + open : -1) >= 0;)
        {
            var end = text.AsSpan(at + 1).IndexOfAny('"', '“', '”');
            if (end < 0) yield break;
            yield return text.Substring(at + 1, end);
            at += end + 2;
        }
    }
}

/// <summary>Counts letters inserted, left out, changed, or swapped with their neighbour.</summary>
internal static class Distance
{
    public static bool Within(string a, string b, int most)
    {
        // The first letter is held to be right, as in the index.
        if (Math.Abs(a.Length - b.Length) > most || a.Length == 0 || b.Length == 0 || a[0] != b[0]) return false;
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length] <= most;
    }
}
