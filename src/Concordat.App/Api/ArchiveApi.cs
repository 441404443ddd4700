using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Intake;
using Concordat.App.Intake.Many;
using Concordat.App.Shell;
using Concordat.Intake.Many;

namespace Concordat.App.Api;

/// <summary>A document and the agreement among whose texts it is put.</summary>
internal sealed record AttachedPair(Guid Source, Guid Agreement);

/// <summary>The body that puts documents among the texts of agreements.</summary>
internal sealed record Attaching(ImmutableArray<AttachedPair> Pairs);

/// <summary>A ZIP archive of a shared drive is taken in, and its documents find their agreements.</summary>
internal static class ArchiveApi
{
    private const string Path = "/api/archives/{job:guid}";
    private const int Page = 200, MostItems = 1000, MostPairs = 2000;

    public static ImmutableArray<Operation> All() =>
    [
        new("POST", "/api/archives", "takeInMany", "Take a ZIP archive in", TakeAsync)
        {
            Tag = "Intake", Says = "Its files are taken in one by one, and for each the agreement to which it may belong is looked for; ask at Location how far it is. The same bytes make one source, so that the same archive again takes in only what is new. Needs the header Concordat-Client.",
            Takes = [new("multipart/form-data", "TakingArchive")], Gives = [new(202, "It goes on, or has ended already; ask at Location.", "Archive") { Located = true }], Refuses = ["source.no-file", "source.unreadable"],
        },
        new("GET", Path, "getArchive", "Read how a taking-in stands", GetAsync)
        {
            Tag = "Intake", Says = "Files in the order of the archive, each with what became of it. It is remembered while the server runs; the documents wait at the desk in any case.",
            Parameters = [Parameter.Take(Page) with { Number = (1, MostItems) }, new("after", "How many files to pass over.") { Number = (0, 1_000_000) }], Gives = [new(200, "How far it is.", "Archive") { Tagged = true, Linked = true }], Refuses = ["intake.many-gone"],
        },
        new("POST", Path + "/attach", "attachTexts", "Put documents among the texts of agreements", AttachAsync)
        {
            Tag = "Intake", Says = "All in one commit; they leave the desk. A document that is among the texts already stays as it is, so that doing it twice is doing it once.",
            Takes = [new("application/json", "Attaching", new JsonObject { ["pairs"] = new JsonArray(new JsonObject { ["source"] = Examples.Element, ["agreement"] = Examples.Record }) })], Gives = [new(200, "How many were put there.", "Attached")], Refuses = ["intake.many-gone", "many.nothing-ticked", "many.too-many", "record.not-found", "record.changed-meanwhile"],
        },
        new("POST", Path + "/stop", "stopArchive", "Stop a taking-in", StopAsync)
        {
            Tag = "Intake", Says = "What was taken in until then stays. The body is an empty object.", Takes = [new("application/json", "Nothing", new JsonObject())], Gives = [new(200, "How far it came.", "Archive")], Refuses = ["intake.many-gone"],
        },
    ];

    private static Guid Id(Call call) => Guid.Parse((string)call.Request.RouteValues["job"]!);

    private static async Task<IResult> TakeAsync(Call call)
    {
        if (!Incomings.IsForm(call.Request)) return Reply.Refuse(new("request.wrong-type", "Send the archive as multipart/form-data."));
        if (!(await Incomings.FormAsync(call)).TryGet(out var form, out var refusal)) return Reply.Refuse(refusal);
        var file = await Uploads.ReadAsync(form.File, call.Stop);
        var jobs = call.Get<ManyJobs>();
        if (!(await jobs.StartAsync(Actor.Local, file.Bytes, file.Name, call.Stop)).TryGet(out var id, out refusal)) return Reply.Refuse(refusal);
        return new Reply(Of(id, jobs.Find(id)!, 0, Page, out _), 202) { Location = $"/api/archives/{id:D}" };
    }

    private static Task<IResult> GetAsync(Call call)
    {
        var (id, after, take) = (Id(call), Ask.Number(call.Request, "after", 0), Ask.Number(call.Request, "take", Page));
        if (call.Get<ManyJobs>().Find(id) is not { } job) return Task.FromResult(Reply.Refuse(ManyEndpoints.Gone));
        var json = Of(id, job, after, take, out var next);
        return Task.FromResult<IResult>(new Reply(json) { Links = next is null ? new Dictionary<string, string>() : new() { ["next"] = next } });
    }

    private static async Task<IResult> AttachAsync(Call call)
    {
        if (!(await Body.ReadAsync<Attaching>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (call.Get<ManyJobs>().Find(Id(call)) is null) return Reply.Refuse(ManyEndpoints.Gone);
        if (sent.Value.Pairs.Length > MostPairs) return Reply.Refuse(new("many.too-many", $"One deed takes at most {MostPairs:N0} documents. Do it in parts."));
        if (!(await call.Get<AttachTexts>().RunAsync(Actor.Local, [.. sent.Value.Pairs.Select(p => (p.Source, p.Agreement))], call.Stop)).TryGet(out var attached, out refusal)) return Reply.Refuse(refusal);
        call.Get<RailCounts>().Forget();
        return new Reply(new JsonObject { ["attached"] = attached });
    }

    private static async Task<IResult> StopAsync(Call call)
    {
        if (!(await Body.ReadAsync<Nothing>(call)).TryGet(out _, out var refusal)) return Reply.Refuse(refusal);
        if (call.Get<ManyJobs>().Find(Id(call)) is not { } job) return Reply.Refuse(ManyEndpoints.Gone);
        job.Stop();
        return new Reply(Of(Id(call), job, 0, Page, out _));
    }

    private static JsonObject Of(Guid id, ManyJob job, int after, int take, out string? next)
    {
        // Asked first: what ends meanwhile has all its files.
        var ended = job.Ended;
        var done = job.Done;
        var links = new JsonObject { ["self"] = $"/api/archives/{id:D}", ["page"] = $"/intake/many/{id:D}" };
        next = done.Length > after + take ? $"/api/archives/{id:D}?after={after + take}&take={take}" : null;
        if (next is not null) links["next"] = next;
        return WorkJson.Some(("id", id.ToString("D")), ("name", job.Name), ("files", job.Files), ("read", done.Length), ("ended", ended), ("problem", job.Refusal is { } why ? ImportJson.Why(why) : null), ("items", WorkJson.All(done.Skip(after).Take(take), Of)), ("links", links));
    }

    private static JsonNode Of(ManyFile file) => WorkJson.Some(
        ("path", file.Path), ("source", file.Source?.ToString("D")), ("href", file.Source is { } source ? $"/api/intake/{source:D}" : null), ("known", file.Known), ("problem", file.Refusal is { } why ? ImportJson.Why(why) : null),
        ("suggestion", file.Suggestion is { } it ? new JsonObject { ["agreement"] = it.Agreement.ToString("D"), ["title"] = it.Title, ["why"] = it.Why, ["sure"] = it.Sure } : null));
}
