using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Acts that a later sentence tells again in general words: "the accord", "a cooperation agreement" of one party or none, beside one that is told in full.</summary>
internal static class Repeats
{
    public static void Fold(Page page, InstrumentList list)
    {
        if (list.All.Count > 60) return;
        foreach (var twin in list.All.FindAll(i => i is { IsNow: true, Title: null }))
        {
            if (list.All.Find(i => i != twin && i.IsNow && i.Event == twin.Event && i.Parties.Count > 1 && Repeat(page, i, twin)) is not { } whole) continue;
            foreach (var signer in twin.Signatories) whole.AddSigner(signer);
            if (!whole.DateIsStated && twin.DateIsStated) (whole.Date, whole.DateIsStated) = (twin.Date, true);
            whole.Under ??= twin.Under;
            list.All.Remove(twin);
        }
    }

    private static bool Repeat(Page page, Instrument whole, Instrument twin)
    {
        if (twin.Kind.Length > 0 && twin.Kind != whole.Kind || twin.Kind.Length > 0 && twin.Parties.Count > 1) return false;
        if (!twin.Parties.TrueForAll(p => whole.Parties.Exists(q => q.Kin(p))) || twin.Parties.Count >= whole.Parties.Count && whole.Kind.Length == 0) return false;
        if (twin.Date is { } a && whole.Date is { } b && a.Value != b.Value && twin.DateIsStated && whole.DateIsStated && !a.Value.Contains(b.Value) && !b.Value.Contains(a.Value)) return false;
        return page.SentenceAt(twin.EventPlace.From) is { } s && page.SentenceAt(whole.EventPlace.From) is { } t && s != t && !Another(page, s);
    }

    /// <summary>"also signed", "a second agreement", "in addition", "separately".</summary>
    private static bool Another(Page page, Sentence s)
    {
        for (var k = s.From; k < s.To; k++) if (page.Low(k) is "also" or "another" or "second" or "third" or "separate" or "separately" or "besides" or "addition" or "additionally" or "other" or "further" or "similar" or "too" or "moreover" or "meanwhile" or "both" or "two") return true;
        return false;
    }
}
