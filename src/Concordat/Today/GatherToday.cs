using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Correspondence;
using Concordat.HandOver;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Today;

/// <summary>What waits for a person today.</summary>
/// <param name="Matters">Most urgent first.</param>
/// <param name="PutOff">By the day on which they come back.</param>
/// <param name="Ending">Deadlines of agreements later within a year, the nearest first.</param>
/// <param name="Waiting">Letters of ours that wait for a reply, the longest overdue first.</param>
/// <param name="Owed">Actions that others owe and that are due, the longest overdue first.</param>
/// <param name="For">Whose matters these are; null for everybody's.</param>
/// <param name="More">True when there is more of some sort than is shown.</param>
public sealed record TodayView(ImmutableArray<Matter> Matters, ImmutableArray<PutOffRow> PutOff, ImmutableArray<DeadlineLine> Ending, ImmutableArray<LetterLine> Waiting, ImmutableArray<OwedAction> Owed, StandIns? For, bool More);

/// <param name="Side">Who owes it; null where nothing says so.</param>
public sealed record OwedAction(ActionRow Row, string? Side);

/// <summary>Gathers what a person can act on: conflicts, ends that come near, replies and actions that we owe or wait for, agreements to be confirmed, documents that wait. Eight statements, however large the register.</summary>
public static class GatherToday
{
    /// <summary>Days before an end from which it is a matter for today.</summary>
    public const int Lead = 90;

    /// <summary>Shown of each sort.</summary>
    public const int Most = 20;

    // Where what has no day of its own stands among days: a conflict under a date before all, others after the ends that come near.
    private const long UnderADate = -1, NoDay = 100, Unhurried = 400;

    private static readonly string[] Dated = ["signed", "inForce", "ends", "events", "parties"];

    /// <param name="officer">Only what comes to this desk officer, as records name them; null for everybody's. Documents that wait are everybody's.</param>
    public static async Task<TodayView> RunAsync(ReadDb db, Actor person, long today, string? officer = null, CancellationToken stop = default)
    {
        var stands = officer is null ? null : StandIns.Of(officer, await Absences.AheadAsync(db, today, stop), today);
        var mine = stands is null ? null : db.Headlines.Where(stands.Comes()).Select(h => h.Record);
        var putOff = await db.PutOff.Where(p => p.Person == person.Id && p.Until > today).OrderBy(p => p.Until).ThenBy(p => p.Matter).ToListAsync(stop);
        var hidden = putOff.Select(p => p.Matter).ToHashSet();
        var matters = new List<Matter>();
        matters.AddRange(await ConflictsAsync(db, mine, stop));
        var ends = await DeadlinesAsync(db, mine, today, stop);
        matters.AddRange(ends.Where(a => a.Row.Lo <= today + Lead).Select(a => End(a, today)));
        var letters = await LettersAsync(db, mine, today, stop);
        matters.AddRange(letters.Where(l => l.Letter.Direction == CorrespondenceKind.In).Select(l => Owed(l, today)));
        var actions = await ActionsAsync(db, mine, today, stop);
        matters.AddRange(actions.Where(a => a.Row.DeskOfficer is not null).Select(a => Due(a.Row, today)));
        matters.AddRange(await UnconfirmedAsync(db, mine, today, stop));
        matters.AddRange(await WaitingAsync(db, stop));
        var due = matters.Where(m => !hidden.Contains(m.Key)).Select(m => ForWhom(m, stands)).OrderBy(m => m.Rank).ThenBy(m => m.Sort).ToList();
        var shown = due.GroupBy(m => m.Sort).SelectMany(g => g.Take(Most)).OrderBy(m => m.Rank).ThenBy(m => m.Sort).ToList();
        return new([.. shown], [.. putOff], [.. ends.Where(a => a.Row.Lo > today + Lead).Take(Most)], [.. letters.Where(l => l.Letter.Direction == CorrespondenceKind.Out).Take(Most)],
            [.. actions.Where(a => a.Row.DeskOfficer is null).Take(Most)], stands, shown.Count < due.Count);
    }

    /// <summary>Says on whose behalf a matter comes.</summary>
    private static Matter ForWhom(Matter matter, StandIns? stands) => stands?.Covered.FirstOrDefault(a => a.Officer == matter.Officer) is { } away
        ? matter with { Why = $"{matter.Why} For {away.Officer}, who is away until {Day(away.Last)}." }
        : matter;

