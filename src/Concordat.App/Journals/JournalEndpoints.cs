using Concordat.App.Shell;
using Concordat.Names;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Journals;

/// <summary>The journal's page, finding by name, and the reading of typed dates.</summary>
internal static class JournalEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/journal", async (long? before, HttpContext context, Store store) =>
        {
            await using var db = store.Read(Reader.Local);
            var (stop, from) = (context.RequestAborted, before ?? long.MaxValue);
            var changes = await db.Changes.Where(c => c.Seq < from).OrderByDescending(c => c.Seq).Take(100).ToListAsync(stop);
            var ids = changes.Select(c => c.Record).Distinct().ToList();
            var heads = await db.NamesAsync(ids, stop);
            return Answers.Page<JournalPage>(new
            {
                Head = await db.HeadAsync(stop), Lines = changes.Select(c => (c, heads.GetValueOrDefault(c.Record))).ToList(), Next = changes.Count == 100 ? changes[^1].Seq : (long?)null,
            });
        });
        app.MapGet("/find", async (HttpContext context, Store store) =>
        {
            var query = ListQuery.Of(context);
            await using var db = store.Read(Reader.Local);
            IQueryable<HeadlineRow> rows = Fold.Words(query.Words ?? "").Count == 0 ? db.Headlines.Where(_ => false) : db.Headlines.ByWords(db, query.Words);
            return Answers.Page<FindPage>(new { query.Words, Found = await rows.OrderBy(h => h.Kind).ThenBy(h => h.SortKey).ThenBy(h => h.Record).Take(200).ToListAsync(context.RequestAborted) });
        });
        app.MapGet("/dates/read", (string? typed, string? @as, TimeProvider clock) =>
        {
            if (string.IsNullOrWhiteSpace(typed)) return Results.Text("");
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (@as == "span") return Results.Text(TypedDate.TryReadSpan(typed, DateOrder.DayFirst, today, out var span, out var unread) ? "Read as " + span.Say() : unread!.Text);
            return Results.Text(TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var refusal) ? "Read as " + when.Say() : refusal!.Text);
        });
    }
}
