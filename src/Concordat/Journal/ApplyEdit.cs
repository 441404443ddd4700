using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>Decides what a deed makes of a document: pure, no clock, no database.</summary>
internal static class ApplyEdit
{
    /// <summary>The next version, or the same document when nothing differs.</summary>
    /// <returns>Refusals <c>record.reason-needed</c>, <c>claim.not-found</c>, and those of <see cref="CheckPath"/> and <see cref="CheckShape"/>.</returns>
    public static Outcome<Document> To(Document? current, Edit edit, RecordKind kind, Stamp stamp)
    {
        var root = current?.Root() ?? Document.Empty(edit.Kind, kind.Schema, edit.Record);
        foreach (var change in edit.Changes)
            if ((CheckPath.Of(change, kind) ?? Apply(root, change, stamp)) is { } refusal)
                return refusal is ReasonNeeded needed ? JournalRefusals.ReasonNeeded(kind.Find(needed.Path)?.Label ?? needed.Path.Text) : refusal;
        if (current is not null && !Document.Differences(current, Document.Of(root)).Any()) return current;
        root["version"] = (current?.Version ?? 0) + 1;
        var next = Document.Of(root);
        return CheckShape.Of(next, kind) is { } wrong ? wrong : next;
    }

    private sealed record ReasonNeeded(FieldPath Path) : Refusal("record.reason-needed", "");

    private static Refusal? Apply(JsonObject root, Change change, Stamp stamp)
    {
        switch (change)
        {
            case Set set: return Put(root, set, stamp);
            case Witness said: return Hear(root, said, stamp);
            case Prefer choice: return Choose(root, choice, stamp);
            case SetAside rival: return Dismiss(root, rival, stamp);
            case Restore back: Tree.Set(root, back.Path, back.Value); return null;
            default: throw new InvalidOperationException($"No rule for {change.GetType().Name}.");
        }
    }

    private static Refusal? Put(JsonObject root, Set set, Stamp stamp)
    {
        Tree.Set(root, set.Path, set.Value);
        if (Settle(root, set.Path, stamp) is { } refusal) return refusal;
        if (set is { Citation: not null, Value: not null }) Add(root, set.Path, set.Value, Standing.Held, set.Citation, stamp);
        return null;
    }

    private static Refusal? Hear(JsonObject root, Witness said, Stamp stamp)
    {
        var now = Tree.Get(root, said.Path);
        if (now is null)
        {
            Tree.Set(root, said.Path, said.Value);
            if (Settle(root, said.Path, stamp) is { } refusal) return refusal;
        }

        Add(root, said.Path, said.Value, now is null || Json.Same(now, said.Value) ? Standing.Held : Standing.Rival, said.Citation, stamp);
        return null;
    }

    private static Refusal? Choose(JsonObject root, Prefer choice, Stamp stamp)
    {
        var here = Claims(root).Where(c => PathOf(c) == choice.Path).ToList();
        if (here.Find(c => Named(c, choice.Claim)) is not { } chosen) return JournalRefusals.NoSuchClaim(choice.Claim);
        if (Unexplained(stamp) && here.Exists(c => IsHeld(c) && !Json.Same(c["value"], chosen["value"]))) return new ReasonNeeded(choice.Path);
        Tree.Set(root, choice.Path, chosen["value"]);
        foreach (var claim in here)
            Restand(claim, claim == chosen ? Standing.Preferred : Json.Same(claim["value"], chosen["value"]) ? Standing.Held : Standing.SetAside, stamp);
        return null;
    }

    private static Refusal? Dismiss(JsonObject root, SetAside rival, Stamp stamp)
    {
        var found = Claims(root).FirstOrDefault(c => Named(c, rival.Claim) && PathOf(c) == rival.Path && !IsHeld(c));
        if (found is null) return JournalRefusals.NoSuchClaim(rival.Claim);
        Restand(found, Standing.SetAside, stamp);
        return null;
    }

    /// <summary>Brings the claims about a path into line with what now stands there: held when they say the same, set aside when they no longer do.</summary>
    private static Refusal? Settle(JsonObject root, FieldPath path, Stamp stamp)
    {
        foreach (var claim in Claims(root).Where(c => PathOf(c).IsWithin(path)))
        {
            var agrees = Json.Same(Tree.Get(root, PathOf(claim)), claim["value"]);
            if (agrees == IsHeld(claim)) continue;
            if (!agrees && Unexplained(stamp)) return new ReasonNeeded(path);
            Restand(claim, agrees ? Standing.Held : Standing.SetAside, stamp);
        }

        return null;
    }

    private static bool Unexplained(Stamp stamp) => string.IsNullOrWhiteSpace(stamp.Reason);

    private static IEnumerable<JsonObject> Claims(JsonObject root) => root["claims"] is JsonArray claims ? claims.Select(c => c!.AsObject()) : [];

    private static FieldPath PathOf(JsonObject claim) => new((string)claim["path"]!);

    private static bool Named(JsonObject claim, Guid id) => (string?)claim["id"] == id.ToString("D");

    private static bool IsHeld(JsonObject claim) => (string?)claim["standing"] is "held" or "preferred";

    private static void Restand(JsonObject claim, Standing standing, Stamp stamp)
    {
        if ((string?)claim["standing"] == Claim.Word(standing)) return;
        claim["standing"] = Claim.Word(standing);
        claim["by"] = Json.Of(stamp.By);
        claim["at"] = Json.Time(stamp.At);
        if (Unexplained(stamp)) claim.Remove("reason");
        else claim["reason"] = stamp.Reason;
    }

    /// <summary>Adds a claim, unless the same place was cited for the same value before.</summary>
    private static void Add(JsonObject root, FieldPath path, JsonNode value, Standing standing, Citation citation, Stamp stamp)
    {
        var cited = Json.Of(citation);
        if (Claims(root).Any(c => PathOf(c) == path && Json.Same(c["value"], value) && Json.Same(c["citation"], cited))) return;
        var claim = new Claim
        {
            Id = Ids.New(stamp.At), Path = path.Text, Value = value.DeepClone(), Standing = standing, Citation = citation,
            By = stamp.By, At = Json.Time(stamp.At),
        };
        if (root["claims"] is null) root["claims"] = new JsonArray();
        Tree.Set(root, FieldPath.Of("claims", claim.Id.ToString("D")), Json.Of(claim));
    }
}
