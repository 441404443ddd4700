using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Import.Rows;
using Concordat.Names;
using Concordat.Organisations;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Import.Run;

/// <summary>The record that a row is about.</summary>
/// <param name="Held">As it stands; null for one that is to be made.</param>
internal sealed record Match(Guid Record, Document? Held);

/// <summary>Finds the records of rows, where they were merged the one that speaks for them: by the id that an export wrote, by a number, an organisation by its name; the same row of the same table by its derived id.</summary>
internal sealed class MatchRows(string kind, Guid source, KnownNames names)
{
    private const int KeysAtOnce = 200, MostOfKey = 2000;
    // Records that this run makes, by the number that recognises them.
    private readonly Dictionary<(string Scheme, string Text), (Guid Record, ImmutableArray<(string Scheme, string Text)> Keys)> _made = [];
    private Dictionary<Guid, Document> _held = [];
    private Redirects _led = new();
    private Dictionary<string, List<Guid>> _byKey = [];

    public async Task LoadAsync(ReadDb db, IReadOnlyList<RowValues> rows, CancellationToken stop)
    {
        _byKey = [];
        foreach (var keys in rows.SelectMany(r => r.Keys).Select(k => Fold.Key(k.Text)).Where(k => k.Length > 0).Distinct().Chunk(KeysAtOnce))
        {
            var found = await db.Known.Where(k => keys.Contains(k.Key) && k.Kind == kind && (k.Sort == "reference" || k.Sort == "identifier")).Select(k => new { k.Key, k.Record }).Take(MostOfKey).ToListAsync(stop);
            foreach (var each in found.Distinct()) Add(each.Key, each.Record);
        }

        var wanted = rows.Select(Derived).Concat(rows.Select(r => r.Record).OfType<Guid>()).Concat(_byKey.Values.SelectMany(v => v));
        if (kind == OrganisationKind.Name) wanted = wanted.Concat(rows.Where(r => r.Title is not null).SelectMany(r => names.By(r.Title!).Select(h => h.Record)));
        _held = new(await db.FindAsync([.. wanted.Distinct()], stop));
        var merged = _held.Values.Where(d => d.MergedInto is not null).Select(d => d.Id).ToList();
        _led = await db.RedirectsAsync(merged, stop);
        foreach (var (id, survivor) in await db.FindAsync([.. merged.Select(_led.Of).Where(r => !_held.ContainsKey(r)).Distinct()], stop)) _held[id] = survivor;
    }

    /// <summary>The record that speaks for this one, or null.</summary>
    private Document? Held(Guid record) => _held.GetValueOrDefault(_led.Of(record));

    private void Add(string key, Guid record)
    {
        if (!_byKey.TryGetValue(key, out var records)) _byKey[key] = records = [];
        records.Add(record);
    }

    private Guid Derived(RowValues row) => DerivedIds.Of(source, row.Row, $"row {row.Row}");

    /// <returns>Refusals <c>import.record-gone</c>, <c>import.withdrawn</c>, <c>import.several-match</c>, <c>import.title-missing</c>.</returns>
    public Outcome<Match> Of(RowValues row)
    {
        if (row.Record is { } named) return Known(named) ?? (Outcome<Match>)RowRefusals.Gone;
        if (Held(Derived(row)) is { } same) return same.Withdrawn ? RowRefusals.Withdrawn : new Match(same.Id, same);
        foreach (var key in row.Keys)
        {
            if (_made.TryGetValue(key, out var made) && !Contradicts(row, key, made.Keys)) return new Match(made.Record, _held.GetValueOrDefault(made.Record));
            var found = _byKey.GetValueOrDefault(Fold.Key(key.Text), []).Where(r => _held.TryGetValue(r, out var d) && !d.Gone && Numbers(d) is var numbers && Has(numbers, key) && !Contradicts(row, key, numbers)).ToList();
            if (found.Count > 1) return RowRefusals.Several(key.Text, found.Count);
            if (found.Count == 1) return new Match(found[0], _held[found[0]]);
        }

        if (kind == OrganisationKind.Name && row.Title is { } title && Namesakes(title, row) is { Count: > 0 } namesakes)
            return namesakes.Count == 1 ? new Match(namesakes[0].Id, namesakes[0]) : RowRefusals.Several(title, namesakes.Count);
        return row.Title is null ? RowRefusals.NoTitle : New(row);
    }

    private Match New(RowValues row)
    {
        var id = Derived(row);
        foreach (var key in row.Keys) _made.TryAdd(key, (id, row.Keys));
        return new(id, null);
    }

    private Match? Known(Guid record) => Held(record) is { Withdrawn: false } held && held.Kind == kind ? new(held.Id, held) : null;

    /// <summary>Organisations of the same name that neither country nor identifier tells apart.</summary>
    private List<Document> Namesakes(string title, RowValues row) =>
        [.. names.By(title).Select(h => _held.GetValueOrDefault(h.Record)).OfType<Document>().Where(d => !d.Gone && IsNamed(d, title) && Agrees(d, row)).DistinctBy(d => d.Id)];

    private static bool IsNamed(Document held, string title) => held.As<Organisation>().Names.Any(n => Fold.Key(n.Text) == Fold.Key(title));

    private static bool Agrees(Document held, RowValues row)
    {
        var it = held.As<Organisation>();
        if (row.Country is not null && it.Country is not null && row.Country != it.Country) return false;
        return !row.Keys.Any(k => it.Identifiers.Any(i => i.Scheme == k.Scheme && Fold.Key(i.Value) != Fold.Key(k.Text)));
    }

    /// <summary>True where a surer number says that it is another record: two records of a public register may share an identifier of a further one.</summary>
    private static bool Contradicts(RowValues row, (string Scheme, string Text) key, IReadOnlyCollection<(string Scheme, string Text)> numbers) =>
        row.Keys.TakeWhile(k => k != key).Any(surer => surer.Scheme != key.Scheme && numbers.Any(n => n.Scheme == surer.Scheme) && !Has(numbers, surer));

    private static bool Has(IReadOnlyCollection<(string Scheme, string Text)> numbers, (string Scheme, string Text) key) =>
        numbers.Any(n => n.Scheme == key.Scheme && Fold.Key(n.Text) == Fold.Key(key.Text));

    private IReadOnlyCollection<(string Scheme, string Text)> Numbers(Document held)
    {
        var (list, value) = kind == OrganisationKind.Name ? ("identifiers", "value") : ("references", "text");
        return [.. (held.At(list) as JsonArray ?? []).Select(e => ((string?)e!["scheme"] ?? "", (string?)e[value] ?? ""))];
    }
}

/// <summary>Why a row was not taken.</summary>
internal static class RowRefusals
{
    public static Refusal Gone { get; } = new("import.record-gone", "The record that this row names is not in the register, or is of another kind.");

    public static Refusal Withdrawn { get; } = new("import.withdrawn", "The record that this row made before was undone. Take that undoing back on its history page to have it again.");

    public static Refusal NoTitle { get; } = new("import.title-missing", "The row has no title or name, and no record of the register has its number.");

    public static Refusal Several(string key, int count) => new("import.several-match", $"{count} records go by “{key}”: the row does not tell which one is meant.");
}
