using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Correspondence;

/// <summary>One page of the correspondence.</summary>
/// <param name="Narrowed">What a filter by another record is called.</param>
public sealed record LetterLines(IReadOnlyList<LetterInWords> Rows, Guid? Earlier, Guid? Later, IReadOnlyDictionary<string, string> Narrowed)
{
    /// <summary>The page in words, for a spreadsheet.</summary>
    public Lines InWords() => new(
        CorrespondenceKind.Name, ["In or out", "With", "Kind", "Day", "Reply due", "Reply", "Desk officer"],
        [.. Rows.Select(r => new Line(r.Record, r.Title, [r.Direction, r.With, r.Kind, r.Day, r.ReplyDue, r.Reply?.Label(), r.DeskOfficer]))], Earlier, Later);
}

/// <summary>How it stands with the reply that a letter asks for.</summary>
public enum ReplyState
{
    Awaited, Overdue, Settled,
}

/// <summary>One letter in words.</summary>
/// <param name="Reply">Null where it asks for none.</param>
public sealed record LetterInWords(Guid Record, string Title, string Direction, string? With, string? Kind, string Day, string? ReplyDue, ReplyState? Reply, string? DeskOfficer)
{
    /// <summary>"Letter out": what stands under the subject.</summary>
    public string Under => $"{Kind ?? "Correspondence"} {(Direction == Came ? "in" : "out")}";

    private static readonly string Came = CorrespondenceKind.Directions[0].Label;

    public static LetterInWords Of(LetterLine line, long today) => Of(line.Letter, line, today);

    private static LetterInWords Of(CorrespondenceRow row, LetterLine line, long today) => new(
        row.Record, row.Title, CorrespondenceKind.Directions.First(d => d.Value == row.Direction).Label, line.Other, CorrespondenceKind.Sorts.FirstOrDefault(s => s.Value == row.Sort)?.Label,
        Short(row.Direction == CorrespondenceKind.In ? row.Received ?? row.Sent : row.Sent ?? row.Received) ?? "", Short(row.ReplyDue),
        row.ReplyDueLo is null ? null : !line.Awaited ? ReplyState.Settled : row.ReplyDueLo < today ? ReplyState.Overdue : ReplyState.Awaited, row.DeskOfficer);

    private static string? Short(string? edtf) => When.TryParse(edtf, out var when) ? when.SayShort() : null;
}

/// <summary>Asks for one page: two statements, one more when it is not the first, one more when it is narrowed to a record.</summary>
internal static class LetterList
{
    public static string Label(this ReplyState state) => state switch { ReplyState.Awaited => "awaited", ReplyState.Overdue => "overdue", _ => "settled" };

    public static string Look(ReplyState state) => "state " + state switch { ReplyState.Awaited => "busy", ReplyState.Overdue => "care", _ => "good" };

    public static async Task<LetterLines> ReadAsync(ReadDb db, ListQuery query, long today, CancellationToken stop)
    {
        var rows = Filter(db, query, today).ByWords(db, query.Words);
        var page = query.Sort == "due"
            ? await Keyset.PageAsync(rows.Where(r => r.ReplyDueLo != null), db.Correspondence, r => r.ReplyDueLo ?? 0, false, query, stop)
            : await Keyset.PageAsync(rows, db.Correspondence, r => r.Day, true, query, stop);
        var ids = page.Rows.Select(r => r.Record).ToList();
        var lines = ids.Count == 0 ? [] : await Replies.Lines(db, db.Correspondence.Where(l => ids.Contains(l.Record))).ToDictionaryAsync(l => l.Letter.Record, stop);
        return new([.. page.Rows.Where(r => lines.ContainsKey(r.Record)).Select(r => LetterInWords.Of(lines[r.Record], today))], page.Earlier, page.Later, await SimpleList.NarrowedAsync(db, query, "with", stop));
    }

    /// <summary>The latest letters that concern a record, in one statement.</summary>
    public static async Task<List<LetterInWords>> OfRecordAsync(ReadDb db, Guid record, int most, long today, CancellationToken stop) =>
        (await Replies.LatestAsync(db, record, most, stop)).ConvertAll(l => LetterInWords.Of(l, today));

    private static IQueryable<CorrespondenceRow> Filter(ReadDb db, ListQuery query, long today)
    {
        var rows = db.Correspondence;
        if (query["direction"] is { } direction) rows = rows.Where(r => r.Direction == direction);
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query["officer"] is { } officer) rows = rows.Where(r => r.DeskOfficer == officer);
        if (Guid.TryParse(query["with"], out var with)) rows = rows.Where(r => db.Concerns.Any(c => c.Of == with && c.Record == r.Record));
        return query["reply"] switch
        {
            "ours" => rows.Where(r => r.Direction == CorrespondenceKind.In).Awaited(db),
            "theirs" => rows.Where(r => r.Direction == CorrespondenceKind.Out).Awaited(db),
            "overdue" => rows.Where(r => r.ReplyDueLo < today).Awaited(db),
            _ => rows,
        };
    }
}
