namespace Concordat.Today;

/// <summary>Why something is on Today; the order is the order of urgency among matters of one day.</summary>
public enum MatterSort
{
    Deadline,
    /// <summary>A letter asks us for a reply.</summary>
    Reply,
    /// <summary>Sources differ on a value that a deadline or an agreed text rests on.</summary>
    Conflict,
    Confirm, Intake,
    /// <summary>An action that our office answers for falls due.</summary>
    Action,
}

/// <summary>One thing that a person can act on now.</summary>
/// <param name="Key">Names the matter for putting off; a matter that changes (another end) has another key and comes back.</param>
/// <param name="Record">The record it is about; of an intake matter the source.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Officer">Who answers for the record, as written; null where nobody does.</param>
/// <param name="Rank">Lower comes first: days until it is too late, or a fixed place for what has no day.</param>
public sealed record Matter(string Key, MatterSort Sort, Guid Record, string Kind, string Title, string Why, long Rank, string? Officer = null)
{
    /// <summary>What a deadline is about.</summary>
    public Concordat.Agreements.Terms.DeadlineSort? Deadline { get; init; }
}

/// <summary>What a person put off. Workshop: not part of the record.</summary>
public sealed record PutOffRow
{
    /// <summary>As of <see cref="PutOff.Person"/>.</summary>
    public required string Person { get; init; }
    /// <summary>Key of the matter.</summary>
    public required string Matter { get; init; }
    public required string Title { get; init; }
    /// <summary>First day on which it is shown again; a past one means that it was brought back.</summary>
    public required long Until { get; init; }
}
