using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>What a record took over from one that was merged into it, beside the values.</summary>
/// <param name="Id">The merged record.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Known">Names and numbers by which only it was known: they find the survivor now.</param>
/// <param name="Matched">Elements of its lists that have another id here: the same as one of the survivor's, or set after them.</param>
public sealed record Absorbed(Guid Id, string Title, IReadOnlyList<Known> Known, IReadOnlyList<Matched> Matched);

/// <param name="List">Name of the list.</param>
/// <param name="Own">The element's id in the merged record.</param>
/// <param name="Taken">The survivor's element that stands for it.</param>
public sealed record Matched(string List, Guid Own, Guid Taken);

/// <summary>Where merged records lead. References in documents are never rewritten; whoever shows or projects them asks here.</summary>
internal sealed class Redirects
{
    private readonly Dictionary<Guid, Guid> _targets = [];

    public static Redirects None { get; } = new();

    public bool IsEmpty => _targets.Count == 0;

    public void Add(Guid from, Guid to) => _targets[from] = to;

    public bool Has(Guid record) => _targets.ContainsKey(record);

    public Guid? Next(Guid record) => _targets.TryGetValue(record, out var to) ? to : null;

    /// <summary>The record at the end of the way; itself where nothing was merged.</summary>
    public Guid Of(Guid record)
    {
        // Damaged rows may lead in a circle.
        for (var steps = 0; steps <= _targets.Count && _targets.TryGetValue(record, out var next); steps++) record = next;
        return record;
    }

    /// <summary>The same with one way changed; null takes it away.</summary>
    public Redirects With(Guid from, Guid? to)
    {
        var other = new Redirects();
        foreach (var (a, b) in _targets) other.Add(a, b);
        if (to is { } target) other.Add(from, target);
        else other._targets.Remove(from);
        return other;
    }

    /// <summary>The document as if its references named the survivors; for rows and comparisons only.</summary>
    public Document Follow(Document document, RecordKind kind)
    {
        if (IsEmpty || !Project.Links(document, kind).Any(l => Has(l.Target))) return document;
        var root = document.Root();
        Follow(root["values"]!.AsObject(), kind.Fields);
        return Document.Of(root);
    }

    private void Follow(JsonObject values, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            if (values[field.Name] is not { } value) continue;
            if (field.Type == FieldType.Record) values[field.Name] = Of(Guid.Parse((string)value!)).ToString("D");
            if (field.Type != FieldType.List) continue;
            foreach (var element in value.AsArray()) Follow(element!.AsObject(), field.Items);
        }
    }
}
