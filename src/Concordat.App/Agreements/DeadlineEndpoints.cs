using Concordat.Agreements.Terms;
using Concordat.App.Shell;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>Deadlines of all agreements: a list by day, a month, a file.</summary>
internal static class DeadlineEndpoints
{
    /// <summary>Lines of a page, of a month, and of a file.</summary>
    public const int Most = 200, MostOfMonth = 1000, MostOfFile = 20_000;

    public static void Map(WebApplication app) => app.MapGet("/deadlines", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, Store store, TimeProvider clock)
    {
        var (query, today, stop) = (ListQuery.Of(context), Days.Today(clock), context.RequestAborted);
        var sort = Enum.TryParse<DeadlineSort>(query["sort-of"], out var asked) && Enum.IsDefined(asked) ? asked : (DeadlineSort?)null;
        var month = MonthPlan.Read(query["month"], today);
        var within = DeadlinesPage.Windows.FirstOrDefault(w => w.Value == query["within"], DeadlinesPage.Windows[^1]);
        var wish = month is null ? new DeadlineWish(today, today + within.Days, sort, query["officer"]) : new DeadlineWish(month.First, month.Last, sort, query["officer"]);
        if (query.Csv) return Csv.Download("deadlines", query, (_, ending) => FileAsync(store, wish, ending));
        if (query.Xlsx) return Xlsx.Download("deadlines", query, (_, ending) => FileAsync(store, wish, ending));
        if (context.Request.Query["format"] == "ics") return await CalendarAsync(context, store, clock, wish);
        await using var db = store.Read(Reader.Local);
        var most = month is null ? Most : MostOfMonth;
        var lines = await ListDeadlines.RunAsync(db, wish, most + 1, stop);
        // Of the next ones only, so that the cost does not grow with the register.
        var officers = await db.Deadlines.Where(d => d.Lo >= today && d.Lo <= today + 365).OrderBy(d => d.Lo).Take(10 * Most).Select(d => d.DeskOfficer).Where(o => o != null).Distinct().OrderBy(o => o).Take(100).ToListAsync(stop);
        return Answers.Page<DeadlinesPage>(new { Query = query, Lines = lines.Take(most).ToList(), More = lines.Count > most, Officers = officers.OfType<string>().ToList(), Month = month, Today = today });
    }

    private static async Task<IResult> CalendarAsync(HttpContext context, Store store, TimeProvider clock, DeadlineWish wish)
    {
        await using var db = store.Read(Reader.Local);
        var lines = await ListDeadlines.RunAsync(db, wish, MostOfFile, context.RequestAborted);
        var calendar = DeadlineCalendar.Of(lines, $"{context.Request.Scheme}://{context.Request.Host}", clock.GetUtcNow());
        return Results.File(System.Text.Encoding.UTF8.GetBytes(calendar), DeadlineCalendar.MediaType, "deadlines.ics");
    }

    private static async Task<Lines> FileAsync(Store store, DeadlineWish wish, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var lines = await ListDeadlines.RunAsync(db, wish, MostOfFile, stop);
        return new("agreement", ["What", "Earliest", "Latest", "Desk officer"], [.. lines.Select(l => new Line(l.Row.Record, l.Title, [ListDeadlines.Label(l.Sort), Day(l.Row.Lo), l.Row.Hi < DayNumber.Unbounded ? Day(l.Row.Hi) : null, l.Row.DeskOfficer]))], null, null);
    }

    private static string Day(long day) => Days.Date(day).ToString("d MMM yyyy");
}
