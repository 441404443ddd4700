using Concordat.App.Shell;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Journals;

/// <summary>The journal's page, and the reading of typed dates.</summary>
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
        app.MapGet("/dates/read", (string? typed, string? @as, TimeProvider clock) =>
        {
            if (string.IsNullOrWhiteSpace(typed)) return Results.Text("");
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (@as == "span") return Results.Text(TypedDate.TryReadSpan(typed, DateOrder.DayFirst, today, out var span, out var unread) ? "Read as " + span.Say() : unread!.Text);
            return Results.Text(TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var refusal) ? "Read as " + when.Say() : refusal!.Text);
        });
    }
}
