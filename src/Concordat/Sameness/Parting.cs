using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat.Sameness;

/// <summary>A value or element that both records had before they were merged and that was changed since: a person says whose it is.</summary>
/// <param name="Unit">Path of the value or element in the survivor.</param>
/// <param name="Stayed">What the merged record had; it gets that back unless it is given the newer value.</param>
/// <param name="Now">What stands now; null where it was taken away.</param>
public sealed record Contested(FieldPath Unit, JsonNode? Stayed, JsonNode? Now);

/// <summary>Takes a merged record apart again, later edits included. Pure.</summary>
/// <remarks>
/// What did not change since goes back as it was. A later edit of a value or element goes to the record that it came from; a new one stays with the survivor; of what
/// both had, the survivor keeps the newer state and the other one gets back its own, unless a person gives it the newer one.
/// </remarks>
internal sealed class Parting
{
    private readonly RecordKind _kind;
    private readonly Document _before, _other, _joined, _now;
    private readonly Dictionary<string, string> _taken, _own;
    private readonly Dictionary<string, JsonNode> _wasSurvivor, _wasOther, _merged, _stands;
    private readonly HashSet<string> _inSurvivor, _inOther, _contested, _given;

    /// <param name="before">The survivor before the merge.</param>
    /// <param name="other">The merged record as it was.</param>
    /// <param name="joined">The survivor just after the merge.</param>
    /// <param name="now">The survivor now.</param>
    /// <param name="given">Contested units whose newer state goes to the other one.</param>
    public Parting(Document before, Document other, Document joined, Document now, RecordKind kind, IEnumerable<string> given)
    {
        (_before, _other, _joined, _now, _kind) = (before, other, joined, now, kind);
        var matched = joined.Absorbed.First(a => a.Id == other.Id).Matched;
        _taken = matched.ToDictionary(m => $"{m.List}/{m.Own:D}", m => $"{m.List}/{m.Taken:D}");
        _own = _taken.ToDictionary(t => t.Value, t => t.Key);
        (_wasSurvivor, _merged, _stands) = (Leaves.Of(before), Leaves.Of(joined), Leaves.Of(now));
        _wasOther = Leaves.Of(other).ToDictionary(l => Leaves.Translate(l.Key, _taken), l => l.Value);
        (_inSurvivor, _inOther) = ([.. _wasSurvivor.Keys.Select(Leaves.Unit)], [.. _wasOther.Keys.Select(Leaves.Unit)]);
        _contested = [.. _merged.Keys.Union(_stands.Keys).Where(Changed).Select(Leaves.Unit).Where(u => _inSurvivor.Contains(u) && _inOther.Contains(u))];
        _given = [.. given.Where(_contested.Contains)];
    }

    /// <summary>What both claim, by path.</summary>
    public ImmutableArray<Contested> Contested =>
        [.. _contested.Order(StringComparer.Ordinal).Select(u => new Contested(u, _other.At(Leaves.Translate(u, _own)), _now.At(u)))];

    private bool Changed(string path) => !Json.Same(_merged.GetValueOrDefault(path), _stands.GetValueOrDefault(path));

    /// <summary>True when the newer state of a unit belongs to the other record.</summary>
    private bool Goes(string unit) => _given.Contains(unit) || (_inOther.Contains(unit) && !_inSurvivor.Contains(unit));

    public Document Survivor()
    {
        var root = _now.Root();
        var values = Values(_wasSurvivor, path => !Goes(Leaves.Unit(path)));
        Leaves.Put(root, Whole(values, _wasSurvivor));
        root["claims"] = new JsonArray([.. Claims(mine: true)]);
        Leaves.Settle(root);
        Tree.Set(root, FieldPath.Of("absorbed", _other.Id.ToString("D")), null);
        foreach (var apart in _other.Apart.Except(_before.Apart)) Tree.Set(root, FieldPath.Of("apart", apart.ToString("D")), null);
        if (root["absorbed"] is JsonArray { Count: 0 }) root.Remove("absorbed");
        return Document.Of(root);
    }

    public Document Other()
    {
        var root = _other.Root();
        root.Remove("mergedInto");
        var values = Values(_wasOther, path => Goes(Leaves.Unit(path)));
        Leaves.Put(root, Whole(values, _wasOther).Select(v => KeyValuePair.Create(Leaves.Translate(v.Key, _own), v.Value)));
        root["claims"] = new JsonArray([.. Claims(mine: false)]);
        Leaves.Settle(root);
        // A judgement taken back since stays taken back.
        foreach (var apart in _other.Apart.Where(a => a != _now.Id).Except(_now.Apart)) Tree.Set(root, FieldPath.Of("apart", apart.ToString("D")), null);
        return Document.Of(root);
    }

    /// <summary>What was, with the changes that are its own.</summary>
    private Dictionary<string, JsonNode> Values(Dictionary<string, JsonNode> was, Func<string, bool> own)
    {
        var values = new Dictionary<string, JsonNode>(was, StringComparer.Ordinal);
        foreach (var path in _merged.Keys.Union(_stands.Keys).Where(p => Changed(p) && own(p)))
            if (_stands.TryGetValue(path, out var value)) values[path] = value;
            else values.Remove(path);
        return values;
    }

    /// <summary>A record cannot be without what its kind needs: where all of that went to the other side, it gets back what it had.</summary>
    private Dictionary<string, JsonNode> Whole(Dictionary<string, JsonNode> values, Dictionary<string, JsonNode> was)
    {
        foreach (var name in _kind.Fields.Where(f => f.Required).Select(f => f.Name).Where(n => !values.Keys.Any(p => new FieldPath(p).First == n)))
            foreach (var (path, value) in was.Where(w => new FieldPath(w.Key).First == name)) values[path] = value;
        return values;
    }

    /// <summary>Claims go back to whom they came from; new ones go with what they speak of.</summary>
    private IEnumerable<JsonNode> Claims(bool mine)
    {
        var (here, there) = (Ids(_before), Ids(_other));
        var stand = _now.Claims.ToDictionary(c => c.Id);
        var taken = Ids(_joined);
        var claims = mine
            ? _now.Claims.Where(c => here.Contains(c.Id) || (!there.Contains(c.Id) && !Goes(Leaves.Unit(c.Path))))
            // One that was not taken over, because the survivor cited the same words, is as it was.
            : _other.Claims.Where(c => !taken.Contains(c.Id) || here.Contains(c.Id)).Concat(_now.Claims.Where(c => !here.Contains(c.Id) && (there.Contains(c.Id) || Goes(Leaves.Unit(c.Path)))).Select(c => c with { Path = Leaves.Translate(c.Path, _own) }));
        return claims.OrderBy(c => c.Id.ToString("D"), StringComparer.Ordinal).Select(c => Unmoved(c, mine)).Select(Json.Of);

        static HashSet<Guid> Ids(Document document) => [.. document.Claims.Select(c => c.Id)];
    }

    /// <summary>A claim that only the merge turned over stands as it did before.</summary>
    private Claim Unmoved(Claim claim, bool mine)
    {
        var was = (mine ? _before : _other).Claims.FirstOrDefault(c => c.Id == claim.Id);
        var merged = _joined.Claims.FirstOrDefault(c => c.Id == claim.Id);
        return was is not null && merged is not null && merged.Standing == claim.Standing ? was with { Path = claim.Path } : claim;
    }
}
