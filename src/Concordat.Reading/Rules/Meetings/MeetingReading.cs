using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Reads the meetings of a text: named ones, then talks and visits without a name.</summary>
internal static class MeetingReading
{
    public static MeetingList Read(Page page)
    {
        var list = new MeetingList();
        var titles = Sessions.Titles(page);
        var heads = new List<Signer>();
        foreach (var s in page.Sentences)
        {
            if (s.Kind is not BlockKind.Paragraph) continue;
            foreach (var name in MeetingNames.In(page, s)) Named(page, list, name, s);
            if (Sessions.In(page, titles, s) is { } session) Named(page, list, session, s);
            Talks.Read(page, list, s);
            Visits.Read(page, list, s);
            Arrivals.Read(page, list, s);
            Gatherings.Read(page, list, s);
            if (list.Last is not { } last) continue;
            if (last is { IsAhead: false, Body: not null }) Later(page, last, s);
            Chairs.Read(page, last, s);
            Chairs.Sides(page, last, s, heads);
            Agenda.Read(page, last, s);
            list.Current[s.Index] = last;
        }
        foreach (var meeting in list.All) Beside(list, meeting);
        foreach (var meeting in list.All) Finish(page, meeting);
        // Talks on a trip are the meeting; the trip is not another one.
        if (list.All.Exists(m => m.Kind is "dialogue" && m.Body is null)) list.All.RemoveAll(m => m.KindRule is "meeting.visit-by-noun");
        list.All.RemoveAll(m => !m.IsHeld && !(m.IsAhead && m.Dates.Exists(d => d.Value.Length >= 10) && m.Body is { } body && body.To - body.From > 1));
        return list;
    }

    private static void Named(Page page, MeetingList list, MeetingName name, Sentence s)
    {
        var held = Holding.Of(page, name, s);
        var known = list.Find(page, name);
        if (known is null && name.Ordinal is null && Venue(page, name)) return;
        if (known is null && (held is Held.NotSaid || name.IsNext && held is not Held.Ahead)) return;
        if (known is not null && name.IsNext) return;
        var meeting = known ?? list.Add(new() { Kind = name.Kind, KindRule = "meeting.name", Place = (name.From, name.To), First = name.From });
        list.Last = meeting;
        if (meeting.Body is null || name.Body.To - name.Body.From > meeting.Body.Value.To - meeting.Body.Value.From) meeting.Body = name.Body;
        if (name.Ordinal is { } ordinal) meeting.Ordinal ??= ordinal;
        if (meeting.Kind is "other" or "committee" && name.Kind is not "other") meeting.Kind = name.Kind;
        if (held is Held.Yes) { meeting.IsHeld = true; } else if (held is Held.Ahead && !meeting.IsHeld) meeting.IsAhead = true;
        if (held is not Held.NotSaid) Circumstances.Read(page, meeting, name, s);
    }

    /// <summary>"on the margins of the International Congress of X": only where people met.</summary>
    private static bool Venue(Page page, MeetingName name)
    {
        var venue = false;
        for (var k = name.From; k < name.To; k++) venue |= page.Low(k) is "congress" or "symposium" or "conference" or "exhibition" or "show";
        if (!venue) return false;
        for (var k = name.From - 1; k >= 0 && k > name.From - 6; k--) if (page.Low(k) is "margins" or "sidelines" or "margin" || page.Low(k) is "at" or "during" && page.Low(k + 1) is "the") return true;
        return false;
    }

    /// <summary>"for the eighth time"; "X was the venue, and the days were …": number and days that a sentence about the meeting adds.</summary>
    private static void Later(Page page, Meeting meeting, Sentence s)
    {
        var about = false;
        for (var k = s.From; k < s.To; k++)
        {
            about |= page.Low(k) is "venue" or "days";
            if (meeting.Ordinal is null && meeting.First >= s.From && meeting.First < s.To && page.Low(k) is "session" or "meeting" or "round" or "edition" or "plenary" && page.Low(k - 2) is "its" or "their" && SessionNumbers.Ordinal(page, k - 1) is { } own) meeting.Ordinal = own;
            if (meeting.Ordinal is null && page.Low(k) is "time" && page.Low(k - 2) is "the" && page.Low(k - 3) is "for" && DateExpressions.DateWords.Ordinal(page.Low(k - 1)) is > 0 and var n) meeting.Ordinal = (n, k - 1, k);
        }
        if (about) meeting.Town ??= Circumstances.Town(page, s, s.From);
        if (about && meeting.Dates.Count == 0 && page.DatesIn(s.From, s.To).FirstOrDefault(d => d is { Edtf: not null, IsDay: true }) is { } day) meeting.Dates.Add(page.Find(day.Edtf!, day.From, day.To, "meeting.dates.told-later"));
    }

    private static void Finish(Page page, Meeting meeting)
    {
        var dates = meeting.Dates;
        var best = dates.FindIndex(d => d.Value.Contains('/') && !d.Value.StartsWith("..", StringComparison.Ordinal));
        if (best > 0) { var main = dates[best]; dates.RemoveAt(best); dates.Insert(0, main); }
        if (meeting.IsAhead && !meeting.IsHeld) return;
        if (page.Dateline is { } line)
        {
            meeting.Town ??= page.Words(line.PlaceFrom, Town(page, line), "meeting.place.dateline");
            if (dates.Count == 0 && Today(page) && line.Date is { } raw && page.Dates.Find(d => d.From == raw.From) is { Edtf: not null } day) dates.Add(page.Find(day.Edtf, day.From, day.To, "meeting.dates.dateline"));
        }
        Durations.Stretch(page, meeting);
        if (dates.Count == 0 && page.PublishedDay is { } published && page.Published is { } stamp) dates.Add(stamp with { Value = $"../{DateExpressions.DateResolution.Iso(published)}", Rule = "meeting.dates.by-publication" });
    }

    /// <summary>Talks beside a meeting with a name are held where and when that is.</summary>
    private static void Beside(MeetingList list, Meeting meeting)
    {
        if (meeting.KindRule is not "meeting.dialogue-without-name" || meeting.Dates.Count > 0 || list.All.FindLast(m => m is { Body: not null, IsHeld: true, Dates.Count: > 0 } && m.First < meeting.First) is not { } named) return;
        meeting.Dates.Add(named.Dates[0] with { Rule = "meeting.dates.beside" });
        meeting.Town ??= named.Town;
    }

    /// <summary>The first paragraphs tell of "today".</summary>
    private static bool Today(Page page) => page.Dates.Exists(d => d.Raw is { Relative: DateExpressions.Relative.Day, Offset: 0 });

    private static int Town(Page page, Dateline line)
    {
        for (var k = line.PlaceFrom; k < line.PlaceTo; k++) if (page.T[k].Is('[') || page.T[k].Is(',') && k > line.PlaceFrom) return k;
        return line.PlaceTo;
    }
}
