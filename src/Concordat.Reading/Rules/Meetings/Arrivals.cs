using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Visits told by those who came: "A delegation of A called at B", "The guests visited B in Kawagoe", "Deputy Minister X visited the B Institute on 13 May", "A team from A was in Nairobi last week".</summary>
internal static class Arrivals
{
    public static void Read(Page page, MeetingList list, Sentence s)
    {
        if (list.All.Exists(m => m.Kind is "visit")) return;
        for (var k = s.From + 1; k < s.To; k++)
        {
            if (To(page, k) is not (> 0 and var object_) || Modality.Of(page, k, s) is not Mood.Happened || Relative(page, k)) continue;
            var guests = Guests(page, k, s);
            if (!guests && (!page.In(s.From, k).Any(m => m is PersonMention) || list.All.Exists(m => m.First >= s.From && m.First < s.To)) || page.Low(k) is "been" && page.DatesIn(k, s.To).FirstOrDefault() is { } since && page.Low(since.From - 1) is "since") continue;
            var host = page.In(object_, Math.Min(s.To, object_ + 12)).OfType<OrganisationMention>().FirstOrDefault(m => !m.Of.IsSubunit && (page.Low(k) is "paid" || !Within(page, object_, m.From)));
            var date = (Clauses.Date(page, k, s) ?? page.DatesIn(s.From, s.To).FirstOrDefault()) is { Edtf: not null } d && Recent(page, d) ? d : null;
            if (host is null && !(guests && (page.Mention(object_) is PlaceMention or StateMention { IsAdjective: false } || guests && page.Low(k) is "arrived" or "travelled" or "traveled" or "flew" && page.T[object_].IsName && page.At[object_] is null || page.Low(object_) is "capital" or "country" or "city" or "campus" && page.Low(object_ - 1) is "the")) || date is null || !date.IsDay && !guests) continue;
            var meeting = list.Add(new() { Kind = "visit", KindRule = guests ? "meeting.visit-of-guests" : "meeting.visit-of-person", Place = (Math.Max(s.From, k - 6), Math.Max(host?.To ?? object_ + 1, k + 1)), First = k, IsHeld = true });
            meeting.Host = host;
            meeting.Town = Circumstances.Town(page, s, k) ?? Where(page, object_);
            meeting.Dates.Add(Durations.Of(page, s, date));
            return;
        }
    }

    /// <summary>Token after "visited", "called at", "paid a call on", "was in", without the article; 0 where no verb of coming stands.</summary>
    private static int To(Page page, int k)
    {
        var at = page.Low(k) switch
        {
            "visited" or "toured" => Premises(page, k + 1),
            "called" when page.Low(k + 1) is "at" => k + 2,
            "paid" when page.Low(k + 1) is "a" or "an" => Call(page, k),
            "was" or "were" or "been" or "is" or "are" when page.Low(k + 1) is "in" => k + 2,
            "arrived" or "came" when page.Low(k + 1) is "in" or "at" or "to" => k + 2,
            "travelled" or "traveled" or "flew" when page.Low(k + 1) is "to" => k + 2,
            _ => 0,
        };
        return at > 0 && page.Low(at) is "the" ? at + 1 : at;
    }

    /// <summary>"toured the plant of B", "visited the installations of B".</summary>
    private static int Premises(Page page, int at)
    {
        for (var k = at; k < at + 4; k++) if (page.Low(k) is "of" && page.Low(k - 1) is "plant" or "factory" or "laboratories" or "installations" or "facilities" or "premises" or "campus" or "headquarters" or "works" or "site" or "workshops") return k + 1;
        return at;
    }

    /// <summary>"paid a courtesy call on", "paid an official visit to".</summary>
    private static int Call(Page page, int paid)
    {
        for (var i = paid + 2; i < paid + 6; i++) if (page.Low(i) is "call" or "visit" && page.Low(i + 1) is "on" or "to" or "at") return i + 2;
        return 0;
    }

    /// <summary>A delegation, team or guests as the subject.</summary>
    private static bool Guests(Page page, int verb, Sentence s)
    {
        for (var i = s.From; i < verb; i++)
        {
            if (page.Low(i) is "delegation" or "delegates" or "visitors" or "guests") return true;
            if (page.Low(i) is "team" or "group" && (page.Low(i + 1) is "of" or "from" || page.Low(i - 1) is "the")) return true;
            if (i == s.From && page.Low(i) is "they" && s.Index > 0) for (var p = page.Sentences[s.Index - 1].From; p < i; p++) if (page.Low(p) is "delegation" or "team" or "visitors" or "guests") return true;
        }
        return false;
    }

    /// <summary>"who visited Oslo in 2019": told by the way.</summary>
    private static bool Relative(Page page, int verb) => page.Low(verb - 1) is "who" or "which" or "that" or "had" || page.Low(verb - 2) is "who" or "which" or "had";

    /// <summary>Between the verb and the name another verb or a person stands: the name is not what was visited.</summary>
    private static bool Within(Page page, int from, int to)
    {
        for (var k = from; k < to; k++) if (page.At[k] is PersonMention || page.Low(k) is "and" or "," or "to" or "for" or "with" or "where" or "from" or "as") return true;
        return false;
    }

    private static bool Recent(Page page, DateExpressions.DateMention date) => page.PublishedDay is not { } day || date.Hi is not { } hi || hi.DayNumber > day.DayNumber - 45 && (date.Lo ?? hi) <= day;

    private static Finding<string>? Where(Page page, int at) => page.Mention(at) is PlaceMention place ? page.Words(place.From, place.To, "meeting.place.visited") : page.T[at].IsName && page.At[at] is null && page.Low(at - 1) is "in" or "to" ? page.Words(at, at + 1, "meeting.place.arrived") : null;
}
