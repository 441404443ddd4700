using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Marks names of states, their adjectives, and towns.</summary>
internal static class States
{
    public static void Mark(Page page)
    {
        foreach (var sentence in page.Sentences)
            for (var i = sentence.From; i < sentence.To; i++)
                if (page.At[i] is null && page.T[i].IsName) MarkAt(page, i, sentence.To, sentence.Kind is BlockKind.Paragraph);
    }

    private static void MarkAt(Page page, int i, int to, bool told)
    {
        var longest = Math.Min(Math.Max(Countries.Longest, Cities.Longest), to - i);
        for (var n = longest; n > 0; n--)
        {
            if (!page.T[i + n - 1].IsName) continue;
            var low = Joined(page.T, i, n);
            if (Cities.Country(low) is { } code && (n > 1 || Countries.Noun(low) is null)) { if (!(n == 1 && told && Namesakes.Is(page, i, to))) page.Mark(new PlaceMention(i, i + n, code)); return; }
            if (Countries.Any(low) is not { } country || !Countries.CaseFits(low, page.T[i].Length <= 5 ? page.Text.Substring(page.T[i].Start, page.T[i].Length) : low)) continue;
            if (low == "au" || InName(page, i, i + n) || n == 1 && told && Named.Contains(low) && Namesakes.Is(page, i, to)) return;
            page.Mark(new StateMention(Countries.Noun(low) is null ? i : Formal(page, i), i + n, country, Countries.Noun(low) is null));
            return;
        }
    }

    /// <summary>"Georgia Smith", "Jordan", "Chad": one-word names beside another unexplained capitalised word are left to the people rules.</summary>
    private static bool InName(Page page, int from, int to) =>
        to - from == 1 && page.Low(from) is "georgia" or "jordan" or "chad" or "israel" or "france" && to < page.T.Count
        && page.T[to].Shape is Shape.Capital && Countries.Any(page.Low(to)) is null && !Words.IsField(page.Low(to)) && !Heads.Is(page.Low(to)) && !Words.Function.Contains(page.Low(to))
        && !Roles.Head.Contains(page.Low(to));

    /// <summary>First token of "Kingdom of Spain", "Federal Republic of Germany"; <paramref name="i"/> where no such words stand.</summary>
    private static int Formal(Page page, int i)
    {
        var of = page.Low(i - 1) is "the" ? i - 2 : i - 1;
        if (page.Low(of) is not "of" || of < 1 || page.Low(of - 1) is not ("kingdom" or "republic" or "commonwealth" or "sultanate" or "emirate" or "principality") || !page.T[of - 1].IsName) return i;
        var start = of - 1;
        while (start > 0 && page.At[start - 1] is null && (page.T[start - 1].IsName && page.Low(start - 1) is "federal" or "people" or "islamic" or "socialist" or "democratic" or "hashemite" or "united" or "arab" or "federative" or "plurinational" or "bolivarian" or "oriental" or "co-operative" or "cooperative" or "grand" || page.T[start - 1].IsPossessive && page.Low(start - 2) is "people")) start--;
        return page.IsFree(start, i) ? start : i;
    }

    /// <summary>States whose names people bear.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Named = Words.Set("georgia jordan chad israel cuba france ireland holland german english french brazil india kenya malta cyprus");

    private static string Joined(List<Token> t, int i, int n) =>
        n == 1 ? t[i].Low : n == 2 ? $"{t[i].Low} {t[i + 1].Low}" : string.Join(' ', t.GetRange(i, n).Select(x => x.Low));

    /// <summary>The two states of "India-US", "US-PRC", "Indo-French"; null unless both are.</summary>
    public static (Country, Country)? Pair(string low)
    {
        var dash = low.IndexOf('-');
        if (dash <= 0 || Countries.Any(low[..dash]) is not { } a || Countries.Any(low[(dash + 1)..]) is not { } b) return null;
        return (a, b);
    }
}
