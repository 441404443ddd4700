using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>A headline ("X, Y Sign MoU") settles what happened to an instrument that the text names without a verb, or stands alone.</summary>
internal static class Headlines
{
    /// <summary>The only instrument that happened now and lacks parties takes those of the headline.</summary>
    private static void Parties(InstrumentList list, Instrument draft, InstrumentMention m)
    {
        if (draft.Parties.Count < 2 || list.All.FindAll(i => !i.IsBackground) is not [{ Parties.Count: < 2 } only] || m.Kind is not null && only.Kind.Length > 0 && m.Kind != only.Kind) return;
        if (!only.Parties.TrueForAll(p => draft.Parties.Exists(q => q.Same(p)))) return;
        foreach (var party in draft.Parties) only.AddParty(party with { Rule = "instrument.party.headline" });
    }

    public static void Read(Page page, Register register, InstrumentList list)
    {
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Headline) continue;
            var mentions = InstrumentNouns.In(page, s);
            foreach (var m in mentions)
            {
                if (m.IsPossible || Triggers.Of(page, m, mentions, s).Main is not { Mood: Mood.Happened or Mood.Planned } act || act.Event is "announced") continue;
                var happened = act.Mood is Mood.Happened ? act.Event : "announced";
                var open = list.All.Find(i => !i.IsBackground && !i.IsContext && i.Event is null or "announced" && (m.Kind is null || i.Kind.Length == 0 || i.Kind == m.Kind));
                if (open is { Event: null }) (open.Event, open.EventRule, open.EventPlace) = (happened, "instrument.event.headline", (Math.Min(act.At, m.From), Math.Max(act.At + 1, m.To)));
                var draft = Drafts.Make(page, register, m, act, s);
                Parties(list, draft, m);
                if (list.All.Exists(i => !i.IsBackground)) continue;
                if (draft.Parties.Count > 1) list.Accept(page, draft, m with { Determiner = Determiner.Indefinite });
            }
        }
    }
}
