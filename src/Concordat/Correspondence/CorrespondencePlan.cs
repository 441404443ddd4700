using System.Globalization;
using System.Runtime.CompilerServices;
using Concordat.Lists;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Correspondence;

/// <summary>How the list of letters is narrowed: in or out, kind, whose reply is awaited, what it concerns, desk officer, year; the latest first.</summary>
public static class CorrespondencePlan
{
    // An edit of what a letter answers is rare: more of them at once make nothing wrong, only a line late.
    private const int MostMoved = 500;

    public static ListPlan Plan { get; } = new()
    {
        Kind = CorrespondenceKind.Name, Facets = ["direction", "kind", "reply", "with", "officer", "year"], Orders = [new("day", true), new("due", false)], OrderedFirst = true,
        Read = (db, records, today) => ReadAsync(db, records, today), Dependents = OfThreadAsync,
    };

    private static async IAsyncEnumerable<IndexedLine> ReadAsync(ReadDb db, IReadOnlyCollection<Guid>? records, long today, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var (rows, concerns) = (db.Correspondence, db.Concerns);
        if (records is not null) (rows, concerns) = (rows.Where(r => records.Contains(r.Record)), concerns.Where(c => records.Contains(c.Record)));
        var of = (await concerns.Select(c => new { c.Record, c.Of }).ToListAsync(stop)).ToLookup(c => c.Record, c => c.Of);
        await foreach (var stated in rows.WithState(db).AsAsyncEnumerable().WithCancellation(stop)) yield return Line(stated.Letter, stated.Awaited, of[stated.Letter.Record], today);
    }

    private static IndexedLine Line(CorrespondenceRow row, bool awaited, IEnumerable<Guid> concerns, long today)
    {
        List<(string, string)> values = [("direction", row.Direction), .. concerns.Select(c => ("with", c.ToString("D")))];
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.DeskOfficer is not null) values.Add(("officer", row.DeskOfficer));
        if (row.Day > -DayNumber.Unbounded) values.Add(("year", DayNumber.Civil(row.Day).Year.ToString(CultureInfo.InvariantCulture)));
        if (awaited) values.Add(("reply", row.Direction == CorrespondenceKind.In ? "ours" : "theirs"));
        if (awaited && row.ReplyDueLo < today) values.Add(("reply", "overdue"));
        return new(row.Record, row.SortKey, [row.Day, row.ReplyDueLo], values, awaited && row.ReplyDueLo >= today ? row.ReplyDueLo + 1 : null);
    }

    /// <summary>Letters that these answer or remind of, or did before they were changed or withdrawn, and the other reminders of those: whether they wait may have changed.</summary>
    private static async Task<List<Guid>> OfThreadAsync(ReadDb db, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var now = await db.Correspondence.Where(l => records.Contains(l.Record) && (l.RepliesTo != null || l.RemindsOf != null)).Select(l => new { l.RepliesTo, l.RemindsOf }).ToListAsync(stop);
        var moved = await db.Changes.Where(c => records.Contains(c.Record) && c.Version > 1 && (c.Paths.Contains("repliesTo") || c.Paths.Contains("remindsOf") || c.Paths.Contains("withdrawn") || c.Paths.Contains("mergedInto")))
            .OrderByDescending(c => c.Seq).Take(MostMoved).Select(c => new { c.Record, c.Version }).ToListAsync(stop);
        HashSet<Guid> heads = [.. now.SelectMany(n => new[] { n.RepliesTo, n.RemindsOf }).OfType<Guid>()];
        foreach (var change in moved)
            if (await db.VersionAsync(change.Record, change.Version - 1, stop) is { Kind: CorrespondenceKind.Name } before)
                heads.UnionWith(new[] { before.As<Letter>().RepliesTo, before.As<Letter>().RemindsOf }.OfType<Guid>());
        if (heads.Count == 0) return [];
        var reminders = await db.Correspondence.Where(l => l.RemindsOf != null && heads.Contains(l.RemindsOf.Value)).Select(l => l.Record).ToListAsync(stop);
        return [.. heads.Union(reminders)];
    }
}
