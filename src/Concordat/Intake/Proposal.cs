using System.Collections.Immutable;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>A record that a text suggests: nothing is in the register until a person accepts it.</summary>
public sealed record Proposal
{
    /// <summary>Unique in the text and the same at every reading: "o1", "i2", "m1", "b1".</summary>
    public required string Key { get; init; }
    /// <summary>Kind of record.</summary>
    public required string Kind { get; init; }
    /// <summary>What the record would be called.</summary>
    public required string Title { get; init; }
    /// <summary>In order of the kind's fields; those of one list element stand together.</summary>
    public required ImmutableArray<ProposedValue> Values { get; init; }
    /// <summary>Records of the register that may be the same, best first, at most five.</summary>
    public ImmutableArray<Candidate> Candidates { get; init; } = [];
    /// <summary>The sentence that made the reader propose it.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The candidate that is taken unless a person says otherwise; null proposes a new record.</summary>
    public Candidate? Suggested => Candidates.FirstOrDefault(c => c.Score >= Candidate.Same);
}

/// <summary>The exact words behind a value; null place where the evidence is a page.</summary>
public sealed record Evidence(TextSpan Place, string Quote, string Rule)
{
    public static Evidence Of<T>(Finding<T> finding) => new(finding.Evidence, finding.Quote, finding.Rule);
}

/// <summary>One value of a proposal, with the words that say it.</summary>
public sealed record ProposedValue
{
    /// <summary>Unique in the proposal: <c>signed</c>, <c>chairs.p1.role</c>.</summary>
    public required string Key { get; init; }
    /// <summary>The field of the record, or of the element when <see cref="Element"/> is given.</summary>
    public required Field Field { get; init; }
    /// <summary>Name of the list, or null for a value of the record itself.</summary>
    public string? List { get; init; }
    /// <summary>Tells the elements of a list apart within the proposal.</summary>
    public string? Element { get; init; }
    /// <summary>As documents hold it; the key of another proposal where <see cref="Field"/> is a reference.</summary>
    public required string Value { get; init; }
    /// <summary>Null where the value is composed of others, as a title may be.</summary>
    public Evidence? Evidence { get; init; }
    /// <summary>Other values that the same text states.</summary>
    public ImmutableArray<ProposedRival> Rivals { get; init; } = [];
}

public sealed record ProposedRival(string Value, Evidence Evidence);

/// <summary>A record of the register that may be the one a text speaks of.</summary>
/// <param name="Score">0 to 1; see <see cref="Same"/>.</param>
/// <param name="Why">What speaks for it, in a few words.</param>
public sealed record Candidate(Guid Record, string Title, string Detail, double Score, string Why)
{
    /// <summary>From here on it is suggested as the same; below, as possible only.</summary>
    public const double Same = 0.85;

    /// <summary>What the scores of several become that cannot be told apart.</summary>
    public const double Unsure = 0.8;

    /// <summary>Below this it is not shown.</summary>
    public const double Possible = 0.4;
}
