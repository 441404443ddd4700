using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>"the university", "the institute" for the organisation of that sort named last; "the two countries" for the last two.</summary>
internal static class References
{
    private static readonly System.Collections.Frozen.FrozenSet<string> One = Words.Set("university institute laboratory lab agency council academy company department organisation organization centre center navy institution foundation corporation ministry hospital college school academy board institut service establishment authority commission observatory survey command fund école ecole escuela vidyapeeth institutet");

    public static void Mark(Page page)
    {
        var last = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        var named = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        var everyone = page.Mentions.OfType<OrganisationMention>().Select(m => m.Of).Where(o => !o.IsSubunit).Distinct().Take(40).ToList();
        foreach (var sentence in page.Sentences)
        {
            if (sentence.Kind is not BlockKind.Paragraph) continue;
            for (var i = sentence.From; i < sentence.To; i++)
            {
                if (page.At[i] is OrganisationMention mention) { Remember(page, last, named, mention); i = mention.To - 1; continue; }
                if (page.T[i].Shape is not Shape.Lower && !(page.T[i].Shape is Shape.Capital && page.Low(i - 1) is "the" && !(i + 1 < sentence.To && page.T[i + 1].IsName)) || !One.Contains(page.Low(i)) || page.At[i] is not null || i == sentence.From || page.Low(i + 1) is "of" or "for") continue;
                var word = Plain(page.Low(i));
                if (page.At[i - 1] is StateMention { IsAdjective: true } state && everyone.FindAll(o => o.Country?.Value == state.Country.Code) is [var only]) page.Mark(new OrganisationMention(i, i + 1, only));
                else if (page.At[i - 1] is StateMention { IsAdjective: true } && everyone.FindAll(o => o.Country is null && Fits(o.Kind, word)) is [var other]) page.Mark(new OrganisationMention(i, i + 1, other));
                else if (page.Low(i - 1) is "the" or "its" && (named.GetValueOrDefault(word) ?? last.GetValueOrDefault(word)) is { } owner) page.Mark(new OrganisationMention(i, i + 1, owner));
            }
        }
    }

    private static bool Fits(string kind, string word) => word switch
    {
        "university" or "college" or "school" => kind is "university",
        "institution" or "institute" or "academy" => kind is "university" or "laboratory" or "body",
        "laboratory" or "centre" or "establishment" or "observatory" => kind is "laboratory",
        "company" => kind is "company",
        "navy" or "command" => kind is "military",
        _ => kind is "government" or "body",
    };

    private static string Plain(string low) => Fold.Word(low) switch
    {
        "institut" or "instituto" or "istituto" or "instytut" => "institute",
        "universite" or "universidad" or "universidade" or "universita" or "universitat" or "universiteit" or "universitet" => "university",
        "laboratoire" or "laboratorio" or "lab" => "laboratory",
        "centro" or "zentrum" => "centre",
        "agencia" or "agence" or "agenzia" => "agency",
        "ministerio" or "ministere" => "ministry",
        var word => word,
    };

    private static void Remember(Page page, Dictionary<string, Organisation> last, Dictionary<string, Organisation> named, OrganisationMention mention)
    {
        if (mention.Of.IsSubunit) return;
        last[mention.Of.Kind is "laboratory" ? "laboratory" : mention.Of.Kind] = mention.Of;
        if (mention.Of.Kind is "laboratory") last["lab"] = mention.Of;
        if (mention.Of.Kind is "university" or "laboratory") { last["institute"] = mention.Of; last["institution"] = mention.Of; }
        var (from, to) = ShortForms.Longest(mention.Of);
        for (var i = from; i < to; i++) if (One.Contains(Plain(page.Low(i)))) named[Plain(page.Low(i))] = mention.Of;
    }

    /// <summary>The two that "the two countries" or "both universities" at or after <paramref name="from"/> speak of; empty when there is no such phrase.</summary>
    public static List<Party> Pair(Page page, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (page.Low(i) is not ("two" or "both")) continue;
            var noun = page.Low(i + 1);
            if (noun is "signed" or "concluded" or "inked" && Last(page, i, states: false) is { Count: 2 } houses) return houses;
            if (noun is "countries" or "governments" or "nations" or "states" or "ministers" or "leaders" or "men") return Last(page, i, states: true);
            if (noun is "universities" or "organisations" or "organizations" or "agencies" or "institutions" or "institutes" or "companies" or "laboratories" or "bodies" or "partners" or "parties" or "sides" or "councils" or "academies" or "navies" or "ministries")
                return Last(page, i, states: false, KindOf(noun)) is { Count: 2 } same ? same : noun is "navies" or "armies" or "ministries" or "academies" or "councils" or "agencies" or "laboratories" && Ahead(page, i, KindOf(noun)) is { Count: 2 } later ? later : Last(page, i, states: false) is { Count: 2 } found ? found : noun is "sides" or "parties" ? Last(page, i, states: true) : [];
        }
        return [];
    }

    /// <summary>"the two sides", "both parties".</summary>
    public static bool IsSides(Page page, int from, int to)
    {
        for (var i = from; i + 1 < to; i++) if (page.Low(i) is "two" or "both" && page.Low(i + 1) is "sides" or "parties" or "partners") return true;
        return false;
    }

    private static string? KindOf(string noun) => noun switch { "universities" => "university", "companies" => "company", "laboratories" => "laboratory", "navies" => "military", "ministries" or "agencies" => "government", "institutions" or "institutes" => "institution", _ => null };

    /// <summary>"the two navies", before either is named: the only two of that kind that the text names later.</summary>
    private static List<Party> Ahead(Page page, int after, string? kind)
    {
        var found = new List<Party>();
        for (var i = after; kind is not null && i < page.T.Count && i < after + 400; i++)
        {
            if (page.At[i] is not OrganisationMention { Of.IsSubunit: false } m || m.Of.Kind != kind || !Heads(page, m.Of, page.Low(after + 1)) || found.Exists(f => f.Organisation == m.Of)) continue;
            found.Add(new(m.Of, null, m.From, m.To, "instrument.party.reference-ahead"));
            if (found.Count > 2) return [];
        }
        return found;
    }

    /// <summary>"navies": only what is called a navy.</summary>
    private static bool Heads(Page page, Organisation of, string plural) =>
        page.Low(of.KindPlace.From) == (plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y" : plural[..^1]);

    private static List<Party> Last(Page page, int before, bool states, string? kind = null)
    {
        var found = new List<Party>();
        for (var i = before - 1; i >= 0 && i > before - 3000 && found.Count < 2; i--)
        {
            if (page.At[i] is not { } mention) continue;
            var party = mention switch
            {
                StateMention state when states => new Party(null, state.Country, state.From, state.To, "instrument.party.reference"),
                OrganisationMention { Of.Country.Value: var code } within when states && Countries.Coded(code) is { } land => new Party(null, land, within.From, within.To, "instrument.party.reference"),
                OrganisationMention { Of: { IsSubunit: false } } organisation when !states && page.Low(organisation.Of.KindPlace.From) is not ("embassy" or "consulate") && (kind is null || organisation.Of.Kind == kind || kind is "institution" && organisation.Of.Kind is "university" or "laboratory" or "body") => new Party(organisation.Of, null, organisation.From, organisation.To, "instrument.party.reference"),
                _ => default,
            };
            if ((party.State is not null || party.Organisation is not null) && !found.Exists(f => f.Same(party))) found.Insert(0, party);
            i = mention.From;
        }
        return found.Count == 2 ? found : [];
    }
}
