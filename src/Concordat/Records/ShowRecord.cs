using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concordat.Correspondence;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Records;

/// <summary>Gathers what a record's page shows, in five small queries whatever the size of the register; a sixth for a record of more than <see cref="MostChanges"/> versions.</summary>
public static class ShowRecord
{
    public const int MostChanges = 60, MostOlder = 1000, MostRelations = 300, ShownPerRelation = 12;

    /// <returns>Null when there is no such record, or the reader may not see it.</returns>
    public static async Task<RecordView?> RunAsync(ReadDb db, Guid record, string? kind = null, CancellationToken stop = default) =>
        await OfAsync(db, record, await db.FindAsync(record, stop), kind, stop);

    /// <summary>The record as it was known at the end of a day (UTC). What other records say of it is left out: it is not part of the record, and is of today.</summary>
    /// <returns>Null when the record was not known on that day, or the reader may not see it.</returns>
    public static async Task<RecordView?> KnownOnAsync(ReadDb db, Guid record, string kind, DateOnly day, CancellationToken stop = default)
    {
        var end = Entry.Microseconds(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        var version = await db.Changes.Where(c => c.Record == record && c.At < end).MaxAsync(c => (int?)c.Version, stop);
        if (version is null || await OfAsync(db, record, await db.VersionAsync(record, version.Value, stop), kind, stop) is not { } view) return null;
        return view with { KnownOn = day, Relations = [], History = [.. view.History.Where(c => c.Version <= version)] };
    }

    private static async Task<RecordView?> OfAsync(ReadDb db, Guid record, Document? document, string? kind, CancellationToken stop)
    {
        if (document is null || (kind is not null && document.Kind != kind)) return null;
        var of = Kinds.Of(document.Kind);
        var changes = await db.Changes.Where(c => c.Record == record).OrderByDescending(c => c.Version).Take(MostChanges).ToListAsync(stop);
        var links = await db.Links.Where(l => l.Target == record && l.Record != record && !CorrespondenceKind.Concerning.Contains(l.Field)).OrderByDescending(l => l.Record).Take(MostRelations)
            .Select(l => new { l.Record, l.Field }).ToListAsync(stop);
        var sources = document.Claims.Select(c => c.Citation.Source).Distinct().ToList();
        var ids = Project.Links(document, of).Select(l => l.Target).Concat(links.Select(l => l.Record)).Concat(sources).Concat(Claimed(document, of)).Distinct().ToList();
        var names = await db.NamesAsync(ids, stop);
        var copies = sources.Count == 0 ? [] : await db.Sources.Where(s => sources.Contains(s.Record)).Select(s => new { s.Record, s.NearCopyOf }).ToListAsync(stop);
        var oldest = changes.Count < MostChanges ? 0 : changes[^1].Version;
        var older = oldest == 0 ? [] : await db.Changes.Where(c => c.Record == record && c.Version < oldest).OrderByDescending(c => c.Version).Take(MostOlder).ToListAsync(stop);
        var notes = new Footnotes(document, names, [.. changes, .. older]);
        return new()
        {
            Document = document, Kind = of, Headline = of.Head(document), Fields = new ShowFields(document, names, notes).All(of.Fields),
            Footnotes = notes.All, Relations = Group(links.Select(l => (l.Record, l.Field)), names), History = [.. changes],
            Witnesses = copies.Select(c => c.NearCopyOf ?? c.Record).Distinct().Count(),
        };
    }

    private static IEnumerable<Guid> Claimed(Document document, RecordKind kind) => document.Claims
        .Where(c => kind.Find(c.Path)?.Type == FieldType.Record).Select(c => Guid.TryParse((string?)c.Value, out var id) ? id : Guid.Empty);

    private static ImmutableArray<Relation> Group(IEnumerable<(Guid Record, string Field)> links, Dictionary<Guid, HeadlineRow> names) =>
    [
        .. links.Where(l => names.ContainsKey(l.Record)).Select(l => (Row: names[l.Record], Label: Inverse(names[l.Record].Kind, l.Field)))
            .GroupBy(l => l.Label).OrderBy(g => g.Key)
            .Select(g => (g.Key, Rows: g.Select(l => l.Row).DistinctBy(r => r.Record).OrderBy(r => r.SortKey, StringComparer.Ordinal).ToList()))
            .Select(g => new Relation(g.Key, [.. g.Rows.Take(ShownPerRelation)], g.Rows.Count > ShownPerRelation)),
    ];

    private static string Inverse(string kind, string field)
    {
        var fields = Kinds.Of(kind).Fields;
        Field? found = null;
        foreach (var name in field.Split('/'))
        {
            found = fields.FirstOrDefault(f => f.Name == name);
            fields = found?.Items ?? [];
        }

        return found?.Inverse ?? Kinds.Of(kind).Title;
    }
}

/// <summary>Numbers the places that values come from.</summary>
internal sealed class Footnotes(Document document, Dictionary<Guid, HeadlineRow> names, List<ChangeRow> changes)
{
    private readonly List<Footnote> _notes = [];

