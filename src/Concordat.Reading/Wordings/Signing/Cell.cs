namespace Concordat.Reading.Wordings.Signing;

/// <summary>A piece of a line in a block of signatures, as a stretch of the mended text.</summary>
/// <param name="Column">Where it starts in the line, tabs counted as eight.</param>
internal readonly record struct Cell(string Text, int From, int To, int Column)
{
    /// <summary>A piece of the cell, trimmed.</summary>
    public Cell Part(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(Text[from])) from++;
        while (to > from && char.IsWhiteSpace(Text[to - 1])) to--;
        return new(Text[from..to], From + from, From + to, Column + from);
    }

    public bool Same(string words) => Text.Equals(words, StringComparison.OrdinalIgnoreCase);
}
