using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Meetings that the headline names and the text only numbers or calls by their noun: "The 7th Session took place in Copenhagen", "The Committee met in Lima".</summary>
internal static class Sessions
{
    /// <summary>Named meetings of the lines above and between the paragraphs.</summary>
    public static List<MeetingName> Titles(Page page)
    {
        var titles = new List<MeetingName>();
        foreach (var s in page.Sentences)
            if (s.Kind is BlockKind.Headline or BlockKind.Furniture && titles.Count < 8) titles.AddRange(MeetingNames.In(page, s));
        return titles;
    }

    public static MeetingName? In(Page page, List<MeetingName> titles, Sentence s)
    {
        if (titles.Count == 0) return null;
        for (var i = s.From + 1; i + 1 < s.To; i++)
        {
            if (page.Low(i - 1) is not ("the" or "this")) continue;
            var ordinal = SessionNumbers.Ordinal(page, i);
            var noun = ordinal is null ? i : i + 1;
            if (!IsNoun(page.Low(noun)) || page.Low(noun + 1) is "of" or "on" || !Held(page, noun + 1)) continue;
            var title = ordinal is { } n ? titles.Find(t => t.Ordinal?.Number == n.Number) : titles.Find(t => Has(page, t.Body, page.Low(noun)));
            if (title is not null) return title with { From = i, To = noun + 1, IsNext = false };
        }
        return null;
    }

    private static bool IsNoun(string low) => low is "session" or "meeting" or "round" or "edition" or "plenary" or "committee" or "commission" or "group" or "dialogue" or "workshop" or "symposium" or "conference" or "seminar" or "council" or "board";

    private static bool Held(Page page, int i) => page.Low(i) is "took" or "met" or "convened" or "opened" or "ended" or "concluded" or "gathered" || page.Low(i) is "was" or "were" && page.Low(i + 1) is "held" or "hosted" or "convened" or "co-chaired" or "chaired" or "organised" or "organized" or "jointly";

    private static bool Has(Page page, (int From, int To) body, string word)
    {
        for (var k = body.From; k < body.To; k++) if (page.Low(k) == word) return true;
        return false;
    }
}
