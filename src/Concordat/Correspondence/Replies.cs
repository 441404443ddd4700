using System.Linq.Expressions;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Correspondence;

/// <summary>Which letters wait for a reply: those that ask for one and have neither a reply nor a reminder that waits in their place.</summary>
public static class Replies
{
    /// <summary>Days after which a reply that never came is no matter of the day any more; lists keep it.</summary>
    public const int Forgotten = 400;

    /// <summary>Those of these that wait still. A reply to the letter that a reminder is about answers the reminder too; of several reminders the last one waits.</summary>
    public static IQueryable<CorrespondenceRow> Awaited(this IQueryable<CorrespondenceRow> letters, ReadDb db) => letters.Where(Waits(db));

    private static Expression<Func<CorrespondenceRow, bool>> Waits(ReadDb db) => l =>
        l.ReplyDueLo != null && !db.Correspondence.Any(a => a.RepliesTo == l.Record) && !db.Correspondence.Any(a => a.RemindsOf == l.Record)
        && (l.RemindsOf == null || (!db.Correspondence.Any(a => a.RepliesTo == l.RemindsOf) && !db.Correspondence.Any(a => a.RemindsOf == l.RemindsOf && a.Record > l.Record)));

    /// <summary>True while this letter waits for a reply.</summary>
    public static Task<bool> IsAwaitedAsync(ReadDb db, Guid letter, CancellationToken stop = default) => db.Correspondence.Where(l => l.Record == letter).Awaited(db).AnyAsync(stop);

    /// <summary>Our own organisation, as the newest letter has it; null before the first letter that names it.</summary>
    public static Task<Guid?> OwnAsync(ReadDb db, CancellationToken stop = default) =>
        db.Correspondence.Where(l => l.Own != null).OrderByDescending(l => l.Record).Select(l => l.Own).FirstOrDefaultAsync(stop);

    /// <summary>The latest letters that concern a record, in one statement.</summary>
    public static Task<List<LetterLine>> LatestAsync(ReadDb db, Guid of, int most, CancellationToken stop = default) =>
        Lines(db, db.Concerns.Where(c => c.Of == of).OrderByDescending(c => c.Day).ThenByDescending(c => c.Record).Take(most).Join(db.Correspondence, c => c.Record, l => l.Record, (c, l) => l))
            .OrderByDescending(l => l.Letter.Day).ThenByDescending(l => l.Letter.Record).ToListAsync(stop);

    /// <summary>Letters with the name of the other side, its organisation, else its person, and whether they wait: asked for few, it costs a look at indexes for each.</summary>
    public static IQueryable<LetterLine> Lines(ReadDb db, IQueryable<CorrespondenceRow> letters) =>
        from s in letters.WithState(db)
        join o in db.Headlines on s.Letter.Other ?? s.Letter.OtherPerson equals o.Record into others
        from o in others.DefaultIfEmpty()
        select new LetterLine { Letter = s.Letter, Awaited = s.Awaited, Other = o.Title };

    /// <summary>Letters, each with whether it waits.</summary>
    internal static IQueryable<StatedLetter> WithState(this IQueryable<CorrespondenceRow> letters, ReadDb db) => letters.Select(State(db));

    // The condition itself as a column: written out twice, the two would part one day.
    private static Expression<Func<CorrespondenceRow, StatedLetter>> State(ReadDb db)
    {
        var waits = Waits(db);
        var made = Expression.MemberInit(
            Expression.New(typeof(StatedLetter)), Expression.Bind(typeof(StatedLetter).GetProperty(nameof(StatedLetter.Letter))!, waits.Parameters[0]), Expression.Bind(typeof(StatedLetter).GetProperty(nameof(StatedLetter.Awaited))!, waits.Body));
        return Expression.Lambda<Func<CorrespondenceRow, StatedLetter>>(made, waits.Parameters);
    }
}

/// <summary>A letter and whether it waits for a reply.</summary>
internal sealed class StatedLetter
{
    public CorrespondenceRow Letter { get; init; } = null!;
    public bool Awaited { get; init; }
}

/// <summary>A letter as lists show it.</summary>
public sealed record LetterLine
{
    public required CorrespondenceRow Letter { get; init; }
    /// <summary>Name of the other side; null where none is stated.</summary>
    public string? Other { get; init; }
    /// <summary>True while it waits for a reply.</summary>
    public bool Awaited { get; init; }
}
