using Concordat.Reading.Evidence;
using Concordat.Reading.Names;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Instruments;
using Concordat.Reading.Rules.Meetings;
using Concordat.Reading.Rules.Opportunities;
using Concordat.Reading.Rules.Segments;
using Concordat.Reading.Wordings;

namespace Concordat.Reading;

/// <summary>Reads a text about cooperation offline: text in, findings out.</summary>
public static class DocumentReader
{
    /// <summary>Name and version that are written beside every value it found.</summary>
    public const string Name = "concordat-reader", Version = "1";

    /// <summary>Reads one text. Never throws; the time grows linearly with the length.</summary>
    /// <param name="text">As received, any language (English is understood); up to 5 million UTF-16 units.</param>
    /// <param name="published">Day of publication when known from elsewhere; relative days are resolved against it.</param>
    public static Findings Read(string text, DateOnly? published = null)
    {
        var page = PageMaker.Make(text ?? "", published);
        if (page.T.Count == 0) return new();
        States.Mark(page);
        var register = Organisations.Find(page);
        Units.Mark(page, register);
        References.Mark(page);
        var people = People.Find(page);
        Parents.Read(page);
        Offices.Mark(page, people);
        Units.House(page, people);
        Delegations.Read(page, register, people);
        foreach (var person in people.All) if (OfficeHouses.IsAcademic(page, person) && !people.All.Exists(p => p != person && p.Organisation is null && Math.Abs(p.Name.From - person.Name.From) < 14)) OfficeHouses.Nearest(page, person);
        var guides = new List<(Instrument Of, Sentence In)>();
        var instruments = InstrumentReading.Read(page, register, guides);
        var meetings = MeetingReading.Read(page);
        Links.Tie(page, instruments, meetings, guides);
        Settlement.Settle(page, instruments, meetings);
        Pairing.Read(instruments, meetings);
        Ministers.Read(page, register, people);
        OfficeFamilies.Read(page, people);
        foreach (var person in people.All) PersonFacts.Colleague(page, person);
        foreach (var person in people.All) OfficeHouses.Nearest(page, person, early: false);
        OfficeHouses.Home(page, register, people);
        var opportunities = OpportunityReading.Read(page, register, meetings);
        return OwnWording.Settle(new Assembly(page, register, people, instruments, meetings, opportunities).Make() with { Wording = AgreementReader.Read(text) });
    }
}
