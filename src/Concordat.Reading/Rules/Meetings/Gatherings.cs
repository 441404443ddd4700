using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Meetings without a name that have a town and a day: "At their meeting in Vantaa on 23 January".</summary>
internal static class Gatherings
{
    public static void Read(Page page, MeetingList list, Sentence s)
    {
        if (list.All.Count > 0) return;
        for (var k = s.From + 1; k < s.To; k++)
        {
            if (Kind(page.Low(k)) is not { } kind || page.T[k].Shape is not Shape.Lower || page.Low(k - 1) is not ("their" or "a" or "the" or "its" or "annual" or "joint" or "our" or "this" or "at") && !(Virtual(page, k, kind)) || Modality.Of(page, k, s) is not Mood.Happened) continue;
            if (Virtual(page, k, kind) && page.DatesIn(s.From, s.To).FirstOrDefault(d => d is { Edtf: not null, IsDay: true }) is { } held && !(page.PublishedDay is { } now && held.Lo > now))
            {
                var named = list.Add(new() { Kind = kind, KindRule = "meeting.without-name", Place = (k - 1, k + 1), First = k, IsHeld = true });
                named.Dates.Add(Durations.Of(page, s, held));
                named.Town = Circumstances.Town(page, s, k);
                for (var i = k - 1; i > s.From && i > k - 6; i--) if (page.Low(i) is "hosted" or "organised" or "organized") named.Host = page.In(s.From, i).OfType<OrganisationMention>().LastOrDefault();
                return;
            }
            if (Town(page, k, s) is not { } town || page.DatesIn(k, Math.Min(s.To, k + 9)).FirstOrDefault() is not { Edtf: not null, IsDay: true } date) continue;
            if (page.PublishedDay is { } day && date.Lo > day) continue;
            var meeting = list.Add(new() { Kind = kind, KindRule = "meeting.without-name", Place = (k, Math.Max(date.To, town.To)), First = k, IsHeld = true });
            meeting.Town = page.Words(town.From, town.To, "meeting.place");
            meeting.Dates.Add(Durations.Of(page, s, date));
            return;
        }
    }

    /// <summary>"held a virtual workshop".</summary>
    private static bool Virtual(Page page, int k, string kind)
    {
        if (kind is not "workshop" && !(kind is "other" && page.Low(k - 1) is "first" or "online" or "virtual" or "inaugural" or "kick-off" or "annual")) return false;
        for (var i = k - 1; i > 0 && i > k - 5; i--) if (page.Low(i) is "held" or "hosted" or "organised" or "organized" or "opened") return true;
        return false;
    }

    private static PlaceMention? Town(Page page, int k, Sentence s)
    {
        for (var i = k + 1; i < Math.Min(s.To, k + 6); i++) if (page.At[i] is PlaceMention place && page.Low(i - 1) is "in" or "at") return place;
        return null;
    }

    private static string? Kind(string low) => low switch { "meeting" => "other", "workshop" or "seminar" => "workshop", "talks" or "consultations" => "dialogue", _ => null };
}
