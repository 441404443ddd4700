using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concordat.App.Shell;

/// <summary>Answers that endpoints give.</summary>
internal static class Answers
{
    /// <summary>A page rendered on the server.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters, int status = 200) where T : IComponent => new(parameters) { StatusCode = status };

    /// <summary>What was refused, with the code, and what to do: a page, or for a program a problem in JSON.</summary>
    public static IResult Problem(Refusal refusal, int? status = null) => new Refused(refusal, status ?? Status(refusal));

    private sealed record Refused(Refusal Refusal, int Status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Api.Problem.Is(httpContext)
            ? Api.Problem.WriteAsync(httpContext, Refusal, Status)
            : new RazorComponentResult<ProblemPage>(new { Refusal }) { StatusCode = Status }.ExecuteAsync(httpContext);
    }

    /// <summary>The HTTP status that stands for a refusal, for pages and interfaces alike.</summary>
    public static int Status(Refusal refusal) => refusal.Code switch
    {
        "record.not-found" or "page.not-found" => 404,
        "record.changed-meanwhile" => 409,
        "source.too-large" => 413,
        "storage.full" => 507,
        _ when refusal.Code.StartsWith("storage.", StringComparison.Ordinal) => 503,
        _ => 422,
    };
}
