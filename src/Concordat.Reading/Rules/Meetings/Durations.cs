using Concordat.Reading.Evidence;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>"a four-day visit" that ended or began on a stated day: its first and last day.</summary>
internal static class Durations
{
    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Days in "four-day" and "4-day"; 0 otherwise.</summary>
    public static int Days(string low)
    {
        if (!low.EndsWith("-day", StringComparison.Ordinal)) return 0;
        if (int.TryParse(low[..^4], out var n)) return n is > 1 and < 32 ? n : 0;
        return Array.IndexOf(Numbers, low[..^4]) + 2 is var at and > 1 ? at : 0;
    }

    /// <summary>"The meeting concluded on Tuesday. The two-day session …": the length told in the next sentence.</summary>
    public static void Stretch(Page page, Meeting meeting)
    {
        if (meeting.Dates is not [{ Value.Length: 10 } only] || !DateOnly.TryParseExact(only.Value, "yyyy-MM-dd", out var day) || day.DayNumber < 40) return;
        var at = page.SentenceAt(meeting.First)?.Index ?? -1;
        if (at < 0 || at + 1 >= page.Sentences.Count) return;
        var (ended, began) = (false, false);
        for (var k = page.Sentences[at].From; k < page.Sentences[at].To; k++) { ended |= page.Low(k) is "concluded" or "ended" or "closed" or "wrapped" || page.Low(k) is "end" && page.Low(k + 1) is "of"; began |= page.Low(k) is "opened" or "began" or "started" or "commenced" or "kicked"; }
        for (var k = page.Sentences[at].From; ended != began && k < page.Sentences[at + 1].To; k++)
            if (Days(page.Low(k)) is > 1 and var days) { meeting.Dates[0] = began ? only with { Value = $"{only.Value}/{DateResolution.Iso(day.AddDays(days - 1))}", Rule = "meeting.dates.length" } : only; if (ended) meeting.Dates[0] = only with { Value = $"{DateResolution.Iso(day.AddDays(1 - days))}/{only.Value}", Rule = "meeting.dates.length" }; return; }
    }

    /// <summary>The day as a finding, or the run of days where the sentence tells their number and which end the day is.</summary>
    public static Finding<string> Of(Page page, Sentence s, DateMention date)
    {
        var days = 0;
        var (ended, began) = (false, false);
        for (var k = s.From; k < s.To; k++)
        {
            if (Days(page.Low(k)) is > 1 and var n) days = n;
            ended |= page.Low(k) is "ended" or "concluded" or "wrapped" or "concludes" or "closed" or "till" or "until" or "ends";
            began |= page.Low(k) is "began" or "begins" or "opened" or "started" or "arrived" or "kicked" or "commenced";
        }
        if (days < 2 || date.IsRange || ended == began || date is not { Lo: { } lo, Hi: { } hi } || lo != hi || lo.DayNumber < 40) return Clauses.AsFinding(page, date, "meeting.dates");
        var (first, last) = ended ? (hi.AddDays(1 - days), hi) : (lo, lo.AddDays(days - 1));
        return page.Find($"{DateResolution.Iso(first)}/{DateResolution.Iso(last)}", date.From, date.To, "meeting.dates.length");
    }
}
