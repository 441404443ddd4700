using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>A source that waits at the intake desk, or was dealt with there. Workshop: not part of the record.</summary>
public sealed record IntakeRow
{
    public required Guid Source { get; init; }
    public required string Title { get; init; }
    /// <summary>waiting, accepted or set-aside.</summary>
    public required string State { get; init; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public required long At { get; init; }
}

/// <summary>A source of pictures that a machine is to read, or has tried to. Workshop: not part of the record.</summary>
public sealed record ReadingRow
{
    public const string Waiting = "waiting", Done = "done", Failed = "failed";

    public required Guid Source { get; init; }
    public required string State { get; init; }
    /// <summary>Why it failed, for a person.</summary>
    public string? Note { get; init; }
    /// <summary>Microseconds since 1970, UTC.</summary>
    public required long At { get; init; }
}

internal static class IntakeTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<IntakeRow>(e => { e.ToTable("intake").HasKey(r => r.Source); e.HasIndex(r => new { r.State, r.At }); });
        model.Entity<ReadingRow>(e => { e.ToTable("reading").HasKey(r => r.Source); e.HasIndex(r => new { r.State, r.At }); });
    }
}
