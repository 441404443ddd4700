using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concordat.App.Shell;

/// <summary>Answers that endpoints give.</summary>
internal static class Answers
{
    /// <summary>A page rendered on the server.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters, int status = 200) where T : IComponent => new(parameters) { StatusCode = status };

    /// <summary>A page that says what was refused, with the code, and what to do.</summary>
    public static RazorComponentResult<ProblemPage> Problem(Refusal refusal, int? status = null) =>
        new(new { Refusal = refusal }) { StatusCode = status ?? Status(refusal) };

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
