using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Doers that a sentence takes from elsewhere: "it", "they", "the two", "the Indian and Chilean ministries".</summary>
internal static class Implied
{
    /// <summary>"the Indian and Chilean energy ministries renewed".</summary>
    public static bool Adjectives(Page page, Instrument draft, int from, int verb)
    {
        for (var i = from; i + 2 < verb; i++)
        {
            if (page.At[i] is not StateMention { IsAdjective: true } a || page.Low(a.To) is not ("and" or "&") || page.Mention(a.To + 1) is not StateMention { IsAdjective: true } b) continue;
            for (var k = b.To; k < verb && k < b.To + 5; k++)
                if (page.Low(k) is "governments" or "ministries" or "ministers" or "authorities" or "navies" or "armies" or "agencies" or "delegations" or "sides" or "officials" or "leaders" or "secretaries")
                {
                    draft.AddParty(new(null, a.Country, a.From, a.To, "instrument.party.adjectives"));
                    draft.AddParty(new(null, b.Country, b.From, b.To, "instrument.party.adjectives"));
                    return true;
                }
        }
        return false;
    }

    /// <summary>"A and B said that they had signed": all that the sentence named before.</summary>
    public static void They(Page page, Instrument draft, int from, int verb, Sentence s)
    {
        if (draft.Parties.Count > 1) return;
        for (var i = from; i < verb; i++)
        {
            if (page.Low(i) is not "they") continue;
            var named = Clauses.Actors(page, s.From, i).Where(a => a is OrganisationMention { Of.IsSubunit: false } or StateMention { IsAdjective: false }).ToList();
            if (named.Count > 1) foreach (var actor in named.Take(4)) Doers.Party(draft, actor, "instrument.party.they");
            return;
        }
    }

    /// <summary>"He and the minister signed", "She signed": the person that the sentence before speaks of.</summary>
    public static void He(Page page, Instrument draft, int from, int verb, Sentence s)
    {
        for (var i = from; i < verb; i++)
        {
            if (page.Low(i) is not ("he" or "she") || !(page.Low(i + 1) is "and" or "also" or "later" or "then" or "had" or "has" || i + 1 == verb) || s.Index == 0) continue;
            if (page.In(page.Sentences[s.Index - 1].From, page.Sentences[s.Index - 1].To).OfType<PersonMention>().FirstOrDefault() is not { } person || page.Sentences[s.Index - 1].Kind is not BlockKind.Paragraph) return;
            draft.AddSigner(person, "instrument.signatory.he");
            Doers.Side(draft, person);
            return;
        }
    }

    /// <summary>"said that it was withdrawing": the organisation named last in the sentence.</summary>
    public static void It(Page page, Instrument draft, int from, int verb, Sentence s)
    {
        for (var i = from; i < verb; i++)
        {
            if (page.Low(i) is not "it") continue;
            for (var k = i - 1; k >= s.From; k--) if (page.At[k] is OrganisationMention { Of.IsSubunit: false } last) { Doers.Party(draft, last, "instrument.party.it"); return; }
            for (var k = i - 1; k >= s.From; k--) if (page.At[k] is StateMention land && draft.Parties.Exists(p => p.State is not null)) { draft.AddParty(new(null, land.Country, land.From, land.To, "instrument.party.it")); return; }
            if (s.Index > 0 && page.Sentences[s.Index - 1] is { Kind: BlockKind.Paragraph } before && page.In(before.From, before.To).OfType<OrganisationMention>().FirstOrDefault(o => !o.Of.IsSubunit) is { } subject) Doers.Party(draft, subject, "instrument.party.it");
        }
    }
}
