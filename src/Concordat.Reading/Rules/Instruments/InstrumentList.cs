using Concordat.Reading.Names;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>The instruments of a text; several mentions of one become one.</summary>
internal sealed class InstrumentList
{
    private const int Window = 40;
    public List<Instrument> All { get; } = [];
    /// <summary>The instrument last spoken of.</summary>
    public Instrument? Last { get; private set; }

    public Instrument? Accept(Page page, Instrument draft, InstrumentMention m)
    {
        if (m.Determiner is Determiner.Definite && m.To == m.From + 1 && draft.Title is null && page.T[m.Noun].IsName && All.FindLast(i => i.Noun == page.Low(m.Noun) && !i.IsContext && Same(page, i, draft, m)) is { } named) return Last = Join(named, draft);
        if (m.IsAnaphor && page.Low(m.Noun) is "statement" or "declaration" or "letter" or "programme" or "program" && Last?.Noun != page.Low(m.Noun)) return null;
        if (m.Determiner is Determiner.Definite && draft.IsNow && Last is { IsContext: true, EventRule: "instrument.event.context", Date: null } ground && ground.Noun == page.Low(m.Noun) && !m.IsContext)
        {
            (ground.Event, ground.EventRule, ground.EventPlace, ground.IsContext) = (draft.Event, draft.EventRule, draft.EventPlace, false);
            return Join(ground, draft);
        }
        (draft.Noun, draft.IsContext, draft.IsDefinite, draft.IsNamed) = (page.Low(m.Noun), m.IsContext, m.Determiner is Determiner.Definite, page.T[m.Noun].IsName);
        if (m.IsAnaphor && (page.Low(m.Noun) is "documents" or "papers" || draft.EventRule is "instrument.event.signed-it" && page.Low(m.Noun + 1) is "on" or "for") && draft.IsNow)
            foreach (var twin in All.FindAll(i => i is { IsNow: true, Signatories.Count: 0 } && i != Last && Last is { IsNow: true } && i.Parties.Count == Last.Parties.Count && Parties(i, Last) == 1)) foreach (var signer in draft.Signatories) twin.AddSigner(signer);
        for (var k = All.Count - 1; k >= 0 && k >= All.Count - Window; k--)
            if (!(m.IsAnaphor && All[k].IsBackground && !draft.IsBackground && All.Exists(i => !i.IsBackground)) && Same(page, All[k], draft, m)) return Last = Join(All[k], draft);
        if (draft.Event is "signed" && m.Determiner is Determiner.Definite && draft.Title is null && All.FindLast(i => i.Event is "renewed" or "extended" or "terminated" && (draft.Kind.Length == 0 || i.Kind == draft.Kind) && Parties(i, draft) >= 0) is { } changed)
        {
            if (draft.Signatories.Count > 0) return Last = Join(changed, draft);
            (draft.Event, draft.EventRule) = ("background-mention", "instrument.event.before-change");
        }
        if (m.IsAnaphor || m.Determiner is Determiner.Negative) return Past(draft, m);
        if (draft is { IsBackground: true, EventRule: "instrument.event.dated", Parties.Count: 0 } && Last is { IsBackground: false } current) draft.Parties.AddRange(current.Parties);
        if (draft.Event is null && (m.IsPlural || draft.Title is null && draft.Parties.Count < 2 && m.Determiner is not Determiner.Indefinite)) return null;
        if (draft.IsBackground && m.Determiner is Determiner.Definite && draft.Parties.Count == 0 && draft.Title is null) return Past(draft, m);
        All.Add(draft);
        return Last = draft;
    }

    /// <summary>"The MoU dates from 2023", "The original was signed in 1979": an earlier day of the one last spoken of.</summary>
    private Instrument? Past(Instrument draft, InstrumentMention m)
    {
        if (!draft.IsBackground || draft.Date is null) return null;
        var of = All.FindLast(i => !i.IsBackground && i.Kind is not "amendment" && (draft.Kind.Length == 0 || i.Kind == draft.Kind)) ?? (draft.Kind.Length == 0 ? Last : null);
        if (of is null && draft.Kind.Length > 0 && !m.IsAnaphor && m.Determiner is not Determiner.Negative) { All.Add(draft); return Last = draft; }
        if (of is null) return null;
        if (draft.Title is null || draft.Kind.Length > 0) (draft.Kind, draft.KindRule) = (of.Kind, of.KindRule);
        draft.Title ??= of.Title;
        if (draft.Parties.Count == 0 || of.Parties.Count > 0) { draft.Parties.Clear(); draft.Parties.AddRange(of.Parties); }
        All.Add(draft);
        return Last = draft;
    }

    private static bool Same(Page page, Instrument a, Instrument d, InstrumentMention m)
    {
        if (d.Kind.Length > 0 && a.Kind.Length > 0 && a.Kind != d.Kind) return Related(a, d, m);
        if (a is { Kind.Length: 0, Title: not null } && d is { Kind: "mou" or "moa" or "loi" or "nda", Title: null }) return false;
        if (d.IsBackground != a.IsBackground && d.Event is not null && a.Event is not null && !(Undated(a, d) && Titles(page, a, d) > 0.5 && a.EventRule is not "instrument.event.planned")) return false;
        if (d.IsBackground && a.IsBackground && d.Date is not null && a.Date is not null && d.Date.Value != a.Date.Value && a.EventRule is not "instrument.event.suspended") return false;
        if (d.Event is not null && a.Event is not null && d.IsNow && a.IsNow && d.Event != a.Event) return false;
        if (m.Determiner is Determiner.Indefinite && d is { IsNow: true, DateIsStated: true, Date: not null } && a is { IsNow: true, DateIsStated: true, Date: not null } && d.Date.Value != a.Date.Value) return false;
        var titles = Titles(page, a, d);
        if (a.Title is not null && d.Title is not null && titles < 0.4) return a.Parties.Count > 1 && Parties(a, d) == 1 && d.Parties.Count > 1;
        if (m.IsAnaphor) return d.Event is null or not "background-mention";
        var parties = Parties(a, d);
        if (parties < 0) return false;
        if (titles >= 0.4 || parties > 0) return true;
        return m.Determiner is Determiner.Definite or Determiner.Bare || d.Event is null || a.Event == d.Event || a.Event is null;
    }

