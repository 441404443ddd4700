using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;

namespace Concordat.Reading.Names;

/// <summary>What sort of organisation a name speaks of.</summary>
internal static class OrganisationKinds
{
    /// <summary>Kind by the head noun and the words around it.</summary>
    public static (string Kind, string Rule) Of(Page page, int from, int to, int head)
    {
        var low = page.Low(head);
        var kind = Heads.Kind(low) ?? "other";
        if (Has(page, from, to, "university", "université", "universidad", "universität", "universidade", "università")) return ("university", "kind.university");
        if (Has(page, from, to, "navy", "army", "armada", "marinha", "air force") && low is not ("university" or "company" or "institute" or "laboratory" or "lab" or "academy" or "college")) return ("military", "kind.of-service");
        if (low is "bank") return (Has(page, from, to, "development", "world", "central") ? "body" : "company", "kind.bank");
        if (Company(page, from, to)) return ("company", "kind.company-suffix");
        if (low is "institute" or "institution" && Has(page, from, to, "standardization", "standardisation", "standards")) return ("body", "kind.standards");
        if (low is "institute" or "institut" or "instituto") return (Teaches(page, head, to) ? "university" : "laboratory", "kind.institute");
        if (low is "academy" && page.Low(head + 1) is "of" && head + 3 == to && page.Mention(head + 2) is StateMention) return ("body", "kind.academy");
        if (low is "academy" or "akademie") return (Has(page, from, to, "sciences", "science", "engineering", "arts") ? "body" : "university", "kind.academy");
        if (low is "council") return page.Low(head + 1) is "for" && Has(page, from, to, "development", "research", "technology", "technological") && !Has(page, from, to, "industrial") ? ("government", "kind.research-fund") : (Has(page, from, to, "research", "scientific", "science") ? Has(page, from, to, "industrial") || Has(page, from, to, "national") && !Has(page, from, to, "science") ? "laboratory" : "government" : "body", "kind.council");
        if (low is "organisation" or "organization" or "agency" && page.Low(head - 1) is "research" && !Has(page, from, to, "space") && !International(page, from, to) && page.At[head] is null) return ("laboratory", "kind.research-organisation");
        if (low is "organisation" or "organization" && Has(page, from, to, "science") && Has(page, from, to, "technology") && Has(page, from, to, "defence", "defense")) return ("laboratory", "kind.research-organisation");
        if (low is "organisation" or "organization" or "agency" or "commission" or "union") return (International(page, from, to) ? "body" : low is "union" ? "body" : "government", "kind.international");
        if (low is "centre" or "center" && Has(page, from, to, "flight", "command", "operations") is false) return ("laboratory", "kind.centre");
        if (low is "establishment" or "group" && Has(page, from, to, "research", "science", "technology")) return ("laboratory", "kind.establishment");
        if (low is "foundation" or "fundação" or "fundación" or "fonds" && Has(page, from, to, "research", "science", "national", "pesquisa", "onderzoek", "recherche")) return ("government", "kind.research-fund");
        if (low is "service" or "services" && Has(page, from, to, "research", "geological", "meteorological", "weather", "forest", "secret", "intelligence", "national", "hydrographic", "oceanographic", "fisheries", "customs", "police", "antarctic", "marine", "aviation", "civil", "health")) return ("government", "kind.service");
        if (low is "command" or "corps" or "force" or "forces" or "guard") return ("military", "kind.head-noun");
        return (kind, "kind.head-noun");
    }

    private static bool Teaches(Page page, int head, int to) =>
        page.Low(head + 1) is "tecnológico" or "tecnologico" or "politécnico" or "politecnico" or "técnico" or "tecnico" or "superior" || page.Low(head + 1) is "of" && Has(page, head + 2, to, "management", "nursing", "education", "teaching") || page.Low(head + 1) is "of" && page.Low(head + 2) is "technology" or "management" or "science" or "education" or "engineering" or "information"
        && !(page.Low(head + 2, "science") && head + 3 < to && !(page.Low(head + 3) is "and" or "education" or "&"));

    private static bool Company(Page page, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (page.Low(i) is "ltd" or "limited" or "inc" or "corp" or "corporation" or "gmbh" or "plc" or "llc" or "pvt" or "s.a." or "company" or "ab" or "oy" or "bv" or "b.v." or "nv" or "srl" or "sarl" or "bhd" || Heads.IsSmallForm(page.Low(i)) || page.Low(i) is "pty" or "tbk" or "jsc" or "pjsc" or "ltda" or "a/s") return true;
        return false;
    }

    private static bool International(Page page, int from, int to) =>
        Has(page, from, to, "european", "international", "world", "african", "asian", "atlantic", "nations", "global", "intergovernmental", "shanghai", "pacific", "arab", "islamic", "caribbean");

    private static bool Has(Page page, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < to; i++)
            foreach (var word in words) if (page.Low(i) == word) return true;
        return false;
    }
}
