using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

internal enum Held { NotSaid, Yes, Ahead }

/// <summary>Whether the sentence says that a named meeting was held, or is still ahead.</summary>
internal static class Holding
{
    public static Held Of(Page page, MeetingName name, Sentence s)
    {
        for (var k = name.To; k < s.To && k < name.To + 12; k++)
        {
            if (page.Low(k) is "will" or "due" or "scheduled" or "opens" or "begins" or "starts" or "slated") return Held.Ahead;
            if (page.T[k].Is(',') && k > name.To + 8) break;
        }
        var future = false;
        for (var k = s.From; k < s.To; k++)
        {
            if (k >= name.From && k < name.To) continue;
            if (page.Low(k) is "will" or "would" or "to" && page.Low(k + 1) is "be" or "host" or "hold" or "chair" or "convene" or "attend" or "take" && Math.Abs(k - name.From) < 10) future = true;
            if (IsHolding(page, k) && Math.Abs(k - name.From) < 40) return future ? Held.Ahead : Held.Yes;
        }
        if (page.Low(name.From - 1) is "annual" or "regular" && page.Low(name.From - 2) is "the" && page.Low(name.From - 3) is "at" or "during" or "after" or "following") return Held.Yes;
        return page.Low(name.From - 1) is "the" && page.Low(name.From - 2) is "at" or "during" or "of" or "after" or "following" or "in" ? Held.Yes : Held.NotSaid;
    }

    private static bool IsHolding(Page page, int k) => page.Low(k) switch
    {
        "held" or "hosted" or "hosts" or "host" or "co-chaired" or "chaired" or "convened" or "staged" or "organised" or "organized" or "conducted" or "met" or "concluded" or "inaugurated" or "attended" or "addressed" or "ended" or "hold" or "holds" or "co-chair" or "co-chairs" or "venue" or "opened" or "participated" or "welcomed" or "gathered" or "assembled" or "spent" or "wound" or "presided" or "travelled" or "traveled" => true,
        "took" => page.Low(k + 1) is "place" or "part",
        "came" => page.Low(k + 1) is "out",
        _ => false,
    };
}
