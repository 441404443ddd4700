using System.Collections.Immutable;

namespace Concordat.Correspondence;

/// <summary>All that stands on the paper of one letter, in words.</summary>
public sealed record LetterDraft
{
    /// <summary>Name of the office in the letterhead, and its quiet lines: place, country, address in the web.</summary>
    public required string Office { get; init; }
    public ImmutableArray<string> OfficeLines { get; init; } = [];
    public string? OurReference { get; init; }
    public string? TheirReference { get; init; }
    /// <summary>"Lisbon, 23 November 2026".</summary>
    public required string PlaceAndDay { get; init; }
    public ImmutableArray<string> Addressee { get; init; } = [];
    public required string Subject { get; init; }
    /// <summary>From the greeting to the close; an empty line parts paragraphs.</summary>
    public required string Text { get; init; }
    /// <summary>Name and office of who signs.</summary>
    public ImmutableArray<string> Signatory { get; init; } = [];
    /// <summary>The day of sending, for the file's own properties.</summary>
    public required DateOnly Day { get; init; }
}
