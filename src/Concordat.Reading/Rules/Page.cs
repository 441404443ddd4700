using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules;

/// <summary>A text cut up, with what the rules have marked on it so far.</summary>
internal sealed class Page
{
    public required string Text { get; init; }
    public required List<Token> T { get; init; }
    public required List<Block> Blocks { get; init; }
    public required List<Sentence> Sentences { get; init; }
    public required Finding<string>? Published { get; init; }
    public required DateOnly? PublishedDay { get; init; }
    public required Dateline? Dateline { get; init; }
    public required List<DateMention> Dates { get; init; }
    /// <summary>In a text without a day of its own: the latest day with a year that it tells.</summary>
    public DateOnly? LatestDay { get; init; }
    /// <summary>The name that covers a token, or null.</summary>
    public required Mention?[] At { get; init; }
    public List<Mention> Mentions { get; } = [];

    public TextSpan Span(int from, int to) => new(T[from].Start, T[to - 1].End - T[from].Start);
    public string Quote(int from, int to) => Span(from, to).Of(Text);
    public Finding<TValue> Find<TValue>(TValue value, int from, int to, string rule) => new(value, Quote(from, to), Span(from, to), rule);
    /// <summary>A finding whose value is the words themselves, line ends and runs of blanks made single spaces.</summary>
    public Finding<string> Words(int from, int to, string rule) => Find(Plain(Quote(from, to)), from, to, rule);

    public bool Low(int i, string word) => i >= 0 && i < T.Count && T[i].Low == word;
    public string Low(int i) => i >= 0 && i < T.Count ? T[i].Low : "";
    public Mention? Mention(int i) => i >= 0 && i < At.Length ? At[i] : null;

    public void Mark(Mention mention)
    {
        Mentions.Add(mention);
        for (var i = mention.From; i < mention.To; i++) At[i] = mention;
    }

    public bool IsFree(int from, int to)
    {
        for (var i = from; i < to; i++) if (At[i] is not null) return false;
        return true;
    }

    /// <summary>Names in a stretch, in order, each once.</summary>
    public IEnumerable<Mention> In(int from, int to)
    {
        for (var i = Math.Max(0, from); i < to && i < At.Length; i++)
        {
            if (At[i] is not { } mention) continue;
            if (mention.From >= from) yield return mention;
            i = Math.Max(i, mention.To - 1);
        }
    }

    public IEnumerable<DateMention> DatesIn(int from, int to)
    {
        int lo = 0, hi = Dates.Count;
        while (lo < hi) { var mid = (lo + hi) / 2; if (Dates[mid].From < from) lo = mid + 1; else hi = mid; }
        for (; lo < Dates.Count && Dates[lo].From < to; lo++) yield return Dates[lo];
    }

    /// <summary>The sentence of a token; null between sentences.</summary>
    public Sentence? SentenceAt(int token)
    {
        int lo = 0, hi = Sentences.Count - 1;
        while (lo <= hi)
        {
            var mid = (lo + hi) / 2;
            if (token < Sentences[mid].From) hi = mid - 1; else if (token >= Sentences[mid].To) lo = mid + 1; else return Sentences[mid];
        }
        return null;
    }

    public static string Plain(string words) =>
        words.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 && !words.Contains("  ") ? words : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
