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

/// <summary>Gathers what a person can act on: conflicts, ends that come near, replies and actions that we owe or wait for, agreements to be confirmed, documents that wait. Nine statements, however large the register.</summary>
public static class GatherToday
{
    /// <summary>Days before an end from which it is a matter for today.</summary>
    public const int Lead = 90;

    /// <summary>Shown of each sort.</summary>
    public const int Most = 20;

    private const int MostHidden = 500;

    // Where what has no day of its own stands among days: a conflict under a date before all, others after the ends that come near.
    private const long UnderADate = -1, NoDay = 100, Unhurried = 400;

    private static readonly string[] Dated = ["signed", "inForce", "ends", "events", "parties"];

    /// <param name="officer">Only what comes to this desk officer, as records name them; null for everybody's. Documents that wait are everybody's.</param>
    public static async Task<TodayView> RunAsync(ReadDb db, Actor person, long today, string? officer = null, CancellationToken stop = default)
    {
        var stands = officer is null ? null : StandIns.Of(officer, await Absences.OnAsync(db, today, stop), today);
        var mine = stands is null ? null : db.Headlines.Where(stands.Comes()).Select(h => h.Record);
        var who = PutOff.Person(person, officer);
        var putOff = await db.PutOff.Where(p => p.Person == who && p.Until > today).OrderBy(p => p.Until).ThenBy(p => p.Matter).ToListAsync(stop);
        var hidden = putOff.Select(p => p.Matter).ToHashSet();
        // What is put off must not take the place of what is not.
        var reach = (2 * Most) + Math.Min(hidden.Count, MostHidden);
        var ends = await DeadlinesAsync(db, mine, today, stop);
        var letters = await GatherDue.LettersAsync(db, mine, today, reach, stop);
        var own = await Replies.OwnAsync(db, stop);
        var actions = (await GatherDue.ActionsAsync(db, mine, own, today, reach, stop)).ToLookup(a => GatherDue.IsOthers(a.Row, own));
        List<Matter>[] sorts =
        [
            await ConflictsAsync(db, mine, stop), [.. ends.Where(a => a.Row.Lo <= today + Lead).Select(a => End(a, today))],
            [.. letters.Where(l => l.Letter.Direction == CorrespondenceKind.In).Select(l => GatherDue.Reply(l, today))], [.. actions[false].Select(a => GatherDue.Action(a.Row, today))],
            await UnconfirmedAsync(db, mine, today, reach, stop), await WaitingAsync(db, reach, stop),
        ];
        var shown = sorts.Select(s => s.Where(m => !hidden.Contains(m.Key)).Select(m => ForWhom(m, stands)).OrderBy(m => m.Rank).ToList()).ToList();
        return new([.. shown.SelectMany(s => s.Take(Most)).OrderBy(m => m.Rank).ThenBy(m => m.Sort)], [.. putOff], [.. ends.Where(a => a.Row.Lo > today + Lead).Take(Most)],
            [.. letters.Where(l => l.Letter.Direction == CorrespondenceKind.Out).Take(Most)], [.. actions[true].Take(Most)], stands, shown.Exists(s => s.Count > Most));
    }

    /// <summary>Says on whose behalf a matter comes.</summary>
    private static Matter ForWhom(Matter matter, StandIns? stands) => matter.Officer is not null && stands?.Instead(matter.Officer) is { } away
        ? matter with { Why = $"{matter.Why} For {away.Officer}, who is away until {Day(away.Last)}." }
        : matter;

    private static string Day(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Records on which sources differ, with what they differ on.</summary>
    private static async Task<List<Matter>> ConflictsAsync(ReadDb db, IQueryable<Guid>? mine, CancellationToken stop)
    {
        var rivals = await Of(db.Claims.Where(c => c.Standing == "rival"), mine).OrderBy(c => c.Record).Take(200).Join(db.Headlines, c => c.Record, h => h.Record, (c, h) => new { c.Path, c.Id, Head = h }).ToListAsync(stop);
        return [.. rivals.GroupBy(r => r.Head.Record).Select(g =>
        {
            var (head, kind) = (g.First().Head, Kinds.Of(g.First().Head.Kind));
            var paths = g.Select(r => new FieldPath(r.Path)).ToList();
            var dated = kind.Name == AgreementKind.Name && paths.Exists(p => Dated.Contains(p.First));
            var labels = string.Join(" and ", paths.Select(p => kind.Find(p.First)?.Label ?? p.First).Distinct());
            var why = $"Sources differ on: {labels}. " + (dated ? "Its deadlines rest on that." : "Both values stand until you take one; the other is set aside, never lost.");
            return new Matter($"conflict:{head.Record:N}:{g.Max(r => r.Id):N}", MatterSort.Conflict, head.Record, head.Kind, head.Title, why, dated ? UnderADate : NoDay, head.DeskOfficer);
        })];
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
            DeadlineSort.Notice => $"It is renewed by itself unless notice is given by {day}{DueDay.In(days)}. Decide whether to let it go on.",
            DeadlineSort.Renewal => $"It is renewed by itself on {day}{DueDay.In(days)}.",
            DeadlineSort.Survival => $"The articles that outlive it bind until {day}{DueDay.In(days)}.",
            _ => $"Ends {day}{DueDay.In(days)}. Renew it, extend it, or let it end.",
        };
        var key = line.Sort is DeadlineSort.Ends ? $"end:{row.Record:N}:{row.Day.Text}" : $"{row.Sort.ToLowerInvariant()}:{row.Record:N}:{row.Day.Text}";
        return new(key, MatterSort.Deadline, row.Record, AgreementKind.Name, line.Title, why, days, line.Row.DeskOfficer) { Deadline = line.Sort };
    }

    internal static IQueryable<T> Of<T>(IQueryable<T> rows, IQueryable<Guid>? mine) where T : class, IRow => mine is null ? rows : rows.Where(r => mine.Contains(r.Record));

    private static async Task<List<Matter>> UnconfirmedAsync(ReadDb db, IQueryable<Guid>? mine, long today, int most, CancellationToken stop)
    {
        // The latest doubts first: what ran out long ago was left so on purpose, as often as not.
        var spans = Of(db.StateSpans, mine).Where(AgreementStates.Is(AgreementState.ToBeConfirmed, today)).OrderByDescending(s => s.FromDay).ThenBy(s => s.Record).Take(most);
        var rows = await spans.Join(db.Agreements, s => s.Record, a => a.Record, (s, a) => new { Span = s, Row = a }).OrderByDescending(r => r.Span.FromDay).ThenBy(r => r.Span.Record).ToListAsync(stop);
        return rows.ConvertAll(r => new Matter($"confirm:{r.Row.Record:N}:{r.Row.Ends}", MatterSort.Confirm, r.Row.Record, AgreementKind.Name, r.Row.Title, r.Span.Now.Why + " Look whether it still holds, and enter what you find.", Unhurried, r.Row.DeskOfficer));
    }

    private static async Task<List<Matter>> WaitingAsync(ReadDb db, int most, CancellationToken stop)
    {
        var rows = await db.Intake.Where(i => i.State == "waiting").OrderBy(i => i.At).Take(most).ToListAsync(stop);
        return rows.ConvertAll(i => new Matter($"intake:{i.Source:N}", MatterSort.Intake, i.Source, "source", i.Title, "Came in; nothing of it is in the register yet.", NoDay + 1));
    }
}
