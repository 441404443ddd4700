using Concordat.Reading.Evidence;
using Concordat.Reading.Gazetteer;
using Concordat.Reading.Names;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Day, town, host and sides of a meeting, from a sentence about it.</summary>
internal static class Circumstances
{
    public static void Read(Page page, Meeting meeting, MeetingName name, Sentence s)
    {
        var from = Math.Max(s.From, Math.Min(name.From, s.From));
        Dates(page, meeting, name, s);
        meeting.Town ??= Town(page, s, name.From);
        Host(page, meeting, name, s);
        Sides(page, meeting, name, s);
        if (meeting.Place.To - meeting.Place.From <= name.To - name.From + 1) meeting.Place = (name.From, Math.Max(name.To, meeting.Dates.Count > 0 ? LastDate(page, name, s) : name.To));
        _ = from;
    }

    private static int LastDate(Page page, MeetingName name, Sentence s)
    {
        foreach (var date in page.DatesIn(name.To, s.To)) return date.To;
        return name.To;
    }

    private static void Dates(Page page, Meeting meeting, MeetingName name, Sentence s)
    {
        DateMention? best = null;
        var distance = 50;
        foreach (var date in page.DatesIn(s.From, s.To))
        {
            if (date.Edtf is null || !date.IsDay && meeting.Dates.Count > 0 || Past(page, date.From)) continue;
            var away = date.From >= name.To ? date.From - name.To : name.From - date.To + 3;
            if (Closer(page, date, name, s)) continue;
            if (away < distance) (best, distance) = (date, away);
        }
        if (best is null || meeting.Dates.Exists(d => d.Value == best.Edtf)) return;
        if (best.Lo is { } lo && meeting.Dates.Count > 0 && !best.IsDay) { _ = lo; return; }
        meeting.Dates.Add(page.Find(best.Edtf!, best.From, best.To, best.IsRange ? "meeting.dates.range" : "meeting.dates.day"));
    }

    private static bool Past(Page page, int i) => page.Low(i - 1) is "since" or "until" || page.Low(i - 1) is "from" && page.Low(i - 2) is "dating";

    /// <summary>Between the date and the name another act stands: "signed in October 2025".</summary>
    private static bool Closer(Page page, DateMention date, MeetingName name, Sentence s)
    {
        var (a, b) = date.From >= name.To ? (name.To, date.From) : (date.To, name.From);
        for (var k = a; k < b; k++) if (Verbs.Event(page.Low(k)) is "signed" && page.Low(k) is not "concluded" || page.T[k].Is(';')) return true;
        return date.From >= name.To && page.Low(date.From - 1) is "before";
    }

    /// <summary>"in New Delhi", "at X in Y", "New Delhi was the venue", "here" for the dateline's town.</summary>
    public static Finding<string>? Town(Page page, Sentence s, int near)
    {
        Finding<string>? best = null;
        var distance = int.MaxValue;
        for (var i = s.From; i < s.To; i++)
        {
            if (page.Low(i) is "here" && page.Dateline is { } line && i > s.From) return page.Words(line.PlaceFrom, line.PlaceTo, "meeting.place.here");
            if (page.At[i] is not PlaceMention place || place.From != i) continue;
            if (!(page.Low(i - 1) is "in" or "at" || page.T[Math.Min(place.To, page.T.Count - 1)].Is(',') && page.Low(place.To + 1) is "where" && place.To < near || page.Low(place.To) is "was" or "hosted" || page.Low(place.To) is "on")) continue;
            var away = Math.Abs(i - near);
            if (away < distance) (best, distance) = (page.Words(place.From, place.To, "meeting.place"), away);
        }
        return best ?? Unknown(page, s);
    }

