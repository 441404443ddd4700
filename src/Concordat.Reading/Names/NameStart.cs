using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Where a name begins that ends in a head noun.</summary>
internal static class NameStart
{
    /// <summary>First token of the name whose head noun is at <paramref name="head"/>.</summary>
    public static int Of(Page page, int head, int from)
    {
        var start = head;
        var company = Heads.Kind(page.Low(head)) is "company" && head - 2 > from;
        if (company && page.T[head - 1].Is(',') && page.T[head - 2].IsName && page.Low(head) is "inc" or "ltd" or "llc" or "llp" or "limited" or "corp") start = head - 1;
        while (start > from && start > head - 14)
        {
            var p = start - 1;
            if (Belongs(page, p, from)) { start = p; continue; }
            if (company && page.T[p].Shape is Shape.Lower && (page.Low(p).StartsWith("l'", StringComparison.Ordinal) || page.Low(p).StartsWith("d'", StringComparison.Ordinal)) && p > from && (page.T[p - 1].IsName || page.Low(p - 1) is "de")) { start = p; continue; }
            if (company && page.Low(p) is "&" or "de" or "l" && p > from && page.T[p - 1].IsName && page.At[p - 1] is null) { start = p - 1; continue; }
            if (page.Low(p) is "and" or "&" && p > from && Joins(page, p)) { start = p - 1; continue; }
            if (page.Low(p) is "&" && start == head - 1 && p > from && page.T[p - 1].Shape is Shape.Capital && page.At[p - 1] is null or PlaceMention && !Heads.Is(page.Low(p - 1)) && (p - 1 == from || !page.T[p - 2].IsName)) { start = p - 1; continue; }
            if (page.T[p].Is(',') && p > from && Listed(page, p, head)) { start = p - 1; continue; }
            if (page.Low(p) is "bin" or "bint" or "ibn" or "al" or "van" or "von" && page.T[p].Shape is Shape.Lower && p > from && page.T[p - 1].IsName && page.At[p - 1] is null) { start = p - 1; continue; }
            if (page.Low(p) is "de" or "del" or "da" or "do" or "di" or "für" or "la" or "des" && p > from && page.T[p - 1].IsName) { start = p - 1; continue; }
            if (page.T[p].IsPossessive && p > from && (page.Low(p - 1) is "king" or "queen" or "minister" or "women" or "children" or "people" or "president" or "john")) { start = page.Low(p - 2, "prime") || page.Low(p - 2, "st") ? p - 2 : p - 1; continue; }
            break;
        }
        return start;
    }

    private static bool Belongs(Page page, int p, int from)
    {
        var low = page.Low(p);
        if (!page.T[p].IsName || page.At[p] is OrganisationMention or PersonMention) return false;
        if (Words.Function.Contains(low) && low is not ("new" or "first" or "one")) return false;
        if (DateWords.IsWeekday(low) || DateWords.IsMonth(low) && low is not "may" || Roles.SureHonorific.Contains(low) && !NameEnd.IsGeneral(page, p)) return false;
        if (low is "minister" or "president" or "governor" or "lead" or "principal" or "engineer" && !(p + 1 < page.T.Count && (page.T[p + 1].IsPossessive || page.T[p + 1].IsApostrophe))) return false;
        if (Roles.Head.Contains(low) && low is not ("king" or "queen" or "prince" or "princess" or "sultan" or "emperor" or "minister" or "president" or "governor" or "lead" or "principal" or "engineer")) return false;
        return !(p == from && p + 1 < page.T.Count && low is "both" or "signing" or "under");
    }

    /// <summary>"Research and Development Organisation": subject words on both sides, no letters, no other head before.</summary>
    private static bool Joins(Page page, int and) => (!Heads.Is(page.Low(and - 1)) || Words.IsField(page.Low(and - 1)) && Heads.Weak.Contains(page.Low(and - 1))) && (Field(page, and - 1) && Field(page, and + 1) || OpenedByThe(page, and));

    /// <summary>"the Coastal Ice and Trials Agency": an article, capitals alone up to the "and", none of them a head, a state or a town.</summary>
    private static bool OpenedByThe(Page page, int and)
    {
        var k = and - 1;
        var fields = 0;
        for (; k > 0 && k > and - 6 && page.T[k].IsName && !Words.Function.Contains(page.Low(k)); k--)
        {
            if (Heads.Is(page.Low(k)) || page.At[k] is not null || page.T[k].Shape is not Shape.Capital || Roles.Head.Contains(page.Low(k))) return false;
            if (Field(page, k)) fields++;
        }
        return fields > 0 && and - 1 - k > 1 && page.Low(k) is "the" && page.T[k].Shape is Shape.Lower;
    }

    private static bool Field(Page page, int i) => page.T[i].IsName && (Words.IsField(page.Low(i)) || NameEnd.LooksField(page.Low(i)));

    /// <summary>"Science, Technology and Research Agency".</summary>
    private static bool Listed(Page page, int comma, int head)
    {
        if (!Field(page, comma - 1) || !Field(page, comma + 1)) return false;
        for (var k = comma + 2; k < head; k++) if (page.Low(k) is "and" or "&") return true;
        return false;
    }
}
