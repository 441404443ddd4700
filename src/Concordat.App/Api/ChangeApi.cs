using System.Text.Json.Nodes;
using Concordat.App.Records;
using Concordat.App.Shell;
using Concordat.Sources;

namespace Concordat.App.Api;

/// <summary>What may be done with a record: make, change, withdraw, undo. All of it goes through the journal, as from the pages.</summary>
internal static class ChangeApi
{
    public static IEnumerable<Operation> Of(RecordKind kind)
    {
        var (tag, list, path, a) = (Routes.Plural(kind.Name), "/api/" + Routes.Folder(kind.Name), $"/api/{Routes.Folder(kind.Name)}/{{id:guid}}", $"{("aeiou".Contains(kind.Name[0]) ? "an" : "a")} {kind.Name}");
        var given = new Given(200, "The record as it now stands.", kind.Title) { Tagged = true };
        // Sources come in as documents, at the intake.
        if (kind.Name != SourceKind.Name)
            yield return new("POST", list, "create" + kind.Title, "Make " + a, call => MakeAsync(kind, call))
            {
                Tag = tag, Says = "Values are given by field; dates as EDTF (ISO 8601-2). Elements of lists get their ids here.", HasKey = true, Takes = [new("application/json", kind.Title + "Making", Examples.Making(kind))],
                Gives = [given with { Status = 201, Says = "The new record.", Located = true }], Refuses = ["record.value-missing", "record.wrong-shape", "record.value-too-long", "record.kept-by-product", "citation.not-in-text"],
            };
        yield return new("PATCH", path, "change" + kind.Title, "Change " + a, call => ChangeAsync(kind, call))
        {
            Tag = tag, Says = "Changes are made by path and all at once. If-Match names the version that was seen: what others changed meanwhile stays, and only where both wrote the same path is the whole refused, with both values.",
            NamesVersion = true, Takes = [new("application/json", "Changing", Examples.Changing(kind))], Gives = [given],
            Refuses = ["record.not-found", "record.changed-meanwhile", "record.no-such-version", "record.reason-needed", "record.value-missing", "record.wrong-shape", "record.value-too-long", "record.kept-by-product", "claim.not-found", "citation.not-in-text"],
        };
        yield return new("DELETE", path, "withdraw" + kind.Title, "Withdraw " + a, call => WithdrawAsync(kind, call))
        {
            Tag = tag, Says = "Its making is undone: it is in no list any more, and stays in the journal. Refused while anything rests on it. To bring it back, undo the version that this answers.",
            NamesVersion = true, Gives = [given with { Says = "The withdrawn record." }], Refuses = ["record.not-found", "record.changed-meanwhile", "record.no-such-version", "record.referenced", "entry.rested-on", "entry.nothing-to-undo"],
        };
        yield return new("POST", path + "/undo", "undo" + kind.Title, $"Undo an entry of {a}", call => UndoAsync(kind, call))
        {
            Tag = tag, Says = "A new entry puts back what stood before that version; both stay in the journal.", HasKey = true, Takes = [new("application/json", "Undoing", new JsonObject { ["version"] = 2, ["reason"] = "Entered for the wrong record" })],
            Gives = [given], Refuses = ["record.not-found", "entry.nothing-to-undo", "entry.rested-on", "record.referenced"],
        };
    }

