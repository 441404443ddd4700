using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concordat;

/// <summary>The whole of one record at one version: its values, what sources claim about them, its label. Immutable.</summary>
/// <remarks>JSON shape: <c>kind, schema, id, version, label, withdrawn?, mergedInto?, absorbed[]?, apart[]?, values{}, claims[]</c>; lists hold elements with permanent ids, ordered by id.</remarks>
public sealed class Document
{
    private readonly JsonObject _root;
    private readonly Lazy<ImmutableArray<Claim>> _claims;
    private object? _typed;

    private Document(JsonObject root)
    {
        _root = root;
        _claims = new(() => _root["claims"] is JsonArray claims ? [.. claims.Select(c => c.Deserialize<Claim>(Json.Options)!)] : []);
    }

    public string Kind => (string)_root["kind"]!;

    /// <summary>Number of the shape of the values; see RecordKind.</summary>
    public int Schema => (int)_root["schema"]!;

    public Guid Id => Guid.Parse((string)_root["id"]!);

    /// <summary>1 for the first entry, then one more for each.</summary>
    public int Version => (int)_root["version"]!;

    public string Label => (string)_root["label"]!;

    /// <summary>True when its making was undone: it stays in the journal and is in no list.</summary>
    public bool Withdrawn => _root["withdrawn"] is not null;

    /// <summary>The record that speaks for this one since they were merged; it is in no list then, and references to it lead to that record.</summary>
    public Guid? MergedInto => (string?)_root["mergedInto"] is { } into ? Guid.Parse(into) : null;

    /// <summary>True when it stands in no list: withdrawn or merged.</summary>
    public bool Gone => Withdrawn || MergedInto is not null;

    /// <summary>The records that were merged into this one.</summary>
    public ImmutableArray<Absorbed> Absorbed => _root["absorbed"] is JsonArray all ? [.. all.Select(a => a.Deserialize<Absorbed>(Json.Options)!)] : [];

    /// <summary>Records that a person judged to be others than this one.</summary>
    public ImmutableArray<Guid> Apart => _root["apart"] is JsonArray all ? [.. all.Select(a => Guid.Parse((string)a!["id"]!))] : [];

    /// <summary>In order of id, which is the order of acceptance.</summary>
    public ImmutableArray<Claim> Claims => _claims.Value;

    /// <summary>A copy of the value at a path, or null.</summary>
    public JsonNode? At(FieldPath path) => Tree.Get(_root, path)?.DeepClone();

    /// <summary>The string at a path, or null when there is none.</summary>
    public string? TextAt(FieldPath path) => Tree.Get(_root, path) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public IEnumerable<Claim> ClaimsAt(FieldPath path) => Claims.Where(c => c.Path == path.Text);

    /// <summary>The values as the C# record of their kind; the same instance each time.</summary>
    /// <exception cref="JsonException">The values do not have that shape.</exception>
    public T As<T>() where T : class => _typed as T ?? (T)(_typed = _root["values"].Deserialize<T>(Json.Options)!);

    internal object As(Type shape) => _typed ??= _root["values"].Deserialize(shape, Json.Options)!;

    /// <summary>Canonical JSON (RFC 8785), the bytes that are stored and compared.</summary>
    public byte[] Canonical() => CanonicalJson.Bytes(_root);

    public static Document Parse(ReadOnlySpan<byte> json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>The values themselves: read, never changed.</summary>
    internal JsonObject Values => _root["values"]!.AsObject();

    /// <summary>A copy of the whole JSON.</summary>
    internal JsonObject Root() => _root.DeepClone().AsObject();

    internal static Document Of(JsonObject root) => new(root);

    internal static JsonObject Empty(string kind, int schema, Guid id) => new()
    {
        ["kind"] = kind, ["schema"] = schema, ["id"] = id.ToString("D"), ["version"] = 0, ["label"] = Concordat.Label.Default,
        ["values"] = new JsonObject(),
    };

    /// <summary>The paths in which two versions differ.</summary>
    public static IEnumerable<FieldPath> Differences(Document? before, Document after) => Tree.Differences(before?._root, after._root);
}
