using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Concordat.Tests.Journals;

/// <summary>What holds after any sequence of edits, without a database.</summary>
public class ApplyEditProperties
{
    private static readonly Guid Record = Guid.Parse("0198c0de-1111-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0198c0de-1111-7000-8000-000000000002");
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The least that makes a record of each kind.</summary>
    internal static readonly Dictionary<string, Change[]> Firsts = new()
    {
        ["organisation"] = [new Set("names/0198c0de-0000-7000-8000-000000000001/text", "Alpha")], ["person"] = [new Set("name", "Alpha")],
        ["agreement"] = [new Set("title", "Alpha")], ["body"] = [new Set("name", "Alpha")], ["meeting"] = [new Set("title", "Alpha")],
        ["correspondence"] = [new Set("title", "Alpha"), new Set("direction", "in")], ["action"] = [new Set("title", "Alpha")], ["source"] = [new Set("title", "Alpha"), new Set("digest", new string('0', 64))],
    };

    /// <summary>Every kind, each with some sequences; steps that are refused leave the document as it was.</summary>
    private static void Always(Action<Document, Change, Stamp, RecordKind, Outcome<Document>> holds)
    {
        foreach (var kind in Kinds.All)
            Prop.ForAll(Pick.Sequences(25), picks =>
            {
                var stamp = new Stamp(Actor.Local, Day, null);
                var now = ApplyEdit.To(null, Edit.Create(Record, kind.Name, Firsts[kind.Name]), kind, stamp).Value;
                foreach (var pick in picks)
                {
                    stamp = new Stamp(Actor.Local, stamp.At.AddSeconds(1), pick.Reason ? "because" : null);
                    if (AnyChange.Of(now, kind, pick, _ => Other, Other) is not { } change) continue;
                    var outcome = ApplyEdit.To(now, Edit.Of(now, change), kind, stamp);
                    holds(now, change, stamp, kind, outcome);
                    if (outcome.Done) now = outcome.Value;
                }
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60));
    }

    private static JsonNode? At(Document document, Claim claim) => document.At(claim.Path);

    [Fact]
    public void A_claim_is_held_exactly_when_it_says_what_the_record_holds() => Always((_, _, _, _, outcome) =>
    {
        if (outcome.Done) Assert.All(outcome.Value.Claims, c => Assert.Equal(c.IsHeld, Json.Same(At(outcome.Value, c), c.Value)));
    });

    [Fact]
    public void A_reason_is_asked_exactly_when_a_held_claim_would_be_unseated() => Always((before, change, stamp, kind, outcome) =>
    {
        var explained = outcome.Refusal?.Code == "record.reason-needed" ? ApplyEdit.To(before, Edit.Of(before, change), kind, stamp with { Reason = "because" }) : outcome;
        if (!explained.Done) return;
        var unseated = before.Claims.Any(c => c.IsHeld && explained.Value.Claims.Any(n => n.Id == c.Id && !n.IsHeld));
        Assert.Equal(unseated && stamp.Reason is null, outcome.Refusal?.Code == "record.reason-needed");
    });

    [Fact]
    public void No_claim_is_ever_lost() => Always((before, _, _, _, outcome) =>
    {
        if (outcome.Done) Assert.All(before.Claims, c => Assert.Contains(outcome.Value.Claims, n => n.Id == c.Id && n.Path == c.Path && Json.Same(n.Value, c.Value) && n.Citation == c.Citation));
    });

    [Fact]
    public void A_new_version_differs_in_some_path_and_an_old_one_in_none() => Always((before, _, _, _, outcome) =>
    {
        if (!outcome.Done) return;
        var paths = Document.Differences(before, outcome.Value).ToList();
        Assert.Equal(paths.Count == 0 ? before.Version : before.Version + 1, outcome.Value.Version);
    });

    [Fact]
    public void The_same_change_again_changes_nothing() => Always((_, change, stamp, kind, outcome) =>
    {
        if (outcome.Done) Assert.Equal(outcome.Value.Version, ApplyEdit.To(outcome.Value, Edit.Of(outcome.Value, change), kind, stamp).Value.Version);
    });

    [Fact]
    public void Elements_and_claims_stand_in_order_of_their_ids() => Always((_, _, _, kind, outcome) =>
    {
        if (!outcome.Done) return;
        var lists = kind.Fields.Where(f => f.Type == FieldType.List).Select(f => outcome.Value.At(f.Name)).Append(outcome.Value.At("claims")).OfType<JsonArray>();
        Assert.All(lists, list => Assert.Equal(list.Select(e => (string)e!["id"]!).Distinct().Order(StringComparer.Ordinal), list.Select(e => (string)e!["id"]!)));
    });

    [Fact]
    public void Only_paths_that_were_named_and_their_claims_differ() => Always((before, change, _, _, outcome) =>
    {
        if (outcome.Done) Assert.All(Document.Differences(before, outcome.Value), p => Assert.True(p.Overlaps(change.Path) || p.First == "claims", $"{p} by {change}"));
    });

    [Fact]
    public void What_is_stored_reads_back_as_the_same_bytes() => Always((_, _, _, kind, outcome) =>
    {
        if (!outcome.Done) return;
        var bytes = outcome.Value.Canonical();
        var again = Document.Parse(bytes);
        Assert.Equal(bytes, again.Canonical());
        Assert.Null(CheckShape.Of(again, kind));
        Assert.Equal(Project.Rows(outcome.Value, kind), Project.Rows(again, kind));
    });
}
