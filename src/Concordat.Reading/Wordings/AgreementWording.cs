using System.Collections.Immutable;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings;

/// <summary>What the text of an agreement says of itself. What the text does not say, or leaves as a blank to be filled, is absent.</summary>
public sealed record AgreementWording
{
    /// <summary>The heading as written, on one line, without the article's brackets of date and place.</summary>
    public Finding<string>? Title { get; init; }
    /// <summary>mou, moa, framework, project-agreement, implementing-arrangement, technical-arrangement, specific-agreement, exchange-agreement, nda, loi, data-sharing, joint-declaration, exchange-of-notes, amendment, extension, grant-agreement, consortium-agreement or other.</summary>
    public required Finding<string> Kind { get; init; }
    public Finding<string>? Reference { get; init; }
    public ImmutableArray<PartyFinding> Parties { get; init; } = [];
    /// <summary>Instruments that were there before and on which this one rests, or which it changes.</summary>
    public ImmutableArray<EarlierFinding> Earlier { get; init; } = [];
    public ImmutableArray<SignatureFinding> Signatures { get; init; } = [];
    /// <summary>Where all signed, from the clause "Done at".</summary>
    public Finding<string>? DonePlace { get; init; }
    /// <summary>EDTF day on which all signed, from the clause "Done at" or the opening.</summary>
    public Finding<string>? DoneDate { get; init; }
    public Finding<EffectRule>? Effect { get; init; }
    public Finding<TermRule>? Duration { get; init; }
    public Finding<RenewalRule>? Renewal { get; init; }
    public NoticeFinding? Notice { get; init; }
    public ImmutableArray<Finding<SurvivalRule>> Survival { get; init; } = [];
    /// <summary>"each", "agreement" or a party's short form, then the notice if any: "each 30 days".</summary>
    public Finding<string>? Suspension { get; init; }
    /// <summary>ISO 639-1 codes.</summary>
    public ImmutableArray<Finding<string>> Languages { get; init; } = [];
    public Finding<int>? Originals { get; init; }
    /// <summary>An ISO 639-1 code, or "equal" where all texts count the same.</summary>
    public Finding<string>? Prevails { get; init; }
    /// <summary>"written agreement", "exchange of letters", "exchange of notes", "protocol" or "agreement".</summary>
    public Finding<string>? Amendment { get; init; }
    /// <summary>English name of a country, or the words of the text.</summary>
    public Finding<string>? Law { get; init; }
    /// <summary>In the order of the text: negotiation, consultation, mediation, arbitration, courts, diplomatic-channels.</summary>
    public ImmutableArray<Finding<string>> Disputes { get; init; } = [];
    /// <summary>binding, not-binding or partly where the text says so itself; else shall or will, the word in which it puts duties. A judgement per party stays with people.</summary>
    public Finding<string>? Binding { get; init; }
    public ImmutableArray<ObligationFinding> Obligations { get; init; } = [];
    /// <summary>"Annex 1: Statement of Work".</summary>
    public ImmutableArray<Finding<string>> Annexes { get; init; } = [];
    public ImmutableArray<GoverningBodyFinding> Bodies { get; init; } = [];
    /// <summary>"5 years from termination"; "stated" where no time is set.</summary>
    public Finding<string>? Confidentiality { get; init; }
    /// <summary>background-kept, results-joint, owner-generates, separate-agreement, no-licence or stated.</summary>
    public ImmutableArray<Finding<string>> Property { get; init; } = [];
    /// <summary>own-costs, no-exchange, no-obligation, subject-to-funds, separate-agreement, or an amount as "EUR 186500" (ISO 4217).</summary>
    public ImmutableArray<Finding<string>> Funding { get; init; } = [];
}

public sealed record PartyFinding
{
    public required Finding<string> Name { get; init; }
    /// <summary>What it is called hereinafter.</summary>
    public Finding<string>? Short { get; init; }
    public Finding<string>? Acronym { get; init; }
    /// <summary>Address or town of its seat.</summary>
    public Finding<string>? Seat { get; init; }
    /// <summary>ISO 3166-1 alpha-2, where name or seat show it.</summary>
    public Finding<string>? Country { get; init; }
    /// <summary>"Coordinator", "Lead Partner".</summary>
    public Finding<string>? Role { get; init; }
}

/// <summary>An earlier instrument.</summary>
public sealed record EarlierFinding
{
    public required Finding<string> Title { get; init; }
    /// <summary>EDTF.</summary>
    public Finding<string>? Date { get; init; }
    /// <summary>under, amends, extends, replaces or recalls.</summary>
    public required Finding<string> Relation { get; init; }
}

/// <summary>One block for a signature; with a party and no name it is a blank to be signed.</summary>
public sealed record SignatureFinding
{
    /// <summary>Name of a party as in <see cref="AgreementWording.Parties"/> where it is one of them, else the words of the block.</summary>
    public Finding<string>? Party { get; init; }
    public Finding<string>? Name { get; init; }
    public Finding<string>? Office { get; init; }
    /// <summary>"for", "on behalf of", "for and on behalf of".</summary>
    public Finding<string>? Capacity { get; init; }
    public Finding<string>? Place { get; init; }
    /// <summary>EDTF.</summary>
    public Finding<string>? Date { get; init; }
}

/// <summary>How a party gets out.</summary>
public sealed record NoticeFinding
{
    public Finding<Period>? Period { get; init; }
    /// <summary>written, "registered letter" or "diplomatic channels".</summary>
    public Finding<string>? Form { get; init; }
    /// <summary>each, or the short form of the only party that may.</summary>
    public Finding<string>? By { get; init; }
}

public sealed record ObligationFinding
{
    /// <summary>"each party", "parties", a party's short form, or the words of the text.</summary>
    public required Finding<string> Owner { get; init; }
    public required Finding<string> Deed { get; init; }
    public Finding<DueRule>? Due { get; init; }
}

/// <summary>A committee, commission, board or group that the agreement sets up.</summary>
public sealed record GoverningBodyFinding
{
    public required Finding<string> Name { get; init; }
    public Finding<DueRule>? Meets { get; init; }
    /// <summary>In the words of the text.</summary>
    public Finding<string>? Chairs { get; init; }
}