    private static string Day(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Records on which sources differ, with what they differ on.</summary>
    private static async Task<IEnumerable<Matter>> ConflictsAsync(ReadDb db, IQueryable<Guid>? mine, CancellationToken stop)
    {
        var rivals = await Of(db.Claims.Where(c => c.Standing == "rival"), mine).OrderBy(c => c.Record).Take(200).Join(db.Headlines, c => c.Record, h => h.Record, (c, h) => new { c.Path, c.Id, Head = h }).ToListAsync(stop);
        return rivals.GroupBy(r => r.Head.Record).Select(g =>
        {
            var (head, kind) = (g.First().Head, Kinds.Of(g.First().Head.Kind));
            var paths = g.Select(r => new FieldPath(r.Path)).ToList();
            var dated = kind.Name == AgreementKind.Name && paths.Exists(p => Dated.Contains(p.First));
            var labels = string.Join(" and ", paths.Select(p => kind.Find(p.First)?.Label ?? p.First).Distinct());
            var why = $"Sources differ on: {labels}. " + (dated ? "Its deadlines rest on that." : "Both values stand until you take one; the other is set aside, never lost.");
            return new Matter($"conflict:{head.Record:N}:{g.Max(r => r.Id):N}", MatterSort.Conflict, head.Record, head.Kind, head.Title, why, dated ? UnderADate : NoDay, head.DeskOfficer);
        });
    }

    /// <summary>Deadlines of agreements within a year, the nearest first. A renewal whose notice is still ahead is told by its notice.</summary>
    private static async Task<List<DeadlineLine>> DeadlinesAsync(ReadDb db, IQueryable<Guid>? mine, long today, CancellationToken stop)
    {
        var lines = await ListDeadlines.RunAsync(db, new(today, today + 365) { MayBePast = false, Records = mine }, 4 * Most, stop);
        var noticed = lines.Where(l => l.Sort is DeadlineSort.Notice).Select(l => l.Row.Record).ToHashSet();
        return [.. lines.Where(l => l.Sort is not DeadlineSort.Renewal || !noticed.Contains(l.Row.Record))];
    }

    private static Matter End(DeadlineLine line, long today)
    {
        var (row, day, days) = (line.Row, line.Row.Day.Say(), line.Row.Lo - today);
        var why = line.Sort switch
        {
            DeadlineSort.Notice => $"It is renewed by itself unless notice is given by {day}{In(days)}. Decide whether to let it go on.",
            DeadlineSort.Renewal => $"It is renewed by itself on {day}{In(days)}.",
            DeadlineSort.Survival => $"The articles that outlive it bind until {day}{In(days)}.",
            _ => $"Ends {day}{In(days)}. Renew it, extend it, or let it end.",
        };
        var key = line.Sort is DeadlineSort.Ends ? $"end:{row.Record:N}:{row.Day.Text}" : $"{row.Sort.ToLowerInvariant()}:{row.Record:N}:{row.Day.Text}";
        return new(key, MatterSort.Deadline, row.Record, AgreementKind.Name, line.Title, why, days, line.Row.DeskOfficer) { Deadline = line.Sort };
    }

    private static string In(long days) => days switch { 0 => ", today", 1 => ", tomorrow", _ => $", in {days} days" };

    /// <summary>Letters that wait for a reply, ours when it is due within the lead, by the day on which it is due: so many of each side, in one statement.</summary>
    private static Task<List<LetterLine>> LettersAsync(ReadDb db, IQueryable<Guid>? mine, long today, CancellationToken stop)
    {
        var open = Of(db.Correspondence, mine).Where(l => l.ReplyDueLo >= today - Replies.Forgotten).Awaited(db);
        var ours = open.Where(l => l.Direction == CorrespondenceKind.In && l.ReplyDueLo <= today + Lead).OrderBy(l => l.ReplyDueLo).ThenBy(l => l.Record).Take(2 * Most);
        var theirs = open.Where(l => l.Direction == CorrespondenceKind.Out).OrderBy(l => l.ReplyDueLo).ThenBy(l => l.Record).Take(Most + 1);
        return Replies.Lines(db, ours.Concat(theirs)).OrderBy(l => l.Letter.ReplyDueLo).ThenBy(l => l.Letter.Record).ToListAsync(stop);
    }

    private static Matter Owed(LetterLine line, long today)
    {
        var (letter, days) = (line.Letter, line.Letter.ReplyDueLo!.Value - today);
        var asked = $"{line.Other ?? "The sender"} asked for a reply by {(When.TryParse(letter.ReplyDue, out var due) ? due.Say() : "")}";
        return new($"reply:{letter.Record:N}:{letter.ReplyDue}", MatterSort.Reply, letter.Record, CorrespondenceKind.Name, letter.Title, asked + (days < 0 ? $": overdue by {Count(-days)}." : $"{In(days)}."), days, letter.DeskOfficer);
    }

    private static IQueryable<T> Of<T>(IQueryable<T> rows, IQueryable<Guid>? mine) where T : class, IRow => mine is null ? rows : rows.Where(r => mine.Contains(r.Record));

    /// <summary>Open actions: ours that fall due within the lead, and those of others that are due; in one statement.</summary>
    private static Task<List<OwedAction>> ActionsAsync(ReadDb db, IQueryable<Guid>? mine, long today, CancellationToken stop)
    {
        var open = db.Actions.Where(a => a.ClosedAs == null && a.DueLo <= today + Lead);
        var ours = Of(open.Where(a => a.DeskOfficer != null), mine).OrderBy(a => a.DueLo).ThenBy(a => a.Record).Take(2 * Most);
        var theirs = open.Where(a => a.DeskOfficer == null && a.DueLo < today).OrderBy(a => a.DueLo).ThenBy(a => a.Record).Take(Most);
        var named = from a in ours.Concat(theirs) join h in db.Headlines on a.Side equals h.Record into sides from h in sides.DefaultIfEmpty() orderby a.DueLo, a.Record select new OwedAction(a, h.Title);
        return named.ToListAsync(stop);
    }

    private static Matter Due(ActionRow a, long today)
    {
        var days = a.DueLo!.Value - today;
        var when = When.TryParse(a.Due, out var due) ? due.Say() : "";
        return new($"action:{a.Record:N}:{a.Due}", MatterSort.Action, a.Record, ActionKind.Name, a.Number is null ? a.Title : $"{a.Number}: {a.Title}",
            days >= 0 ? $"An action due {when}{In(days)}." : a.DueHi < today ? $"An action that was due {when}: overdue by {Count(-days)}." : $"An action due {when}: it may be overdue.", days, a.DeskOfficer);
    }

    private static string Count(long days) => days == 1 ? "one day" : $"{days} days";

    private static async Task<IEnumerable<Matter>> UnconfirmedAsync(ReadDb db, IQueryable<Guid>? mine, long today, CancellationToken stop)
    {
        // The latest doubts first: what ran out long ago was left so on purpose, as often as not.
        var spans = Of(db.StateSpans, mine).Where(AgreementStates.Is(AgreementState.ToBeConfirmed, today)).OrderByDescending(s => s.FromDay).ThenBy(s => s.Record).Take(2 * Most);
        var rows = await spans.Join(db.Agreements, s => s.Record, a => a.Record, (s, a) => new { Span = s, Row = a }).OrderByDescending(r => r.Span.FromDay).ThenBy(r => r.Span.Record).ToListAsync(stop);
        return rows.Select(r => new Matter($"confirm:{r.Row.Record:N}:{r.Row.Ends}", MatterSort.Confirm, r.Row.Record, AgreementKind.Name, r.Row.Title, r.Span.Now.Why + " Look whether it still holds, and enter what you find.", Unhurried, r.Row.DeskOfficer));
    }

    private static async Task<IEnumerable<Matter>> WaitingAsync(ReadDb db, CancellationToken stop)
    {
        var rows = await db.Intake.Where(i => i.State == "waiting").OrderBy(i => i.At).Take(2 * Most).ToListAsync(stop);
        return rows.Select(i => new Matter($"intake:{i.Source:N}", MatterSort.Intake, i.Source, "source", i.Title, "Came in; nothing of it is in the register yet.", NoDay + 1));
    }
}
