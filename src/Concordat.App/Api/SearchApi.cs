using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Search;
using Concordat.Search;
using Concordat.Search.Index;
using Concordat.Storage;

namespace Concordat.App.Api;

/// <summary>The one search of the product, over everything that is kept.</summary>
internal static class SearchApi
{
    public static Operation Search { get; } = new("GET", "/api/search", "search", "Search the register", SearchAsync)
    {
        Tag = "Search", Gives = [new(200, "What was found, the best first.", "Found") { Tagged = true, Linked = true }],
        Says = "Titles, names, acronyms, reference numbers, people, and the words in documents. Where nothing has all the words, letters may be wrong, and then one word is enough; “reach” says how wide it had to be. While there is no index, names alone are looked through, and “index” says why.",
        Parameters =
        [
            new("q", "What is looked for; words in quotation marks stand together."), new("kind", "Only records of that kind, page by page.") { Choices = [.. Kinds.All.OrderBy(k => k.Name, StringComparer.Ordinal).Select(k => new Choice(k.Name, k.Title))] },
            new("as", "How wide to search at least.") { Choices = [new("near", "Letters may be wrong"), new("any", "One word is enough")] }, new("page", "From 1; only with a kind.") { Number = (1, Find.Pages) },
        ],
    };

    private static async Task<IResult> SearchAsync(Call call)
    {
        var query = SearchQuery.Of(call.Request);
        if (await call.Get<Find>().RunAsync(Reader.Local, query.Asked, call.Stop) is { } found) return Answer(query, found);
        var named = await SearchEndpoints.NamedAsync(call.Store, query, call.Stop);
        var state = call.Get<SearchIndex>().State;
        return new Reply(new JsonObject
        {
            ["reach"] = Word(query.Asked.Reach), ["counts"] = new JsonObject(), ["records"] = new JsonArray([.. named.Select(RecordJson.Head)]), ["more"] = false, ["links"] = new JsonObject(),
            ["index"] = state.Why is { } why ? new JsonObject { ["code"] = why.Code, ["detail"] = why.Message } : new JsonObject { ["code"] = "search.building", ["detail"] = $"The index is being built: {state.Done:N0} of {state.Total:N0} records so far." },
        });
    }

    private static Reply Answer(SearchQuery query, Found found)
    {
        var links = new Dictionary<string, string>();
        if (found.More) links["next"] = "/api/search" + query.Within(query.Kind, query.Asked.Page + 1)["/find".Length..];
        return new Reply(new JsonObject
        {
            ["reach"] = Word(found.Reach), ["counts"] = new JsonObject(found.Counts.Select(c => new KeyValuePair<string, JsonNode?>(c.Kind, c.Count))), ["records"] = new JsonArray([.. found.Records.Select(Of)]), ["more"] = found.More,
            ["links"] = new JsonObject(links.Select(l => new KeyValuePair<string, JsonNode?>(l.Key, l.Value))),
        }) { Links = links };
    }

    private static string Word(Reach reach) => reach.ToString().ToLowerInvariant();

    private static JsonNode Of(FoundRecord record)
    {
        var json = new JsonObject { ["id"] = record.Record.ToString("D"), ["kind"] = record.Kind, ["title"] = record.Head.Title, ["detail"] = record.Head.Detail, ["href"] = RecordJson.Address(record.Kind, record.Record) };
        if (record.Snippet.Length > 0) json["snippet"] = Runs(record.Snippet);
        if (record.At?.Split('+') is [var start, var length]) (json["start"], json["length"]) = (int.Parse(start), int.Parse(length));
        return json;
    }

    private static JsonArray Runs(ImmutableArray<Run> runs) => new([.. runs.Select(r => (JsonNode)new JsonObject { ["text"] = r.Text, ["marked"] = r.Marked })]);
}
