using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Lists;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace Concordat.App.Api;

/// <summary>The body that keeps a view.</summary>
/// <param name="Query">The address of the list behind its question mark.</param>
internal sealed record KeepingView(string Name, string Query);

/// <summary>Lists under names.</summary>
internal static class ViewApi
{
    // Where a page of the list begins and how it is answered is no part of a view.
    private static readonly string[] Passing = ["take", "after", "before", "values", "known"];

    public static IEnumerable<Operation> Of(RecordKind kind)
    {
        var (tag, plural, path) = (Routes.Plural(kind.Name), Routes.Plural(kind.Name).ToLowerInvariant(), $"/api/{Routes.Folder(kind.Name)}/views");
        return
        [
            new("GET", path, $"list{tag}Views", $"List saved views of {plural}", call => ListAsync(kind, call)) { Tag = tag, Says = "Lists as they were narrowed and ordered, under their names: those of the pages.", Gives = [new(200, "The views, by name.", "Views") { Tagged = true }] },
            new("POST", path, $"keep{tag}View", $"Keep a view of {plural}", call => KeepAsync(kind, call))
            {
                Tag = tag, Says = "Keeps filters and order under a name; a view of that name is replaced, so that doing it twice is doing it once.", Takes = [new("application/json", "KeepingView", new JsonObject { ["name"] = "Water", ["query"] = "q=water" })],
                Gives = [new(200, "The view.", "View")], Refuses = ["view.no-name", "view.nothing-narrowed", "view.too-long"],
            },
            new("DELETE", path, $"remove{tag}View", $"Remove a view of {plural}", call => RemoveAsync(kind, call)) { Tag = tag, Says = "The list itself stays.", Parameters = [new("name", "The name of the view.") { Needed = true }], Gives = [new(200, "The views that are left.", "Views")], Refuses = ["view.not-found", "storage.full", "storage.busy"] },
        ];
    }

    private static Task<ImmutableArray<SavedViewRow>> ViewsAsync(RecordKind kind, Call call) => call.Get<KeptViews>().OfAsync(Reader.Local.Id, kind.Name, call.Stop);

    private static async Task<IResult> ListAsync(RecordKind kind, Call call) => new Reply(new JsonObject { ["items"] = new JsonArray([.. (await ViewsAsync(kind, call)).Select(v => (JsonNode)Of(kind, v))]) });

    private static async Task<IResult> KeepAsync(RecordKind kind, Call call)
    {
        if (!(await Body.ReadAsync<KeepingView>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        var query = new QueryCollection(QueryHelpers.ParseQuery(sent.Value.Query));
        if (Ask.Unknown(query, [.. ListWords.Of(kind.Name).Where(p => !Passing.Contains(p.Name)), new("columns", "")]) is { } wrong) return Reply.Refuse(wrong);
        if (!(await call.Get<SaveView>().RunAsync(Actor.Local, kind.Name, sent.Value.Name, ListQuery.Of("/" + Routes.Folder(kind.Name), query).Kept)).TryGet(out var row, out refusal)) return Reply.Refuse(refusal);
        call.Get<KeptViews>().Forget();
        return new Reply(Of(kind, row));
    }

    private static async Task<IResult> RemoveAsync(RecordKind kind, Call call)
    {
        var name = Ask.Text(call.Request, "name")!;
        if ((await ViewsAsync(kind, call)).All(v => v.Name != name)) return Reply.Refuse(new("view.not-found", "There is no view of that name. It may have been removed already."));
        if ((await call.Get<SaveView>().RunAsync(Actor.Local, kind.Name, name, null)).Refusal is { } refusal) return Reply.Refuse(refusal);
        call.Get<KeptViews>().Forget();
        return await ListAsync(kind, call);
    }

    private static JsonObject Of(RecordKind kind, SavedViewRow view)
    {
        var (folder, query) = (Routes.Folder(kind.Name), new QueryCollection(QueryHelpers.ParseQuery(view.Query)));
        // What a view shows in which columns is for the page.
        var list = (ListQuery.Of("/api/" + folder, query) with { Columns = null }).First;
        return new() { ["name"] = view.Name, ["query"] = view.Query, ["links"] = new JsonObject { ["list"] = list, ["page"] = $"/{folder}?{view.Query}", ["remove"] = $"/api/{folder}/views" + QueryString.Create("name", view.Name) } };
    }
}
