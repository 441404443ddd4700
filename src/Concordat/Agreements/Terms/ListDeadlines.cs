using System.Collections.Immutable;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Agreements.Terms;

/// <summary>A deadline with its agreement.</summary>
public sealed record DeadlineLine
{
    public required DeadlineRow Row { get; init; }
    public required string Title { get; init; }

    public DeadlineSort Sort => Enum.Parse<DeadlineSort>(Row.Sort);
}

/// <summary>Which deadlines are listed; what is null does not narrow.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DeadlineWish(long From, long To, DeadlineSort? Sort = null, string? Officer = null)
{
    /// <summary>Only agreements among these.</summary>
    public IQueryable<Guid>? Records { get; init; }

    /// <summary>Also those that may be past on the first day but need not be.</summary>
    public bool MayBePast { get; init; } = true;
}

/// <summary>Lists deadlines by day, over an index of days: the cost does not grow with the register.</summary>
public static class ListDeadlines
{
    /// <summary>Days for which a deadline whose earliest day has passed is still looked for.</summary>
    public const int LookBack = 400;

    public static readonly ImmutableArray<Choice> Sorts =
        [new(nameof(DeadlineSort.Notice), "Last day for notice"), new(nameof(DeadlineSort.Renewal), "Renews by itself"), new(nameof(DeadlineSort.Ends), "Ends"), new(nameof(DeadlineSort.Survival), "Survival ends")];

    public static string Label(DeadlineSort sort) => Sorts[(int)sort].Label;

    /// <summary>By earliest day, at most so many. One statement, and one for what may be past.</summary>
    public static async Task<IReadOnlyList<DeadlineLine>> RunAsync(ReadDb db, DeadlineWish wish, int most, CancellationToken stop = default)
    {
        var (first, from, to) = (wish.From - LookBack, wish.From, wish.To);
        var past = wish.MayBePast ? await LinesAsync(db, wish, db.Deadlines.Where(d => d.Wide == 1 && d.Lo >= first && d.Lo < from && d.Hi >= from), most, stop) : [];
        return [.. past, .. await LinesAsync(db, wish, db.Deadlines.Where(d => d.Lo >= from && d.Lo <= to), most - past.Count, stop)];
    }

    private static Task<List<DeadlineLine>> LinesAsync(ReadDb db, DeadlineWish wish, IQueryable<DeadlineRow> rows, int most, CancellationToken stop)
    {
        if (wish.Records is { } records) rows = rows.Where(d => records.Contains(d.Record));
        if (wish.Sort?.ToString() is { } sort) rows = rows.Where(d => d.Sort == sort);
        if (wish.Officer is { } officer) rows = rows.Where(d => d.DeskOfficer == officer);
        // Named after they were chosen: so many lines at most.
        return rows.OrderBy(d => d.Lo).ThenBy(d => d.Record).ThenBy(d => d.Ordinal).Take(most)
            .Join(db.Headlines, d => d.Record, h => h.Record, (d, h) => new DeadlineLine { Row = d, Title = h.Title }).OrderBy(l => l.Row.Lo).ThenBy(l => l.Row.Record).ThenBy(l => l.Row.Ordinal).ToListAsync(stop);
    }
}
