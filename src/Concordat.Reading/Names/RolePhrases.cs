using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>How far an office written after a name runs on.</summary>
internal static class RolePhrases
{
    /// <summary>"Secretary DD R&amp;D and Chairman": the token after letters inside an office.</summary>
    public static int AfterLetters(Page page, int start, int to)
    {
        var end = start;
        while (end < start + 3 && Letters(page, end, to)) end++;
        return end;
    }

    private static bool Letters(Page page, int i, int to) =>
        i + 1 < to && page.At[i] is null && page.T[i].Shape is Shape.Upper && page.T[i].Length < 6 && (page.Low(i + 1) is "and" or "&" || page.T[i + 1].Shape is Shape.Upper);

    /// <summary>"of Defence, Safety and Security": the token after the rest of the list.</summary>
    public static int Listed(Page page, int end, int to) =>
        end + 3 < to && page.T[end].Is(',') && Subject(page, end - 1) && Subject(page, end + 1) && page.Low(end + 2) is "and" or "&" && Subject(page, end + 3) ? end + 4 : end;

    public static bool Subject(Page page, int i) => page.T[i].IsName && page.At[i] is null && Words.IsField(page.Low(i)) && !Roles.Head.Contains(page.Low(i));

    /// <summary>", International Division": a part of an office without a name of its own.</summary>
    public static int Division(Page page, int end, int to)
    {
        if (end + 2 >= to || !page.T[end].Is(',')) return end;
        var i = end + 1;
        while (i < to && i < end + 7 && page.At[i] is null && (page.T[i].IsName && Words.IsField(page.Low(i)) || page.Low(i) is "and" or "&" or "division" or "section" or "wing" or "branch" or "programme")) i++;
        return i > end + 1 && page.Low(i - 1) is "division" or "section" or "wing" or "branch" or "programme" ? i : end;
    }

    /// <summary>"Director, Extramural Research", "Dean, Research &amp; Development": capitals of subjects alone between two commas, or before "of".</summary>
    public static int Portfolio(Page page, int end, int to)
    {
        if (end + 2 >= to || !page.T[end].Is(',') || end == 0 || !Roles.Head.Contains(page.Low(end - 1))) return end;
        var i = end + 1;
        while (i < to && i < end + 6 && page.At[i] is null && (Subject(page, i) || page.T[i].Shape is Shape.Capital && (NameEnd.LooksField(page.Low(i)) || i + 1 < to && Subject(page, i + 1) && !Roles.Honorific.Contains(page.Low(i))) || page.Low(i) is "and" or "&" && i > end + 1)) i++;
        return i > end + 1 && i < to && !(page.Low(i - 1) is "and" or "&") && (page.T[i].Is(',') || page.T[i].Is(')') || page.T[i].Is('.') || page.T[i].Is(';') || page.Low(i) is "of" or "at" or "on" or "who" or "and" or "in") ? i : end;
    }

    /// <summary>A department or the like, that stands before the name of its house.</summary>
    public static bool IsPart(Page page, Organisation unit) => page.Low(unit.KindPlace.From) is "department" or "directorate" or "division" or "office" or "bureau" or "school" or "faculty" or "centre" or "center" or "group" or "section" or "unit";

    /// <summary>"Director of Operations of the X": the token before "of the X"; 0 where no such words stand.</summary>
    public static int Before(Page page, Mention house)
    {
        var of = page.Low(house.From - 1) is "the" ? house.From - 2 : house.From - 1;
        return page.Low(of) is "of" or "at" ? of : 0;
    }

    public static bool Closed(Page page, int i, int to) => i >= to || page.T[i].Shape is Shape.Punct && !page.T[i].IsPossessive || page.T[i].Shape is Shape.Lower;

    public static bool PersonFollows(Page page, int i) => i < page.T.Count && (PersonNames.IsPart(page, i) || Roles.SureHonorific.Contains(page.Low(i)));

    public static int Close(Page page, int open, int to)
    {
        for (var k = open + 1; k < to && k < open + 14; k++) if (page.T[k].Is(')')) return k + 1;
        return open;
    }

    /// <summary>", office of international services" and ", Department of Defence R&amp;D and Chairman": units that the role goes on with.</summary>
    public static int Unit(Page page, int comma, int to)
    {
        if (page.T[comma + 1].Shape is Shape.Lower && Heads.Is(page.Low(comma + 1)) && page.Low(comma + 2) is "of" or "for") return Phrases.NounEnd(page, comma + 1, to);
        if (page.At[comma + 1] is not OrganisationMention unit || unit.To >= to) return comma;
        return page.Low(unit.To) is "and" or "&" && RoleAfter.HeadNear(page, unit.To + 1, Math.Min(to, unit.To + 5)) >= 0 ? unit.To : comma;
    }
}
