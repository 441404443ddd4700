using Concordat.Reading.Rules.Meetings;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Organisations of signatories and chairs that the text leaves to the order of naming: as many people as sides, in the same order.</summary>
internal static class Pairing
{
    public static void Read(InstrumentList instruments, MeetingList meetings)
    {
        foreach (var instrument in instruments.All) InOrder(instrument.Signatories, instrument.Parties);
        foreach (var meeting in meetings.All) InOrder(meeting.CoChairs, meeting.Sides);
        foreach (var instrument in instruments.All) Other(instrument.Signatories, instrument.Parties);
    }

    /// <summary>Two signatories, one of a known side: the other one stands for the other side.</summary>
    private static void Other(List<Signer> people, List<Party> sides)
    {
        if (people.Count != 2 || sides.Count != 2) return;
        for (var i = 0; i < 2; i++)
        {
            if (people[i].Person is not { Organisation: null } person || people[1 - i].Person.Organisation is not { } known) continue;
            var at = sides.FindIndex(s => s.Organisation == known);
            if (at < 0 || sides[1 - at].Organisation is not { } other || person.State is { } state && other.Country is { } land && land.Value != state.Code) continue;
            person.Join(other, (sides[1 - at].From, sides[1 - at].To), "person.other-side");
        }
    }

    private static void InOrder(List<Signer> people, List<Party> sides)
    {
        if (people.Count < 2 || people.Count != sides.Count) return;
        sides = [.. sides.OrderBy(s => s.From)];
        for (var i = 0; i < people.Count; i++)
        {
            var known = people[i].Person.Organisation;
            if (known is not null && sides[i].Organisation is { } side && known != side && sides.Exists(p => p.Organisation == known)) return;
        }
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i].Person is not { Organisation: null, State: null } person || sides[i].Organisation is not { } side) continue;
            person.Join(side, (sides[i].From, sides[i].To), "person.order-of-sides");
        }
    }
}
