using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Companies that only the offices in them give away: "Example CEO X", "Example Orbital's co-founder Y".</summary>
internal static class Owned
{
    public static void Find(Page page, Register register)
    {
        Dictionary<string, Organisation?>? made = null;
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            for (var i = s.From + 1; i + 1 < s.To; i++)
                if (Lettered(page, i)) (made ??= new(StringComparer.Ordinal)).TryAdd(page.Low(i), null);
                else if (IsOffice(page, i) && Start(page, i, s) is var start && start < i && !page.T[start].Low.Contains('-')) (made ??= new(StringComparer.Ordinal)).TryAdd(page.Low(start), null);
        }
        if (made is null || made.Count > 40) return;
        foreach (var s in page.Sentences)
            if (s.Kind is BlockKind.Paragraph)
                for (var i = s.From; i < s.To; i++)
                    if (page.At[i] is null && page.T[i].IsName && made.ContainsKey(page.Low(i)) && !(i > s.From && Stops(page, i - 1))) i = Mark(page, register, made, i, s) - 1;
    }

    /// <summary>"SLIAC Chairman X", "director of ATLA-J": letters that nothing spells out, beside an office.</summary>
    private static bool Lettered(Page page, int i)
    {
        if (page.T[i] is not { Shape: Shape.Upper, Length: > 2 and < 9 } || !Fits(page, i) || page.Quote(i, i + 1).Contains('.') || Countries.Any(page.Low(i)) is not null) return false;
        if (page.T[i - 1].IsName && page.At[i - 1] is null && !Roles.Head.Contains(page.Low(i - 1))) return false;
        var next = page.T[i + 1].IsPossessive ? i + 2 : i + 1;
        if (next < page.T.Count && page.T[next].IsName != page.T[next].Shape is Shape.Lower && Roles.Head.Contains(page.Low(next)) && page.Low(next) is not ("member" or "fellow" or "student" or "scientist")) return page.Low(i - 1) is not ("of" or "dr" or "mr");
        return page.Low(i - 1) is "of" && (Roles.Head.Contains(page.Low(i - 2)) || page.T[i - 2].Shape is Shape.Capital && Fits(page, i - 2) && Fits(page, i - 3) && !Words.IsField(page.Low(i - 2)) && !Heads.Is(page.Low(i - 2))) && page.T[i + 1].Shape is Shape.Punct or Shape.Lower;
    }

    /// <summary>"CEO", "chief executive", "managing director", the first word of it.</summary>
    public static bool IsOffice(Page page, int i) => page.Low(i) is "ceo" or "cto" or "coo" or "cfo" or "co-founder" || page.Low(i) is "chief" && page.Low(i + 1) is "executive" || page.Low(i) is "managing" && page.Low(i + 1) is "director";

    /// <summary>First token of the capitals right before an office; the office itself where none stand.</summary>
    private static int Start(Page page, int office, Sentence s)
    {
        var end = page.T[office - 1].IsPossessive ? office - 1 : office;
        var start = end;
        while (start > s.From && start > end - 4 && Fits(page, start - 1)) start--;
        return start == end ? office : start;
    }

    private static bool Fits(Page page, int i) =>
        i >= 0 && page.T[i].IsName && page.T[i].Length > 2 && page.At[i] is null && !Words.Function.Contains(page.Low(i)) && !Roles.Head.Contains(page.Low(i)) && !Roles.Honorific.Contains(page.Low(i)) && !Roles.Before.Contains(page.Low(i)) && !Brackets.InstrumentLetters(page.Low(i))
        && !DateWords.IsMonth(page.Low(i)) && !DateWords.IsWeekday(page.Low(i)) && page.Low(i) is not ("its" or "company" or "group");

    /// <summary>An honorific or another unread name before it: then it is part of that.</summary>
    private static bool Stops(Page page, int i) => page.T[i].IsName && page.At[i] is null && !Words.Function.Contains(page.Low(i));

    private static int Mark(Page page, Register register, Dictionary<string, Organisation?> made, int i, Sentence s)
    {
        var to = i + 1;
        while (to < s.To && to < i + 4 && Fits(page, to)) to++;
        var owner = made[page.Low(i)] ??= register.Named(Fold.Key(page.T, i, to)) ?? register.Add(page, new(i, to, i), page.T[i].Shape is Shape.Upper ? "other" : "company", "kind.of-office", "organisation.of-office");
        register.AddForm(page, owner, i, to);
        page.Mark(new OrganisationMention(i, to, owner));
        Brackets.ReadAcronym(page, register, owner, i, to, s.To);
        return to;
    }
}
