using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Meetings;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Last decisions once the whole text is read: open kinds, open events, upper bounds of dates, what to leave out.</summary>
internal static class Settlement
{
    public static void Settle(Page page, InstrumentList list, MeetingList meetings)
    {
        Neighbours.Read(page, list, meetings);
        Inheritance.Read(list);
        Neighbours.OnlyTwo(page, list);
        Repeats.Fold(page, list);
        foreach (var instrument in list.All)
        {
            instrument.Parties.RemoveAll(p => p.Organisation is { } parent && instrument.Parties.Exists(c => c.Organisation?.Parent == parent) && instrument.Parties.Count > 2);
            if (instrument.Event is "announced") instrument.Signatories.Clear();
            Kind(page, instrument);
            Event(page, instrument);
            Bound(page, instrument);
        }
        foreach (var old in list.All)
            if (old is { IsBackground: true, KindRule: "instrument.kind.generic" } && list.All.Find(i => i.Event is "renewed" or "extended" or "terminated" && i.KindRule is "instrument.kind.between-states" && i.Parties.Count == old.Parties.Count && i.Parties.TrueForAll(p => old.Parties.Exists(q => q.Same(p)))) is { } now) (old.Kind, old.KindRule) = (now.Kind, now.KindRule);
        // An act of nobody, on no day, beside others that the text tells in full: a generality, or one of the others again.
        if (list.All.Count > 1) list.All.RemoveAll(i => i is { IsNow: true, Parties.Count: 0, Title: null, Signatories.Count: 0, DateIsStated: false, Meeting: null });
        list.All.RemoveAll(i => !Counts(i));
        list.All.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static void Kind(Page page, Instrument i)
    {
        if (i.Title is { } title)
        {
            if (i.Kind is "" or "other" && Has(page, title, "framework")) (i.Kind, i.KindRule) = ("framework", "instrument.kind.title");
            if (i.Kind is "" && Has(page, title, "understanding")) (i.Kind, i.KindRule) = ("mou", "instrument.kind.title");
            if (i.Kind is "" && Has(page, title, "technical")) (i.Kind, i.KindRule) = ("other", "instrument.kind.title");
        }
        if (i.Kind.Length > 0) return;
        var states = i.Parties.Count > 1 && i.Parties.TrueForAll(p => p.State is not null) || i.Parties.Exists(p => p.State is { IsUnion: true });
        var formal = i.Title is not null || Has(page, i.KindPlace, "bilateral") || Has(page, i.KindPlace, "intergovernmental") || Has(page, i.KindPlace, "cooperation") || i.Subject is { } subject && subject.Value.Contains("cooperation", StringComparison.Ordinal) || i.Parties.Exists(p => p.State is { IsUnion: true });
        (i.Kind, i.KindRule) = states && formal ? ("treaty", "instrument.kind.between-states") : ("other", "instrument.kind.generic");
    }

    private static bool Has(Page page, (int From, int To) place, string word)
    {
        for (var k = place.From; k < place.To; k++) if (page.Low(k) == word) return true;
        return false;
    }

    private static void Event(Page page, Instrument i)
    {
        if (i.Event is not null) return;
        if (i.IsContext) { (i.Event, i.EventRule) = ("background-mention", "instrument.event.context"); return; }
        (i.Event, i.EventRule) = ("announced", "instrument.event.named-only");
    }

    /// <summary>Without a day of its own an act now happened on or before the day of publication.</summary>
    private static void Bound(Page page, Instrument i)
    {
        if (i.Date is not null || i.IsBackground || page.PublishedDay is not { } day || i.EventPlace.To == 0) return;
        var value = $"../{DateResolution.Iso(day)}";
        i.Date = page.Published is { } stamp ? stamp with { Value = value, Rule = "instrument.date.by-publication" } : page.Find(value, i.EventPlace.From, i.EventPlace.To, "instrument.date.by-publication");
    }

    private static bool Counts(Instrument i)
    {
        if (i.EventPlace.To <= i.EventPlace.From) return false;
        if (i.IsBackground) return i.Title is not null || i.IsContext && i.Parties.Count > 1 && i.IsNamed || i.Date is not null && (i.Parties.Count > 0 || i.Kind is not "other");
        return i.IsNow || i.Parties.Count > 1 || i.Title is not null;
    }
}
