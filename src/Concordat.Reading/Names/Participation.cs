using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Tells who takes part from who is only named: the ministry that issues the statement, the parent that places its child, others in a list.</summary>
internal static class Participation
{
    public static HashSet<Organisation> Of(Page page, Register register)
    {
        var taking = new HashSet<Organisation>();
        foreach (var organisation in register.All) if (organisation.Acts > 0 && !organisation.IsSubunit) taking.Add(organisation);
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph || Denies(page, s)) continue;
            var cooperates = Cooperates(page, s);
            foreach (var mention in page.In(s.From, s.To))
                if (mention is OrganisationMention { Of: { IsSubunit: false, } of } organisation && !taking.Contains(of) && (cooperates && (of.Rule is not "organisation.well-known" || of.Kind is "laboratory" or "university") || DoesResearch(page, of)) && page.Low(of.KindPlace.From) is not ("cabinet" or "parliament" or "embassy") && !IsSource(page, organisation, s) && !IsParent(page, organisation, of) && !IsListed(page, organisation, s) && !IsPlace(page, organisation)) taking.Add(of);
        }
        return taking;
    }

    private static bool Denies(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++) if (page.Low(i) is "denied" or "denies" or "rejected") return true;
        return false;
    }

    /// <summary>Universities, laboratories and companies are named for what they do; ministries and bodies for many other reasons.</summary>
    private static bool DoesResearch(Page page, Organisation of) =>
        of.Kind is "university" or "laboratory" or "company" && of.Rule is "organisation.head-noun" or "organisation.initials-in-brackets" or "organisation.after-firm" && page.Low(of.KindPlace.From) is not ("school" or "hospital" or "bank" or "station" or "college");

    private static readonly System.Collections.Frozen.FrozenSet<string> Doing = Words.Set("joint jointly exercise exercises worked work working together met meet meets signed mou agreement visited visit delegation establish funded develop set hosted member members join joined fund funding funds project projects test tests tested study studies terminated mission programme program laboratories researchers scientists supply supplied build built tour toured execute administer administered manage managed managing operate operates put pay pays paid contribute contributes contributed showed provide provides provided finance financed finances support supports memorandum arrangement pact contract protocol");

    private static bool Cooperates(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++)
        {
            var low = page.Low(i);
            if (low.Length < 3) continue;
            if (low[0] is 'c' or 'p' or 'e' && (low.StartsWith("cooperat", StringComparison.Ordinal) || low.StartsWith("collaborat", StringComparison.Ordinal) || low.StartsWith("partner", StringComparison.Ordinal) || low.StartsWith("exchang", StringComparison.Ordinal)) || Doing.Contains(low)) return true;
        }
        return false;
    }

    /// <summary>"a statement by X", "X said", "according to X", "X announced".</summary>
    private static bool IsSource(Page page, OrganisationMention m, Sentence s)
    {
        for (var k = m.From - 1; k >= s.From && k > m.From - 5; k--)
            if (page.Low(k) is "statement" or "according" or "release" or "said" or "told" or "notification" or "report") return true;
        var to = m.To + 2 < page.T.Count && page.T[m.To].Is('(') ? m.To + 3 : m.To < page.T.Count && page.T[m.To].Is(')') ? m.To + 1 : m.To;
        return to < page.T.Count && page.Low(to) is "approved" or "approves" or "cleared" or "endorsed" or "said" or "says" or "announced" or "stated" or "noted" or "stressed" or "added" or "reported" or "confirmed" or "tweeted" or "posted" or "official" or "officials" or "spokesperson" or "spokesman" or "statement";
    }

    private static bool IsParent(Page page, OrganisationMention m, Organisation of)
    {
        var k = m.From - 1;
        while (k >= 0 && k > m.From - 4 && (page.Low(k) is "the" || page.At[k] is StateMention || page.T[k].IsPossessive)) k--;
        return page.Low(k) is "of" or "under" or "within" or "by" && k > 0 && (page.At[k - 1] is OrganisationMention || page.Low(k - 1) is "part" or "comes" or "arm" or "unit" or "wing" or "those" || page.Low(k - 1) is "laboratories" && page.Low(k - 3) is not ("toured" or "visited" or "saw") || page.Low(k - 1) is "bureaus" || page.T[k - 1].Shape is Shape.Number || page.Low(k) is "by" && page.Low(k - 1) is "funded") || page.T[Math.Min(page.T.Count - 1, m.To)].IsPossessive && page.Mention(m.To + 1) is OrganisationMention { Of: var child } && child != of;
    }

    private static bool IsListed(Page page, OrganisationMention m, Sentence s)
    {
        for (var k = m.To; k < s.To && k < m.To + 12; k++) if (page.Low(k) is "among" or "similar") return page.Low(k - 1) is "are" or "is" or "were";
        return page.Low(m.From - 1) is "like" || page.Low(m.From - 2) is "such" && page.Low(m.From - 1) is "as";
    }

    private static bool IsPlace(Page page, OrganisationMention m) => page.Low(page.Low(m.From - 1) is "the" ? m.From - 2 : m.From - 1) is "toured" or "saw" or "inspected" || m.Of.Kind is not ("company" or "university") && page.Low(page.Low(m.From - 1) is "the" ? m.From - 2 : m.From - 1) is "visited" || page.Low(m.From - 1) is "at" or "near" || page.Low(m.From - 1) is "the" && page.Low(m.From - 2) is "at" or "near";
}
