using Concordat.App.Shell;
using Concordat.Today;

namespace Concordat.App.Today;

internal static class CleanUpEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/clean-up", (HttpContext context, CleanUp cleanUp) => ShowAsync(context, cleanUp, null, null));
        app.MapPost("/clean-up", MendAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, CleanUp cleanUp, string? at, Refusal? problem) => Answers.Page<CleanUpPage>(
        new { Lists = await cleanUp.ListAsync(Reader.Local, context.RequestAborted), At = at, Problem = problem }, problem is null ? 200 : Answers.Status(problem));

    private static async Task<IResult> MendAsync(HttpContext context, CleanUp cleanUp, Flash flash)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return await ShowAsync(context, cleanUp, form["fault"], form.Expired);
        if (CleanUp.Faults.FirstOrDefault(f => f.Name == form["fault"]) is not { } fault) return Results.Redirect("/clean-up");
        var ticked = (form["record"] ?? "").Split('\n').Select(r => Guid.TryParse(r, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().Take(CleanUp.Shown).ToList();
        if (!(await cleanUp.MendAsync(Actor.Local, fault, ticked, form[$"value.{fault.Name}"], stop: context.RequestAborted)).TryGet(out var mended, out var refusal)) return await ShowAsync(context, cleanUp, fault.Name, refusal);
        flash.Say(mended == 0 ? "Nothing was left to mend there." : mended == 1 ? "One record is mended. Its history can undo that." : $"{mended} records are mended. The history of each can undo that.");
        return Results.Redirect("/clean-up");
    }
}
