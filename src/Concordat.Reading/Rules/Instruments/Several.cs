using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>"signed agreements. One is with A, the other with B": one bilateral instrument each.</summary>
internal static class Several
{
    public static void Read(Page page, InstrumentList list, Instrument last, List<InstrumentMention> mentions, Sentence s)
    {
        if (mentions.Find(m => m.IsPlural) is not { } plural || last.Event is null) return;
        var hub = last.Parties.Find(p => p.Rule is "instrument.party.subject" or "instrument.party.signatory");
        if (hub == default) hub = last.Parties.FirstOrDefault();
        if (Partners(page, list, last, hub, s)) return;
        if (Each(page, list, last, hub, plural.To, s.To) || s.Index + 1 >= page.Sentences.Count) return;
        Each(page, list, last, hub, page.Sentences[s.Index + 1].From, page.Sentences[s.Index + 1].To);
    }

    /// <summary>"signed MoUs with B, C and D": one with each.</summary>
    private static bool Partners(Page page, InstrumentList list, Instrument last, Party hub, Sentence s)
    {
        var with = last.Parties.FindAll(p => p.Rule is "instrument.party.with" && p.Organisation is not null);
        if (with.Count < 2 || with.Count > 12 || hub == default || hub.Rule is "instrument.party.with" || last.Parties.Count != with.Count + 1 || last.Title is not null) return false;
        for (var k = 0; k < with.Count; k++)
        {
            var target = k == 0 ? last : Copy(list, last);
            target.Parties.Clear();
            target.AddParty(hub);
            target.AddParty(with[k]);
            target.EventPlace = last.EventPlace;
            foreach (var signer in last.Signatories) target.AddSigner(signer);
        }
        if (with.Count == 2) Days(page, last, list.All[^1], s);
        return true;
    }

    /// <summary>"on Monday and Tuesday, respectively".</summary>
    private static void Days(Page page, Instrument first, Instrument second, Sentence s)
    {
        if (first.Date is not { } both || page.DatesIn(s.From, s.To).FirstOrDefault(d => d is { IsRange: true, Lo: not null, Hi: not null } && d.Edtf == both.Value) is not { Lo: { } lo, Hi: { } hi }) return;
        var respectively = false;
        for (var k = s.From; k < s.To; k++) respectively |= page.Low(k) is "respectively";
        if (!respectively) return;
        first.Date = both with { Value = DateExpressions.DateResolution.Iso(lo) };
        second.Date = both with { Value = DateExpressions.DateResolution.Iso(hi) };
    }

    private static bool Each(Page page, InstrumentList list, Instrument last, Party hub, int from, int to)
    {
        Instrument? first = null;
        for (var i = from; i + 1 < to; i++)
        {
            if (page.Low(i) is not ("one" or "other" or "first" or "second" or "another" or "third")) continue;
            var with = page.Low(i + 1) is "with" ? i + 1 : page.Low(i + 2) is "with" && page.Low(i + 1) is "is" or "was" or "agreement" or "one" ? i + 2 : -1;
            if (with < 0 || page.Mention(page.Low(with + 1) is "the" ? with + 2 : with + 1) is not OrganisationMention partner) continue;
            var target = first is null ? last : Copy(list, last);
            target.Parties.Clear();
            if (hub.Organisation is not null || hub.State is not null) target.AddParty(hub);
            target.AddParty(new(partner.Of, null, partner.From, partner.To, "instrument.party.one-each"));
            target.EventPlace = (i, partner.To);
            first ??= target;
        }
        return first is not null;
    }

    private static Instrument Copy(InstrumentList list, Instrument of)
    {
        var copy = new Instrument { Kind = of.Kind, KindRule = of.KindRule, KindPlace = of.KindPlace, Event = of.Event, EventRule = of.EventRule, Date = of.Date, DateIsStated = of.DateIsStated, Subject = of.Subject, First = of.First };
        list.All.Add(copy);
        return copy;
    }
}
