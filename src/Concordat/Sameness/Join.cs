using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Names;

namespace Concordat.Sameness;

/// <summary>Two records of one kind as one. Pure.</summary>
/// <remarks>
/// The survivor's values stand; what it lacks comes from the other one. Lists are united: an element that says the same as one of the survivor's, as far as both
/// say anything, is that one. Claims of both are kept; what another source says of the same value stands beside it. What is left over stays in the merged record.
/// </remarks>
internal static class Join
{
    /// <param name="newId">Later than all ids so far, for elements that must come after the survivor's own.</param>
    /// <param name="take">Single values of the other one that are preferred to the survivor's.</param>
    public static Document Of(Document survivor, Document other, RecordKind kind, Redirects redirects, IReadOnlySet<string> take, Func<Guid> newId)
    {
        var matched = Match(redirects.Follow(survivor, kind), redirects.Follow(other, kind), kind, newId).ToImmutableArray();
        var elements = matched.ToDictionary(m => $"{m.List}/{m.Own:D}", m => $"{m.List}/{m.Taken:D}");
        var values = Leaves.Of(survivor);
        foreach (var (path, value) in Leaves.Of(other))
            if (!values.ContainsKey(Leaves.Translate(path, elements)) || take.Contains(path)) values[Leaves.Translate(path, elements)] = value;
        var root = survivor.Root();
        Leaves.Put(root, values);
        foreach (var claim in Claims(survivor, other, elements)) Tree.Set(root, FieldPath.Of("claims", (string)claim["id"]!), claim);
        Leaves.Settle(root);
        foreach (var apart in other.Apart.Where(a => a != survivor.Id)) Tree.Set(root, FieldPath.Of("apart", apart.ToString("D")), new JsonObject());
        Tree.Set(root, FieldPath.Of("absorbed", other.Id.ToString("D")), Json.Of(new Absorbed(other.Id, kind.Head(other).Title, Only(Document.Of(root), other, kind), matched)));
        return Document.Of(root);
    }

    /// <summary>The claims of the other one at the survivor's paths, but those that cite the same words for the same value.</summary>
    private static IEnumerable<JsonObject> Claims(Document survivor, Document other, Dictionary<string, string> elements)
    {
        foreach (var claim in other.Claims)
        {
            var path = Leaves.Translate(claim.Path, elements);
            if (survivor.Claims.Any(c => c.Id == claim.Id || (c.Path == path && Json.Same(c.Value, claim.Value) && c.Citation == claim.Citation))) continue;
            yield return Json.Of(claim with { Path = path }).AsObject();
        }
    }

    private static IEnumerable<Matched> Match(Document survivor, Document other, RecordKind kind, Func<Guid> newId)
    {
        foreach (var list in kind.Fields.Where(f => f.Type == FieldType.List))
        {
            var both = Elements(survivor, list).Select(Id).Intersect(Elements(other, list).Select(Id)).ToHashSet();
            // An id that both have is one element, whatever it says: none but its own meets it. What a record is called by comes first: the other's names follow the survivor's.
            var left = Elements(survivor, list).Where(l => !both.Contains(Id(l))).ToList();
            foreach (var element in Elements(other, list).Where(m => !both.Contains(Id(m))))
                if (left.FindIndex(l => Agree(l, element, list)) is var at and >= 0)
                {
                    yield return new(list.Name, Id(element), Id(left[at]));
                    left.RemoveAt(at);
                }
                else if (list.Required) yield return new(list.Name, Id(element), newId());
        }
    }

    private static IEnumerable<JsonObject> Elements(Document document, Field list) => document.Values[list.Name] is JsonArray all ? all.Select(e => e!.AsObject()) : [];

    private static Guid Id(JsonObject element) => Guid.Parse((string)element["id"]!);

    private static bool Agree(JsonObject a, JsonObject b, Field list) =>
        a[list.Items[0].Name] is not null && Alike(a, b, list.Items[0]) && list.Items.Skip(1).All(f => a[f.Name] is null || b[f.Name] is null || Alike(a, b, f));

    private static bool Alike(JsonObject a, JsonObject b, Field field) => Json.Same(a[field.Name], b[field.Name]);

    /// <summary>Names and numbers that only the other one is known by.</summary>
    private static ImmutableArray<Known> Only(Document joined, Document other, RecordKind kind)
    {
        var here = kind.Names(joined).Concat(joined.Absorbed.SelectMany(a => a.Known)).Select(k => (Fold.Key(k.Text), k.Sort)).ToHashSet();
        return [.. kind.Names(other).Concat(other.Absorbed.SelectMany(a => a.Known)).Where(k => k.Text.Length > 0 && here.Add((Fold.Key(k.Text), k.Sort)))];
    }
}
