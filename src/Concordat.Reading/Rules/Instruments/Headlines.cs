using Concordat.Reading.Names;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>A headline ("X, Y Sign MoU") settles what happened to an instrument that the text names without a verb, or stands alone.</summary>
internal static class Headlines
{
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
                var open = list.All.Find(i => !i.IsBackground && i.Event is null or "announced" && (m.Kind is null || i.Kind.Length == 0 || i.Kind == m.Kind));
                if (open is { Event: null }) (open.Event, open.EventRule, open.EventPlace) = (happened, "instrument.event.headline", (Math.Min(act.At, m.From), Math.Max(act.At + 1, m.To)));
                if (list.All.Exists(i => !i.IsBackground)) continue;
                var draft = Drafts.Make(page, register, m, act, s);
                if (draft.Parties.Count > 1) list.Accept(page, draft, m with { Determiner = Determiner.Indefinite });
            }
        }
    }
}
