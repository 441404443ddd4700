using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>One thing that a deed does to one path of one record.</summary>
public abstract record Change(FieldPath Path);

/// <summary>The value becomes this one; null removes it. Held claims that say otherwise are set aside, which asks a reason.</summary>
public sealed record Set(FieldPath Path, JsonNode? Value, Citation? Citation = null) : Change(Path);

/// <summary>A source says this value: it fills an empty path, confirms an equal one, and stands as a rival beside another.</summary>
public sealed record Witness(FieldPath Path, JsonNode Value, Citation Citation) : Change(Path);

/// <summary>A person settles what a path holds: this claim. The others are set aside.</summary>
public sealed record Prefer(FieldPath Path, Guid Claim) : Change(Path);

/// <summary>A person sets a rival aside; the value stays.</summary>
public sealed record SetAside(FieldPath Path, Guid Claim) : Change(Path);

/// <summary>Puts back what stood at a path, claims included; only undoing uses it.</summary>
internal sealed record Restore(FieldPath Path, JsonNode? Value) : Change(Path);

/// <summary>All that one deed does to one record.</summary>
/// <param name="BaseVersion">The version that the person or program saw; 0 makes the record.</param>
public sealed record Edit(Guid Record, string Kind, int BaseVersion, ImmutableArray<Change> Changes)
{
    public static Edit Create(Guid record, string kind, IEnumerable<Change> changes) => new(record, kind, 0, [.. changes]);

    public static Edit Of(Document seen, params IEnumerable<Change> changes) => new(seen.Id, seen.Kind, seen.Version, [.. changes]);
}

/// <summary>Who did it, when, and why: what the journal writes beside every change.</summary>
/// <param name="Reason">Free words; needed only where <c>record.reason-needed</c> says so.</param>
public sealed record Stamp(Actor By, DateTimeOffset At, string? Reason);
