using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Today;

internal static class TodayEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/", async (HttpContext context, Store store, TimeProvider clock) =>
    {
        await using var db = store.Read(Reader.Local);
        var (stop, today) = (context.RequestAborted, Days.Today(clock));
        var disputed = await db.Claims.Where(c => c.Standing == "rival").Select(c => c.Record).Distinct().Take(20).ToListAsync(stop);
        var waiting = await db.Intake.Where(i => i.State == "waiting").OrderByDescending(i => i.At).Take(20).ToListAsync(stop);
        var ending = await db.Agreements.Where(a => a.EndsLo >= today && a.EndsLo <= today + 365 && a.TerminatedLo == null).OrderBy(a => a.EndsLo).ThenBy(a => a.Record).Take(20).ToListAsync(stop);
        var lately = await db.Changes.OrderByDescending(c => c.Seq).Take(30).ToListAsync(stop);
        var ids = disputed.Concat(lately.Select(c => c.Record)).Distinct().ToList();
        var heads = await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, stop);
        return Answers.Page<TodayPage>(new
        {
            Conflicts = disputed.Where(heads.ContainsKey).Select(d => heads[d]).OrderBy(h => h.SortKey, StringComparer.Ordinal).ToList(), Waiting = waiting, Ending = ending,
            Lately = lately.Where(c => heads.ContainsKey(c.Record)).DistinctBy(c => c.Record).Take(8).Select(c => (c, heads[c.Record])).ToList(),
        });
    });
}
