using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>A name found by its head noun.</summary>
internal readonly record struct NameSpan(int From, int To, int Head);

/// <summary>Names of organisations by their head nouns: "Coastal Institute of Acoustics and Allied Sciences".</summary>
internal static class OrganisationGrammar
{
    /// <summary>The organisation whose head noun stands at <paramref name="i"/>, or null.</summary>
    public static NameSpan? At(Page page, int i, int from, int to)
    {
        if (!page.T[i].IsName && !Small(page, i, from) && !(i > from && page.T[i - 1].IsName && Heads.IsSmallForm(page.Low(i))) || !Heads.Is(page.Low(i)) || page.At[i] is StateMention || IsJointBody(page, i, from) || IsRole(page, i, to)) return null;
        if (page.Low(i) is "board" && (page.Low(i - 1) is "executive" or "supervisory" or "management" or "governing" or "advisory" or "editorial" || page.Low(i + 1) is "of" && page.Low(i + 2) is "trustees" or "directors" or "governors" or "regents" or "management")) return null;
        if (page.Low(i) is "centre" or "center" && page.Low(i + 1) is "of" && page.Low(i + 2) is "excellence") return null;
        if (page.Low(i) is "presidency" && (page.Low(i + 1) is not "of" || i + 2 >= to || !Words.IsField(page.Low(i + 2))) || page.Low(i) is "tech" && (!(i > from && page.T[i - 1].Shape is Shape.Capital && !Words.IsField(page.Low(i - 1))) || HeadAhead(page, i, to))) return null;
        if (page.Low(i) is "direction" or "commissariat" && !(page.T[i + 1 < to ? i + 1 : i].Shape is Shape.Lower && Roman(page.Low(i + 1)))) return null;
        if (page.Low(i) is "government" && (page.Low(i + 1) is "of" && page.Mention(page.Low(i + 2) is "the" ? i + 3 : i + 2) is StateMention || page.Mention(i - 1) is StateMention { IsAdjective: true } && page.Low(i + 1) is not "of")) return null;
        if (page.Low(i) is "city" && page.Low(i + 1) is not "for" || page.Low(i) is "cabinet" && page.Low(i + 1) is "secretary") return null;
        if (page.Low(i) is "station" && !(i > from && Words.IsField(page.Low(i - 1))) && page.Low(i + 1) is not "for" and not "of" || page.Low(i) is "station" && page.Low(i - 1) is "space" or "ground" or "power" or "railway" or "police" or "naval" or "air") return null;
        if (page.T[i].Length < 4 && !Heads.CaseFits(page.Low(i), page.Quote(i, i + 1))) return null;
        if (Heads.Kind(page.Low(i)) is "military" && page.Low(i + 1) is "research" or "technology" or "science" or "medical" && page.T[i + 1].IsName && (Heads.Is(page.Low(i + 2)) && page.T[i + 2].IsName || page.Low(i + 2) is "and" or "&" && i + 4 < to && page.T[i + 3].IsName && Heads.Is(page.Low(i + 4)))) return null;
        if ((Heads.Weak.Contains(page.Low(i)) || Heads.Kind(page.Low(i)) is "military" || page.Low(i) is "aerospace" or "electronics" or "pharmaceuticals" or "aviation") && HeadAhead(page, i, to) || !ForceFits(page, i)) return null;
        var start = NameStart.Of(page, i, from);
        var end = NameEnd.Of(page, i, to);
        if (end < to && page.T[end].IsName && page.Low(end) is "dialogue" or "talks" or "committee" or "meeting" or "conference" or "summit" or "plenary" or "workshop" or "symposium" or "consultations" or "exercise") return null;
        start = TrimState(page, start, i);
        if (page.Low(i) is "division" && (page.At[start] is not StateMention { IsAdjective: true } || start == i)) return null;
        if (page.Low(i) is "school" && start > from && page.T[start - 1].Shape is Shape.Number or Shape.Lower && DateWords.Ordinal(page.Low(start - 1)) > 0) return null;
        return IsName(page, start, i, end, from) ? new(start, end, i) : null;
    }

    /// <summary>"Direction générale", "Commissariat à l'énergie": a French word follows.</summary>
    private static bool Roman(string low) => low is "générale" or "nationale" or "centrale" or "régionale" or "de" or "du" or "des" or "à" or "aux" or "technique";

