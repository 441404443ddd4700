using System.Collections.Immutable;

namespace Concordat.Intake.Letters;

/// <summary>The short form by which a letter is logged: everything as typed.</summary>
public sealed record LogForm
{
    /// <summary>The document, when there is one.</summary>
    public Guid? Source { get; init; }
    /// <summary>As of <see cref="AgreementForm.Showing"/>.</summary>
    public Guid? Showing { get; init; }
    public string Subject { get; init; } = "";
    /// <summary><c>in</c> or <c>out</c>; null where nobody could tell.</summary>
    public string? Direction { get; init; }
    public string? Sort { get; init; }
    /// <summary>Names of organisations and people; what the register does not know is made.</summary>
    public string? From { get; init; }
    public string? FromPerson { get; init; }
    public string? To { get; init; }
    public string? ToPerson { get; init; }
    public string? Sent { get; init; }
    public string? Received { get; init; }
    public string? OurReference { get; init; }
    public string? TheirReference { get; init; }
    public string? ReplyDue { get; init; }
    public string? DeskOfficer { get; init; }
    public ImmutableArray<Guid> About { get; init; } = [];
    /// <summary>Name or number of one more record.</summary>
    public string? AlsoAbout { get; init; }
    public Guid? RepliesTo { get; init; }
    public Guid? RemindsOf { get; init; }
}