    /// <summary>"held in Xanadu": a capitalised name no list knows, after "held in".</summary>
    private static Finding<string>? Unknown(Page page, Sentence s)
    {
        for (var i = s.From + 1; i + 1 < s.To; i++)
        {
            if (page.Low(i) is not "in" || !page.T[i + 1].IsName || page.At[i + 1] is not null && page.At[i + 1] is not PlaceMention) continue;
            var end = i + 1;
            while (end < s.To && end < i + 4 && page.T[end].IsName && !Words.Function.Contains(page.Low(end))) end++;
            if (DateWords.IsMonth(page.Low(i + 1)) || page.Low(i - 1) is not ("held" or "place" or "hosted" or "met" or "meeting" or "convened" or "plenary") && !(page.Mention(i - 1) is OrganisationMention && (page.Low(end) is "on" or "from" or "between" or "yesterday" or "today" or "last" or "this" || page.T[Math.Min(end, page.T.Count - 1)].Shape is Shape.Punct)) && !(page.Low(i + 2) is "on" or "from" or "between" && page.DatesIn(i + 3, Math.Min(s.To, i + 5)).Any()) && !(page.Low(i + 2) is "from" or "on" && DateGrammar.DayAt(page.T, i + 3, s.To) > 0)) continue;
            return page.Words(i + 1, end, "meeting.place.after-held");
        }
        return null;
    }

    private static void Host(Page page, Meeting meeting, MeetingName name, Sentence s)
    {
        for (var k = s.From; k < s.To && meeting.Host is null; k++)
        {
            if (page.Low(k) is "at" && k > s.From && page.Low(k - 1) is "held" or "met" or "place" or "convened" or "gathered" or "week" or "organised" && page.Mention(page.Low(k + 1) is "the" ? k + 2 : k + 1) is OrganisationMention { Of.IsSubunit: false } venue) { meeting.Host = venue; continue; }
            if (page.Low(k) is not ("hosted" or "hosts" or "staged" or "organised" or "organized" or "host")) continue;
            if (page.Low(k + 1) is "by") { meeting.Host = page.In(k + 2, Math.Min(s.To, k + 8)).OfType<OrganisationMention>().FirstOrDefault(); continue; }
            if (page.Low(k) is "host" && page.Low(k - 1) is not "played" and not "playing") continue;
            for (var b = k - 1; b >= s.From && b > k - 9; b--) if (page.At[b] is OrganisationMention organisation) { meeting.Host = organisation; break; }
        }
    }

    private static void Sides(Page page, Meeting meeting, MeetingName name, Sentence s)
    {
        if (meeting.Sides.Count > 1) return;
        if (page.Low(name.To) is "between") foreach (var mention in page.In(name.To + 1, Math.Min(s.To, name.To + 40)).TakeWhile(m => m is not PersonMention))
        {
            if (meeting.Sides.Count > 1) return;
            var side = mention is OrganisationMention { Of.IsSubunit: false } house ? new Party(house.Of, null, house.From, house.To, "meeting.side.between") : mention is StateMention { IsAdjective: false } land ? new Party(null, land.Country, land.From, land.To, "meeting.side.between") : default;
            if (side != default && !meeting.Sides.Exists(k => k.Same(side))) meeting.Sides.Add(side);
        }
        if (meeting.Sides.Count > 1) return;
        for (var k = name.From - 1; k > s.From && k > name.From - 8; k--)
        {
            if (page.Low(k) is not ("held" or "hold" or "holds" or "convened" or "conducted" or "concluded")) continue;
            var actors = Clauses.Actors(page, s.From, k).ToList();
            if (actors.Count < 2 || actors.Exists(a => a is PersonMention)) break;
            foreach (var actor in actors)
                if (actor is OrganisationMention { Of.IsSubunit: false } o) meeting.Sides.Add(new(o.Of, null, o.From, o.To, "meeting.side.subject"));
                else if (actor is StateMention { IsAdjective: false } state) meeting.Sides.Add(new(null, state.Country, state.From, state.To, "meeting.side.subject"));
            return;
        }
        for (var k = name.From; k < name.To; k++)
            if (States.Pair(page.Low(k)) is { } pair)
            {
                meeting.Sides.Clear();
                meeting.Sides.Add(new(null, pair.Item1, k, k + 1, "meeting.side.in-name"));
                meeting.Sides.Add(new(null, pair.Item2, k, k + 1, "meeting.side.in-name"));
            }
    }
}
