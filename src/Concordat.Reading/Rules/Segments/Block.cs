namespace Concordat.Reading.Rules.Segments;

internal enum BlockKind { Date, Headline, Dateline, Furniture, Paragraph }

/// <summary>Tokens from <see cref="From"/> up to, not including, <see cref="To"/>.</summary>
internal sealed record Block(BlockKind Kind, int From, int To);

/// <summary>A sentence, headline or stretch of at most <see cref="Sentences.Longest"/> tokens.</summary>
internal sealed record Sentence(int Index, int From, int To, BlockKind Kind, bool StartsBlock)
{
    public int Length => To - From;
}
