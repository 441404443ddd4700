using System.Collections.Immutable;
using Concordat.Agreements;

namespace Concordat.Meetings;

/// <summary>A numbered session of a body, or any other meeting (then without body and number).</summary>
public sealed record Meeting
{
    public required string Title { get; init; }
    public Guid? Body { get; init; }
    /// <summary>Number of the session within its body.</summary>
    public int? Number { get; init; }
    /// <summary>One of <see cref="MeetingKind.Sorts"/>.</summary>
    public string? MeetingSort { get; init; }
    /// <summary>EDTF span, first to last day.</summary>
    public string? Dates { get; init; }
    public string? Place { get; init; }
    public Guid? Host { get; init; }
    public ImmutableArray<Chair> Chairs { get; init; } = [];
    public ImmutableArray<Guide> GuidedBy { get; init; } = [];
    public ImmutableArray<Topic> Topics { get; init; } = [];
    public ImmutableArray<SessionOutcome> Outcomes { get; init; } = [];
    public ImmutableArray<Opportunity> Opportunities { get; init; } = [];
    public string? DeskOfficer { get; init; }
    public string? Note { get; init; }
}

/// <param name="Role">The office held on that day, in the words of the source.</param>
public sealed record Chair(Guid Id, Guid Person, string? Role, Guid? Organisation);

/// <summary>Something reviewed or discussed.</summary>
public sealed record Topic(Guid Id, string Text);

/// <summary>Something that came out; a plenary's decision is not yet an approval.</summary>
public sealed record SessionOutcome(Guid Id, string Text, Guid? Agreement);

/// <summary>Who might work with whom, raised here; nothing is agreed.</summary>
/// <param name="Initiative">Named programme without an instrument.</param>
public sealed record Opportunity(Guid Id, string Text, Guid? Organisation, Guid? Partner, string? Initiative);
