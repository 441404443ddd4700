using Concordat.Reading.Gazetteer;

namespace Concordat.Reading.Rules.Segments;

/// <summary>Cuts blocks into sentences; none is longer than <see cref="Longest"/> tokens, so that every rule's work is bounded.</summary>
internal static class Sentences
{
    public const int Longest = 160;

    public static List<Sentence> Of(List<Token> tokens, List<Block> blocks)
    {
        var sentences = new List<Sentence>();
        foreach (var block in blocks)
        {
            var start = block.From;
            for (var i = block.From; i < block.To; i++)
            {
                if (i + 1 < block.To && !Ends(tokens, i, block.To) && i - start < Longest - 1) continue;
                sentences.Add(new(sentences.Count, start, i + 1, block.Kind, start == block.From));
                start = i + 1;
            }
        }
        return sentences;
    }

    private static bool Ends(List<Token> tokens, int i, int end)
    {
        var next = tokens[i + 1];
        if (tokens[i].IsQuote && i > 0 && tokens[i - 1].Low is "." or "!" or "?") return next.IsName;
        if (tokens[i].Is(')') && i > 0 && tokens[i - 1].Low is ".") return next.IsName && !(i > 2 && tokens[i - 3].Is('('));
        if (tokens[i].Low is "!" or "?") return !next.IsQuote && !next.Is(')');
        if (tokens[i].Is('.')) return !next.IsQuote && !next.Is(')') && !next.Is(',') && !next.Is(';') && next.Shape is not Shape.Lower;
        return tokens[i].IsWord && tokens[i].Low.Contains('.') && tokens[i].Low.Length > 3 && next.Shape is Shape.Capital && Words.Function.Contains(next.Low)
            && i + 2 < end && tokens[i + 2].Shape is Shape.Lower;
    }
}
