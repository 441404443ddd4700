using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>What a meeting talked about and what came out, in the words of the text.</summary>
internal static class Agenda
{
    public static void Read(Page page, Meeting meeting, Sentence s)
    {
        for (var k = s.From; k < s.To; k++)
        {
            if (!IsTopic(page, k) && !IsOutcome(page, k)) continue;
            var start = Skip(page, k + 1, s);
            var end = End(page, start, s);
            if (end <= start + 1 && !(end == start + 1 && page.T[start].Length > 6)) continue;
            if (IsOutcome(page, k)) meeting.Outcomes.Add(page.Words(start, end, "meeting.outcome"));
            else if (page.Low(k) is not "explored" || !Opportunities.OpportunityReading.IsOne(page, start, end)) meeting.Topics.Add(page.Words(start, end, $"meeting.topic.{page.Low(k)}"));
        }
    }

    private static bool IsTopic(Page page, int k) => page.T[k].Shape is Shape.Lower && page.Low(k) switch
    {
        "reviewed" or "discussed" or "examined" or "explored" or "deliberated" => page.Low(k - 1) is not ("be" or "been" or "was" or "were" or "to"),
        "focused" or "focussed" => page.Low(k + 1) is "on",
        "took" => page.Low(k + 1) is "up" or "stock",
        "went" => page.Low(k + 1) is "over",
        "talked" or "discussions" => page.Low(k + 1) is "about" or "on",
        _ => false,
    };

    private static bool IsOutcome(Page page, int k) => page.T[k].Shape is Shape.Lower && page.Low(k) switch
    {
        "agreed" or "decided" or "resolved" => page.Low(k + 1) is "to" or "on",
        "concluded" or "ended" or "culminated" => page.Low(k + 1) is "with" or "in" && page.Low(k + 2) is "the" or "a" or "an",
        _ => false,
    };

    private static int Skip(Page page, int i, Sentence s)
    {
        while (i < s.To && page.Low(i) is "on" or "upon" or "with" or "about" or "up" or "over" or "in" or "stock" or "of") i++;
        return i;
    }

    private static int End(Page page, int start, Sentence s)
    {
        var i = start;
        for (; i < s.To && i < start + 45 && !page.T[i].Is('.') && !page.T[i].Is(';') && !OpensAside(page, i, s); i++)
        {
            if (i == start) continue;
            if (page.T[i].Is(',') && (IsTopic(page, i + 1) || IsOutcome(page, i + 1) || page.Low(i + 1) is "and" or "while" && Verb(page, i + 2))) break;
            if (page.Low(i) is "and" or "&" && (IsTopic(page, i + 1) || IsOutcome(page, i + 1)) || page.Low(i) is "while") break;
        }
        while (i > start && (page.T[i - 1].Is(',') || page.Low(i - 1) is "and" or "&")) i--;
        return i;
    }

    /// <summary>A bracket that holds more than an acronym.</summary>
    private static bool OpensAside(Page page, int i, Sentence s) => page.T[i].Is('(') && !(i + 2 < s.To && page.T[i + 2].Is(')'));

    private static bool Verb(Page page, int i) => IsTopic(page, i) || IsOutcome(page, i) || page.Low(i) is "it" or "they";
}