    public ImmutableArray<Footnote> All => [.. _notes];

    public int Of(Citation citation)
    {
        var known = _notes.Find(n => n.Citation is { } c && c.Source == citation.Source && c.Start == citation.Start && c.Length == citation.Length && c.Page == citation.Page && c.Rectangle == citation.Rectangle);
        return known?.Number ?? Add(new(_notes.Count + 1, citation, names.GetValueOrDefault(citation.Source), null));
    }

    /// <summary>The entry that last set a path which no claim holds.</summary>
    public int? OfEntry(FieldPath path)
    {
        var change = changes.Find(c => c.Paths.Split('\n').Any(p => path.IsWithin(p)));
        if (change is null) return null;
        return _notes.Find(n => n.Change?.Version == change.Version)?.Number ?? Add(new(_notes.Count + 1, null, null, change));
    }

    public IEnumerable<Claim> Claims(FieldPath path) => document.ClaimsAt(path);

    /// <summary>Ids of elements that claims speak of though the list holds them no more, in order.</summary>
    public IEnumerable<Guid> Removed(Field list) => document.Claims.Select(c => c.Path.Split('/')).Where(p => p.Length == 3 && p[0] == list.Name)
        .Select(p => Guid.Parse(p[1])).Distinct().Where(id => document.At(new FieldPath(list.Name).Element(id)) is null).Order();

    private int Add(Footnote note)
    {
        _notes.Add(note);
        return note.Number;
    }
}

/// <summary>Reads the fields of a document out with their notes and rivals.</summary>
internal sealed class ShowFields(Document document, Dictionary<Guid, HeadlineRow> names, Footnotes notes)
{
    public ImmutableArray<ShownField> All(IEnumerable<Field> fields) =>
        [.. fields.Where(f => f.Name is not ("texts" or "digest") || document.Kind != SourceKind.Name).Select(f => new ShownField(f, [.. Values(f)])).Where(f => f.Values.Length > 0)];

    private IEnumerable<ShownValue> Values(Field field)
    {
        var value = document.At(field.Name);
        if (field.Type == FieldType.List) return (value as JsonArray ?? []).Select(e => Element(field, new FieldPath(field.Name).Element(Guid.Parse((string)e!["id"]!)), e!.AsObject())).Concat(notes.Removed(field).SelectMany(id => Removed(field, id)));
        return value is not null ? [One(field, field.Name, value)] : Orphan(field, field.Name) is { } orphan ? [orphan] : [];
    }

    /// <summary>A path that holds nothing may still have claims: set aside, or the value taken away.</summary>
    private ShownValue? Orphan(Field field, FieldPath path) => notes.Claims(path).Any()
        ? new() { Field = field, Path = path, Text = "not stated", Rivals = Rivals(field, path, Standing.Rival), Aside = Rivals(field, path, Standing.SetAside) } : null;

    private ShownValue Element(Field list, FieldPath path, JsonObject element)
    {
        var parts = list.Items.Select(f => element[f.Name] is { } value ? One(f, path.Child(f.Name), value) : Orphan(f, path.Child(f.Name))).OfType<ShownValue>().ToList();
        return parts[0] with { Beside = [.. parts.Skip(1)] };
    }

    private IEnumerable<ShownValue> Removed(Field list, Guid id)
    {
        var parts = list.Items.Select(f => Orphan(f, new FieldPath(list.Name).Element(id).Child(f.Name))).OfType<ShownValue>().Select(p => p with { Text = "removed" }).ToList();
        return parts.Count == 0 ? [] : [parts[0] with { Beside = [.. parts.Skip(1)] }];
    }

    private ShownValue One(Field field, FieldPath path, JsonNode value)
    {
        var raw = value.ToString();
        var held = notes.Claims(path).Where(c => c.IsHeld).Select(c => notes.Of(c.Citation)).Distinct().ToList();
        if (held.Count == 0 && !field.Fixed && notes.OfEntry(path) is { } typed) held.Add(typed);
        return new()
        {
            Field = field, Path = path, Text = Say.Value(field, raw, names), Notes = [.. held.Order()],
            Target = field.Type == FieldType.Record ? names.GetValueOrDefault(Guid.Parse(raw)) : null,
            Rivals = Rivals(field, path, Standing.Rival), Aside = Rivals(field, path, Standing.SetAside),
        };
    }

    private ImmutableArray<ShownRival> Rivals(Field field, FieldPath path, Standing standing) =>
        [.. notes.Claims(path).Where(c => c.Standing == standing).Select(c => new ShownRival(c, Say.Value(field, c.Value.ToString(), names), notes.Of(c.Citation)))];
}
