using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Talks and visits without a name: "A met B", "held talks with", "hosted a delegation of X".</summary>
internal static class Talks
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Verbs = Gazetteer.Words.Set("receiving welcoming received welcomed hosted hosting hosts welcomes receives held concluded met talked spoke conferred sat called visited host toured stayed travelled traveled visiting");

    public static void Read(Page page, MeetingList list, Sentence s)
    {
        for (var k = s.From; k < s.To; k++)
        {
            if (!Verbs.Contains(page.Low(k))) continue;
            var kind = Delegation(page, k) ? IsVisit(page, k, s) ? "visit" : null : Hosted(page, k, s) ? Talk(page, k, s) ? "dialogue" : "visit" : IsMeeting(page, k, s) ? "dialogue" : IsVisit(page, k, s) ? "visit" : null;
            if (page.Low(k) is "toured" && Also(page, k, s)) continue;
            if (kind is not null && !(page.Low(k) is "met" && list.All.Count == 0 && page.DatesIn(k, s.To).Any(d => d.IsDay)) && page.Low(k - 1) is "also" or "later" or "then" && (list.All.Count > 0 || kind is "dialogue")) continue;
            if (kind is null || Modality.Of(page, k, s) is not Mood.Happened) continue;
            if (kind is "dialogue" && (list.All.Exists(m => m.KindRule is "meeting.visit-without-name") && Visitors(page, s) || list.All.Exists(m => m is { Body: not null, Kind: "dialogue", IsHeld: true }))) return;
            if (list.All.Exists(m => m.Body is null && m.Kind == kind) || !(kind is "visit" && page.DatesIn(s.From, s.To).Any(d => d.IsDay)) && list.All.Exists(m => m.Body is not null && m.CoChairs.Count > 0 && !Aside(page, k, m, s))) return;
            var meeting = list.Add(new() { Kind = kind, KindRule = $"meeting.{kind}-without-name", Place = Around(page, k, s), First = k, IsHeld = true });
            meeting.Town = Circumstances.Town(page, s, k);
            if ((page.DatesIn(s.From, s.To).FirstOrDefault(d => d is { IsRange: true, IsDay: true } && Math.Abs(d.From - k) < 16) ?? Clauses.Date(page, k, s)) is { Edtf: not null, IsDay: true } date) meeting.Dates.Add(Durations.Of(page, s, date));
            if (meeting.Dates.Count == 0) Before(page, meeting, s);
            if (kind is "visit") meeting.Host = Host(page, k, s);
            return;
        }
    }

    /// <summary>"Next to the committee, A met C": C had no part in the chair.</summary>
    private static bool Aside(Page page, int k, Meeting chaired, Sentence s) =>
        page.Low(k) is "met" && page.In(k + 1, Math.Min(s.To, k + 12)).OfType<PersonMention>().FirstOrDefault() is { } other && !chaired.CoChairs.Exists(c => c.Person == other.Of)
        && page.In(s.From, k).OfType<PersonMention>().Any(p => chaired.CoChairs.Exists(c => c.Person == p.Of));

    /// <summary>"A and B on Tuesday discussed cooperation. The talks were held": the only day of the sentence before.</summary>
    private static void Before(Page page, Meeting meeting, Sentence s)
    {
        if (s.Index == 0 || s.StartsBlock && !page.Low(s.From, "the") || page.Sentences[s.Index - 1] is not { Kind: BlockKind.Paragraph } before || page.PublishedDay is not { } day) return;
        if (page.DatesIn(before.From, before.To).ToList() is [{ IsDay: true, Edtf: not null, Hi: { } hi } date] && hi <= day && hi.DayNumber > day.DayNumber - 8) meeting.Dates.Add(Durations.Of(page, s, date));
    }

    /// <summary>"The visitors, led by X, met Y": a part of the visit told before.</summary>
    private static bool Visitors(Page page, Sentence s)
    {
        for (var i = s.From; i < s.To; i++) if (page.Low(i) is "visitors" or "guests" or "delegation" or "team" && page.Low(i - 1) is "the" or "visiting") return true;
        return false;
    }

    private static (int, int) Around(Page page, int k, Sentence s)
    {
        var from = k;
        var to = k + 1;
        var near = page.In(Math.Max(s.From, k - 30), k).OfType<PersonMention>().LastOrDefault();
        if (near is not null) from = near.Of.Role is { } role && role.To <= near.From && near.From - role.To < 4 && role.From >= s.From ? role.From : near.From;
        foreach (var mention in page.In(k + 1, Math.Min(s.To, k + 14))) to = Math.Max(to, Math.Min(mention.To, s.To));
        return (Math.Max(from, k - 30), to);
    }

    private static bool IsMeeting(Page page, int k, Sentence s)
    {
        var low = page.Low(k);
        if (low is "held" && page.Low(k - 1) is "two" or "sides" or "both" or "ministers" or "leaders" or "delegations" or "officials" && Talk(page, k)) return true;
        if (low is "held" && PersonEvidence.IsPlural(page.Low(k - 1)) && page.Low(k - 2) is "two" or "both" && Talk(page, k)) return true;
        if (low is "held" && page.Low(k - 1) is "were" or "was" && Between(page, k, s)) return true;
        if (low is "held" && page.Low(k + 1) is "talks" or "consultations" or "negotiations" && page.In(s.From, k).Where(m => m is OrganisationMention { Of.IsSubunit: false } or StateMention { IsAdjective: false }).Select(m => m.From).Distinct().Count() > 1 && page.DatesIn(s.From, s.To).Any(d => d.IsDay)) return true;
        if (low is "concluded" or "held" && page.Low(k + 1) is "negotiations" or "talks" && page.In(s.From, k).OfType<PersonMention>().Select(m => m.Of).Distinct().Count() > 1) return true;
        if (low is "met" && page.Low(k - 1) is "men" or "ministers" or "leaders" or "two" or "secretaries" or "sides" or "officials" or "delegations") return true;
        var start = low switch
        {
            "met" => page.Low(k + 1) is "with" ? k + 2 : k + 1,
            "talked" or "spoke" or "conferred" => page.Low(k + 1) is "with" && low is not "spoke" ? k + 2 : -1,
            "sat" => page.Low(k + 1) is "down" ? k + 3 : -1,
            "held" => page.Low(k + 1) is "talks" or "discussions" or "consultations" or "bilateral" or "delegation-level" || page.Low(k + 2) is "meeting" or "talks" or "meetings" || page.Low(k + 1) is "a" or "an" or "wide-ranging" && page.Low(k + 3) is "meeting" or "talks" or "discussion" ? k + 2 : -1,
            "called" => page.Low(k + 1) is "on" ? k + 2 : -1,
            "received" or "welcomed" => k + 1,
            _ => -1,
        };
        if (start < 0) return false;
        if (low is "met" && page.Low(k + 1) is "at" or "in" or "on" or "during" or "here" or "today" or "yesterday" && page.In(s.From, k).OfType<PersonMention>().Select(m => m.Of).Distinct().Count() > 1) return true;
        if (low is "met" && page.Low(k + 1) is "in" or "at" or "on" && page.DatesIn(k, s.To).Any(d => d.IsDay) && page.In(s.From, k).Where(m => m is OrganisationMention { Of.IsSubunit: false } or StateMention { IsAdjective: false }).Select(m => m is OrganisationMention o ? o.Of : (object)((StateMention)m).Country).Distinct().Count() > 1) return true;
        var left = page.In(s.From, k).Any(m => m is PersonMention) || low is "met" && page.Low(k - 1) is "also" && Visitors(page, s);
        var right = page.In(start, Math.Min(s.To, start + 16)).Any(m => m is PersonMention);
        return left && right;
    }

    /// <summary>"The talks were held here between A and B".</summary>
    private static bool Between(Page page, int k, Sentence s)
    {
        var talk = false;
        for (var i = s.From; i < k; i++) talk |= page.Low(i) is "talks" or "discussions" or "consultations";
        for (var i = k + 1; talk && i < s.To && i < k + 6; i++) if (page.Low(i) is "between" or "among") return page.In(i, s.To).Any(m => m is PersonMention);
        return false;
    }

    private static bool Also(Page page, int k, Sentence s)
    {
        for (var i = s.From; i < k; i++) if (page.Low(i) is "also" or "later") return true;
        return false;
    }

    private static bool Talk(Page page, int k, Sentence s)
    {
        for (var i = k + 1; i < s.To; i++) if (page.Low(i) is "talks" or "discussions" or "meeting" or "consultations") return true;
        return false;
    }

    /// <summary>"The rector on Thursday hosted the commandant of X, Y".</summary>
    private static bool Hosted(Page page, int k, Sentence s) =>
        page.Low(k) is "hosted" && page.Low(k - 1) is not ("was" or "were" or "been") && page.In(s.From, k).Any(m => m is PersonMention or OrganisationMention) && page.In(k + 1, Math.Min(s.To, k + 14)).Any(m => m is PersonMention);

    /// <summary>"received a delegation": a visit, also where people head it.</summary>
    private static bool Delegation(Page page, int k)
    {
        if (page.Low(k) is not ("received" or "receiving" or "welcoming" or "welcomed" or "hosted" or "hosting" or "hosts" or "welcomes" or "receives")) return false;
        for (var i = k + 1; i < k + 9; i++) if (page.Low(i) is "delegation" or "team") return true;
        return false;
    }

    private static bool Talk(Page page, int k)
    {
        for (var i = k + 1; i < k + 6; i++) if (page.Low(i) is "talks" or "discussion" or "discussions" or "meeting" or "consultations") return true;
        return false;
    }

    private static bool IsVisit(Page page, int k, Sentence s)
    {
        if (page.Low(k) is not ("hosting" or "receiving" or "welcoming" or "hosts" or "welcomes" or "receives" or "visited" or "hosted" or "received" or "welcomed" or "host" or "toured" or "stayed" or "travelled" or "traveled") && !(page.Low(k) is "visiting" && page.Low(k - 1) is "is" or "was" or "are" or "were") || page.Low(k) is "host" && page.Low(k - 1) is not "played") return false;
        for (var i = Math.Max(s.From, k - 30); i < Math.Min(s.To, k + 10); i++) if (page.Low(i) is "delegation" or "team" && page.Low(i - 1) is not "the" || page.Low(i) is "delegation") return page.In(s.From, s.To).Any(m => m is OrganisationMention);
        return false;
    }

    /// <summary>"at the invitation of X".</summary>
    private static OrganisationMention? Inviting(Page page, int k, Sentence s)
    {
        for (var i = k; i + 1 < s.To; i++) if (page.Low(i) is "invitation" && page.Low(i + 1) is "of") return page.In(i + 2, Math.Min(s.To, i + 8)).OfType<OrganisationMention>().FirstOrDefault();
        return null;
    }

    private static OrganisationMention? Host(Page page, int k, Sentence s)
    {
        if (page.Low(k) is "stayed" or "travelled" or "traveled" || page.Low(k) is "visiting" && Inviting(page, k, s) is not null) return Inviting(page, k, s);
        if (page.Low(k) is "visited" or "toured" or "visiting") return page.In(k + 1, Math.Min(s.To, k + 12)).OfType<OrganisationMention>().FirstOrDefault();
        return page.In(s.From, k).OfType<OrganisationMention>().LastOrDefault();
    }
}
