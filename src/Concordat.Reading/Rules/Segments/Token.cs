namespace Concordat.Reading.Rules.Segments;

internal enum Shape : byte { Punct, Number, Lower, Capital, Upper, Mixed }

/// <summary>One word, number or mark of the text.</summary>
// Low: Lower-cased, with plain hyphens and apostrophes and without the full stop of an abbreviation.
internal readonly record struct Token(int Start, int Length, Shape Shape, string Low)
{
    public int End => Start + Length;
    public bool IsWord => Shape is not Shape.Punct;
    /// <summary>Written with a capital first letter.</summary>
    public bool IsName => Shape is Shape.Capital or Shape.Upper or Shape.Mixed;
    public bool Is(char mark) => Shape is Shape.Punct && Low.Length == 1 && Low[0] == mark;
    public bool IsDash => Shape is Shape.Punct && Low is "-" or "–" or "—" or "‒" or "−" or "--";
    public bool IsPossessive => Low == "'s";
    public bool IsApostrophe => Shape is Shape.Punct && Low is "'" or "’";
    public bool IsQuote => Shape is Shape.Punct && Low is "\"" or "“" or "”" or "‘" or "«" or "»" or "„";
}
