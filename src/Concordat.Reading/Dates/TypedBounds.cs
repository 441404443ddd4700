namespace Concordat.Reading.Dates;

/// <summary>"by", "before", "until", "after", "since" and their like.</summary>
internal sealed class TypedBounds(TypedContext context)
{
    private enum Bound { UpTo, Until, Before, From, After }

    private static readonly (string Words, Bound Bound)[] Starts =
    [
        ("on or before ", Bound.UpTo), ("in or before ", Bound.UpTo), ("no later than ", Bound.UpTo), ("not later than ", Bound.UpTo), ("by the end of ", Bound.UpTo),
        ("by end of ", Bound.UpTo), ("by end ", Bound.UpTo), ("at the latest by ", Bound.UpTo), ("at the latest ", Bound.UpTo), ("by ", Bound.UpTo), ("before ", Bound.Before),
        ("until the end of ", Bound.Until), ("until ", Bound.Until), ("till ", Bound.Until), ("up to ", Bound.Until), ("to ", Bound.Until),
        ("on or after ", Bound.From), ("in or after ", Bound.From), ("not before ", Bound.From), ("no earlier than ", Bound.From), ("at the earliest ", Bound.From),
        ("since ", Bound.From), ("from ", Bound.From), ("as of ", Bound.From), ("starting ", Bound.From), ("after ", Bound.After),
    ];

    private static readonly (string Words, Bound Bound)[] Ends =
    [
        (" or earlier", Bound.UpTo), (" or before", Bound.UpTo), (" at the latest", Bound.UpTo), (" or later", Bound.From), (" or after", Bound.From),
        (" at the earliest", Bound.From), (" onwards", Bound.From), (" onward", Bound.From), (" -", Bound.From), ("-", Bound.From),
    ];

    public string? Read(string text)
    {
        var (noStart, noEnd) = (Cut(ref text, ", no start date"), Cut(ref text, ", no end date"));
        var (unknownStart, unknownEnd) = (Cut(ref text, ", start not known"), Cut(ref text, ", end not known"));
        if (Find(ref text) is not { } bound || TypedSide.Read(text, context, besideAnother: false)?.Write(context) is not { } date) return null;
        if (!Edtf.TryParse(date, out var tree) || tree is not EdtfDate one) return null;
        if (bound is Bound.From or Bound.After)
            return noStart || unknownStart ? null : $"{(bound == Bound.After ? Next(one, 1) : date)}/{(unknownEnd ? "" : "..")}";
        if (noEnd || unknownEnd) return null;
        var open = context.AsSpan && !noStart && (unknownStart || bound == Bound.Until) ? "" : "..";
        return $"{open}/{(bound == Bound.Before ? Next(one, -1) : date)}";
    }

    private static bool Cut(ref string text, string end)
    {
        var found = text.EndsWith(end, StringComparison.Ordinal);
        if (found) text = text[..^end.Length];
        return found;
    }

    private static Bound? Find(ref string text)
    {
        foreach (var (words, bound) in Starts)
        {
            if (!text.StartsWith(words, StringComparison.Ordinal)) continue;
            text = text[words.Length..];
            return bound;
        }
        foreach (var (words, bound) in Ends)
            if (Cut(ref text, words)) return bound;
        return null;
    }

    /// <summary>The unit after or before: a year's neighbour is a year, a month's a month, all else a day.</summary>
    private static string Next(EdtfDate date, int step)
    {
        var doubt = date.IsCertain ? Doubt.None : date.YearDoubt;
        var day = step > 0 ? date.Hi + 1 : date.Lo - 1;
        var text = Iso.Day(day);
        if (date is { Season: 0, HasUnspecified: false } && date.Day.IsAbsent) text = date.Month.IsAbsent ? text[..^6] : text[..^3];
        return Doubts.Add(text, doubt)!;
    }
}
