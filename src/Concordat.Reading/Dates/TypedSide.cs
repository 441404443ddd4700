namespace Concordat.Reading.Dates;

/// <summary>One date with its doubts: "about 2019", "Feb 2026?", "possibly about 2024".</summary>
internal static class TypedSide
{
    private static readonly (string Words, Doubt Doubt)[] Before =
    [
        ("possibly ", Doubt.Uncertain), ("perhaps ", Doubt.Uncertain), ("maybe ", Doubt.Uncertain), ("probably ", Doubt.Uncertain),
        ("about ", Doubt.Approximate), ("circa ", Doubt.Approximate), ("approximately ", Doubt.Approximate), ("approx. ", Doubt.Approximate),
        ("approx ", Doubt.Approximate), ("around ", Doubt.Approximate), ("roughly ", Doubt.Approximate), ("ca. ", Doubt.Approximate),
        ("ca ", Doubt.Approximate), ("c. ", Doubt.Approximate), ("c.", Doubt.Approximate), ("c ", Doubt.Approximate), ("~", Doubt.Approximate),
        ("vers ", Doubt.Approximate), ("environ ", Doubt.Approximate), ("etwa ", Doubt.Approximate), ("um ", Doubt.Approximate), ("hacia ", Doubt.Approximate),
    ];

    private static readonly (string Words, Doubt Doubt)[] After =
    [
        ("(?)", Doubt.Uncertain), ("?", Doubt.Uncertain), ("(uncertain)", Doubt.Uncertain), ("~", Doubt.Approximate), ("%", Doubt.Uncertain | Doubt.Approximate),
        (" or so", Doubt.Approximate), ("(approx)", Doubt.Approximate), ("(approx.)", Doubt.Approximate), ("(approximate)", Doubt.Approximate),
        (" approximately", Doubt.Approximate), (" approx", Doubt.Approximate),
    ];

    public static TypedParts? Read(string text, TypedContext context, bool besideAnother)
    {
        var doubt = Strip(ref text);
        return TypedAtom.Read(text, context, besideAnother) is { } parts ? parts with { Doubt = doubt } : null;
    }

    private static Doubt Strip(ref string text)
    {
        var doubt = Doubt.None;
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            foreach (var (words, means) in Before)
                if (text.StartsWith(words, StringComparison.Ordinal)) (text, doubt) = (text[words.Length..].TrimStart(), doubt | means);
            foreach (var (words, means) in After)
                if (text.EndsWith(words, StringComparison.Ordinal)) (text, doubt) = (text[..^words.Length].TrimEnd(), doubt | means);
        }
        return doubt;
    }
}
