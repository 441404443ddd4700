using System.Collections.Immutable;

namespace Concordat.Intake.Letters;

/// <summary>The form from which a letter is made: everything as typed.</summary>
public sealed record WriteForm
{
    /// <summary>Name of a <see cref="Correspondence.LetterTemplate"/>.</summary>
    public string Template { get; init; } = "";
    /// <summary>As of <see cref="AgreementForm.Showing"/>.</summary>
    public Guid? Showing { get; init; }
    public string? From { get; init; }
    public string? FromPerson { get; init; }
    public string? To { get; init; }
    public string? ToPerson { get; init; }
    public string? OurReference { get; init; }
    public string? TheirReference { get; init; }
    public string? Place { get; init; }
    public string Subject { get; init; } = "";
    /// <summary>Greeting, paragraphs, close.</summary>
    public string Text { get; init; } = "";
    public string? Sent { get; init; }
    public string? ReplyDue { get; init; }
    public string? DeskOfficer { get; init; }
    public ImmutableArray<Guid> About { get; init; } = [];
    public Guid? RepliesTo { get; init; }
    public Guid? RemindsOf { get; init; }
}