    /// <summary>A "pact" or "agreement" that turned out to be the framework just named, with the same parties.</summary>
    private static bool Related(Instrument a, Instrument d, InstrumentMention m) =>
        a.Kind is "framework" or "other" or "treaty" && d.Kind is "framework" or "other" or "treaty" && a.Parties.Count > 1 && Parties(a, d) == 1 && !d.IsBackground && !a.IsBackground && m.Determiner is Determiner.Definite;

    private static bool Undated(Instrument a, Instrument d) => a.IsBackground ? a.Date is null : d.Date is null;

    /// <summary>1 when one side's parties hold the other's, 0 when one side has none, -1 when they differ.</summary>
    private static int Parties(Instrument a, Instrument d)
    {
        if (a.Parties.Count == 0 || d.Parties.Count == 0) return 0;
        var (small, large) = a.Parties.Count < d.Parties.Count ? (a, d) : (d, a);
        var shared = small.Parties.Count(p => large.Parties.Exists(q => q.Same(p)));
        if (shared < small.Parties.Count && small.Parties.Count == large.Parties.Count && (small.Parties.Exists(p => large.Parties.Exists(q => q.Kin(p))) || a.Event is "renewed" or "extended" or "terminated" && a.Title is null && d.Title is not null) && small.Parties.TrueForAll(p => large.Parties.Exists(q => q.MayBe(p))) && (a.Event == d.Event || d.Event is null)) return 1;
        return shared == small.Parties.Count ? 1 : shared > 0 && small.Parties.Exists(p => p.Rule is "instrument.party.signatory" or "instrument.party.subject") ? 0 : -1;
    }

    private static double Titles(Page page, Instrument a, Instrument d)
    {
        if (a.Title is not { } x || d.Title is not { } y) return 0;
        var one = Fold.Key(page.T, x.From, x.To).Split(' ').ToHashSet();
        var two = Fold.Key(page.T, y.From, y.To).Split(' ').ToHashSet();
        var both = one.Intersect(two).Count();
        return (double)both / (one.Count + two.Count - both);
    }

    private static Instrument Join(Instrument a, Instrument d)
    {
        if (a.Kind.Length == 0 && d.Kind.Length > 0) (a.Kind, a.KindRule, a.KindPlace) = (d.Kind, d.KindRule, d.KindPlace);
        if (a.Kind.Length == 0 && d.Kind.Length == 0 && d.KindPlace.To - d.KindPlace.From > 1 && a.KindPlace.To - a.KindPlace.From == 1) a.KindPlace = d.KindPlace;
        if (a.Title is null || d.Title is { } t && t.To - t.From > a.Title.Value.To - a.Title.Value.From) a.Title = d.Title ?? a.Title;
        for (var k = 0; k < a.Parties.Count; k++) if (a.Parties[k].Organisation is { } parent && d.Parties.Find(p => p.Organisation?.Parent == parent) is { Organisation: not null } child) a.Parties[k] = child;
        if (a.Parties.Count == 0 || a.Parties.Count < 2 && d.Parties.Count > 1) { var keep = a.Parties.ToList(); a.Parties.Clear(); foreach (var p in d.Parties.Concat(keep)) a.AddParty(p); }
        else if (a.Parties.Count == 1 && d.Parties is [{ Rule: "instrument.party.signatory" } side] && a.Parties[0].Rule is "instrument.party.signatory") a.AddParty(side);
        if (Rank(d.Event) > Rank(a.Event) || a.Event is not null && a.Event == d.Event && d.Parties.Count > 1 && !a.DateIsStated && d.Signatories.Count >= a.Signatories.Count) (a.Event, a.EventRule, a.EventPlace) = (d.Event, d.EventRule, d.EventPlace);
        Date(a, d);
        foreach (var signer in d.Signatories) a.AddSigner(signer);
        a.Subject ??= d.Subject;
        a.Under ??= d.Under;
        return a;
    }

    private static int Rank(string? happened) => happened is null ? 0 : happened is "announced" ? 1 : happened is "background-mention" ? 1 : 2;

    private static void Date(Instrument a, Instrument d)
    {
        if (d.Date is null) return;
        if (a.Date is null || !a.DateIsStated || a.Date.Rule is "instrument.date.announced" && !d.Date.Value.StartsWith("..", StringComparison.Ordinal)) { (a.Date, a.DateIsStated) = (d.Date, d.DateIsStated); return; }
        if (a.Date.Value == d.Date.Value || a.Date.Value.Contains(d.Date.Value) || d.Date.Value.Contains(a.Date.Value) || a.RivalDates.Exists(r => r.Value == d.Date.Value)) return;
        a.RivalDates.Add(d.Date);
    }
}
