using System.Text.Json.Nodes;
using Concordat.App.Lists;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>A page of a list: the same rows, words and orders as on its page.</summary>
internal static class ListApi
{
    public static Operation Of(RecordKind kind) => new("GET", "/api/" + Routes.Folder(kind.Name), "list" + Routes.Plural(kind.Name), $"List {Routes.Plural(kind.Name).ToLowerInvariant()}", call => ListAsync(kind, call))
    {
        Tag = Routes.Plural(kind.Name), Parameters = ListWords.Of(kind.Name),
        Says = "The filters, words and orders of the page of the same name. Pages hang together by keys, not by numbers: follow the links “next” and “prev”, also in the Link header.",
        Gives = [new(200, "One page of the list.", "List") { Tagged = true, Linked = true }], Refuses = ["list.place-gone", "past.not-past", "past.too-large", "past.busy"],
    };

    private static async Task<IResult> ListAsync(RecordKind kind, Call call)
    {
        var query = ListQuery.Of(call.Context);
        if (query.Known is { } day) return await PastAsync(kind, query with { Take = Ask.Number(call.Request, "take", ListQuery.PageSize) }, DateOnly.ParseExact(day, "yyyy-MM-dd"), call);
        query = query with { Take = Ask.Number(call.Request, "take", ListQuery.PageSize) };
        if ((query.After ?? query.Before) is { } place && !await IsThereAsync(kind, place, call))
            return Reply.Refuse(new("list.place-gone", "The record where this page begins is not in the list any more. Begin again from the first page."));
        var today = Days.Today(call.Clock);
        var lines = await call.Get<KeptLists>().OfAsync(query, Reader.Local, today, (db, seq) => call.Get<ReadList>().LinesAsync(ListShapes.Of(kind.Name), db, query, seq, today, call.Stop), call.Stop);
        var documents = query["values"] is null ? null : await DocumentsAsync(lines, call);
        var links = Links(query, lines);
        return new Reply(Body(lines, documents, links)) { Links = links };
    }

    private static async Task<IResult> PastAsync(RecordKind kind, ListQuery query, DateOnly day, Call call)
    {
        if (!(await call.Get<PastLists>().OfAsync(day, call.Stop)).TryGet(out var past, out var refusal)) return Reply.Refuse(refusal);
        await using var db = past.Register.Store.Read(Reader.Local);
        var lines = await past.Lists.LinesAsync(ListShapes.Of(kind.Name), db, query, 0, Days.Of(day), call.Stop);
        var links = Links(query, lines);
        var documents = query["values"] is null ? null : await db.FindAsync([.. lines.Rows.Select(r => r.Record)], call.Stop);
        return new Reply(Body(lines, documents, links)) { Links = links };
    }

    private static async Task<bool> IsThereAsync(RecordKind kind, Guid place, Call call)
    {
        await using var db = call.Read();
        return await db.Headlines.AnyAsync(h => h.Record == place && h.Kind == kind.Name, call.Stop);
    }

    private static async Task<IReadOnlyDictionary<Guid, Document>> DocumentsAsync(Lines lines, Call call)
    {
        await using var db = call.Read();
        return await db.FindAsync([.. lines.Rows.Select(r => r.Record)], call.Stop);
    }

    private static Dictionary<string, string> Links(ListQuery query, Lines lines)
    {
        var links = new Dictionary<string, string> { ["first"] = query.First };
        if (lines.Earlier is { } earlier) links["prev"] = query.Earlier(earlier);
        if (lines.Later is { } later) links["next"] = query.Later(later);
        return links;
    }

    private static JsonObject Body(Lines lines, IReadOnlyDictionary<Guid, Document>? documents, Dictionary<string, string> links) => new()
    {
        ["items"] = new JsonArray([.. lines.Rows.Select(r => Item(lines, r, documents?.GetValueOrDefault(r.Record)))]),
        ["links"] = new JsonObject(links.Select(l => new KeyValuePair<string, JsonNode?>(l.Key, l.Value))),
    };

    private static JsonObject Item(Lines lines, Line row, Document? document)
    {
        var item = new JsonObject { ["id"] = row.Record.ToString("D"), ["kind"] = lines.Kind, ["title"] = row.Title, ["href"] = RecordJson.Address(lines.Kind, row.Record) };
        var columns = new JsonObject();
        for (var i = 0; i < row.Cells.Count; i++)
            if (!string.IsNullOrEmpty(row.Cells[i])) columns[lines.Head[i]] = row.Cells[i];
        item["columns"] = columns;
        if (document is null) return item;
        var whole = RecordJson.Root(document);
        (item["version"], item["values"]) = (document.Version, whole["values"]!.DeepClone());
        return item;
    }
}
