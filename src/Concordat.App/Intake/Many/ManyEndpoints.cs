using Concordat.App.Shell;
using Concordat.Intake.Many;

namespace Concordat.App.Intake.Many;

internal static class ManyEndpoints
{
    internal static readonly Refusal Gone = new("intake.many-gone", "What became of those files is not remembered any more. The documents wait at Intake; send the archive again to see the list: nothing is taken in twice.");

    public static void Map(WebApplication app)
    {
        app.MapGet("/intake/many/{id:guid}", Show);
        app.MapPost("/intake/many/{id:guid}", DecideAsync);
    }

    private static IResult Show(Guid id, HttpContext context, ManyJobs jobs) => Page(id, context, jobs, null);

    private static IResult Page(Guid id, HttpContext context, ManyJobs jobs, Refusal? problem)
    {
        if (jobs.Find(id) is not { } job) return Answers.Problem(Gone, 404);
        // Without script the page asks again by itself.
        if (!job.Ended) context.Response.Headers["Refresh"] = "2";
        return Answers.Page<ManyPage>(new { Id = id, Job = job, Problem = problem ?? job.Refusal }, problem is null ? 200 : Answers.Status(problem));
    }

    private static async Task<IResult> DecideAsync(Guid id, HttpContext context, ManyJobs jobs, AttachTexts attach, Flash flash, RailCounts counts)
    {
        var form = await PostedForm.ReadAsync(context);
        if (form.Expired is not null) return Page(id, context, jobs, form.Expired);
        if (form["do"] == "stop")
        {
            jobs.Find(id)?.Stop();
            return Results.Redirect($"/intake/many/{id:D}");
        }

        var pairs = (form["pair"] ?? "").Split('\n').Select(p => p.Split(' ')).Where(p => p.Length == 2 && Guid.TryParse(p[0], out _) && Guid.TryParse(p[1], out _)).Select(p => (Guid.Parse(p[0]), Guid.Parse(p[1]))).ToList();
        if (!(await attach.RunAsync(Actor.Local, pairs, context.RequestAborted)).TryGet(out var attached, out var refusal)) return Page(id, context, jobs, refusal);
        counts.Forget();
        flash.Say($"{attached} {(attached == 1 ? "document is" : "documents are")} among the texts of {(pairs.Select(p => p.Item2).Distinct().Count() == 1 ? "its agreement" : "their agreements")} now.", "/journal", "See the journal");
        return Results.Redirect("/intake");
    }
}
