using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.App.Records;
using Concordat.Records;

namespace Concordat.App.Api;

/// <summary>The body that names one desk officer for many records.</summary>
internal sealed record SettingOfficer(ImmutableArray<Guid> Records, string Officer);

/// <summary>The body that adds one number to many records.</summary>
internal sealed record AddingReference(ImmutableArray<Guid> Records, string Number, string? Scheme = null);

/// <summary>What is done with many records of a list at once.</summary>
internal static class DeedApi
{
    private static readonly ImmutableArray<string> Refusals = ["many.nothing-ticked", "many.too-many", "many.no-value", "record.value-too-long", "record.reason-needed", "record.changed-meanwhile"];

    public static IEnumerable<Operation> Of(RecordKind kind)
    {
        var (tag, plural, path) = (Routes.Plural(kind.Name), Routes.Plural(kind.Name).ToLowerInvariant(), "/api/" + Routes.Folder(kind.Name));
        const string Says = "All in one commit; the history of each record can undo its part. Records that are withdrawn, of another kind, or have it already stay as they are.";
        if (kind.Find("deskOfficer") is not null)
            yield return new("POST", path + "/set-officer", $"set{tag}Officer", $"Set the desk officer of many {plural}", call => RunAsync<SettingOfficer>(call, (many, sent, batch) => many.OfficerAsync(Actor.Local, kind, sent.Records, sent.Officer, batch, call.Stop)))
            {
                Tag = tag, Says = Says, HasKey = true, Takes = [new("application/json", "SettingOfficer", new JsonObject { ["records"] = new JsonArray(Examples.Record), ["officer"] = "A. Lind" })], Gives = [new(200, "How many were changed.", "Changed")], Refuses = Refusals,
            };
        if (kind.Find("references") is not null)
            yield return new("POST", path + "/add-reference", $"add{tag}Reference", $"Add a file number to many {plural}", call => RunAsync<AddingReference>(call, (many, sent, batch) => many.ReferenceAsync(Actor.Local, kind, sent.Records, sent.Number, sent.Scheme, batch, call.Stop)))
            {
                Tag = tag, Says = Says, HasKey = true, Takes = [new("application/json", "AddingReference", new JsonObject { ["records"] = new JsonArray(Examples.Record), ["number"] = "IC/2026/17", ["scheme"] = "Our file" })], Gives = [new(200, "How many were changed.", "Changed")], Refuses = Refusals,
            };
    }

    private static async Task<IResult> RunAsync<T>(Call call, Func<ChangeMany, T, string?, Task<Outcome<int>>> deed)
    {
        if (!(await Body.ReadAsync<T>(call)).TryGet(out var sent, out var refusal)) return Reply.Refuse(refusal);
        return Once.Of(call, sent.Bytes).TryGet(out var once, out refusal) ? await once.CountAsync(call, batch => deed(call.Get<ChangeMany>(), sent.Value, batch)) : Reply.Refuse(refusal);
    }
}
