using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Concordat.App.Api;

/// <summary>The body that makes a record.</summary>
/// <param name="Values">Values by field; elements of lists need no id.</param>
/// <param name="Changes">Further ones, for instance with the source that says them.</param>
internal sealed record Making(JsonObject? Values = null, ImmutableArray<ChangeInput>? Changes = null, string? Reason = null);

/// <summary>The body that changes a record.</summary>
internal sealed record Changing(ImmutableArray<ChangeInput> Changes, string? Reason = null);

/// <summary>The body that undoes an entry.</summary>
internal sealed record Undoing(int Version, string? Reason = null);

/// <summary>One change as a program writes it.</summary>
/// <param name="Op">set, remove, add, witness, prefer or set-aside.</param>
internal sealed record ChangeInput(string Op, string Path, JsonNode? Value = null, Guid? Claim = null, CiteInput? Citation = null);

/// <summary>Reads changes into those of the journal.</summary>
internal sealed class ChangesInput(Call call, RecordKind kind)
{
    public const int MostChanges = 500, LongestReason = 2000;

    public static ImmutableArray<Choice> Ops { get; } =
    [
        new("set", "The value becomes this one; with a citation, a source says so."), new("remove", "The value or element goes."), new("add", "A new element of the list; it gets an id."),
        new("witness", "A source says this value: it fills an empty path, confirms an equal value, and stands as a rival beside another."),
        new("prefer", "This claim is what the path holds; the others are set aside."), new("set-aside", "This rival is set aside; the value stays."),
    ];

    /// <returns>Refusals <c>record.wrong-shape</c>, <c>record.kept-by-product</c>, <c>request.wrong-member</c>, and those of <see cref="CiteInput"/>.</returns>
    public async Task<Outcome<ImmutableArray<Change>>> ReadAsync(JsonObject? values, ImmutableArray<ChangeInput>? inputs)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (name, value) in values ?? [])
            if (Single(name) is { } wrong) return wrong;
            else changes.Add(new Set(name, WithIds(value!)));
        foreach (var input in inputs ?? [])
        {
            if (!(await OneAsync(input)).TryGet(out var change, out var refusal)) return refusal;
            changes.Add(change);
        }

        return changes.Count > MostChanges ? new Refusal("request.wrong-member", $"At most {MostChanges} changes are made at once.") : changes.ToImmutable();
    }

    private Refusal? Single(string name) => name.Contains('/') ? JournalRefusals.WrongShape(name, "values are named by their field; paths belong into changes.") : Kept(name);

    private async Task<Outcome<Change>> OneAsync(ChangeInput input)
    {
        if (Misfit(input) is { } misfit) return new Refusal("request.wrong-member", $"“{input.Op}” at {input.Path}: {misfit}");
        if (Kept(input.Path) is { } kept) return kept;
        Citation? citation = null;
        if (input.Citation is { } cited && !(await cited.ReadAsync(call)).TryGet(out citation, out var refusal)) return refusal;
        return input.Op switch
        {
            "set" => new Set(input.Path, WithIds(input.Value!), citation),
            "remove" => new Set(input.Path, null),
            "add" => new Set(new FieldPath(input.Path).Element(Ids.New(call.Clock)), input.Value!.DeepClone()),
            "witness" => new Witness(input.Path, input.Value!.DeepClone(), citation!),
            "prefer" => new Prefer(input.Path, input.Claim!.Value),
            _ => new SetAside(input.Path, input.Claim!.Value),
        };
    }

    /// <summary>Which members each kind of change has.</summary>
    private static string? Misfit(ChangeInput input)
    {
        var (value, claim, cites) = (input.Value is not null, input.Claim is not null, input.Citation is not null);
        return input.Op switch
        {
            "set" => value && !claim ? null : "it needs value, and may have citation.",
            "remove" => !value && !claim && !cites ? null : "it has no other member.",
            "add" => input.Value is JsonObject element && !claim && !cites && !element.ContainsKey("id") ? null : "it needs value, an object without id.",
            "witness" => value && cites && !claim ? null : "it needs value and citation.",
            "prefer" or "set-aside" => claim && !value && !cites ? null : "it needs claim alone.",
            _ => $"there is no such change; there are {string.Join(", ", Ops.Select(o => o.Value))}.",
        };
    }

    private Refusal? Kept(FieldPath path)
    {
        if (kind.Find(path) is not { } field) return null;
        return field.Fixed || kind.Find(path.First)?.Fixed == true ? new Refusal("record.kept-by-product", $"{field.Label} is kept by Concordat itself and cannot be written.") : null;
    }

    /// <summary>A list whose new elements have ids, in their order.</summary>
    private JsonNode WithIds(JsonNode value)
    {
        var copy = value.DeepClone();
        foreach (var element in (copy as JsonArray ?? []).OfType<JsonObject>())
            if (!element.ContainsKey("id")) element["id"] = Ids.New(call.Clock).ToString("D");
        return copy;
    }
}
