using System.Collections.Immutable;
using Concordat.App.Intake;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Correspondence;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Correspondence;

/// <summary>Logging letters that came or went, and writing new ones.</summary>
internal static class LetterEndpoints
{
    private const int MostOptions = 400, MostAwaited = 60;

    public static void Map(WebApplication app)
    {
        app.MapPost("/correspondence/drop", DropAsync);
        app.MapGet("/correspondence/log", LogFormAsync);
        app.MapPost("/correspondence/log", LogAsync);
        app.MapGet("/correspondence/write", WriteFormAsync);
        app.MapPost("/correspondence/write", WriteAsync);
    }

    private static async Task<IResult> DropAsync(HttpContext context, TakeIn takeIn, Flash flash, RailCounts counts)
    {
        if (!(await Uploads.DropAsync(context, takeIn, flash, counts)).TryGet(out var dropped, out var refusal)) return Answers.Problem(refusal);
        var query = new QueryString().Add("source", dropped.Source.ToString("D"));
        foreach (var name in new[] { "about", "reply" })
            if (Id(dropped.Form[name]) is { } id) query = query.Add(name, id.ToString("D"));
        return Results.Redirect("/correspondence/log" + query);
    }

    private static async Task<IResult> LogFormAsync(Guid? source, Guid? about, Guid? reply, HttpContext context, Desk desk, PrepareLog prepare, Store store)
    {
        DeskView? view = null;
        if (source is { } document && !(await desk.ShowAsync(Reader.Local, document, context.RequestAborted)).TryGet(out view, out var missing)) return Answers.Problem(missing);
        return await LogPageAsync(store, await prepare.RunAsync(view, about, reply, context.RequestAborted), view, null, context.RequestAborted);
    }

    private static async Task<IResult> LogPageAsync(Store store, LogForm form, DeskView? view, Refusal? problem, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var about = await db.NamesAsync(form.About, stop);
        var open = await Replies.Lines(db, db.Correspondence.Awaited(db).OrderByDescending(l => l.Day).ThenByDescending(l => l.Record).Take(MostAwaited)).ToListAsync(stop);
        if (form.RepliesTo is { } answered && open.All(o => o.Letter.Record != answered)) open.AddRange(await Replies.Lines(db, db.Correspondence.Where(l => l.Record == answered)).ToListAsync(stop));
        return Answers.Page<LogPage>(
            new { Form = form, View = view, Problem = problem, About = about, Open = open, Organisations = await OptionsAsync(db, "organisation", stop), People = await OptionsAsync(db, "person", stop) },
            problem is null ? 200 : Answers.Status(problem));
    }

    private static Task<List<HeadlineRow>> OptionsAsync(ReadDb db, string kind, CancellationToken stop) =>
        db.Headlines.Where(h => h.Kind == kind).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(MostOptions).ToListAsync(stop);

    private static async Task<IResult> LogAsync(HttpContext context, LogLetter log, Desk desk, Store store, Flash flash, RailCounts counts)
    {
        var posted = await PostedForm.ReadAsync(context);
        var form = new LogForm
        {
            Source = Id(posted["source"]), Showing = Id(posted["showing"]), Subject = posted["subject"] ?? "", Direction = posted["direction"], Sort = posted["sort"], From = posted["from"], FromPerson = posted["fromPerson"],
            To = posted["to"], ToPerson = posted["toPerson"], Sent = posted["sent"], Received = posted["received"], OurReference = posted["our"], TheirReference = posted["their"], ReplyDue = posted["due"],
            DeskOfficer = posted["officer"], About = Ids(posted["about"]), AlsoAbout = posted["also"], RepliesTo = Id(posted["replies"]),
        };
        DeskView? view = null;
        if (form.Source is { } source && !(await desk.ShowAsync(Reader.Local, source, context.RequestAborted)).TryGet(out view, out var missing)) return Answers.Problem(missing);
        if (posted.Expired is not null) return await LogPageAsync(store, form, view, posted.Expired, context.RequestAborted);
        if (!(await log.RunAsync(Actor.Local, form, view, stop: context.RequestAborted)).TryGet(out var letter, out var refusal)) return await LogPageAsync(store, form, view, refusal, context.RequestAborted);
        counts.Forget();
        flash.Say("Logged.");
        return Results.Redirect(Routes.Of(CorrespondenceKind.Name, letter));
    }

    private static async Task<IResult> WriteFormAsync(string? template, Guid? about, Guid? reply, Guid? reminds, HttpContext context, PrepareLetter prepare, Store store)
    {
        if (LetterTemplates.Find(template) is not { } chosen) return Answers.Page<TemplatesPage>(new { Query = context.Request.QueryString, IsReply = reply is not null });
        return await WritePageAsync(store, await prepare.RunAsync(chosen, about, reply, reminds, context.RequestAborted), null, context.RequestAborted);
    }

    private static async Task<IResult> WritePageAsync(Store store, WriteForm form, Refusal? problem, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var linked = await db.NamesAsync([.. form.About.Concat(new[] { form.RepliesTo, form.RemindsOf }.OfType<Guid>()).Distinct()], stop);
        return Answers.Page<WritePage>(
            new { Form = form, Problem = problem, Linked = linked, Organisations = await OptionsAsync(db, "organisation", stop), People = await OptionsAsync(db, "person", stop) }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> WriteAsync(HttpContext context, WriteLetter write, Store store, Flash flash, RailCounts counts)
    {
        var posted = await PostedForm.ReadAsync(context);
        var form = new WriteForm
        {
            Template = posted["template"] ?? "", Showing = Id(posted["showing"]), From = posted["from"], FromPerson = posted["fromPerson"], To = posted["to"], ToPerson = posted["toPerson"], OurReference = posted["our"], TheirReference = posted["their"],
            Place = posted["place"], Subject = posted["subject"] ?? "", Text = posted["text"] ?? "", Sent = posted["sent"], ReplyDue = posted["due"], DeskOfficer = posted["officer"], About = Ids(posted["about"]),
            RepliesTo = Id(posted["replies"]), RemindsOf = Id(posted["reminds"]),
        };
        if (posted.Expired is not null) return await WritePageAsync(store, form, posted.Expired, context.RequestAborted);
        if (!(await write.RunAsync(Actor.Local, form, stop: context.RequestAborted)).TryGet(out var letter, out var refusal)) return await WritePageAsync(store, form, refusal, context.RequestAborted);
        counts.Forget();
        await using var db = store.Read(Reader.Local);
        var source = (await db.FindAsync(letter, context.RequestAborted))?.As<Letter>().Source;
        flash.Say("Made, and logged as sent.", source is null ? null : $"/sources/{source:D}/file", "Download the letter");
        return Results.Redirect(Routes.Of(CorrespondenceKind.Name, letter));
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static ImmutableArray<Guid> Ids(string? lines) => [.. (lines ?? "").Split('\n').Select(Id).OfType<Guid>().Distinct().Take(50)];
}
