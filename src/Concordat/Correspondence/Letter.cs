using System.Collections.Immutable;
using Concordat.Agreements;

namespace Concordat.Correspondence;

/// <summary>One letter, mail, note or other message that came in or went out. Whether a reply is still awaited is computed, never stored.</summary>
public sealed record Letter
{
    /// <summary>Its subject.</summary>
    public required string Title { get; init; }
    /// <summary><c>in</c> or <c>out</c>.</summary>
    public required string Direction { get; init; }
    /// <summary>One of <see cref="CorrespondenceKind.Sorts"/>.</summary>
    public string? LetterSort { get; init; }
    /// <summary>EDTF.</summary>
    public string? Sent { get; init; }
    /// <summary>EDTF.</summary>
    public string? Received { get; init; }
    public Guid? FromOrganisation { get; init; }
    public Guid? FromPerson { get; init; }
    public Guid? ToOrganisation { get; init; }
    public Guid? ToPerson { get; init; }
    public ImmutableArray<About> About { get; init; } = [];
    /// <summary>Schemes <see cref="CorrespondenceKind.Ours"/>, <see cref="CorrespondenceKind.Theirs"/>, or any other.</summary>
    public ImmutableArray<Reference> References { get; init; } = [];
    /// <summary>EDTF: the day by which it asks for a reply; null where it asks for none.</summary>
    public string? ReplyDue { get; init; }
    /// <summary>The letter that it answers, which then waits no more.</summary>
    public Guid? RepliesTo { get; init; }
    /// <summary>The letter of which it reminds, the first of several; it waits in its place.</summary>
    public Guid? RemindsOf { get; init; }
    /// <summary>The document itself.</summary>
    public Guid? Source { get; init; }
    public string? DeskOfficer { get; init; }
    public string? Note { get; init; }

    /// <summary>The other side: who sent what came in, who gets what went out.</summary>
    public Guid? Other() => Direction == CorrespondenceKind.In ? FromOrganisation : ToOrganisation;

    public Guid? OtherPerson() => Direction == CorrespondenceKind.In ? FromPerson : ToPerson;

    /// <summary>Our own organisation.</summary>
    public Guid? Own() => Direction == CorrespondenceKind.In ? ToOrganisation : FromOrganisation;
}

/// <summary>A record of any kind that a letter is about.</summary>
public sealed record About(Guid Id, Guid Record);
