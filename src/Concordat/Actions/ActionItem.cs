using System.Collections.Immutable;

namespace Concordat.Actions;

/// <summary>A task that was agreed, with an owner and a day. Whether it is open or overdue is computed.</summary>
public sealed record ActionItem
{
    /// <summary>What is to be done.</summary>
    public required string Title { get; init; }
    /// <summary>Its permanent number: "JTG-24/07".</summary>
    public string? Number { get; init; }
    public Guid? Body { get; init; }
    /// <summary>The meeting that agreed it.</summary>
    public Guid? RaisedAt { get; init; }
    public ImmutableArray<Subject> About { get; init; } = [];
    /// <summary>The side that owes it.</summary>
    public Guid? Side { get; init; }
    public Guid? Person { get; init; }
    /// <summary>EDTF.</summary>
    public string? Due { get; init; }
    /// <summary>EDTF: when it was closed.</summary>
    public string? Closed { get; init; }
    /// <summary>One of <see cref="ActionKind.Closings"/>; null while it is open.</summary>
    public string? ClosedAs { get; init; }
    public ImmutableArray<Proof> Proofs { get; init; } = [];
    public ImmutableArray<Acceptance> Accepted { get; init; } = [];
    public string? DeskOfficer { get; init; }
    public string? Deputy { get; init; }
    public string? Note { get; init; }
}

/// <summary>An agreement that the action serves.</summary>
public sealed record Subject(Guid Id, Guid Agreement);

/// <summary>What shows that it was done.</summary>
public sealed record Proof(Guid Id, Guid Source);

/// <summary>A side that accepts the closing.</summary>
/// <param name="On">EDTF.</param>
public sealed record Acceptance(Guid Id, Guid Side, string? On);
