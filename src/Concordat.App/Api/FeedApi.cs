using System.Text.Json.Nodes;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Api;

/// <summary>The change feed: what was changed, commit by commit, for programs that follow the register.</summary>
internal static class FeedApi
{
    private const int Page = 200, MostEntries = 1000, LongestWait = 60;

    public static Operation Feed { get; } = new("GET", "/api/changes", "listChanges", "Follow the changes", FeedAsync)
    {
        Tag = "Changes", Gives = [new(200, "Commits in their order, each whole.", "Changes") { Tagged = true, Linked = true }], Refuses = ["changes.ahead"],
        Says = "Who changed which paths of which records, in the order of the journal. Ask with the “next” of the answer before; with “wait” the answer comes when something was changed, or empty when the time is over. When many wait already, an answer comes at once.",
        Parameters =
        [
            new("after", "The number of the last commit that is known; 0, or none, for all.") { Number = (0, long.MaxValue) }, new("take", $"How many entries at most, unless one commit has more; {Page} unless named.") { Number = (1, MostEntries) },
            new("wait", "How many seconds to wait for a change when there is none.") { Number = (0, LongestWait) },
        ],
    };

    private static async Task<IResult> FeedAsync(Call call)
    {
        var (after, take, wait) = (long.TryParse(call.Request.Query["after"], out var seq) ? seq : 0, Ask.Number(call.Request, "take", Page), Ask.Number(call.Request, "wait", 0));
        if (await call.Store.HeadAsync(call.Stop) is var head && after > head)
            return Reply.Refuse(new("changes.ahead", $"The register has {head:N0} commits, and changes after {after:N0} were asked for. It may have been restored from a backup: read everything again."));
        if (head == after && wait > 0) await call.Get<CommitWatch>().AfterAsync(after, TimeSpan.FromSeconds(wait), call.Stop);
        await using var db = call.Read();
        var (rows, more) = await RowsAsync(db, after, take, call.Stop);
        var kinds = await KindsAsync(db, rows, call.Stop);
        var next = rows.Count > 0 ? rows[^1].Seq : after;
        var link = $"/api/changes?after={next}&take={take}{(wait > 0 ? $"&wait={wait}" : "")}";
        return new Reply(new JsonObject
        {
            ["changes"] = new JsonArray([.. rows.GroupBy(r => r.Seq).Select(g => Commit(g.Key, [.. g], kinds))]), ["next"] = next, ["more"] = more, ["links"] = new JsonObject { ["next"] = link },
        }) { Links = new Dictionary<string, string> { ["next"] = link } };
    }

    /// <summary>Entries of whole commits: the last one is left for the next time where it was cut, unless it is the first too.</summary>
    private static async Task<(List<ChangeRow> Rows, bool More)> RowsAsync(ReadDb db, long after, int take, CancellationToken stop)
    {
        var rows = await db.Changes.Where(c => c.Seq > after).OrderBy(c => c.Seq).ThenBy(c => c.Record).Take(take + 1).ToListAsync(stop);
        if (rows.Count <= take) return (rows, false);
        var (first, cut) = (rows[0].Seq, rows[^1].Seq);
        if (first != cut) return ([.. rows.Where(r => r.Seq != cut)], true);
        rows = await db.Changes.Where(c => c.Seq == first).OrderBy(c => c.Record).ToListAsync(stop);
        return (rows, await db.Changes.AnyAsync(c => c.Seq > first, stop));
    }

    private static async Task<Dictionary<Guid, string>> KindsAsync(ReadDb db, List<ChangeRow> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Record).Distinct().ToList();
        var kinds = ids.Count == 0 ? [] : await db.Headlines.Where(h => ids.Contains(h.Record)).ToDictionaryAsync(h => h.Record, h => h.Kind, stop);
        var withdrawn = ids.Where(i => !kinds.ContainsKey(i)).ToList();
        if (withdrawn.Count > 0) foreach (var (id, document) in await db.FindAsync(withdrawn, stop)) kinds[id] = document.Kind;
        return kinds;
    }

    private static JsonNode Commit(long seq, List<ChangeRow> entries, Dictionary<Guid, string> kinds)
    {
        var json = new JsonObject { ["seq"] = seq, ["at"] = RecordJson.Time(entries[0].At), ["by"] = RecordJson.By(entries[0].ActorId, entries[0].ActorName) };
        if (entries[0].Reason is { } reason) json["reason"] = reason;
        json["records"] = new JsonArray([.. entries.Where(e => kinds.ContainsKey(e.Record)).Select(e => Entry(e, kinds[e.Record]))]);
        return json;
    }

    private static JsonNode Entry(ChangeRow change, string kind)
    {
        var json = new JsonObject { ["id"] = change.Record.ToString("D"), ["kind"] = kind, ["version"] = change.Version, ["paths"] = RecordJson.Paths(change) };
        if (change.Undoes is { } undone) json["undoes"] = undone;
        json["href"] = RecordJson.Address(kind, change.Record);
        return json;
    }
}
