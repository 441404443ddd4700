using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>A proposed pair that a person put off. Workshop: not part of the record.</summary>
public sealed record LaterRow
{
    /// <summary>The smaller id of the two.</summary>
    public required Guid One { get; init; }
    public required Guid Other { get; init; }
    /// <summary>First day on which it is shown again; a past one means that it was brought back.</summary>
    public required long Until { get; init; }
}

internal static class SamenessTables
{
    public static void Add(ModelBuilder model) => model.Entity<LaterRow>().ToTable("same_later").HasKey(r => new { r.One, r.Other });
}
