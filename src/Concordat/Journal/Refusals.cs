using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>A value that two people changed: what stands now and what was to be written.</summary>
public sealed record Collision(FieldPath Path, JsonNode? Theirs, JsonNode? Yours);

/// <summary>Somebody changed the same values after they were shown.</summary>
public sealed record ChangedMeanwhile(string Who, DateTimeOffset When, ImmutableArray<Collision> Both)
    : Refusal("record.changed-meanwhile", $"{Who} changed the same values after you opened them. Both versions are shown: keep theirs or write yours again.");

/// <summary>Every refusal that saving, undoing and reading the journal can give.</summary>
public static class JournalRefusals
{
    public static Refusal NotFound(Guid record) =>
        new("record.not-found", $"There is no record {record}. It may have been withdrawn; its history is in the journal.");

    public static Refusal Exists(Guid record) => new("record.exists", $"Record {record} exists already; nothing was changed.");

    public static Refusal ReasonNeeded(string what) =>
        new("record.reason-needed", $"{what} is held by a source. Say why it is replaced; the earlier value stays beside it.");

    public static Refusal NoSuchClaim(Guid claim) => new("claim.not-found", $"The claim {claim} is not on this record any more. Open the record again.");

    public static Refusal WrongShape(string path, string why) => new("record.wrong-shape", $"{path}: {why}");

    /// <param name="label">Of the field that says what stands above.</param>
    public static Refusal Circle(string label) => new("record.circle", $"{label}: this record would stand above itself. Choose another one, or first take away what stands between.");

    public static Refusal Missing(string label) => new("record.value-missing", $"{label} is needed. Fill it in and save again.");

    public static Refusal TooLong(string label, int limit) => new("record.value-too-long", $"{label} may have at most {limit:N0} characters. Shorten it and save again.");

    public static Refusal RestedOn(int version, string who, DateTimeOffset when, FieldPath path) =>
        new("entry.rested-on", $"Version {version} by {who} on {when:d MMMM yyyy} changed {path} afterwards. Undo that one first.");

    public static Refusal Referenced(int count, string first) =>
        new("record.referenced", $"{count} other {(count == 1 ? "record refers" : "records refer")} to this one, first: {first}. Change {(count == 1 ? "it" : "them")} first.");

    public static Refusal CreatesOnly { get; } =
        new("bulk.creates-only", "Many records at once can be made, not changed. Change existing records one by one, or leave them out of the file.");

    public static Refusal Damaged(long seq) =>
        new("journal.damaged", $"An entry of commit {seq} cannot be read. Nothing was changed. Run verify to see what is damaged, and restore a backup.");

    public static Refusal Merged(Guid record, Guid into) =>
        new("record.merged", $"Record {record} was merged into {into}, which speaks for both. Change that one, or undo the merge first.");

    public static Refusal IsMerge(int version) =>
        new("entry.is-merge", $"Version {version} merged two records or parted them again. Both are changed together: use “Undo the merge” on the page of the record, or merge them anew.");

    public static Refusal NothingToUndo(int version) => new("entry.nothing-to-undo", $"Version {version} is not in this record's history, or is undone already.");
}
