namespace Concordat.Reading.Dates;

/// <summary>The answer to a question about stated dates.</summary>
public enum Truth
{
    /// <summary>No day that the statements leave open makes it so.</summary>
    No,
    /// <summary>Some do; or all do, but a statement is qualified (?, ~, %).</summary>
    Possible,
    /// <summary>Every day that the statements leave open makes it so, and none of them is qualified.</summary>
    Certain,
}

/// <summary>Three-valued comparison. Two values with one text are two unknown days within it, not the same day.</summary>
public static class Comparison
{
    public static Truth Before(this When a, When b) => Answer(a.Lo < b.Hi, a.Hi < b.Lo, a.IsCertain && b.IsCertain);

    public static Truth After(this When a, When b) => b.Before(a);

    public static Truth SameDay(this When a, When b) =>
        Answer(a.Lo <= b.Hi && b.Lo <= a.Hi, a.Lo == a.Hi && b.Lo == b.Hi && a.Lo == b.Lo, a.IsCertain && b.IsCertain);

    /// <summary>On or after the start of the span and on or before its end.</summary>
    public static Truth Within(this When a, Span span) => Answer(
        a.Hi >= span.Start.Lo && a.Lo <= span.End.Hi,
        a.Lo >= span.Start.Hi && a.Hi <= span.End.Lo,
        a.IsCertain && IsCertain(span));

    /// <summary>They have a day in common.</summary>
    public static Truth Overlaps(this Span a, Span b) => Answer(
        a.Start.Lo <= b.End.Hi && b.Start.Lo <= a.End.Hi,
        a.Start.Hi <= b.End.Lo && b.Start.Hi <= a.End.Lo,
        IsCertain(a) && IsCertain(b));

    private static bool IsCertain(Span span) => span.Start.IsCertain && span.End.IsCertain;

    private static Truth Answer(bool possible, bool always, bool certain) =>
        !possible ? Truth.No : always && certain ? Truth.Certain : Truth.Possible;
}