    private static async Task<IResult> MakeAsync(RecordKind kind, Call call)
    {
        if (!(await Body.ReadAsync<Making>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        if (Wordy(sent.Value.Reason) is { } wordy) return Reply.Refuse(wordy);
        if (!(await new ChangesInput(call, kind).ReadAsync(sent.Value.Values, sent.Value.Changes)).TryGet(out var changes, out refusal)) return Reply.Refuse(refusal);
        return await once.DoAsync(call, batch => call.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(call.Clock), kind.Name, changes)]) { Reason = sent.Value.Reason, Batch = batch }, call.Stop), made => RecordJson.Answer(made[0], 201));
    }

    private static async Task<IResult> ChangeAsync(RecordKind kind, Call call)
    {
        if (!Seen.Of(call).TryGet(out var version, out var refusal)) return Reply.Refuse(refusal);
        if (!(await Body.ReadAsync<Changing>(call)).TryGet(out var sent, out refusal)) return Reply.Refuse(refusal);
        if (Wordy(sent.Value.Reason) is { } wordy) return Reply.Refuse(wordy);
        if (!(await FindAsync(kind, version, call)).TryGet(out _, out refusal)) return Reply.Refuse(refusal);
        if (!(await new ChangesInput(call, kind).ReadAsync(null, sent.Value.Changes)).TryGet(out var changes, out refusal)) return Reply.Refuse(refusal);
        var deed = new Deed(Actor.Local, [new Edit(call.Id, kind.Name, version, changes)]) { Reason = sent.Value.Reason };
        return (await call.Journal.SaveAsync(deed, call.Stop)).TryGet(out var saved, out refusal) ? RecordJson.Answer(saved.Document) : Reply.Refuse(refusal);
    }

    private static async Task<IResult> WithdrawAsync(RecordKind kind, Call call)
    {
        if (!Seen.Of(call).TryGet(out var version, out var refusal)) return Reply.Refuse(refusal);
        if (!(await FindAsync(kind, version, call)).TryGet(out var document, out refusal)) return Reply.Refuse(refusal);
        if (document.Version != version) return Reply.Refuse(new("record.changed-meanwhile", $"The record has reached version {document.Version} meanwhile. Look at it, and name that version."));
        return (await call.Journal.UndoAsync(Actor.Local, call.Id, 1, stop: call.Stop)).TryGet(out var saved, out refusal) ? RecordJson.Answer(saved.Document) : Reply.Refuse(refusal);
    }

    private static async Task<IResult> UndoAsync(RecordKind kind, Call call)
    {
        if (!(await Body.ReadAsync<Undoing>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        if (Wordy(sent.Value.Reason) is { } wordy) return Reply.Refuse(wordy);
        if (!(await FindAsync(kind, 1, call)).TryGet(out _, out refusal)) return Reply.Refuse(refusal);
        var (reason, version) = (string.IsNullOrWhiteSpace(sent.Value.Reason) ? null : sent.Value.Reason, sent.Value.Version);
        return await once.DoAsync(call, batch => call.Journal.UndoAsync(Actor.Local, call.Id, version, reason, batch, call.Stop), undone => RecordJson.Answer(undone[0]));
    }

    private static async Task<Outcome<Document>> FindAsync(RecordKind kind, int version, Call call)
    {
        await using var db = call.Read();
        if (await db.FindAsync(call.Id, call.Stop) is not { } document || document.Kind != kind.Name) return JournalRefusals.NotFound(call.Id);
        return version <= document.Version ? document : new Refusal("record.no-such-version", $"The record is at version {document.Version}; version {version} is not there yet.");
    }

    internal static Refusal? Wordy(string? reason) => reason?.Length > ChangesInput.LongestReason ? JournalRefusals.TooLong("The reason", ChangesInput.LongestReason) : null;
}

/// <summary>The version that a program saw, from <c>If-Match</c>.</summary>
internal static class Seen
{
    /// <returns>Refusals <c>request.version-missing</c>, <c>request.not-understood</c>.</returns>
    public static Outcome<int> Of(Call call)
    {
        var header = call.Request.Headers.IfMatch.ToString();
        if (header.Length == 0) return new Refusal("request.version-missing", "Name the version that you saw: send its entity tag as If-Match, for instance If-Match: \"3\".");
        return header is ['"', .. var number, '"'] && int.TryParse(number, System.Globalization.NumberStyles.None, null, out var version) && version > 0 ? version
            : new Refusal("request.not-understood", "If-Match takes one entity tag of this record as it was sent, for instance \"3\"; neither * nor a weak one.");
    }
}
