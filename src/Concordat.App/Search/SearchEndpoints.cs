using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Names;
using Concordat.Search;
using Concordat.Search.Index;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Search;

/// <summary>The one search of the product: its page, and suggestions for the box of every page.</summary>
internal static class SearchEndpoints
{
    /// <param name="Detail">The quiet line that tells namesakes apart.</param>
    /// <param name="Kind">As shown.</param>
    private sealed record Suggestion(string Title, string Detail, string Kind, string Href);

    public static void Map(WebApplication app)
    {
        app.MapGet("/find", PageAsync);
        app.MapGet("/find/suggest", async (string? q, HttpContext context, Find find) =>
        {
            var found = await find.SuggestAsync(Reader.Local, Wording.Of(PostedForm.Clean(q ?? "")), context.RequestAborted);
            return Results.Json(found.Select(f => new Suggestion(f.Head.Title, f.Head.Detail, Kinds.Of(f.Kind).Title, Routes.Of(f.Kind, f.Record))));
        });
    }

    private static async Task<IResult> PageAsync(HttpContext context, Store store, Find find, SearchIndex index)
    {
        var (query, stop) = (SearchQuery.Of(context.Request), context.RequestAborted);
        if (await find.RunAsync(Reader.Local, query.Asked, stop) is { } found) return Answers.Page<SearchPage>(new { Query = query, Found = found });
        return Answers.Page<SearchPage>(new { Query = query, Named = await NamedAsync(store, query, stop), State = index.State });
    }

    /// <summary>What the tables know without the index: names, acronyms and numbers, each word from its beginning.</summary>
    private static async Task<IReadOnlyList<HeadlineRow>> NamedAsync(Store store, SearchQuery query, CancellationToken stop)
    {
        if (Fold.Words(query.Words ?? "").Count == 0) return [];
        await using var db = store.Read(Reader.Local);
        var rows = db.Headlines.ByWords(db, query.Words);
        if (query.Kind is { } kind) rows = rows.Where(h => h.Kind == kind);
        return await rows.OrderBy(h => h.Kind).ThenBy(h => h.SortKey).ThenBy(h => h.Record).Take(100).ToListAsync(stop);
    }

    /// <summary>Where the index says what it stumbles over.</summary>
    public static Action<Exception> Logging(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Concordat.Search");
        return error => logger.LogWarning(error, "The search index stumbled; it mends itself.");
    }
}

/// <summary>What the address of a search says.</summary>
/// <param name="Typed">As it is shown again.</param>
public sealed record SearchQuery(string Typed, Asked Asked)
{
    public string? Words => Asked.Wording.IsEmpty ? null : Asked.Wording.Typed;

    public string? Kind => Asked.Kind;

    public static SearchQuery Of(HttpRequest request)
    {
        var (typed, kind) = (PostedForm.Clean(request.Query["q"].ToString()).Trim(), request.Query["kind"].ToString());
        var reach = request.Query["as"].ToString() switch { "near" => Reach.Near, "any" => Reach.Any, _ => Reach.All };
        var known = Kinds.Find(kind) is null ? null : kind;
        var page = known is not null && int.TryParse(request.Query["page"], out var number) ? Math.Clamp(number, 1, Find.Pages) : 1;
        var wording = Wording.Of(typed);
        return new(wording.Typed, new(wording, reach, known, page));
    }

    public string Within(string? kind, int page = 1) => Address(Asked with { Kind = kind, Page = page });

    public string As(Reach reach) => Address(Asked with { Reach = reach, Page = 1 });

    private string Address(Asked asked)
    {
        var parts = new List<KeyValuePair<string, string?>> { new("q", Typed) };
        if (asked.Kind is not null) parts.Add(new("kind", asked.Kind));
        if (asked.Reach != Reach.All) parts.Add(new("as", asked.Reach == Reach.Near ? "near" : "any"));
        if (asked.Page > 1) parts.Add(new("page", $"{asked.Page}"));
        return "/find" + QueryString.Create(parts);
    }
}
