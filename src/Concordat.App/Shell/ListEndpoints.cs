using Concordat.App.Lists;
using Concordat.App.Records;
using Concordat.Lists;
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
        var stop = context.RequestAborted;
        if (!Days.Read(query.Known, context.RequestServices.GetRequiredService<TimeProvider>()).TryGet(out var day, out var refusal) || !(await pasts.OfAsync(day, stop)).TryGet(out var past, out refusal)) return Answers.Problem(refusal);
        var (store, lists) = (past.Register.Store, past.Lists);
        if (query.Csv || query.Xlsx) return Download(shape, query, store, lists, Days.Of(day));
        await using var db = store.Read(Reader.Local);
        var view = await lists.ViewAsync(shape, db, query with { Ticking = false }, 0, Days.Of(day), stop);
        return Answers.Page<ListPage>(new { Shape = shape, Query = query with { Ticking = false }, View = view, KnownOn = (DateOnly?)day });
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
        var list = Asked(shape, form);
        if (form.Expired is { } expired) return Answers.Problem(expired);
        var removing = form.Has("remove");
        if (!(await save.RunAsync(Actor.Local, shape.Kind, form["name"], removing ? null : list.Kept)).TryGet(out var row, out var refusal)) return Answers.Problem(refusal);
        views.Forget();
        flash.Say(removing ? $"The view “{row.Name}” is removed." : $"Kept as the view “{row.Name}”.");
        return Results.Redirect(list.First);
    }

    private static async Task<IResult> DeedAsync(HttpContext context, ListShape shape, ChangeMany many, ReadList lists, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is { } expired) return Answers.Problem(expired);
        var list = Asked(shape, form);
        var records = form.Has("all") ? await AllAsync(context, shape, lists, list) : [.. (form["record"] ?? "").Split('\n').Select(r => Guid.TryParse(r, out var id) ? id : default).Where(r => r != default)];
        var kind = Kinds.Of(shape.Kind);
        var done = form["deed"] == "reference" ? await many.ReferenceAsync(Actor.Local, kind, records, form["value"], form["scheme"], stop: context.RequestAborted) : await many.OfficerAsync(Actor.Local, kind, records, form["value"], stop: context.RequestAborted);
        if (!done.TryGet(out var changed, out var refusal)) return Answers.Problem(refusal);
        flash.Say(changed == 0 ? "All of them had it already." : $"{changed} {(changed == 1 ? "record is" : "records are")} changed. The journal can undo each.", changed == 0 ? null : "/journal", "See the journal");
        return Results.Redirect(list.First);
    }

    private static async Task<IReadOnlyCollection<Guid>> AllAsync(HttpContext context, ListShape shape, ReadList lists, ListQuery list)
    {
        var services = context.RequestServices;
        await using var db = services.GetRequiredService<Store>().Read(Reader.Local);
        return await lists.RecordsAsync(shape, db, list, ChangeMany.Most + 1, Days.Today(services.GetRequiredService<TimeProvider>()), context.RequestAborted);
    }

    /// <summary>The list that a form was on, read anew and never sent back as it came.</summary>
    private static ListQuery Asked(ListShape shape, PostedForm form) => ListQuery.Of($"/{Routes.Folder(shape.Kind)}", new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form["query"] ?? "")));
}
