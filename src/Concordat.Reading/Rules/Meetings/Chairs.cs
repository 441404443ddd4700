using Concordat.Reading.Names;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Meetings;

/// <summary>Who chaired: "co-chaired by A and B", "A and B co-chaired", "with A and B in the chair", "In the chair were A and B".</summary>
internal static class Chairs
{
    public static void Read(Page page, Meeting meeting, Sentence s)
    {
        for (var k = s.From; k < s.To; k++)
        {
            if (!IsChair(page, k)) continue;
            var after = page.Low(k + 1) is "by" or "were" or "was" && !(page.Low(k - 1) is "the" && page.Low(k + 1) is "were");
            var range = after ? (k + 1, Stop(page, k + 1, s)) : (Start(page, k, s), k);
            if (!Take(page, meeting, range) && !after) Take(page, meeting, (k + 1, Stop(page, k + 1, s)));
            return;
        }
    }

    /// <summary>"X led the Indian side … The Omani side was headed by Y": the heads of the two sides, where nobody else is told to have chaired.</summary>
    public static void Sides(Page page, Meeting meeting, Sentence s, List<Signer> heads)
    {
        if (meeting is not { Body: not null, CoChairs.Count: 0 } || meeting.Kind is "workshop" or "other") return;
        for (var k = s.From + 1; k < s.To; k++)
        {
            if (page.Low(k) is not ("side" or "delegation" or "team") || page.Mention(k - 1) is not StateMention { IsAdjective: true }) continue;
            var passive = page.Low(k + 1) is "was" && page.Low(k + 2) is "led" or "headed" && page.Low(k + 3) is "by";
            var active = page.Low(k - 2) is "the" && page.Low(k - 3) is "led" or "headed";
            var head = passive ? page.In(k + 4, Math.Min(s.To, k + 16)).OfType<PersonMention>().FirstOrDefault() : active ? page.In(s.From, k - 3).OfType<PersonMention>().LastOrDefault() : null;
            if (head is not null && !heads.Exists(h => h.Person == head.Of)) heads.Add(new(head.Of, head.From, head.To, "meeting.co-chair.head-of-side"));
        }
        if (heads.Count == 2) meeting.CoChairs.AddRange(heads);
    }

    private static bool IsChair(Page page, int k) => page.Low(k) switch
    {
        "co-chaired" or "cochaired" or "co-chairs" or "co-chair" or "co-presided" => page.At[k] is null,
        "chairing" or "co-chairing" => page.Low(k - 1) is "are" or "is" or "were" or "was",
        "chaired" => page.Low(k + 1) is "by" or "the" || page.Low(k - 1) is "jointly",
        "chair" => page.Low(k - 1) is "the" && (page.Low(k - 2) is "in" or "shared" or "took" or "held" || page.Low(k - 2) is "under" && page.Low(k + 1) is "of"),
        "presided" => page.Low(k + 1) is "over" or "." or "," or "at",
        "presiding" => page.Low(k + 1) is "were" or "was" or "over",
        "chairmanship" or "co-chairmanship" => true,
        _ => false,
    };

    private static bool Take(Page page, Meeting meeting, (int From, int To) range)
    {
        var any = false;
        foreach (var mention in page.In(range.From, range.To))
        {
            if (mention is not PersonMention person || meeting.CoChairs.Exists(c => c.Person == person.Of)) continue;
            if (meeting.CoChairs.Count > 3) break;
            meeting.CoChairs.Add(new(person.Of, person.From, person.To, "meeting.co-chair"));
            any = true;
        }
        if (any) meeting.IsHeld = true;
        return any;
    }

    private static int Start(Page page, int k, Sentence s)
    {
        if (page.Low(k - 1) is "they" or "jointly" && page.Low(k - 1) is "they" || page.Low(k - 1) is "jointly" && page.Low(k - 2) is "they") return s.From;
        for (var i = k - 1; i > s.From; i--) if (page.T[i].Is(';') || page.Low(i) is "where" or "which" or "presence" || page.Low(i) is "with" && page.Low(k) is "chair") return i;
        return s.From;
    }

    private static int Stop(Page page, int from, Sentence s)
    {
        for (var i = from; i < s.To; i++) if (page.T[i].Is(';') || page.Low(i) is "presence" or "attended" or "witnessed" or "while" or "which" or "who") return i;
        return s.To;
    }
}
