using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Sameness;
using Concordat.Sameness;

namespace Concordat.App.Api;

/// <summary>The body that merges.</summary>
/// <param name="Survivor">The record that stays.</param>
/// <param name="Other">The record that leads to it from then on.</param>
/// <param name="Take">Names of single values of the other one that are preferred.</param>
internal sealed record Merging(Guid Survivor, Guid Other, string? Reason = null, ImmutableArray<string>? Take = null);

/// <summary>The body that undoes a merge.</summary>
/// <param name="Given">Paths of contested values whose newer state goes to the merged record.</param>
internal sealed record PartingInput(string? Reason = null, ImmutableArray<string>? Given = null);

/// <summary>The body of the other judgements.</summary>
internal sealed record Judging(ImmutableArray<Guid> Records, string? Reason = null);

/// <summary>Same or not: what may be the same, and the judgement on it.</summary>
internal static class SameApi
{
    private const int Page = 50;

    private static readonly ImmutableArray<string> Unjudged = ["record.not-found", "record.merged", "record.changed-meanwhile", "merge.same-record", "merge.other-kind"];

    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/same", "listSame", "List what may be the same", ListAsync)
        {
            Tag = "Same or not", Says = "Groups of records that may be one and the same, the likeliest first, with the score of each pair and why. Nothing is ever merged by itself. While the register is still looked through, “looking” is true and more may be found.",
            Parameters = [new("kind", "Only records of that kind.") { Choices = [.. SamePairs.Searched.OrderBy(k => k.Name, StringComparer.Ordinal).Select(k => new Choice(k.Name, k.Title))] }, new("page", $"From 1; {Page} groups each.") { Number = (1, 100_000) }],
            Gives = [new(200, "One page of the groups.", "Same") { Tagged = true, Linked = true }],
        },
        Of<Merging>("/api/same/merge", "mergeRecords", "Merge two records", "The survivor takes what it lacks from the other one, whose address leads to it from then on. No other record is rewritten, and the merge can be undone later. Of values that differ that of the survivor is kept, unless its name is in “take”. The reason is needed.",
            "Merging", new JsonObject { ["survivor"] = Examples.Record, ["other"] = Examples.Element, ["reason"] = "One laboratory under two spellings", ["take"] = new JsonArray("website") }, MergeAsync,
            [.. Unjudged, "record.reason-needed", "merge.sources", "merge.related", "merge.kept-apart", "merge.too-many-references"]),
        new("GET", "/api/same/part/{id:guid}", "planParting", "See what undoing a merge leaves open", PlanAsync)
        {
            Tag = "Same or not", Says = "Asked of the merged record. Each contested value was held by both records before the merge and has changed since: it stays with the survivor, unless its path is given to the other one when the merge is undone.",
            Gives = [new(200, "The two records, and what both claim.", "PartingPlan") { Tagged = true }], Refuses = ["merge.not-merged", "merge.survivor-merged", "record.not-found"],
        },
        Of<PartingInput>("/api/same/part/{id:guid}", "undoMerge", "Undo a merge", "Asked of the merged record: both stand for themselves again. A later change of a value goes to the record that the value came from; what is new stays with the survivor.",
            "Parting", new JsonObject { ["reason"] = "Two laboratories after all", ["given"] = new JsonArray("website") }, PartAsync, "merge.not-merged", "merge.survivor-merged", "record.not-found", "record.changed-meanwhile"),
        Of<Judging>("/api/same/apart", "keepApart", "Keep records apart for good", "A judgement with who and when, an entry on each: they are not proposed again, and not merged until it is taken back. Each two of the named ones are judged different.",
            "Judging", Two("One is the laboratory, the other its host"), (call, sent, once) => JudgeAsync(call, sent, once, (apart, batch) => apart.RunAsync(Actor.Local, sent.Records, sent.Reason, batch, call.Stop)), [.. Unjudged]),
        Of<Judging>("/api/same/revoke", "revokeApart", "Take a judgement back", "Two records that were kept apart may be proposed as the same, and merged, again.",
            "Judging", Two("Judged too quickly"), (call, sent, once) => RevokeAsync(call, sent, once), [.. Unjudged, "merge.not-apart"]),
        new("POST", "/api/same/later", "putSameOff", "Put a proposal off", LaterAsync)
        {
            Tag = "Same or not", Says = $"It is proposed again after {PutLater.Days} days. Doing it twice is doing it once.", Takes = [new("application/json", "Judging", Two(null))], Gives = [new(200, "The records.", "Judged")], Refuses = ["record.not-found", "merge.same-record", "request.wrong-member"],
        },
    ];

    private static JsonObject Two(string? reason)
    {
        var body = new JsonObject { ["records"] = new JsonArray(Examples.Record, Examples.Element) };
        if (reason is not null) body["reason"] = reason;
        return body;
    }

    private static Operation Of<T>(string path, string id, string summary, string says, string schema, JsonObject example, Func<Call, T, Once, Task<IResult>> run, params string[] refuses) => new("POST", path, id, summary, async call =>
    {
        if (!(await Body.ReadAsync<T>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        return Once.Of(call, sent.Bytes).TryGet(out var once, out refusal) ? await run(call, sent.Value, once) : Reply.Refuse(refusal);
    })
    {
        Tag = "Same or not", Says = says, HasKey = true, Takes = [new("application/json", schema, example)], Gives = [new(200, "The records as they now stand.", "Judged")], Refuses = [.. refuses, "record.value-too-long"],
    };

    private static async Task<IResult> ListAsync(Call call)
    {
        var (view, looking) = await SamenessEndpoints.PairsAsync(call.Get<SamePairs>());
        var (kind, page) = (Ask.Text(call.Request, "kind"), Ask.Number(call.Request, "page", 1));
        var groups = view.Groups.Where(g => kind is null || g.Best.Kind == kind).ToList();
        var shown = groups.Skip((page - 1) * Page).Take(Page).ToList();
        await using var db = call.Read();
        var names = await db.NamesAsync([.. shown.SelectMany(g => g.Records).Distinct()], call.Stop);
        var links = new Dictionary<string, string>();
        if (groups.Count > page * Page) links["next"] = "/api/same" + QueryString.Create(new Dictionary<string, string?> { ["kind"] = kind, ["page"] = $"{page + 1}" }.Where(q => q.Value is not null));
        return new Reply(new JsonObject
        {
            ["groups"] = new JsonArray([.. shown.Where(g => g.Records.All(names.ContainsKey)).Select(g => SameJson.Of(g, view, names))]), ["count"] = groups.Count, ["looking"] = looking,
            ["links"] = new JsonObject(links.Select(l => new KeyValuePair<string, JsonNode?>(l.Key, l.Value))),
        }) { Links = links };
    }

    private static async Task<IResult> MergeAsync(Call call, Merging sent, Once once)
    {
        if (ChangeApi.Wordy(sent.Reason) is { } wordy) return Reply.Refuse(wordy);
        return await once.DoAsync(call, batch => call.Get<MergeRecords>().MergeAsync(Actor.Local, sent.Survivor, sent.Other, sent.Reason, sent.Take, batch, call.Stop), done => SameJson.Judged(done.OrderBy(d => d.MergedInto is not null)));
    }

    private static async Task<IResult> PlanAsync(Call call)
    {
        await using var db = call.Read();
        return (await MergeRecords.PlanUndoAsync(db, call.Id, [], call.Stop)).TryGet(out var plan, out var refusal) ? new Reply(SameJson.Of(plan)) : Reply.Refuse(refusal);
    }

    private static async Task<IResult> PartAsync(Call call, PartingInput sent, Once once)
    {
        if (ChangeApi.Wordy(sent.Reason) is { } wordy) return Reply.Refuse(wordy);
        return await once.DoAsync(call, batch => call.Get<MergeRecords>().UndoAsync(Actor.Local, call.Id, sent.Reason, sent.Given, batch, call.Stop), done => SameJson.Judged(done.OrderBy(d => d.Id == call.Id)));
    }

    private static async Task<IResult> JudgeAsync(Call call, Judging sent, Once once, Func<KeepApart, string?, Task<Outcome<Saved>>> deed)
    {
        if ((ChangeApi.Wordy(sent.Reason) ?? Crowd(sent)) is { } wrong) return Reply.Refuse(wrong);
        return await once.DoAsync(call, batch => deed(call.Get<KeepApart>(), batch), done => SameJson.Judged(done));
    }

    private static Task<IResult> RevokeAsync(Call call, Judging sent, Once once) => sent.Records.Length == 2
        ? JudgeAsync(call, sent, once, (apart, batch) => apart.RevokeAsync(Actor.Local, sent.Records[0], sent.Records[1], sent.Reason, batch, call.Stop))
        : Task.FromResult(Reply.Refuse(new("request.wrong-member", "Name two records.")));

    private static async Task<IResult> LaterAsync(Call call)
    {
        if (!(await Body.ReadAsync<Judging>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        var records = sent.Value.Records.Distinct().ToList();
        if (sent.Value.Reason is not null) return Reply.Refuse(new("request.wrong-member", "A proposal is put off without a reason."));
        if (Crowd(sent.Value) is { } crowd) return Reply.Refuse(crowd);
        if (records.Count < 2) return Reply.Refuse(SamenessRefusals.Itself);
        await using var db = call.Read();
        var documents = await db.FindAsync(records, call.Stop);
        foreach (var record in records)
            if (documents.GetValueOrDefault(record) is not { Gone: false }) return Reply.Refuse(JournalRefusals.NotFound(record));
        return await SamenessEndpoints.LaterAsync(records, call.Get<PutLater>()) is { } lost ? Reply.Refuse(lost) : SameJson.Judged(records.Select(r => documents[r]));
    }

    private static Refusal? Crowd(Judging sent) => sent.Records.Length > SameGroups.Most ? new("request.wrong-member", $"At most {SameGroups.Most} records are judged at once.") : null;
}
