using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Shell;
using Concordat.Intake;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>The intake desk: documents come in, propose records, and are accepted from.</summary>
internal static class IntakeApi
{
    private const string Path = "/api/intake/{id:guid}";

    private static readonly ImmutableArray<string> Refusals = ["source.empty", "source.no-file", "source.too-large", "source.bomb", "source.too-often", "value.not-a-choice", "date"];

    public static ImmutableArray<Operation> All() =>
    [
        Of("GET", "/api/intake", "listIntake", "List what is at the desk", "Newest first.", ListAsync, new(200, "One page of the desk.", "Intake") { Tagged = true, Linked = true }, "list.place-gone") with
        {
            Parameters = [new("state", "Only those in that state.") { Choices = [new("waiting", "Waiting"), new("accepted", "Accepted"), new("set-aside", "Set aside")] }, Parameter.Take(ListQuery.PageSize), new("after", "The source after which the page begins.") { Record = true }],
        },
        Of("POST", "/api/intake", "takeIn", "Take a document in", "A text in JSON, or one file as multipart/form-data; that needs the header Concordat-Client (any value), which no form of a web page can send. The same bytes again are the source that they made the first time.",
            TakeAsync, new(201, "The new source and what it proposes; 200 when these very bytes came in before.", "Desk") { Located = true }, [.. Refusals]) with
        {
            Takes = [new("application/json", "TakingText", new JsonObject { ["text"] = "A Memorandum of Understanding was signed between the Institute of High-Altitude Physiology and Northfield Technical University on 10 March 2026.", ["outlet"] = "Northfield Gazette", ["published"] = "2026-03-12" }), new("multipart/form-data", "TakingFile")],
            Gives = [new(201, "The new source and what it proposes.", "Desk") { Located = true }, new(200, "These very bytes came in before: this is that source.", "Desk") { Located = true }],
        },
        Of("GET", Path, "getProposals", "Read what a source proposes", "Read anew each time: nothing of it is in the register until it is accepted. Keys of proposals and values hold as long as “reading” is the same.", ProposalsAsync, new(200, "The source and what it proposes.", "Desk") { Tagged = true }, "record.not-found"),
        Of("POST", Path + "/accept", "acceptProposals", "Accept what a source proposes", "Makes and extends records as decided, in one commit. A proposal without a decision is left out, unless all are taken.", AcceptAsync, new(200, "The records that were made or extended.", "Accepted"),
            "record.not-found", "desk.read-meanwhile", "desk.accepted-meanwhile", "desk.other-kind", "desk.no-such-proposal", "record.value-missing", "record.wrong-shape") with
        {
            HasKey = true, Takes = [new("application/json", "Accepting", new JsonObject { ["reading"] = "none:1", ["decisions"] = new JsonObject { ["i1"] = new JsonObject { ["as"] = "new", ["corrected"] = new JsonObject { ["signed"] = "2026-03-10" } } } })],
        },
        Move("set-aside", "setSourceAside", "Set a source aside", "It leaves the desk and stays in the register.", (call, desk) => desk.SetAsideAsync(Actor.Local, call.Id, call.Stop)),
        Move("reopen", "reopenSource", "Put a source back on the desk", "It waits there again.", (call, desk) => desk.ReopenAsync(Actor.Local, call.Id, call.Stop)),
        Move("read", "readSourceAgain", "Have the pictures of a source read again", "It waits for the machine that reads text off pictures.", (call, _) => call.Get<MachineReading>().AgainAsync(Actor.Local, call.Id), "source.no-machine-reader"),
    ];

    private static Operation Of(string method, string path, string id, string summary, string says, Func<Call, Task<IResult>> run, Given gives, params string[] refuses) =>
        new(method, path, id, summary, run) { Tag = "Intake", Says = says, Gives = [gives], Refuses = [.. refuses] };

    private static Operation Move(string verb, string id, string summary, string says, Func<Call, Desk, Task<Outcome<Saved>>> deed, params string[] refuses) =>
        Of("POST", $"{Path}/{verb}", id, summary, says + " The body is an empty object.", call => MoveAsync(call, deed), new(200, "The source and what it proposes.", "Desk"), ["record.not-found", .. refuses]) with { Takes = [new("application/json", "Nothing", new JsonObject())] };

