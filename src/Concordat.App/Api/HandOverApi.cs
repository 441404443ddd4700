using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Shell;
using Concordat.App.Today;
using Concordat.HandOver;

namespace Concordat.App.Api;

/// <summary>The body that hands over.</summary>
/// <param name="From">As records have the name.</param>
internal sealed record HandingOver(string From, string To, string? Reason = null);

/// <summary>What one desk officer answers for, and the deed that moves it to another.</summary>
internal static class HandOverApi
{
    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/officers", "listOfficers", "List desk officers", OfficersAsync) { Tag = "Hand-over", Says = "Everyone whom records name, with how many records do.", Gives = [new(200, "The officers, by name.", "Officers") { Tagged = true }] },
        new("GET", "/api/hand-over", "getHandOver", "Read a hand-over note", NoteAsync)
        {
            Tag = "Hand-over", Says = $"All that one desk officer answers for: agreements with their state and texts, records on which sources differ, open actions, replies due, the last contact with each partner. At most {GatherWork.Most} of each sort. Nobody’s note is empty.",
            Parameters = [new("from", "The desk officer, as records have the name.") { Needed = true }], Gives = [new(200, "The note.", "Work") { Tagged = true }],
        },
        new("POST", "/api/hand-over", "handOver", "Hand over", MoveAsync)
        {
            Tag = "Hand-over", Says = "Every record that names the one as desk officer names the other, in one commit; the history of each says why, and can undo it.", HasKey = true,
            Takes = [new("application/json", "HandingOver", new JsonObject { ["from"] = "A. Lind", ["to"] = "M. Okafor", ["reason"] = "New post" })], Gives = [new(200, "How many records moved.", "Changed")],
            Refuses = ["handover.nobody", "handover.same", "handover.nothing", "handover.too-many", "record.value-too-long", "record.changed-meanwhile"],
        },
    ];

    private static async Task<IResult> OfficersAsync(Call call)
    {
        await using var db = call.Read();
        var officers = await GatherWork.OfficersAsync(db, call.Stop);
        return new Reply(new JsonObject { ["items"] = WorkJson.All(officers, o => new JsonObject { ["name"] = o.Name, ["records"] = o.Records, ["links"] = WorkJson.Links(o.Name) }) });
    }

    private static async Task<IResult> NoteAsync(Call call)
    {
        await using var db = call.Read();
        return new Reply(WorkJson.Of(await GatherWork.OfAsync(db, Ask.Text(call.Request, "from")!, Days.Today(call.Clock), call.Stop)));
    }

    private static async Task<IResult> MoveAsync(Call call)
    {
        if (!(await Body.ReadAsync<HandingOver>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        var told = sent.Value;
        if (ChangeApi.Wordy(told.Reason) is { } wordy) return Reply.Refuse(wordy);
        var answer = await once.CountAsync(call, batch => call.Get<MoveWork>().RunAsync(Actor.Local, told.From, told.To, told.Reason, batch, call.Stop));
        call.Get<KeptOfficers>().Forget();
        return answer;
    }
}
