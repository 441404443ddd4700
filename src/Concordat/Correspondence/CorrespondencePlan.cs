using System.Runtime.CompilerServices;
using Concordat.Lists;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Correspondence;

/// <summary>How the list of letters is narrowed: which way, who owes a reply, kind, the record that is concerned, desk officer; the latest first.</summary>
public static class CorrespondencePlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = CorrespondenceKind.Name, Facets = ["direction", "reply", "kind", "with", "officer"], Orders = [new("day", true), new("due", false)], OrderedFirst = true,
        Read = (db, records, today) => ReadAsync(db, records, today), Dependents = WaitingAsync,
    };

    private static async IAsyncEnumerable<IndexedLine> ReadAsync(ReadDb db, IReadOnlyCollection<Guid>? records, long today, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var (rows, links) = (db.Correspondence, db.Concerns);
        if (records is not null) (rows, links) = (rows.Where(r => records.Contains(r.Record)), links.Where(c => records.Contains(c.Record)));
        var concerned = (await links.Select(c => new { c.Record, c.Of }).ToListAsync(stop)).ToLookup(c => c.Record, c => c.Of);
        await foreach (var line in Replies.Lines(db, rows).AsAsyncEnumerable().WithCancellation(stop)) yield return Line(line, concerned[line.Letter.Record], today);
    }

    private static IndexedLine Line(LetterLine line, IEnumerable<Guid> concerned, long today)
    {
        var row = line.Letter;
        List<(string, string)> values = [("direction", row.Direction)];
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.DeskOfficer is not null) values.Add(("officer", row.DeskOfficer));
        values.AddRange(concerned.Select(c => ("with", c.ToString("D"))));
        if (line.Awaited)
        {
            values.Add(("reply", row.Direction == CorrespondenceKind.In ? "ours" : "theirs"));
            if (row.ReplyDueLo < today) values.Add(("reply", "overdue"));
        }

        return new(row.Record, row.SortKey, [row.Day, row.ReplyDueLo], values, line.Awaited && row.ReplyDueLo >= today ? row.ReplyDueLo + 1 : null);
    }

    /// <summary>Whether a letter waits hangs on others, which may be gone by now: all that ask for a reply are looked at again.</summary>
    private static async Task<List<Guid>> WaitingAsync(ReadDb db, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var others = await db.Headlines.CountAsync(h => records.Contains(h.Record) && h.Kind != CorrespondenceKind.Name, stop);
        return others == records.Count ? [] : await db.Correspondence.Where(l => l.ReplyDueLo != null).Select(l => l.Record).ToListAsync(stop);
    }
}
