using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Bodies;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Sources;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Storage;

/// <summary>What may be asked of the register, limited to what its reader may see. Never tracks, never writes.</summary>
public sealed class ReadDb(RegisterDb db, Reader reader) : IAsyncDisposable
{
    public IQueryable<HeadlineRow> Headlines => db.Set<HeadlineRow>().Where(h => reader.Labels.Contains(h.Label));

    public IQueryable<OrganisationRow> Organisations => Seen(db.Set<OrganisationRow>());
    public IQueryable<PersonRow> People => Seen(db.Set<PersonRow>());
    public IQueryable<AgreementRow> Agreements => Seen(db.Set<AgreementRow>());
    public IQueryable<AgreementPartyRow> AgreementParties => Seen(db.Set<AgreementPartyRow>());
    public IQueryable<StateSpanRow> StateSpans => Seen(db.Set<StateSpanRow>());
    public IQueryable<DeadlineRow> Deadlines => Seen(db.Set<DeadlineRow>());
    public IQueryable<BodyRow> Bodies => Seen(db.Set<BodyRow>());
    public IQueryable<MeetingRow> Meetings => Seen(db.Set<MeetingRow>());
    public IQueryable<CorrespondenceRow> Correspondence => Seen(db.Set<CorrespondenceRow>());
    public IQueryable<ConcernRow> Concerns => Seen(db.Set<ConcernRow>());
    public IQueryable<ActionRow> Actions => Seen(db.Set<ActionRow>());
    public IQueryable<SourceRow> Sources => Seen(db.Set<SourceRow>());
    public IQueryable<SourceBandRow> SourceBands => Seen(db.Set<SourceBandRow>());
    public IQueryable<KnownRow> Known => Seen(db.Set<KnownRow>());
    public IQueryable<LinkRow> Links => Seen(db.Set<LinkRow>());
    public IQueryable<ClaimRow> Claims => Seen(db.Set<ClaimRow>());
    public IQueryable<RedirectRow> Redirects => Seen(db.Set<RedirectRow>());
    public IQueryable<ApartRow> Apart => Seen(db.Set<ApartRow>());
    public IQueryable<ChangeRow> Changes => Seen(db.Set<ChangeRow>());
    public IQueryable<SettingRow> Settings => db.Set<SettingRow>();
    public IQueryable<Intake.IntakeRow> Intake => db.Set<Intake.IntakeRow>();
    public IQueryable<HandOver.AbsenceRow> Absences => db.Set<HandOver.AbsenceRow>();
    public IQueryable<Today.PutOffRow> PutOff => db.Set<Today.PutOffRow>();
    public IQueryable<Lists.SavedViewRow> SavedViews => db.Set<Lists.SavedViewRow>();
    public IQueryable<Sameness.LaterRow> Later => db.Set<Sameness.LaterRow>();
    public IQueryable<Intake.ReadingRow> Readings => db.Set<Intake.ReadingRow>();

    /// <summary>The newest version of a record, or null when there is none that the reader may see.</summary>
    public async Task<Document?> FindAsync(Guid record, CancellationToken stop = default)
    {
        var content = await db.Set<DocumentRow>().Where(d => d.Id == record).Select(d => d.Content).FirstOrDefaultAsync(stop);
        return Admit(content is null ? null : Document.Parse(content));
    }

    /// <summary>The newest versions of several records; those not seen are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Document>> FindAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        var contents = await db.Set<DocumentRow>().Where(d => records.Contains(d.Id)).Select(d => d.Content).ToListAsync(stop);
        return contents.Select(c => Admit(Document.Parse(c))).OfType<Document>().ToDictionary(d => d.Id);
    }

    /// <summary>What records are called, by the id that was asked for: a merged one by its survivor. Those not seen are left out.</summary>
    /// <remarks>One statement; a second and third only where something was merged.</remarks>
    public async Task<Dictionary<Guid, HeadlineRow>> NamesAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        if (records.Count == 0) return [];
        var names = await Headlines.Where(h => records.Contains(h.Record)).ToDictionaryAsync(h => h.Record, stop);
        if (names.Count == records.Count) return names;
        var missing = records.Where(r => !names.ContainsKey(r)).ToList();
        var redirects = await RedirectsAsync(missing, stop);
        var survivors = missing.Select(redirects.Of).Where(r => !names.ContainsKey(r)).Distinct().ToList();
        if (redirects.IsEmpty) return names;
        var led = await Headlines.Where(h => survivors.Contains(h.Record)).ToDictionaryAsync(h => h.Record, stop);
        foreach (var record in missing)
            if ((names.GetValueOrDefault(redirects.Of(record)) ?? led.GetValueOrDefault(redirects.Of(record))) is { } head) names[record] = head;
        return names;
    }

    /// <summary>Where some records lead that may have been merged, however often.</summary>
    internal async Task<Redirects> RedirectsAsync(IReadOnlyCollection<Guid> records, CancellationToken stop = default)
    {
        var redirects = new Redirects();
        for (var next = records; next.Count > 0;)
        {
            var found = await db.Set<RedirectRow>().Where(r => next.Contains(r.Record)).ToListAsync(stop);
            foreach (var row in found) redirects.Add(row.Record, row.Target);
            next = [.. found.Select(r => r.Target).Where(t => !redirects.Has(t)).Distinct()];
        }

        return redirects;
    }

    /// <summary>The record that speaks for this one: itself, unless it was merged.</summary>
    public async Task<Guid> SurvivorAsync(Guid record, CancellationToken stop = default) => (await RedirectsAsync([record], stop)).Of(record);

    /// <summary>An earlier version, or null when there is none or it was purged.</summary>
    public async Task<Document?> VersionAsync(Guid record, int version, CancellationToken stop = default)
    {
        var content = await db.Set<EntryRow>().Where(e => e.Record == record && e.Version == version).Select(e => e.Content).FirstOrDefaultAsync(stop);
        return Admit(content is null ? null : Entry.Parse(content).Document);
    }

    /// <summary>The newest commit, or null in an empty register.</summary>
    public Task<CommitRow?> HeadAsync(CancellationToken stop = default) => db.Set<CommitRow>().OrderByDescending(c => c.Seq).FirstOrDefaultAsync(stop);

    /// <summary>The commit whose batch begins with these words; the first of several in their order, or null.</summary>
    public Task<CommitRow?> BatchAsync(string words, CancellationToken stop = default)
    {
        var end = words + "\uffff";
        return db.Set<CommitRow>().Where(c => string.Compare(c.Batch, words) >= 0 && string.Compare(c.Batch, end) < 0).OrderBy(c => c.Batch).FirstOrDefaultAsync(stop);
    }

    private Document? Admit(Document? document) => document is not null && reader.Labels.Contains(document.Label) ? document : null;

    // One label exists, so that a join would decide nothing; with a second one this becomes a join on headline.
    private IQueryable<T> Seen<T>(IQueryable<T> rows) where T : class => reader.Labels.Contains(Label.Default) ? rows : rows.Where(_ => false);

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
