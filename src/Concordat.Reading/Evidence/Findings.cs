using System.Collections.Immutable;
using Concordat.Reading.Wordings;

namespace Concordat.Reading.Evidence;

/// <summary>A stretch of the text that was read.</summary>
/// <param name="Start">First UTF-16 unit, from 0.</param>
/// <param name="Length">In UTF-16 units; at least 1.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The words of the text at this place, unchanged.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}

/// <summary>One value read from a text, with the place that says so and the rule that saw it.</summary>
/// <param name="Value">What is claimed: a name, an EDTF date, a number, or the key of another finding.</param>
/// <param name="Quote">The exact words at <paramref name="Evidence"/>.</param>
/// <param name="Evidence">Where they stand; never empty.</param>
/// <param name="Rule">Stable name of the rule, for instance <c>meeting.dates.range</c>.</param>
public sealed record Finding<T>(T Value, string Quote, TextSpan Evidence, string Rule);

/// <summary>What a text says about cooperation. Order is the order of first mention; identical text gives identical findings.</summary>
public sealed record Findings
{
    /// <summary>The day of publication (EDTF), when the text itself or the caller says it.</summary>
    public Finding<string>? Published { get; init; }
    /// <summary>The headline, or null when the text has none.</summary>
    public Finding<string>? Headline { get; init; }
    /// <summary>Agencies, statements and press releases that the text says it relays ("as per a statement by ...", "(ANI)").</summary>
    public ImmutableArray<Finding<string>> Relays { get; init; } = [];
    public ImmutableArray<OrganisationFinding> Organisations { get; init; } = [];
    public ImmutableArray<PersonFinding> People { get; init; } = [];
    public ImmutableArray<InstrumentFinding> Instruments { get; init; } = [];
    public ImmutableArray<MeetingFinding> Meetings { get; init; } = [];
    public ImmutableArray<OpportunityFinding> Opportunities { get; init; } = [];
    /// <summary>What the text says of itself where it is the wording of an agreement; null for news and all else.</summary>
    public AgreementWording? Wording { get; init; }
}

/// <summary>An organisation or a state that takes part. <see cref="Key"/> is unique in the text ("o1") and is what other findings refer to.</summary>
public sealed record OrganisationFinding
{
    public required string Key { get; init; }
    /// <summary>The longest form in the text.</summary>
    public required Finding<string> Name { get; init; }
    public ImmutableArray<Finding<string>> Aliases { get; init; } = [];
    public Finding<string>? Acronym { get; init; }
    /// <summary>government, military, laboratory, university, company, body, state or other.</summary>
    public required Finding<string> Kind { get; init; }
    /// <summary>ISO 3166-1 alpha-2, only where the text makes it evident.</summary>
    public Finding<string>? Country { get; init; }
    /// <summary>Key of the organisation of which the text says this one is a part.</summary>
    public Finding<string>? Parent { get; init; }
    /// <summary>False for those that are only named (the outlet, a ministry that only issues the statement, a parent that only places its child).</summary>
    public bool TakesPart { get; init; } = true;
}

public sealed record PersonFinding
{
    public required string Key { get; init; }
    /// <summary>In the order written, without honorific.</summary>
    public required Finding<string> Name { get; init; }
    public Finding<string>? Honorific { get; init; }
    /// <summary>The full role in the words of the text.</summary>
    public Finding<string>? Role { get; init; }
    /// <summary>Key of an organisation.</summary>
    public Finding<string>? Organisation { get; init; }
}

public sealed record InstrumentFinding
{
    public required string Key { get; init; }
    /// <summary>framework, mou, moa, loi, project-agreement, implementing-arrangement, licence, nda, exchange-agreement, treaty, amendment or other.</summary>
    public required Finding<string> Kind { get; init; }
    public Finding<string>? Title { get; init; }
    /// <summary>Keys of organisations (states included); empty where the text does not say.</summary>
    public ImmutableArray<Finding<string>> Parties { get; init; } = [];
    /// <summary>signed, renewed, extended, terminated, announced or background-mention.</summary>
    public required Finding<string> Event { get; init; }
    /// <summary>EDTF day or interval of the event; <c>../2026-02-13</c> is "on or before".</summary>
    public Finding<string>? Date { get; init; }
    /// <summary>Other dates that the same text states for the same event.</summary>
    public ImmutableArray<Finding<string>> RivalDates { get; init; } = [];
    /// <summary>EDTF date on which the text says it ends or will end.</summary>
    public Finding<string>? Ends { get; init; }
    /// <summary>Keys of people of whom the text says that they signed.</summary>
    public ImmutableArray<Finding<string>> Signatories { get; init; } = [];
    public Finding<string>? Place { get; init; }
    public Finding<string>? Subject { get; init; }
    /// <summary>The legal parent as named in the text.</summary>
    public Finding<string>? Under { get; init; }
    /// <summary>Key of a meeting at which it was signed.</summary>
    public Finding<string>? Meeting { get; init; }
}

public sealed record MeetingFinding
{
    public required string Key { get; init; }
    /// <summary>Name of the joint body as written, without ordinal.</summary>
    public Finding<string>? Body { get; init; }
    public Finding<int>? Ordinal { get; init; }
    /// <summary>plenary, joint-working-group, committee, dialogue, visit, workshop or other.</summary>
    public required Finding<string> Kind { get; init; }
    /// <summary>EDTF day, or interval from first to last day.</summary>
    public Finding<string>? Dates { get; init; }
    public ImmutableArray<Finding<string>> RivalDates { get; init; } = [];
    public Finding<string>? Place { get; init; }
    /// <summary>Key of an organisation.</summary>
    public Finding<string>? Host { get; init; }
    /// <summary>Keys of organisations or states that the text names as the sides.</summary>
    public ImmutableArray<Finding<string>> Sides { get; init; } = [];
    /// <summary>Keys of people.</summary>
    public ImmutableArray<Finding<string>> CoChairs { get; init; } = [];
    /// <summary>What was reviewed or discussed, in the words of the text.</summary>
    public ImmutableArray<Finding<string>> Topics { get; init; } = [];
    /// <summary>What came out, in the words of the text.</summary>
    public ImmutableArray<Finding<string>> Outcomes { get; init; } = [];
    /// <summary>Keys of instruments that guide it politically ("in line with the vision of ...").</summary>
    public ImmutableArray<Finding<string>> GuidedBy { get; init; } = [];
}

/// <summary>Who might work with whom; nothing is agreed yet.</summary>
public sealed record OpportunityFinding
{
    public required string Key { get; init; }
    public required Finding<string> Text { get; init; }
    /// <summary>Keys of organisations.</summary>
    public ImmutableArray<Finding<string>> Between { get; init; } = [];
    /// <summary>Named programme without an instrument, as written.</summary>
    public Finding<string>? Initiative { get; init; }
    /// <summary>Key of the meeting where it was raised.</summary>
    public Finding<string>? Meeting { get; init; }
}
