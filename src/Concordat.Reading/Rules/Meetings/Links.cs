using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Ties instruments to the meeting at which they were signed, and meetings to the instruments that guide them.</summary>
internal static class Links
{
    public static void Tie(Page page, InstrumentList instruments, MeetingList meetings, List<(Instrument Of, Sentence In)> guides)
    {
        foreach (var (guide, s) in guides)
            if (Current(meetings, s.Index) is { } meeting && !meeting.GuidedBy.Contains(guide)) meeting.GuidedBy.Add(guide);
        foreach (var meeting in meetings.All) Signing(page, instruments, meeting);
        foreach (var meeting in meetings.All) Durations.Stretch(page, meeting);
        foreach (var instrument in instruments.All)
            if (instrument.IsNow && page.SentenceAt(instrument.EventPlace.From) is { } s && Current(meetings, s.Index) is { } at && IsAt(page, instrument, s)) Signed(instrument, at);
    }

    /// <summary>"The signing took place during the visit": its day is that of the signing.</summary>
    private static void Signing(Page page, InstrumentList instruments, Meeting meeting)
    {
        if (!meeting.Dates.TrueForAll(d => d.Rule.EndsWith("by-publication", StringComparison.Ordinal)) || page.SentenceAt(meeting.First) is not { } s) return;
        var during = false;
        for (var k = s.From; k < meeting.First; k++) during |= page.Low(k) is "signing" or "signed" or "ceremony";
        if (!during || instruments.All.FindAll(i => i is { IsNow: true, DateIsStated: true, Date: not null }) is not [{ Date: { } day }] || day.Value.StartsWith("..", StringComparison.Ordinal)) return;
        meeting.Dates.Clear();
        meeting.Dates.Add(day with { Rule = "meeting.dates.signing" });
    }

    private static void Signed(Instrument instrument, Meeting at)
    {
        instrument.Meeting = at;
        if (at.Dates.TrueForAll(d => d.Rule.EndsWith("by-publication", StringComparison.Ordinal)) && instrument is { DateIsStated: true, Date: { } day } && !day.Value.StartsWith("..", StringComparison.Ordinal)) { at.Dates.Clear(); at.Dates.Add(day with { Rule = "meeting.dates.signing" }); }
        if (instrument.DateIsStated || instrument.Date is not null || at.Dates.Count == 0) return;
        instrument.Date = at.Dates.Find(d => d.Value.Contains('/') && !d.Value.StartsWith("..", StringComparison.Ordinal)) ?? at.Dates[0];
        instrument.DateIsStated = true;
    }

    /// <summary>"the meeting concluded with the signing of", "signed during the plenary".</summary>
    private static bool IsAt(Page page, Instrument instrument, Sentence s)
    {
        for (var k = s.From; k + 1 < s.To && k < s.From + 4; k++) if (page.Low(k) is "occasion" or "sidelines" or "margins" && page.Low(s.From) is "on" or "in" && page.Low(k + 1) is "," or "of") return true;
        for (var k = s.From; k + 1 < s.To && k < s.From + 4; k++) if (page.Low(k) is "two" or "both" && page.Low(k + 1) is "sides" or "delegations" or "parties") return true;
        for (var k = Math.Max(s.From, instrument.EventPlace.From - 22); k < Math.Min(s.To, instrument.EventPlace.To + 12); k++)
        {
            if (k < instrument.EventPlace.From && page.Low(k) is "concluded" or "ended" or "culminated" or "closed" && page.Low(k + 1) is "with" or "when" or "in") return true;
            if (page.Low(k) is "during" or "at" or "after" or "following" && page.Low(k + 1) is "the" && Soon(page, k + 2)) return true;
        }
        return false;
    }

    /// <summary>"the meeting", "the end of the plenary", "the same session".</summary>
    private static bool Soon(Page page, int from)
    {
        for (var i = from; i < from + 8; i++)
        {
            if (page.Low(i) is "meeting" or "plenary" or "session" or "dialogue" or "talks" or "summit" or "visit") return true;
            if (page.Low(i) is not ("end" or "of" or "the" or "close" or "same" or "opening" or "closing" or "two-day" or "bilateral" or "inaugural" or "maiden" or "edition" or "round" or "ministerial" or "2" or "+" or "2+2") && DateExpressions.DateWords.Ordinal(page.Low(i)) == 0) return false;
        }
        return false;
    }

    private static Meeting? Current(MeetingList meetings, int sentence)
    {
        for (var k = sentence; k >= 0 && k > sentence - 12; k--) if (meetings.Current.TryGetValue(k, out var meeting)) return meeting;
        return null;
    }
}
