using System.Collections.Immutable;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Agreements.Terms;

/// <summary>A deadline with its agreement.</summary>
public sealed record DeadlineLine
{
    public required DeadlineRow Row { get; init; }
    public required string Title { get; init; }
    public string? DeskOfficer { get; init; }

    public DeadlineSort Sort => Enum.Parse<DeadlineSort>(Row.Sort);
}

/// <summary>Which deadlines are listed; what is null does not narrow.</summary>
/// <param name="From">First day, and one on which what may be past but need not be still counts.</param>
/// <param name="To">Last day.</param>
public sealed record DeadlineWish(long From, long To, DeadlineSort? Sort = null, string? Officer = null)
{
    /// <summary>Only agreements among these.</summary>
    public IQueryable<Guid>? Records { get; init; }
}

/// <summary>Lists deadlines by day, over an index of days: the cost does not grow with the register.</summary>
public static class ListDeadlines
{
    /// <summary>Days for which a deadline whose earliest day has passed is still looked for.</summary>
    public const int LookBack = 400;

    public static readonly ImmutableArray<Choice> Sorts =
        [new(nameof(DeadlineSort.Notice), "Last day for notice"), new(nameof(DeadlineSort.Renewal), "Renews by itself"), new(nameof(DeadlineSort.Ends), "Ends"), new(nameof(DeadlineSort.Survival), "Survival ends")];

    public static string Label(DeadlineSort sort) => Sorts[(int)sort].Label;

    /// <summary>By earliest day, at most so many.</summary>
    public static async Task<IReadOnlyList<DeadlineLine>> RunAsync(ReadDb db, DeadlineWish wish, int most, int skip = 0, CancellationToken stop = default) =>
        await Lines(db, wish).OrderBy(l => l.Row.Lo).ThenBy(l => l.Row.Record).ThenBy(l => l.Row.Ordinal).Skip(skip).Take(most).ToListAsync(stop);

    /// <summary>How many, counted to a limit.</summary>
    public static Task<int> CountAsync(ReadDb db, DeadlineWish wish, int most, CancellationToken stop = default) => Lines(db, wish).Take(most).CountAsync(stop);

    private static IQueryable<DeadlineLine> Lines(ReadDb db, DeadlineWish wish)
    {
        var (first, from, to) = (wish.From - LookBack, wish.From, wish.To);
        var rows = db.Deadlines.Where(d => d.Lo >= first && d.Lo <= to && d.Hi >= from);
        if (wish.Records is { } records) rows = rows.Where(d => records.Contains(d.Record));
        if (wish.Sort?.ToString() is { } sort) rows = rows.Where(d => d.Sort == sort);
        var lines = rows.Join(db.Headlines, d => d.Record, h => h.Record, (d, h) => new DeadlineLine { Row = d, Title = h.Title, DeskOfficer = h.DeskOfficer });
        if (wish.Officer is { } officer) lines = lines.Where(l => l.DeskOfficer == officer);
        return lines;
    }
}
