using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Storage;

namespace Concordat.Records;

/// <summary>What became of a form: the record, or what to mend in which input.</summary>
/// <param name="Fields">Refusals by the name of the input.</param>
public sealed record EditOutcome(Guid Record, Refusal? Refusal, ImmutableDictionary<string, Refusal> Fields)
{
    public bool Done => Refusal is null && Fields.IsEmpty;
}

/// <summary>Makes or changes a record by hand, from a form that posts what it showed beside what was typed.</summary>
/// <remarks>
/// Inputs: <c>v.PATH</c> with <c>was.PATH</c> as first shown; <c>new.LIST.N.ITEM</c> for elements to be added; <c>del.LIST/ID</c> to remove one.
/// An input that was not touched changes nothing, so that two people may edit different values of one record. Inputs that no form has are refused.
/// </remarks>
public sealed class EditRecord(Store store, Journal journal, TimeProvider clock)
{
    /// <param name="record">Null makes a new record.</param>
    /// <param name="version">The version that the form showed.</param>
    /// <param name="form">Inputs by name.</param>
    /// <returns>Refusals by input (<c>date.*</c>, <c>value.*</c>, <c>record.value-missing</c>, <c>record.wrong-shape</c>), or one for the whole as of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<EditOutcome> RunAsync(Actor by, RecordKind kind, Guid? record, int version, IReadOnlyDictionary<string, string> form, string? reason, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var id = record ?? Ids.New(clock);
        var typed = new TypedForm(db, kind, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var changes = new List<Change>();
        foreach (var (name, value) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith("del.", StringComparison.Ordinal) && typed.Removes(name)) changes.Add(new Set(name[4..], null));
            if (!name.StartsWith("v.", StringComparison.Ordinal) || IsUntouched(form, name[2..], value)) continue;
            if (form.ContainsKey("del." + Element(name[2..]))) continue;
            if (await typed.ReadAsync(name, FormPath.Find(kind, name[2..]), value, stop) is (true, var node)) changes.Add(new Set(name[2..], node));
        }

        foreach (var list in kind.Fields.Where(f => f is { Type: FieldType.List, Fixed: false })) changes.AddRange(await AddedAsync(list, form, typed, stop));
        if (!typed.Refusals.IsEmpty) return new(id, null, typed.Refusals);
        var edit = record is null ? Edit.Create(id, kind.Name, changes) : new Edit(id, kind.Name, version, [.. changes]);
        var saved = await journal.SaveAsync(new Deed(by, [edit]) { Reason = reason }, stop);
        return new(id, saved.Refusal, typed.Refusals);
    }

    private static bool IsUntouched(IReadOnlyDictionary<string, string> form, string path, string value) => Plain(value) == Plain(form.GetValueOrDefault("was." + path, ""));

    // Browsers send line ends as they like.
    private static string Plain(string text) => text.Replace("\r\n", "\n").Trim();

    private static string Element(string path) => path.LastIndexOf('/') is var at and > 0 ? path[..at] : path;

    private async Task<IEnumerable<Change>> AddedAsync(Field list, IReadOnlyDictionary<string, string> form, TypedForm typed, CancellationToken stop)
    {
        var changes = new List<Change>();
        foreach (var row in FormPath.Rows(list, form))
        {
            var path = new FieldPath(list.Name).Element(Ids.New(clock));
            var inputs = row.ToDictionary(r => r.Item.Name);
            foreach (var missing in list.Items.Where(i => i.Required && !inputs.ContainsKey(i.Name))) typed.Refuse($"new.{list.Name}.{row.Key}.{missing.Name}", JournalRefusals.Missing(missing.Label));
            foreach (var item in list.Items)
                if (inputs.TryGetValue(item.Name, out var input) && await typed.ReadAsync(input.Input, item, input.Typed, stop) is (true, { } node))
                    changes.Add(new Set(path.Child(item.Name), node));
        }

        return changes;
    }
}

/// <summary>Which inputs a form of a kind may have.</summary>
internal static class FormPath
{
    /// <summary>The field of a path that a form may write: a value of the record, or an item of an element; null for any other.</summary>
    public static Field? Find(RecordKind kind, string path)
    {
        var segments = path.Split('/');
        var field = kind.Fields.FirstOrDefault(f => f.Name == segments[0]);
        if (field is null || field.Fixed || segments.Length is not (1 or 3)) return null;
        if (segments.Length == 1) return field.Type == FieldType.List ? null : field;
        return field.Type == FieldType.List && Guid.TryParseExact(segments[1], "D", out _) ? field.Items.FirstOrDefault(i => i.Name == segments[2] && !i.Fixed) : null;
    }

    /// <summary>True for an element of a list that a form may change.</summary>
    public static bool IsElement(RecordKind kind, string path) =>
        path.Split('/') is [var list, var id] && Guid.TryParseExact(id, "D", out _) && kind.Fields.Any(f => f.Name == list && f is { Type: FieldType.List, Fixed: false });

    /// <summary>The filled inputs of each new element, in the order in which the form shows them.</summary>
    public static IEnumerable<IGrouping<string, (string Input, Field Item, string Typed)>> Rows(Field list, IReadOnlyDictionary<string, string> form) =>
        form.Where(f => f.Value.Trim().Length > 0).Select(f => (f.Key, Parts: f.Key.Split('.'), f.Value)).Where(f => f.Parts is ["new", var name, _, _] && name == list.Name)
            .Select(f => (f.Parts[2], Input: (f.Key, Item: list.Items.FirstOrDefault(i => i.Name == f.Parts[3]), f.Value))).Where(f => f.Input.Item is not null)
            .GroupBy(f => f.Item1, f => (f.Input.Key, f.Input.Item!, f.Input.Value)).OrderBy(g => int.TryParse(g.Key, out var at) ? at : int.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal);
}

/// <summary>Reads the inputs of one form, collecting what was not understood.</summary>
internal sealed class TypedForm(ReadDb db, RecordKind kind, DateOnly today)
{
    public ImmutableDictionary<string, Refusal> Refusals { get; private set; } = ImmutableDictionary<string, Refusal>.Empty;

    public void Refuse(string input, Refusal refusal) => Refusals = Refusals.SetItem(input, refusal);

    /// <summary>True when the input removes an element that a form may remove.</summary>
    public bool Removes(string input)
    {
        if (FormPath.IsElement(kind, input[4..])) return true;
        Refuse(input, NoSuch(input));
        return false;
    }

    public async Task<(bool Read, JsonNode? Value)> ReadAsync(string input, Field? field, string typed, CancellationToken stop)
    {
        var (value, refusal) = field is null ? (null, NoSuch(input)) : await ValueAsync(field, typed, stop);
        if (refusal is null && value is null && field is { Required: true }) refusal = JournalRefusals.Missing(field.Label);
        if (refusal is not null) Refuse(input, refusal);
        return (refusal is null, value);
    }

    private async Task<(JsonNode? Value, Refusal? Refusal)> ValueAsync(Field field, string typed, CancellationToken stop)
    {
        if (field.Type == FieldType.Record && typed.Trim().Length > 0 && !Guid.TryParse(typed, out _))
        {
            var found = await FindNamed.AllAsync(db, field.Refers, typed, stop);
            if (found.Length > 1) return (null, FindNamed.Several(field.Label, typed.Trim(), found));
            if (found.Length == 1) typed = found[0].Record.ToString("D");
        }

        return TypedValue.Read(field, typed, today).TryGet(out var value, out var refusal) ? (value, null) : (null, refusal);
    }

    private Refusal NoSuch(string input) => JournalRefusals.WrongShape(input, $"{kind.Title} has no such value.");
}
