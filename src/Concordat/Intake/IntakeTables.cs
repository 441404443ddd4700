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

internal static class IntakeTables
{
    public static void Add(ModelBuilder model) =>
        model.Entity<IntakeRow>(e => { e.ToTable("intake").HasKey(r => r.Source); e.HasIndex(r => new { r.State, r.At }); });
}
