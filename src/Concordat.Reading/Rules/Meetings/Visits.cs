using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Visits told by their noun: "on a three-day visit to Chile", "concluded a four-day working visit", "travelled to Oslo".</summary>
internal static class Visits
{
    public static void Read(Page page, MeetingList list, Sentence s)
    {
        if (list.All.Count > 0) return;
        for (var k = s.From + 1; k < s.To; k++)
        {
            if (page.Low(k) is not ("visit" or "tour" or "trip") || page.T[k].Shape is not Shape.Lower || !Is(page, k, s) || Modality.Of(page, k, s) is not Mood.Happened && !Ongoing(page, k, s)) continue;
            var meeting = new Meeting { Kind = "visit", KindRule = "meeting.visit-by-noun", Place = (Start(page, k, s), k + 1), First = k, IsHeld = true };
            list.All.Add(meeting);
            meeting.Host = Host(page, k);
            meeting.Town = To(page, k) ?? Circumstances.Town(page, s, k);
            if (Clauses.Date(page, k, s) is { IsDay: true } date) meeting.Dates.Add(Durations.Of(page, s, date));
            return;
        }
    }

    /// <summary>An article and a length or a rank before it: "a three-day visit", "an official visit".</summary>
    private static bool Is(Page page, int k, Sentence s)
    {
        if (page.Low(k + 1) is "of" or "by" && page.Low(k + 2) is "a" or "an")
            for (var i = k + 3; i < k + 8; i++) if (page.Low(i) is "delegation" or "team") return true;
        for (var i = k - 1; i > s.From && i > k - 5; i--)
        {
            if (page.Low(i) is "a" or "an") return i == k - 1 && page.Low(i - 1) is "paid" or "made" && page.Low(k + 1) is "to" || i < k - 1 && (Durations.Days(page.Low(i + 1)) > 0 || Ongoing(page, k, s) || Ended(page, i - 1));
            if (page.Low(i) is "possible" or "next" or "planned" or "future") return false;
        }
        return false;
    }

    private static bool Ongoing(Page page, int k, Sentence s)
    {
        for (var i = k - 1; i > s.From && i > k - 6; i--) if (page.Low(i) is "on" && page.Low(i - 1) is "is" or "was" or "were" or "are" or "here") return true;
        return false;
    }

    private static bool Ended(Page page, int i) => page.Low(i) is "concluded" or "ended" or "paid" or "made" or "began" or "completed" or "on" or "during" or "received" or "hosted" or "welcomed";

    private static int Start(Page page, int k, Sentence s)
    {
        var from = k;
        while (from > s.From && from > k - 7 && page.T[from - 1].IsWord) from--;
        return from;
    }

    /// <summary>"the visit of a delegation to the X headquarters".</summary>
    private static Names.OrganisationMention? Host(Page page, int k)
    {
        for (var i = k + 1; i < k + 12; i++)
            if (page.Low(i) is "from" or "by" && i == k + 1) return page.In(Math.Max(0, k - 30), k).OfType<Names.OrganisationMention>().LastOrDefault();
            else if (page.Low(i) is "to" && page.Mention(page.Low(i + 1) is "the" ? i + 2 : i + 1) is Names.OrganisationMention host) return host;
        return null;
    }

    private static Evidence.Finding<string>? To(Page page, int k) =>
        page.Low(k + 1) is "to" && page.Mention(page.Low(k + 2) is "the" ? k + 3 : k + 2) is { } where and (PlaceMention or StateMention { IsAdjective: false }) ? page.Words(where.From, where.To, "meeting.place.visit-to") : null;
}
