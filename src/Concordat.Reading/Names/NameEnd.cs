using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

internal static class NameEnd
{
    private static readonly string[] Endings = ["ics", "ing", "ity", "ogy", "phy", "ture", "ment", "tion", "sion", "nery", "ence", "ances", "ials", "ents", "omy", "istry", "cine", "ship", "ries"];

    public static bool LooksField(string low) => low.Length > 6 && Array.Exists(Endings, e => low.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Token after the name whose head noun is at <paramref name="head"/>.</summary>
    public static int Of(Page page, int head, int to)
    {
        var end = head + 1;
        if (Heads.Foreign.Contains(page.Low(head)) && ForeignNames.End(page, head, to) is var foreign && foreign > end) return foreign;
        var kind = Heads.Kind(page.Low(head));
        if (kind is "company" && end + 1 < to && page.T[end].Is(',') && page.Low(end + 1) is "ltd" or "inc" or "llc" or "co" or "limited" && page.T[end + 1].IsName) return end + 2;
        var office = page.Low(head) is "office" or "secretariat" or "bureau" or "cabinet";
        var complements = 0;
        while (end < to && end < head + 22)
        {
            if (page.T[end].IsName && After(page, end, head, complements)) { end++; continue; }
            if (complements == 0 && kind is "university" or "laboratory" && page.Low(end) is "of" && Proper(page, head - 1) && page.Mention(page.Low(end + 1) is "the" ? end + 2 : end + 1) is StateMention) break;
            if (complements > 0 && page.Low(end) is "of" && page.Low(head) is "faculty" or "department" or "school" && University(page, end + 1, to)) break;
            if (IsLink(page, end, head) && Complement(page, end, to, office, kind) is var next && next > end) { end = next; complements++; continue; }
            if (complements > 0 && Conjunct(page, end, to, kind) is var more && more > end) { end = more; continue; }
            break;
        }
        if (end + 1 < to && page.T[end].Shape is Shape.Upper && page.Low(end) is "i" or "ii" or "iii" or "iv" or "v" && page.T[end + 1].Shape is Shape.Punct && page.Low(end - 1) is "directorate" or "division" or "department" or "bureau") end++;
        return end;
    }

    /// <summary>"General Directorate", "General Staff": no rank.</summary>
    public static bool IsGeneral(Page page, int i) => page.Low(i) is "general" && page.Low(i + 1) is "directorate" or "staff" or "secretariat" or "administration" or "authority" or "organisation" or "organization" or "department" or "directorates" or "command" or "inspectorate" or "commission";

    /// <summary>"Lund University of Sweden": with a name of its own before it, "of" only says where.</summary>
    private static bool Proper(Page page, int i) => i >= 0 && page.T[i].Shape is Shape.Capital && page.At[i] is null or PlaceMention && !Field(page, i) && !Words.Function.Contains(page.Low(i)) && !Heads.Is(page.Low(i));

    /// <summary>"Faculty of Medicine of Lund University": the second "of" opens another name.</summary>
    private static bool University(Page page, int from, int to)
    {
        for (var k = from; k < to && k < from + 7 && (page.T[k].IsName || page.Low(k) is "the" or "of"); k++) if (Heads.Kind(page.Low(k)) is "university") return true;
        return false;
    }

    private static bool IsLink(Page page, int i, int head) =>
        page.Low(i) is "of" or "for" || page.T[i].Shape is Shape.Lower && (page.Low(i) is "de" or "del" or "für" or "da" or "di" or "do" or "dos" or "das" or "du" or "des" or "delle" or "della" or "dei" or "degli" or "voor"
        || page.Low(i) is "e" or "y" or "et" or "van" or "per" or "und" && Heads.Foreign.Contains(page.Low(head)));

    private static bool After(Page page, int i, int head, int complements)
    {
        var low = page.Low(i);
        if (complements > 0 || Stops(page, i)) return false;
        if (i == head + 1 && page.At[i] is null && page.Low(head) is "fund" or "council" && head > 0 && Words.IsField(page.Low(head - 1)) && page.T[i].Shape is Shape.Capital && Stranger(page, i) && i + 1 < page.T.Count && !page.T[i + 1].IsName) return true;
        if (Heads.Is(low) || page.At[i] is PlaceMention || page.At[i] is StateMention { IsAdjective: false, Country.IsUnion: false } state && Bears(page, head, state)) return true;
        if (page.Low(head) is "institute" or "college" or "laboratory" or "university" && Words.IsField(low)) return true;
        return Heads.Foreign.Contains(page.Low(head));
    }

    /// <summary>"Innovation Fund Norway", "Research Council Lithuania", "Space Agency Chile": the state ends the name.</summary>
    private static bool Bears(Page page, int head, StateMention state) =>
        state.From == head + 1 && page.Low(head) is "fund" or "council" or "agency" or "board" or "foundation" or "academy" or "institute" or "authority" or "organisation" or "association" or "trust" or "centre" or "bank" or "office" or "service" or "institution" && head > 0 && page.T[head - 1].IsName && Field(page, head - 1)
        && state.To < page.T.Count && !page.T[state.To].IsName && !page.T[state.To].IsPossessive;

    private static bool Stops(Page page, int i)
    {
        var low = page.Low(i);
        return Words.Function.Contains(low) || Roles.Head.Contains(low) || Roles.SureHonorific.Contains(low) || DateWords.IsWeekday(low)
            || low is "mou" or "memorandum" or "agreement" or "sign" or "signs" or "ink" or "inks" or "vice" or "deputy"
            || page.At[i] is PersonMention or StateMention { IsAdjective: true } && page.Low(i - 1) is not ("of" or "the");
    }

    /// <summary>"of the Under Secretary of War", "for Science", "of Physiology"; returns the token after it, or <paramref name="of"/>.</summary>
    private static int Complement(Page page, int of, int to, bool office, string? kind)
    {
        var i = of + 1;
        if (i < to && page.Low(i) is "the" or "la" or "el" or "los" or "las") i++;
        var start = i;
        if (kind is "laboratory" && i > of + 1 && i < to && Heads.Kind(page.Low(i)) is "university") return of;
        while (i < to && page.T[i].IsName && i < start + 9)
        {
            if (office ? Roles.SureHonorific.Contains(page.Low(i)) && page.Low(i) is not "general" : Stops(page, i) && page.Low(i) is not "new") break;
            if (page.At[i] is PersonMention || i > start && !office && Field(page, i - 1) && Stranger(page, i) && i + 1 < to && Stranger(page, i + 1) && page.Low(of - 1) is "ministry" or "department" or "directorate" or "agency" or "division") break;
            i++;
        }
        if (i == start) return of;
        return kind is "company" && page.Low(of, "for") ? of : i;
    }

    /// <summary>A capitalised word that is no subject, place or head: with another one beside it, a person's name.</summary>
    private static bool Stranger(Page page, int i) => page.T[i].Shape is Shape.Capital && page.At[i] is null && !Field(page, i) && !Heads.Is(page.Low(i));

    /// <summary>"and Allied Sciences", ", Technology and Research" after a complement.</summary>
    private static int Conjunct(Page page, int i, int to, string? kind)
    {
        if (!Field(page, i - 1)) return i;
        if (kind is "government" && page.Low(i) is "and" && i + 2 < to && page.T[i + 1].Shape is Shape.Capital && page.At[i + 1] is null && !Stops(page, i + 1) && !Heads.Is(page.Low(i + 1)) && page.T[i + 2] is { IsName: false } after && (after.Shape is Shape.Punct || after.Shape is Shape.Lower && page.Low(i + 2) is not "of")) return i + 2;
        if (page.Low(i) is "and" or "&") return Fields(page, i + 1, to) is var end && end > i + 1 ? end : i;
        if (!page.T[i].Is(',')) return i;
        var at = Fields(page, i + 1, to);
        if (at == i + 1) return i;
        for (var k = at; k < to && k < i + 14;)
        {
            if (page.T[k].Is(',')) k++;
            if (k < to && page.Low(k) is "and" or "&") return Fields(page, k + 1, to) is var last && last > k + 1 ? last : i;
            var next = Fields(page, k, to);
            if (next == k) return i;
            k = next;
        }
        return i;
    }

    private static int Fields(Page page, int start, int to)
    {
        var i = start;
        while (i < to && page.T[i].IsName && i < start + 5 && !Stops(page, i) && page.At[i] is null) i++;
        if (i == start || !Field(page, i - 1)) return start;
        for (var k = start; k < i; k++) if (Heads.Is(page.Low(k)) && page.Low(k) is not ("systems" or "technologies" or "services" or "industries" or "electronics" or "energy" or "school" or "dynamics" or "aerospace")) return start;
        return i < to && page.Low(i) is "of" or "for" && Heads.Is(page.Low(i - 1)) ? start : i;
    }

    private static bool Field(Page page, int i) => page.T[i].IsName && (Words.IsField(page.Low(i)) || LooksField(page.Low(i)));
}
