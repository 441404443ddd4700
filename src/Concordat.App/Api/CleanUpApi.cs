using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Records;
using Concordat.Today;

namespace Concordat.App.Api;

/// <summary>The body that mends a fault of many records.</summary>
/// <param name="Value">As typed into the field.</param>
internal sealed record Mending(string Fault, ImmutableArray<Guid> Records, string Value);

/// <summary>What is missing in the register.</summary>
internal static class CleanUpApi
{
    public static ImmutableArray<Operation> All() =>
    [
        new("GET", "/api/clean-up", "getCleanUp", "Read what is missing", ListAsync) { Tag = "Clean-up", Says = $"Faults that some record has, each with the first {CleanUp.Shown} by title.", Gives = [new(200, "The faults.", "CleanUp") { Tagged = true }] },
        new("POST", "/api/clean-up/mend", "mend", "Mend a fault of many records", MendAsync)
        {
            Tag = "Clean-up", Says = "Sets the fault’s field on records that lack it still, all in one commit; others are left as they are.", HasKey = true,
            Takes = [new("application/json", "Mending", new JsonObject { ["fault"] = "officer", ["records"] = new JsonArray(Examples.Record), ["value"] = "A. Lind" })], Gives = [new(200, "How many were mended.", "Changed")],
            Refuses = ["cleanup.nothing-ticked", "cleanup.no-value", "value.not-a-choice", "many.too-many", "record.value-too-long", "record.changed-meanwhile"],
        },
    ];

    private static async Task<IResult> ListAsync(Call call)
    {
        var lists = await call.Get<CleanUp>().ListAsync(Reader.Local, call.Stop);
        return new Reply(new JsonObject
        {
            ["faults"] = WorkJson.All(lists, l => WorkJson.Some(
                ("fault", l.Fault.Name), ("label", l.Fault.Label), ("why", l.Fault.Why), ("kind", l.Fault.Kind.Name), ("field", l.Fault.Field?.Name), ("records", WorkJson.All(l.Records, RecordJson.Head)), ("more", l.More))),
        });
    }

    private static async Task<IResult> MendAsync(Call call)
    {
        if (!(await Body.ReadAsync<Mending>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        if (!Once.Of(call, sent.Bytes).TryGet(out var once, out refusal)) return Reply.Refuse(refusal);
        var (told, known) = (sent.Value, string.Join(", ", CleanUp.Faults.Select(f => f.Name)));
        if (CleanUp.Faults.FirstOrDefault(f => f.Name == told.Fault) is not { } fault) return Reply.Refuse(new("value.not-a-choice", $"fault: choose one of {known}."));
        if (told.Records.Length > ChangeMany.Most) return Reply.Refuse(new("many.too-many", $"One deed changes at most {ChangeMany.Most:N0} records. Do it in parts."));
        return await once.CountAsync(call, batch => call.Get<CleanUp>().MendAsync(Actor.Local, fault, told.Records, told.Value, batch, call.Stop));
    }
}
