using Concordat.App.Lists;
using Concordat.App.Records;
using Concordat.Lists;
using Concordat.Reading.Dates;
using Concordat.Records;
using Concordat.Storage;

namespace Concordat.App.Shell;

/// <summary>The lists of every kind, and what is done with several of their lines.</summary>
internal static class ListEndpoints
{
    public static void Map(WebApplication app)
    {
        foreach (var shape in ListShapes.All)
        {
            var path = "/" + Routes.Folder(shape.Kind);
            app.MapGet(path, (HttpContext context, ReadList lists, PastLists pasts) => ListQuery.Of(context) is { Known: not null } query ? PastAsync(context, shape, query, pasts) : ShowAsync(context, shape, lists));
            app.MapPost(path + "/views", (HttpContext context, SaveView save, KeptViews views, Flash flash) => ViewAsync(context, shape, save, views, flash));
            app.MapPost(path + "/deeds", (HttpContext context, ChangeMany many, ReadList lists, Flash flash) => DeedAsync(context, shape, many, lists, flash));
        }
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ListShape shape, ReadList lists)
    {
        var services = context.RequestServices;
        var (store, query, today, stop) = (services.GetRequiredService<Store>(), ListQuery.Of(context), Days.Today(services.GetRequiredService<TimeProvider>()), context.RequestAborted);
        if (query.Csv || query.Xlsx) return Download(shape, query, store, lists, today);
        var view = await services.GetRequiredService<KeptLists>().OfAsync(query, Reader.Local, today, (db, seq) => lists.ViewAsync(shape, db, query, seq, today, stop), stop);
        var views = await services.GetRequiredService<KeptViews>().OfAsync(Reader.Local.Id, shape.Kind, stop);
        return Answers.Page<ListPage>(new { Shape = shape, Query = query, View = view, Views = views });
    }

    /// <summary>The list as it was known at the end of a day.</summary>
    private static async Task<IResult> PastAsync(HttpContext context, ListShape shape, ListQuery query, PastLists pasts)
    {
        var (clock, stop) = (context.RequestServices.GetRequiredService<TimeProvider>(), context.RequestAborted);
        if (!TypedDate.TryRead(query.Known, DateOrder.DayFirst, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), out var when, out var wrong)) return Refused(new(wrong!.Code, wrong.Text));
        if (when.Lo != when.Hi) return Refused(new("record.not-a-day", $"“{query.Known}” is more than one day. Name the day, for instance 13 Feb 2026."));
        if (!(await pasts.OfAsync(Days.Date(when.Lo), stop)).TryGet(out var past, out var refusal)) return Refused(refusal);
        var (store, lists) = (past.Register.Store, past.Lists);
        if (query.Csv || query.Xlsx) return Download(shape, query, store, lists, when.Lo);
        await using var db = store.Read(Reader.Local);
        var view = await lists.ViewAsync(shape, db, query with { Ticking = false }, 0, when.Lo, stop);
        return Answers.Page<ListPage>(new { Shape = shape, Query = query with { Ticking = false }, View = view, KnownOn = (DateOnly?)past.Register.Day });
    }

    private static IResult Download(ListShape shape, ListQuery query, Store store, ReadList lists, long today)
    {
        var columns = query.Columns is null ? null : ChosenColumns.Of(shape, query);
        async Task<Lines> ReadAsync(ListQuery page, CancellationToken stop)
        {
            await using var db = store.Read(Reader.Local);
            var lines = await lists.LinesAsync(shape, db, page, await store.HeadAsync(stop), today, stop);
            return columns is null ? lines : lines.Only(columns);
        }

        var name = Routes.Folder(shape.Kind);
        return query.Csv ? Csv.Download(name, query, ReadAsync) : Xlsx.Download(name, query, ReadAsync);
    }

    private static async Task<IResult> ViewAsync(HttpContext context, ListShape shape, SaveView save, KeptViews views, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        var list = Back(shape, form["query"]);
        if (form.Expired is { } expired) return Refused(expired);
        var removing = form.Has("remove");
        if (!(await save.RunAsync(Actor.Local, shape.Kind, form["name"], removing ? null : form["query"] ?? "")).TryGet(out var row, out var refusal)) return Refused(refusal);
        views.Forget();
        flash.Say(removing ? $"The view “{row.Name}” is removed." : $"Kept as the view “{row.Name}”.");
        return Results.Redirect(list);
    }

    private static async Task<IResult> DeedAsync(HttpContext context, ListShape shape, ChangeMany many, ReadList lists, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is { } expired) return Refused(expired);
        var records = form.Has("all") ? await AllAsync(context, shape, lists, form["query"]) : [.. (form["record"] ?? "").Split('\n').Select(r => Guid.TryParse(r, out var id) ? id : default).Where(r => r != default)];
        var kind = Kinds.Of(shape.Kind);
        var done = form["deed"] == "reference" ? await many.ReferenceAsync(Actor.Local, kind, records, form["value"], form["scheme"], context.RequestAborted) : await many.OfficerAsync(Actor.Local, kind, records, form["value"], context.RequestAborted);
        if (!done.TryGet(out var changed, out var refusal)) return Refused(refusal);
        flash.Say(changed == 0 ? "All of them had it already." : $"{changed} {(changed == 1 ? "record is" : "records are")} changed. The journal can undo each.", changed == 0 ? null : "/journal", "See the journal");
        return Results.Redirect(Back(shape, form["query"]));
    }

    private static async Task<IReadOnlyCollection<Guid>> AllAsync(HttpContext context, ListShape shape, ReadList lists, string? query)
    {
        var services = context.RequestServices;
        await using var db = services.GetRequiredService<Store>().Read(Reader.Local);
        var asked = ListQuery.Of($"/{Routes.Folder(shape.Kind)}", new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query ?? "")));
        return await lists.RecordsAsync(shape, db, asked, ChangeMany.Most + 1, Days.Today(services.GetRequiredService<TimeProvider>()), context.RequestAborted);
    }

    private static IResult Refused(Refusal refusal) => Answers.Problem(refusal, Answers.Status(refusal));

    private static string Back(ListShape shape, string? query) => $"/{Routes.Folder(shape.Kind)}{(string.IsNullOrEmpty(query) ? "" : "?" + query)}";
}
