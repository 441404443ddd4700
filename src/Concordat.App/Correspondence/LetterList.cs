using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Correspondence;

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

/// <summary>Words of replies, and the letters of one record.</summary>
internal static class LetterList
{
    public static string Label(this ReplyState state) => state switch { ReplyState.Awaited => "awaited", ReplyState.Overdue => "overdue", _ => "settled" };

    public static string Look(ReplyState state) => "state " + state switch { ReplyState.Awaited => "busy", ReplyState.Overdue => "care", _ => "good" };

    /// <summary>The latest letters that concern a record, in one statement.</summary>
    public static async Task<List<LetterInWords>> OfRecordAsync(ReadDb db, Guid record, int most, long today, CancellationToken stop) =>
        (await Replies.LatestAsync(db, record, most, stop)).ConvertAll(l => LetterInWords.Of(l, today));
}
