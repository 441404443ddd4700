using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.HandOver;

/// <summary>Days on which a desk officer is away, and who stands in. Workshop: an arrangement of the office, no part of the record.</summary>
public sealed record AbsenceRow
{
    /// <summary>By the name that records carry.</summary>
    public required string Officer { get; init; }
    /// <summary>First day away, a day number.</summary>
    public required long First { get; init; }
    /// <summary>Last day away; before <see cref="First"/> when it was called off.</summary>
    public required long Last { get; init; }
    /// <summary>Who stands in where a record names no deputy of its own.</summary>
    public required string Deputy { get; init; }
    public string? Note { get; init; }

    public bool On(long day) => First <= day && day <= Last;
}

internal static class HandOverTables
{
    public static void Add(ModelBuilder model) => model.Entity<AbsenceRow>(e => { e.ToTable("absence").HasKey(r => new { r.Officer, r.First }); e.HasIndex(r => r.Last); });
}

/// <summary>Asks for absences.</summary>
public static class Absences
{
    private const int Shown = 200;

    /// <summary>Those of today and later, by their first day, the first 200. One statement.</summary>
    public static Task<List<AbsenceRow>> AheadAsync(ReadDb db, long today, CancellationToken stop = default) =>
        db.Absences.Where(a => a.Last >= today && a.Last >= a.First).OrderBy(a => a.First).ThenBy(a => a.Officer).Take(Shown).ToListAsync(stop);

    /// <summary>Everyone's on one day.</summary>
    public static Task<List<AbsenceRow>> OnAsync(ReadDb db, long day, CancellationToken stop = default) => db.Absences.Where(a => a.Last >= day && a.First <= day).ToListAsync(stop);

    /// <summary>The one that begins on a day, unless it was called off or is over; null where there is none.</summary>
    public static Task<AbsenceRow?> FindAsync(ReadDb db, string officer, long first, long today, CancellationToken stop = default) =>
        db.Absences.FirstOrDefaultAsync(a => a.Officer == officer && a.First == first && a.Last >= today && a.Last >= a.First, stop);
}
