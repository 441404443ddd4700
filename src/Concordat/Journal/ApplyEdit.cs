using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>Decides what a deed makes of a document: pure, no clock, no database.</summary>
internal static class ApplyEdit
{
    /// <summary>The next version, or the same document when nothing differs.</summary>
    /// <returns>Refusals <c>record.reason-needed</c>, <c>claim.not-found</c>, and those of <see cref="CheckShape"/>.</returns>
    public static Outcome<Document> To(Document? current, Edit edit, RecordKind kind, Stamp stamp)
    {
        var root = current?.Root() ?? Document.Empty(edit.Kind, kind.Schema, edit.Record);
        foreach (var change in edit.Changes)
            if (Apply(root, change, stamp) is { } refusal)
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
            case Witness said: Hear(root, said, stamp); return null;
            case Prefer choice: return Choose(root, choice, stamp);
            case SetAside rival: return Dismiss(root, rival, stamp);
            case Restore back: Tree.Set(root, back.Path, back.Value); return null;
            default: throw new InvalidOperationException($"No rule for {change.GetType().Name}.");
        }
    }

    private static Refusal? Put(JsonObject root, Set set, Stamp stamp)
    {
        var same = Json.Same(Tree.Get(root, set.Path), set.Value);
        if (!same)
        {
            Tree.Set(root, set.Path, set.Value);
            var unseated = Claims(root).Where(c => c.Claim.IsHeld && ((FieldPath)c.Claim.Path).Overlaps(set.Path)
                && !Json.Same(Tree.Get(root, c.Claim.Path), c.Claim.Value)).ToList();
            if (unseated.Count > 0 && string.IsNullOrWhiteSpace(stamp.Reason)) return new ReasonNeeded(set.Path);
            foreach (var (claim, node) in unseated) Restand(node, Standing.SetAside, stamp);
            RaiseAgreeing(root, set.Path, set.Value, stamp);
        }

        if (set.Citation is not null && set.Value is not null) Add(root, set.Path, set.Value, Standing.Held, set.Citation, stamp);
        return null;
    }

    private static void Hear(JsonObject root, Witness said, Stamp stamp)
    {
        if (Claims(root).Any(c => c.Claim.Path == said.Path.Text && Json.Same(c.Claim.Value, said.Value) && c.Claim.Citation == said.Citation)) return;
        var now = Tree.Get(root, said.Path);
        if (now is null) Tree.Set(root, said.Path, said.Value);
        var standing = now is null || Json.Same(now, said.Value) ? Standing.Held : Standing.Rival;
        Add(root, said.Path, said.Value, standing, said.Citation, stamp);
        if (now is null) RaiseAgreeing(root, said.Path, said.Value, stamp);
    }

    private static Refusal? Choose(JsonObject root, Prefer choice, Stamp stamp)
    {
        var here = Claims(root).Where(c => c.Claim.Path == choice.Path.Text).ToList();
        var chosen = here.FirstOrDefault(c => c.Claim.Id == choice.Claim);
        if (chosen.Node is null) return JournalRefusals.NoSuchClaim(choice.Claim);
        var value = chosen.Claim.Value;
        var unseats = here.Any(c => c.Claim.IsHeld && !Json.Same(c.Claim.Value, value));
        if (unseats && string.IsNullOrWhiteSpace(stamp.Reason)) return new ReasonNeeded(choice.Path);
        Tree.Set(root, choice.Path, value);
        foreach (var (claim, node) in here.Where(c => c.Claim.Id != choice.Claim))
        {
            var standing = Json.Same(claim.Value, value) ? Standing.Held : Standing.SetAside;
            if (claim.Standing != standing) Restand(node, standing, stamp);
        }

        Restand(chosen.Node, Standing.Preferred, stamp);
        return null;
    }

    private static Refusal? Dismiss(JsonObject root, SetAside rival, Stamp stamp)
    {
        var found = Claims(root).FirstOrDefault(c => c.Claim.Id == rival.Claim && c.Claim.Path == rival.Path.Text && !c.Claim.IsHeld);
        if (found.Node is null) return JournalRefusals.NoSuchClaim(rival.Claim);
        Restand(found.Node, Standing.SetAside, stamp);
        return null;
    }

    /// <summary>Rivals and set-aside claims that say what the path now holds are held again.</summary>
    private static void RaiseAgreeing(JsonObject root, FieldPath path, JsonNode? value, Stamp stamp)
    {
        foreach (var (claim, node) in Claims(root).Where(c => c.Claim.Path == path.Text && !c.Claim.IsHeld && Json.Same(c.Claim.Value, value)).ToList())
            Restand(node, Standing.Held, stamp);
    }

    private static IEnumerable<(Claim Claim, JsonObject Node)> Claims(JsonObject root) =>
        (root["claims"] as JsonArray ?? []).Select(c => (System.Text.Json.JsonSerializer.Deserialize<Claim>(c, Json.Options)!, c!.AsObject()));

    private static void Restand(JsonObject node, Standing standing, Stamp stamp)
    {
        node["standing"] = Json.Of(standing);
        node["by"] = Json.Of(stamp.By);
        node["at"] = Json.Time(stamp.At);
        if (string.IsNullOrWhiteSpace(stamp.Reason)) node.Remove("reason");
        else node["reason"] = stamp.Reason;
    }

    private static void Add(JsonObject root, FieldPath path, JsonNode value, Standing standing, Citation citation, Stamp stamp)
    {
        if (Claims(root).Any(c => c.Claim.Path == path.Text && Json.Same(c.Claim.Value, value) && c.Claim.Citation == citation)) return;
        var claim = new Claim
        {
            Id = Ids.New(stamp.At), Path = path.Text, Value = value.DeepClone(), Standing = standing, Citation = citation,
            By = stamp.By, At = Json.Time(stamp.At),
        };
        if (root["claims"] is null) root["claims"] = new JsonArray();
        Tree.Set(root, FieldPath.Of("claims", claim.Id.ToString("D")), Json.Of(claim));
    }
}
