using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Correspondence;

/// <summary>Which letters wait for a reply: those that ask for one and have neither a reply nor a reminder that waits in their place.</summary>
public static class Replies
{
    /// <summary>Days after which a reply that never came is no matter of the day any more; lists keep it.</summary>
    public const int Forgotten = 400;

    /// <summary>Those of these that wait still. A reply to the letter that a reminder is about answers the reminder too; of several reminders the last one waits.</summary>
    public static IQueryable<CorrespondenceRow> Awaited(this IQueryable<CorrespondenceRow> letters, ReadDb db) => letters
        .Where(l => l.ReplyDueLo != null && !db.Correspondence.Any(a => a.RepliesTo == l.Record) && !db.Correspondence.Any(a => a.RemindsOf == l.Record))
        .Where(l => l.RemindsOf == null || (!db.Correspondence.Any(a => a.RepliesTo == l.RemindsOf) && !db.Correspondence.Any(a => a.RemindsOf == l.RemindsOf && a.Record > l.Record)));

    /// <summary>True while this letter waits for a reply.</summary>
    public static Task<bool> IsAwaitedAsync(ReadDb db, Guid letter, CancellationToken stop = default) => db.Correspondence.Where(l => l.Record == letter).Awaited(db).AnyAsync(stop);

    /// <summary>Our own organisation, as the newest letter has it; null before the first letter that names it.</summary>
    public static Task<Guid?> OwnAsync(ReadDb db, CancellationToken stop = default) =>
        db.Correspondence.Where(l => l.Own != null).OrderByDescending(l => l.Record).Select(l => l.Own).FirstOrDefaultAsync(stop);

    /// <summary>The latest letters that concern a record, in one statement.</summary>
    public static Task<List<LetterLine>> LatestAsync(ReadDb db, Guid of, int most, CancellationToken stop = default) =>
        Lines(db, db.Concerns.Where(c => c.Of == of).OrderByDescending(c => c.Day).ThenByDescending(c => c.Record).Take(most).Join(db.Correspondence, c => c.Record, l => l.Record, (c, l) => l))
            .OrderByDescending(l => l.Letter.Day).ThenByDescending(l => l.Letter.Record).ToListAsync(stop);

    /// <summary>Letters with the name of the other side: its organisation, else its person.</summary>
    public static IQueryable<LetterLine> Lines(ReadDb db, IQueryable<CorrespondenceRow> letters) =>
        from l in letters
        join o in db.Headlines on l.Other ?? l.OtherPerson equals o.Record into others
        from o in others.DefaultIfEmpty()
        select new LetterLine { Letter = l, Other = o.Title };
}

/// <summary>A letter as lists show it.</summary>
public sealed record LetterLine
{
    public required CorrespondenceRow Letter { get; init; }
    /// <summary>Name of the other side; null where none is stated.</summary>
    public string? Other { get; init; }
}
