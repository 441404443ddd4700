using Concordat.Actions;
using Concordat.Correspondence;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Today;

/// <summary>An action that somebody owes.</summary>
/// <param name="Side">Name of who owes it; null where nothing says so.</param>
public sealed record OwedAction(ActionRow Row, string? Side);

/// <summary>Replies and actions that fall due, ours and those of others.</summary>
internal static class GatherDue
{
    /// <summary>Letters that wait for a reply, ours when it is due within the lead, by the day on which it is due: so many of each side, in one statement.</summary>
    public static Task<List<LetterLine>> LettersAsync(ReadDb db, IQueryable<Guid>? mine, long today, int most, CancellationToken stop)
    {
        var (floor, until) = (today - Replies.Forgotten, today + GatherToday.Lead);
        // "By 30 June" has no earliest day.
        var open = GatherToday.Of(db.Correspondence, mine).Where(l => l.ReplyDueLo >= floor || (l.ReplyDueLo == -DayNumber.Unbounded && l.ReplyDueHi >= floor)).Awaited(db);
        var ours = open.Where(l => l.Direction == CorrespondenceKind.In && l.ReplyDueLo <= until && (l.ReplyDueLo != -DayNumber.Unbounded || l.ReplyDueHi <= until)).OrderBy(l => l.ReplyDueHi).ThenBy(l => l.Record).Take(most);
        var theirs = open.Where(l => l.Direction == CorrespondenceKind.Out).OrderBy(l => l.ReplyDueHi).ThenBy(l => l.Record).Take(GatherToday.Most + 1);
        return Replies.Lines(db, ours.Concat(theirs)).OrderBy(l => l.Letter.ReplyDueHi).ThenBy(l => l.Letter.Record).ToListAsync(stop);
    }

    public static Matter Reply(LetterLine line, long today)
    {
        var (letter, due) = (line.Letter, DueDay.Of(line.Letter.ReplyDueLo!.Value, line.Letter.ReplyDueHi!.Value));
        var why = $"{line.Other ?? "The sender"} asked for a reply {(letter.ReplyDueLo == -DayNumber.Unbounded ? "" : "by ")}{Day(letter.ReplyDue)}{due.Beside(today)}.";
        return new($"reply:{letter.Record:N}:{letter.ReplyDue}", MatterSort.Reply, letter.Record, CorrespondenceKind.Name, letter.Title, why, due.Rank(today), letter.DeskOfficer);
    }

    /// <summary>Open actions, by the latest day on which they are due: ours that fall due within the lead, and those of others whose day has come; in one statement.</summary>
    /// <remarks>Others' actions of a desk officer come to that one, those of nobody to all.</remarks>
    public static Task<List<OwedAction>> ActionsAsync(ReadDb db, IQueryable<Guid>? mine, Guid? own, long today, int most, CancellationToken stop)
    {
        var (ours, theirs) = (Open(db, today + GatherToday.Lead).Where(a => own == null ? a.DeskOfficer != null : a.Side == null || a.Side == own), Open(db, today).Where(a => own == null ? a.DeskOfficer == null : a.Side != null && a.Side != own));
        if (mine is not null) (ours, theirs) = (ours.Where(a => mine.Contains(a.Record)), theirs.Where(a => a.DeskOfficer == null || mine.Contains(a.Record)));
        var rows = ours.OrderBy(a => a.DueHi).ThenBy(a => a.Record).Take(most).Concat(theirs.OrderBy(a => a.DueHi).ThenBy(a => a.Record).Take(GatherToday.Most + 1));
        var named = from a in rows join h in db.Headlines on a.Side equals h.Record into sides from h in sides.DefaultIfEmpty() orderby a.DueHi, a.Record select new OwedAction(a, h.Title);
        return named.ToListAsync(stop);
    }

    /// <summary>True for what others owe.</summary>
    /// <param name="own">Our own organisation; null where no letter has told it: then what has no desk officer is taken to be others'.</param>
    public static bool IsOthers(ActionRow row, Guid? own) => own is null ? row.DeskOfficer is null : row.Side is not null && row.Side != own;

    private static IQueryable<ActionRow> Open(ReadDb db, long until) => db.Actions.Where(a => a.ClosedAs == null && a.DueLo <= until && (a.DueLo != -DayNumber.Unbounded || a.DueHi <= until));

    public static Matter Action(ActionRow row, long today)
    {
        var due = DueDay.Of(row.DueLo!.Value, row.DueHi!.Value);
        return new($"action:{row.Record:N}:{row.Due}", MatterSort.Action, row.Record, ActionKind.Name, row.Called, $"An action due {Day(row.Due)}{due.Beside(today)}.", due.Rank(today), row.DeskOfficer);
    }

    private static string Day(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : "";
}
