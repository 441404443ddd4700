using System.Collections.Immutable;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Intake;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Intake;

/// <summary>The one-minute job: a paper arrives, one form, Enter.</summary>
internal static class RegisterEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/agreements/register", async (Guid? source, Desk desk, Store store, TimeProvider clock) =>
        {
            if (source is null) return await FormAsync(store, new() { Showing = Ids.New(clock) }, null, null);
            if (!(await desk.ShowAsync(Reader.Local, source.Value)).TryGet(out var view, out var refusal)) return Answers.Problem(refusal);
            return await FormAsync(store, AgreementForm.From(view), view, null);
        });
        app.MapPost("/agreements/register/drop", DropAsync);
        app.MapPost("/agreements/register", SaveAsync);
    }

    private static async Task<IResult> FormAsync(Store store, AgreementForm form, DeskView? view, Refusal? problem)
    {
        await using var db = store.Read(Reader.Local);
        var options = await db.Headlines.Where(h => h.Kind == "organisation").OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(400).ToListAsync();
        return Answers.Page<RegisterPage>(new { Form = form, View = view, Problem = problem, Options = options }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> DropAsync(HttpContext context, TakeIn takeIn, Flash flash, RailCounts counts)
    {
        return (await Uploads.DropAsync(context, takeIn, flash, counts)).TryGet(out var dropped, out var refusal) ? Results.Redirect($"/agreements/register?source={dropped.Source}") : Answers.Problem(refusal);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, RegisterAgreement register, Desk desk, Store store, Flash flash, RailCounts counts)
    {
        var posted = await PostedForm.ReadAsync(context);
        var form = new AgreementForm
        {
            Title = posted["title"] ?? "", Sort = posted["sort"], Signed = posted["signed"], Ends = posted["ends"], DeskOfficer = posted["officer"], FileNumber = posted["number"],
            Partners = [.. Enumerable.Range(0, 40).Select(i => posted[$"partner{i}"]).OfType<string>()],
            Source = Guid.TryParse(posted["source"], out var source) ? source : null, Showing = Guid.TryParse(posted["showing"], out var showing) ? showing : null, Page = int.TryParse(posted["page"], out var page) && page > 0 ? page : null,
        };
        DeskView? view = null;
        if (form.Source is not null && !(await desk.ShowAsync(Reader.Local, source)).TryGet(out view, out var missing)) return Answers.Problem(missing);
        if (posted.Expired is not null) return await FormAsync(store, form, view, posted.Expired);
        if (!(await register.RunAsync(Actor.Local, form, view, stop: context.RequestAborted)).TryGet(out var agreement, out var refusal)) return await FormAsync(store, form, view, refusal);
        counts.Forget();
        flash.Say("Registered.");
        return Results.Redirect(Routes.Of("agreement", agreement));
    }
}
