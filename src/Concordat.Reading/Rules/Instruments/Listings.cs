using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Signatories that a sentence of their own lists, or tells the other way round.</summary>
internal static class Listings
{
    public static void Read(Page page, InstrumentList list, Sentence s)
    {
        Listed(page, list, s);
        Inverted(page, list, s);
        Given(page, list, s);
    }

    /// <summary>"Signatories were A and B".</summary>
    private static void Listed(Page page, InstrumentList list, Sentence s)
    {
        for (var i = s.From; i + 1 < s.To; i++)
        {
            if (page.Low(i) is "the" or "as" && page.Low(i + 1) is "signatories" && page.Low(i - 1) is "were" or "are" or "acted" && Pronouns.Now(list) is { } of)
            {
                foreach (var mention in page.In(s.From, i)) if (mention is PersonMention signer) Doers.Signs(of, signer, "instrument.signatory.listed");
                return;
            }
            var signing = i == s.From && page.Low(i) is "signing" && page.Low(i + 1) is "for" or "on";
            if (!signing && (page.Low(i) is not ("signatories" or "signatory") || !(page.Low(i + 1) is "were" or "was" or "are" or "included" or "include" || page.T[i + 1].Is(':'))) || Pronouns.Now(list) is not { } target) continue;
            foreach (var mention in page.In(i + 2, s.To)) if (mention is PersonMention person) target.AddSigner(person, "instrument.signatory.listed");
            return;
        }
    }

    /// <summary>"For A signed Director X, for B President Y".</summary>
    private static void Inverted(Page page, InstrumentList list, Sentence s)
    {
        if (Pronouns.Now(list) is not { IsNow: true } target) return;
        var inverted = page.Low(s.From) is "for" && page.In(s.From + 1, s.From + 9).FirstOrDefault() is OrganisationMention or StateMention;
        for (var i = s.From; inverted && i < s.To; i++)
        {
            if (page.Low(i) is not "signed" || page.Mention(i - 1) is PersonMention) continue;
            foreach (var mention in page.In(i + 1, s.To)) if (mention is PersonMention person && page.Low(person.To) is not "in") Doers.Signs(target, person, "instrument.signatory.inverted");
            return;
        }
    }

    /// <summary>"The signature of Dr Z, president of C, was obtained online".</summary>
    private static void Given(Page page, InstrumentList list, Sentence s)
    {
        if (Pronouns.Now(list) is not { IsNow: true } target) return;
        for (var i = s.From; i + 2 < s.To; i++)
            if (page.Low(i) is "signature" or "signatures" && page.Low(i + 1) is "of" && page.In(i + 2, Math.Min(s.To, i + 8)).FirstOrDefault() is PersonMention signer && Obtained(page, i, s)) target.AddSigner(signer, "instrument.signatory.obtained");
    }

    private static bool Obtained(Page page, int from, Sentence s)
    {
        for (var k = from; k < s.To; k++) if (page.Low(k) is "was" or "were" && page.Low(k + 1) is "obtained" or "added" or "given" or "affixed" or "put" or "received") return true;
        return false;
    }
}