    private static async Task<IResult> ListAsync(Call call)
    {
        await using var db = call.Read();
        var (rows, take, state) = (db.Intake, Ask.Number(call.Request, "take", ListQuery.PageSize), call.Request.Query["state"].ToString());
        if (state.Length > 0) rows = rows.Where(r => r.State == state);
        if (Guid.TryParse(call.Request.Query["after"], out var after))
        {
            if (await db.Intake.FirstOrDefaultAsync(r => r.Source == after, call.Stop) is not { } from) return Reply.Refuse(new("list.place-gone", "The source where this page begins is not at the desk. Begin again from the first page."));
            rows = rows.Where(r => r.At < from.At || (r.At == from.At && r.Source < from.Source));
        }

        var page = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Source).Take(take + 1).ToListAsync(call.Stop);
        var narrowed = $"/api/intake?take={take}{(state.Length > 0 ? "&state=" + state : "")}";
        var links = new Dictionary<string, string> { ["first"] = narrowed };
        if (page.Count > take) links["next"] = $"{narrowed}&after={page[take - 1].Source}";
        return new Reply(new JsonObject
        {
            ["items"] = new JsonArray([.. page.Take(take).Select(r => (JsonNode)new JsonObject { ["source"] = r.Source.ToString("D"), ["title"] = r.Title, ["state"] = r.State, ["at"] = RecordJson.Time(r.At), ["href"] = $"/api/intake/{r.Source:D}" })]),
            ["links"] = new JsonObject(links.Select(l => new KeyValuePair<string, JsonNode?>(l.Key, l.Value))),
        }) { Links = links };
    }

    private static async Task<IResult> ProposalsAsync(Call call) =>
        (await call.Get<Desk>().ShowAsync(Reader.Local, call.Id, call.Stop)).TryGet(out var view, out var refusal) ? new Reply(DeskJson.Of(view)) : Reply.Refuse(refusal);

    private static async Task<IResult> TakeAsync(Call call)
    {
        if (!(await Incomings.ReadAsync(call)).TryGet(out var incoming, out var refusal)) return Reply.Refuse(refusal);
        if (!(await call.Get<TakeIn>().RunAsync(Actor.Local, incoming, call.Stop)).TryGet(out var taken, out refusal)) return Reply.Refuse(refusal);
        call.Get<RailCounts>().Forget();
        if (!(await call.Get<Desk>().ShowAsync(Reader.Local, taken.Source, call.Stop)).TryGet(out var view, out refusal)) return Reply.Refuse(refusal);
        var json = DeskJson.Of(view);
        json["known"] = taken.Known;
        json["notes"] = new JsonArray([.. taken.Notes.Select(n => (JsonNode)new JsonObject { ["code"] = n.Code, ["text"] = n.Message })]);
        json["attachments"] = new JsonArray([.. taken.Attachments.Select(a => (JsonNode)a.ToString("D"))]);
        return new Reply(json, taken.Known ? 200 : 201) { Location = $"/api/intake/{taken.Source:D}" };
    }

    private static async Task<IResult> AcceptAsync(Call call)
    {
        if (!(await Body.ReadAsync<Accepting>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        if (call.Get<Replays>().Find(once) is var (batch, before))
        {
            if (batch == once.Batch) Once.Mark(call);
            return batch == once.Batch ? before : Reply.Refuse(Once.Reused);
        }

        if (!(await call.Get<Desk>().ShowAsync(Reader.Local, call.Id, call.Stop)).TryGet(out var view, out refusal)) return Reply.Refuse(refusal);
        if (view.State == "accepted") return Reply.Refuse(DeskRefusals.AcceptedMeanwhile);
        if (!sent.Value.Read(view.Proposals).TryGet(out var decisions, out refusal)) return Reply.Refuse(refusal);
        if (!(await call.Get<Desk>().AcceptAsync(Actor.Local, call.Id, decisions, sent.Value.Reading, call.Stop)).TryGet(out var saved, out refusal)) return Reply.Refuse(refusal);
        call.Get<RailCounts>().Forget();
        var answer = new Reply(new JsonObject { ["seq"] = saved.Seq, ["records"] = new JsonArray([.. saved.Documents.Select(DeskJson.Brief)]) });
        call.Get<Replays>().Keep(once, answer);
        return answer;
    }

    private static async Task<IResult> MoveAsync(Call call, Func<Call, Desk, Task<Outcome<Saved>>> deed)
    {
        if (!(await Body.ReadAsync<Nothing>(call)).TryGet(out _, out var refusal)) return Reply.Refuse(refusal);
        var desk = call.Get<Desk>();
        if (!(await desk.ShowAsync(Reader.Local, call.Id, call.Stop)).TryGet(out _, out refusal) || !(await deed(call, desk)).TryGet(out _, out refusal)) return Reply.Refuse(refusal);
        call.Get<RailCounts>().Forget();
        return await ProposalsAsync(call);
    }
}
