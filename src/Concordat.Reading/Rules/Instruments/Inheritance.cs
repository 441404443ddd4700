namespace Concordat.Reading.Rules.Instruments;

/// <summary>Parties that a later sentence takes for granted: "The first MoU dates from 2015", "the amendment was signed by".</summary>
internal static class Inheritance
{
    public static void Read(InstrumentList list)
    {
        Changes(list);
        foreach (var now in list.All)
        {
            if (now.Event is not ("renewed" or "extended" or "terminated") || now.Parties.Count > 0 || list.All.Find(i => i.IsBackground && i.Kind == now.Kind && i.Parties.Count > 1) is not { } origin) continue;
            foreach (var party in origin.Parties) now.AddParty(party with { Rule = "instrument.party.inherited" });
        }
        foreach (var old in list.All) Kind(list, old);
        foreach (var old in list.All)
        {
            if (!old.IsBackground || old.Parties.Count > 1 || old.Date is null && old.Title is null || old.Signatories.Count > 0) continue;
            if (Source(list, old) is not { } source) continue;
            old.Parties.Clear();
            foreach (var party in source.Parties) old.AddParty(party with { Rule = "instrument.party.inherited" });
        }
    }

    /// <summary>"renewed its exchange agreement … Since the first agreement was concluded in 2013": of the same kind.</summary>
    private static void Kind(InstrumentList list, Instrument old)
    {
        if (!old.IsBackground || old.Kind.Length > 0 || old.Title is not null) return;
        if (list.All.Find(i => i.Event is "renewed" or "extended" or "terminated" && i.Kind.Length > 0 && i.First < old.First && old.Parties.TrueForAll(p => i.Parties.Exists(q => q.Same(p)))) is { } now) (old.Kind, old.KindRule) = (now.Kind, "instrument.kind.of-what-changed");
    }

    /// <summary>The nearest instrument told before it that has parties, of its own kind first; else the one after it.</summary>
    private static Instrument? Source(InstrumentList list, Instrument old)
    {
        var fit = list.All.FindAll(i => i != old && i.Parties.Count > 1 && old.Parties.TrueForAll(p => i.Parties.Exists(q => q.Same(p))));
        if (old.Title is not null) fit = fit.FindAll(i => i.Kind == old.Kind);
        return fit.FindLast(i => i.Kind == old.Kind && i.First <= old.First) ?? fit.Find(i => i.Kind == old.Kind) ?? (old.Date is null ? null : fit.FindLast(i => i.First <= old.First) ?? fit.Find(_ => true));
    }

    /// <summary>"The amendment was signed by A and B", after "renewed the agreement": the papers of that act, no instrument of its own.</summary>
    private static void Changes(InstrumentList list)
    {
        var change = list.All.Find(i => i.Kind is "amendment" && (i.Parties.Count < 2 || i.IsDefinite) && i.Title is null && i.Under is null);
        if (change is null || list.All.Find(i => i.Event is "renewed" or "extended" && i.First < change.First) is not { } act) return;
        foreach (var signer in change.Signatories) act.AddSigner(signer);
        if (!act.DateIsStated && change.DateIsStated) (act.Date, act.DateIsStated) = (change.Date, true);
        list.All.Remove(change);
    }
}
