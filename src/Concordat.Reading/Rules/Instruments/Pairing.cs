using Concordat.Reading.Rules.Meetings;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>Organisations of signatories and chairs that the text leaves to the order of naming: as many people as sides, in the same order.</summary>
internal static class Pairing
{
    public static void Read(InstrumentList instruments, MeetingList meetings)
    {
        foreach (var instrument in instruments.All) InOrder(instrument.Signatories, instrument.Parties);
        foreach (var meeting in meetings.All) InOrder(meeting.CoChairs, meeting.Sides);
    }

    private static void InOrder(List<Signer> people, List<Party> sides)
    {
        if (people.Count < 2 || people.Count != sides.Count) return;
        for (var i = 0; i < people.Count; i++)
        {
            var known = people[i].Person.Organisation;
            if (known is not null && sides[i].Organisation is { } side && known != side && sides.Exists(p => p.Organisation == known)) return;
        }
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i].Person is not { Organisation: null, State: null } person || sides[i].Organisation is not { } side) continue;
            (person.Organisation, person.OrganisationPlace, person.OrganisationRule) = (side, (sides[i].From, sides[i].To), "person.order-of-sides");
        }
    }
}
