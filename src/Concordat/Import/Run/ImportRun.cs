using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.Import.Mappings;
using Concordat.Import.Rows;
using Concordat.Organisations;
using Concordat.Storage;

namespace Concordat.Import.Run;

/// <summary>What some rows will write: organisations first, then the records.</summary>
internal sealed class Planned
{
    private readonly Dictionary<Guid, (Document? Held, List<Change> Changes)> _records = [];

    public List<Edit> Organisations { get; } = [];

    public bool Has(Guid record) => _records.ContainsKey(record);

    public void Add(Match match, IEnumerable<Change> changes)
    {
        if (!_records.TryGetValue(match.Record, out var planned)) _records[match.Record] = planned = (match.Held, []);
        planned.Changes.AddRange(changes);
    }

    /// <summary>The record as it will stand, for a further row about it.</summary>
    public Document? Next(Guid record, RecordKind kind, Stamp stamp)
    {
        var (held, changes) = _records[record];
        return ApplyEdit.To(held, Edit(record, kind.Name, held, changes), kind, stamp).TryGet(out var next, out _) ? next : held;
    }

    public ImmutableArray<Edit> Edits(string kind) => [.. Organisations, .. _records.Where(r => r.Value.Changes.Count > 0).Select(r => Edit(r.Key, kind, r.Value.Held, r.Value.Changes))];

    private static Edit Edit(Guid record, string kind, Document? held, List<Change> changes) => new(record, kind, held?.Version ?? 0, [.. changes]);
}

/// <summary>Plans rows, chunk after chunk: reads them, finds their records and partners, and says what they change. Writes nothing.</summary>
internal sealed class ImportRun(Mapping mapping, ReadRow reader, TableSource source, Tally tally, Stamp stamp)
{
    private readonly KnownNames _names = new(mapping);
    private readonly Compose _compose = new(source.Source, source.Text);
    private readonly RecordKind _kind = Kinds.Of(mapping.Kind);
    private MatchRows? _matches;

    private MatchRows Matches => _matches ??= new(mapping.Kind, source.Source, _names);

    public async Task<ImmutableArray<Edit>> PlanAsync(ReadDb db, IReadOnlyList<RowPlaces> rows, CancellationToken stop)
    {
        var (values, planned) = (rows.Select(reader.Read).ToList(), new Planned());
        await LoadAsync(db, values, stop);
        foreach (var row in values) One(row, planned);
        await KeepMadeAsync(db, planned, stop);
        return planned.Edits(mapping.Kind);
    }

    /// <summary>An organisation that an earlier import made of the same name is that one still, though a person gave it another name.</summary>
    private async Task KeepMadeAsync(ReadDb db, Planned planned, CancellationToken stop)
    {
        if (planned.Organisations.Count == 0) return;
        var there = await db.FindAsync([.. planned.Organisations.Select(o => o.Record)], stop);
        tally.Organisations -= planned.Organisations.RemoveAll(o => there.ContainsKey(o.Record));
    }

    /// <summary>Looks again only for what an organisation is part of, when all of them are there.</summary>
    public async Task<ImmutableArray<Edit>> PlanParentsAsync(ReadDb db, IReadOnlyList<RowPlaces> rows, CancellationToken stop)
    {
        var (values, planned) = (rows.Select(reader.Read).Where(v => v.Parents.Length > 0).ToList(), new Planned());
        if (values.Count == 0) return [];
        await _names.LearnAsync(db, values.SelectMany(v => v.Parents).Select(p => p.Words), stop);
        await LoadAsync(db, values, stop);
        foreach (var row in values) Parents(row, planned);
        return planned.Edits(mapping.Kind);
    }

    private async Task LoadAsync(ReadDb db, List<RowValues> values, CancellationToken stop)
    {
        var names = values.SelectMany(v => v.Partners.SelectMany(_names.Spellings));
        if (mapping.Kind == OrganisationKind.Name) names = values.Select(v => v.Title).OfType<string>();
        await _names.LearnAsync(db, names, stop);
        await Matches.LoadAsync(db, values, stop);
    }

    private void One(RowValues row, Planned planned)
    {
        tally.Rows++;
        foreach (var trouble in row.Troubles) tally.Leave(trouble);
        if (!Matches.Of(row).TryGet(out var match, out var refusal)) { tally.Refuse(row.Row, row.Title ?? "", refusal); return; }
        var again = planned.Has(match.Record);
        var held = again ? planned.Next(match.Record, _kind, stamp) : match.Held;
        var partners = Partners(row, planned);
        var result = _compose.Changes(held, match.Record, row.Values, [.. row.Elements, .. partners]);
        Count(match, again, result);
        planned.Add(match, result.Changes);
    }

    private void Count(Match match, bool again, Compose.Result result)
    {
        if (match.Held is null && !again && result.Changes.Count > 0) { tally.Made++; return; }
        tally.Matched++;
        if (result.Changes.Count > 0) tally.Changed++;
        tally.Filled += result.Filled;
        tally.Rivals += result.Rivals;
    }

    private IEnumerable<SaidElement> Partners(RowValues row, Planned planned)
    {
        // A country beside several partners says nothing of each.
        var country = row.Partners.Length == 1 ? row.Country : null;
        foreach (var said in row.Partners)
        {
            var found = _names.Resolve(said, country).ToList();
            foreach (var partner in found)
            {
                if (partner.How is not "known") tally.Ask(partner.Words, partner.How == "made" ? "new" : partner.How, row.Row, partner.Candidates);
                var place = found.Count > 1 && said.Whole.Quote.IndexOf(partner.Words, StringComparison.Ordinal) is var at and >= 0 ? said.Whole with { Start = said.Whole.Start + at, Quote = partner.Words } : said.Whole;
                var organisation = partner.How == "new" ? Make(partner.Words, place, country, planned) : partner.Organisation;
                if (organisation is { } id) yield return new("parties", "organisation", id.ToString("D"), [], place);
            }
        }
    }

    private Guid Make(string words, Place place, string? country, Planned planned)
    {
        var id = DerivedIds.Of(source.Source, 0, "organisation " + NewName.Key(words));
        var edit = NewName.Create(id, words, _compose.Cite(place));
        if (country is not null && !edit.Changes.Any(c => c.Path == "country")) edit = edit with { Changes = edit.Changes.Add(new Set("country", country)) };
        planned.Organisations.Add(edit);
        _names.Made(words, id);
        tally.Organisations++;
        return id;
    }

    private void Parents(RowValues row, Planned planned)
    {
        if (!Matches.Of(row).TryGet(out var match, out _) || match.Held is null) return;
        var elements = new List<SaidElement>();
        foreach (var (words, place) in row.Parents)
        {
            var found = _names.By(words).Where(h => h.Record != match.Record).DistinctBy(h => h.Record).ToList();
            if (found.Count == 1) elements.Add(new("parents", "organisation", found[0].Record.ToString("D"), [], place));
            else tally.Ask(words, found.Count == 0 ? "left" : "several", row.Row, found);
        }

        var result = _compose.Changes(match.Held, match.Record, [], elements);
        planned.Add(match, result.Changes);
    }
}
