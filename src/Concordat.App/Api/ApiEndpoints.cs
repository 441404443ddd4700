using System.Collections.Immutable;

namespace Concordat.App.Api;

/// <summary>The interface for programs: lists, records, documents and the search, with the verbs that the pages have for them, under /api.</summary>
internal static class ApiEndpoints
{
    /// <summary>In the order in which the description lists them.</summary>
    public static ImmutableArray<Operation> Operations { get; } = [.. Kinds.All.OrderBy(k => k.Name, StringComparer.Ordinal).SelectMany(OfKind), .. IntakeApi.All(), .. ArchiveApi.All(), .. ImportApi.All(), .. MappingApi.All(), .. SameApi.All(), .. TodayApi.All(), .. HandOverApi.All(), .. AbsenceApi.All(), .. CleanUpApi.All(), .. CountryApi.All(), SearchApi.Search, FeedApi.Feed, Description.OpenApi.Describe];

    private static IEnumerable<Operation> OfKind(RecordKind kind) => [ListApi.Of(kind), .. RecordApi.Of(kind), .. ChangeApi.Of(kind), .. ViewApi.Of(kind), .. DeedApi.Of(kind), .. kind.Name switch { "source" => SourceApi.All(), "agreement" => [RegisterApi.Register], "correspondence" => LetterApi.All(), _ => [] }];

    public static void Map(WebApplication app)
    {
        app.MapGet("/api", () => Shell.Answers.Page<ApiPage>(new { }));
        foreach (var operation in Operations) app.MapMethods(operation.Path, [operation.Method], context => AnswerAsync(operation, context));
    }

    private static async Task AnswerAsync(Operation operation, HttpContext context)
    {
        var answer = Ask.Unknown(context.Request.Query, operation.Parameters) is { } wrong ? Reply.Refuse(wrong) : await operation.RunAsync(new(context));
        await answer.ExecuteAsync(context);
    }
}
