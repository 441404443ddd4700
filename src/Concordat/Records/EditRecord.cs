using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

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
/// An input that was not touched changes nothing, so that two people may edit different values of one record.
/// </remarks>
public sealed class EditRecord(Store store, Journal journal, TimeProvider clock)
{
    /// <param name="record">Null makes a new record.</param>
    /// <param name="version">The version that the form showed.</param>
    /// <param name="form">Inputs by name.</param>
    /// <returns>Refusals by input (<c>date.*</c>, <c>value.*</c>), or one for the whole as of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<EditOutcome> RunAsync(Actor by, RecordKind kind, Guid? record, int version, IReadOnlyDictionary<string, string> form, string? reason, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        var id = record ?? Ids.New(clock);
        var typed = new TypedForm(db, kind, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var changes = new List<Change>();
        foreach (var (name, value) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith("del.", StringComparison.Ordinal)) changes.Add(new Set(name[4..], null));
            if (!name.StartsWith("v.", StringComparison.Ordinal) || value.Trim() == form.GetValueOrDefault("was." + name[2..], "").Trim()) continue;
            if (form.ContainsKey("del." + Element(name[2..]))) continue;
            if (await typed.ReadAsync(name, kind.Find(name[2..]), value, stop) is (true, var node)) changes.Add(new Set(name[2..], node));
        }

        foreach (var list in kind.Fields.Where(f => f is { Type: FieldType.List, Fixed: false })) changes.AddRange(await AddedAsync(list, form, typed, stop));
        if (!typed.Refusals.IsEmpty) return new(id, null, typed.Refusals);
        var edit = record is null ? Edit.Create(id, kind.Name, changes) : new Edit(id, kind.Name, version, [.. changes]);
        var saved = await journal.SaveAsync(new Deed(by, [edit]) { Reason = reason }, stop);
        return new(id, saved.Refusal, typed.Refusals);
    }

    private static string Element(string path) => path.LastIndexOf('/') is var at and > 0 ? path[..at] : path;

    private async Task<IEnumerable<Change>> AddedAsync(Field list, IReadOnlyDictionary<string, string> form, TypedForm typed, CancellationToken stop)
    {
        var prefix = $"new.{list.Name}.";
        var changes = new List<Change>();
        foreach (var row in form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && f.Value.Trim().Length > 0).GroupBy(f => f.Key[prefix.Length..].Split('.')[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var path = new FieldPath(list.Name).Element(Ids.New(clock));
            var values = row.ToDictionary(f => f.Key.Split('.')[^1], f => f);
            foreach (var missing in list.Items.Where(i => i.Required && !values.ContainsKey(i.Name))) typed.Refuse($"{prefix}{row.Key}.{missing.Name}", JournalRefusals.Missing(missing.Label));
            foreach (var item in list.Items)
                if (values.TryGetValue(item.Name, out var input) && await typed.ReadAsync(input.Key, item, input.Value, stop) is (true, { } node))
                    changes.Add(new Set(path.Child(item.Name), node));
        }

        return changes;
    }
}

/// <summary>Reads the inputs of one form, collecting what was not understood.</summary>
internal sealed class TypedForm(ReadDb db, RecordKind kind, DateOnly today)
{
    public ImmutableDictionary<string, Refusal> Refusals { get; private set; } = ImmutableDictionary<string, Refusal>.Empty;

    public void Refuse(string input, Refusal refusal) => Refusals = Refusals.SetItem(input, refusal);

    public async Task<(bool Read, JsonNode? Value)> ReadAsync(string input, Field? field, string typed, CancellationToken stop)
    {
        if (field is null || field.Fixed)
        {
            Refuse(input, JournalRefusals.WrongShape(input, $"{kind.Title} has no such value."));
            return (false, null);
        }

        if (field.Type == FieldType.Record && typed.Trim().Length > 0 && !Guid.TryParse(typed, out _))
            typed = (await FindAsync(field, typed, stop))?.ToString("D") ?? typed;
        if (TypedValue.Read(field, typed, today).TryGet(out var value, out var refusal)) return (true, value);
        Refuse(input, refusal);
        return (false, null);
    }

    /// <summary>The one record of that name; null when there is none or several.</summary>
    private async Task<Guid?> FindAsync(Field field, string name, CancellationToken stop)
    {
        var (key, kinds, any) = (Fold.Key(name), field.Refers.ToList(), field.Refers.Length == 0);
        var found = await db.Known.Where(k => k.Key == key && k.Sort != "word" && (any || kinds.Contains(k.Kind))).Select(k => k.Record).Distinct().Take(2).ToListAsync(stop);
        return found.Count == 1 ? found[0] : null;
    }
}