    /// <summary>"Sankt Olaf university": the head noun written small after a name.</summary>
    private static bool Small(Page page, int i, int from) =>
        page.Low(i) is "university" && i > from && page.T[i - 1].Shape is Shape.Capital && page.At[i - 1] is null or PlaceMention && !Words.Function.Contains(page.Low(i - 1)) && !DateWords.IsWeekday(page.Low(i - 1)) && !Words.IsField(page.Low(i - 1));

    /// <summary>"Joint Technical Group", "Steering Committee", "Joint Working Group": bodies of meetings.</summary>
    private static bool IsJointBody(Page page, int i, int from)
    {
        if (page.Low(i) is not ("group" or "board" or "commission" or "council" or "committee" or "centre" or "center")) return false;
        for (var k = i - 1; k >= from && k > i - 6 && page.T[k].IsName; k--)
            if (page.Low(k) is "working" or "steering" or "joint" or "binational" or "intergovernmental" or "interministerial" or "mixed" && page.Low(i) is not ("centre" or "center")) return true;
        return false;
    }

    /// <summary>"Marine Electronics Test Laboratory": a weak head before the true one.</summary>
    private static bool HeadAhead(Page page, int i, int to)
    {
        for (var k = i + 1; k < to && k < i + 5 && page.T[k].IsName && !Words.Function.Contains(page.Low(k)); k++) if (Heads.Is(page.Low(k)) && !Heads.Weak.Contains(page.Low(k))) return true;
        return false;
    }

    private static bool ForceFits(Page page, int i) =>
        page.Low(i) is not ("force" or "forces" or "guard") || page.Low(i - 1) is "air" or "defence" or "defense" or "self-defence" or "self-defense" or "armed" or "coast" or "police" or "national" or "space" or "border";

    private static bool IsRole(Page page, int i, int to) =>
        i + 1 < to && page.Low(i) is "laboratory" or "school" or "institute" or "department" or "office" or "company" or "board" && Roles.Head.Contains(page.Low(i + 1)) && page.T[i + 1].IsName
        && (i == 0 || !page.T[i - 1].IsName || page.At[i - 1] is StateMention);

    private static int TrimState(Page page, int start, int head)
    {
        if (page.Low(start) is not ("us" or "u.s." or "uk" or "u.k." or "u.s" or "u.k") || head - start < 1) return start;
        return Heads.Kind(page.Low(head)) is "military" && head - start == 1 ? start : start + 1;
    }

    private static bool IsName(Page page, int start, int head, int end, int from)
    {
        if (end - start < 2) return false;
        if (page.Low(head) is "force" or "forces" or "guard") return true;
        if (Heads.Weak.Contains(page.Low(head)) && head == start && !page.Low(head + 1, "of") && !page.Low(head + 1, "for")) return false;
        var named = false;
        for (var k = start; k < end; k++)
        {
            if (InstrumentWord(page.Low(k)) || DateWords.IsWeekday(page.Low(k))) return false;
            named |= k != head && page.T[k].IsName && !(k == from && Words.Function.Contains(page.Low(k)));
        }
        named |= Heads.Foreign.Contains(page.Low(head)) && end - start > 2 && end < page.T.Count && page.T[end].Is('(');
        if (!named || Heads.Kind(page.Low(head)) is "company" && head == start) return false;
        if (start > from + 1 && page.T[start - 1].IsPossessive && page.Mention(start - 2) is OrganisationMention { Of.Kind: "military" or "government" }) return true;
        return !Heads.Weak.Contains(page.Low(head)) || head == start || page.At[start] is StateMention || Distinct(page, start, end) || end < page.T.Count && page.T[end].Is('(') && Brackets.IsAcronym(page, end + 1)
            || page.Low(head) is "establishment" or "survey" && end - start > 2 || page.Low(head) is "group" && (end - start > 3 || end - start == 3 && (page.Low(start) is "science" or "technology" or "research" || page.Low(start + 1) is "science" or "technology" or "research"))
            || page.Low(head) is "unit" or "command" or "service" or "board" && end - start > 2;
    }

    /// <summary>A word that is no plain word of subjects: "Skyline Technologies", not "Advanced Technologies".</summary>
    private static bool Distinct(Page page, int start, int end)
    {
        for (var k = start; k < end; k++) if (page.T[k].IsName && !Words.IsField(page.Low(k)) && !Heads.Is(page.Low(k)) && !Words.Function.Contains(page.Low(k)) && page.Low(k) is not ("emerging" or "critical" or "modern" or "related")) return true;
        return false;
    }

    private static bool InstrumentWord(string low) => low is "memorandum" or "agreement" or "treaty" or "protocol" or "mou" or "declaration" or "plenary" or "dialogue" or "summit" or "programme" or "framework";
}
