using System.Collections.Immutable;
using Concordat.Agreements;
using Concordat.App.Agreements;
using Concordat.App.Lists;
using Concordat.App.Shell;
using Concordat.Lists;
using Concordat.Organisations;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.ByCountry;

/// <summary>A country with how much is held of it.</summary>
public sealed record HeldCountry(string Code, string Name, int Agreements, int InForce, int Organisations);

/// <summary>Everything held of one country.</summary>
/// <param name="States">Agreements by state.</param>
/// <param name="Actions">Open ones that organisations of the country owe, the next to fall due first.</param>
/// <param name="Agreements">Those in force first, in each state the next to end first, those without an end behind them.</param>
public sealed record CountryView(
    HeldCountry Country, ImmutableArray<(AgreementState State, int Count)> States, ImmutableArray<Line> Agreements, ImmutableArray<HeadlineRow> Organisations, ImmutableArray<HeadlineRow> Bodies,
    ImmutableArray<HeadlineRow> Meetings, ImmutableArray<HeadlineRow> People, ImmutableArray<HeadlineRow> Actions);

/// <summary>Gathers what countries' pages show: counts from the indexes of lists, rows from the tables.</summary>
internal sealed class GatherCountry(Store store, ListIndexes indexes, TimeProvider clock)
{
    public const int Shown = 25;

    private static ListWish Wish(params (string Facet, string Value)[] filters) => new(filters.ToDictionary(f => f.Facet, f => f.Value), [], "ends", null, null, Shown);

    /// <summary>Countries of which something is held, by name. No statement beside those of the indexes.</summary>
    public async Task<ImmutableArray<HeldCountry>> AllAsync(CancellationToken stop)
    {
        var (seq, today) = (await store.HeadAsync(stop), Days.Today(clock));
        var (agreements, inForce) = await indexes.AskAsync(AgreementPlan.Plan, seq, today, i => (i.Counts("country", Wish()), i.Counts("country", Wish(("state", nameof(AgreementState.InForce))))), stop);
        var organisations = await indexes.AskAsync(OrganisationPlan.Plan, seq, today, i => i.Counts("country", Wish()), stop);
        var (all, live) = (agreements.ToDictionary(c => c.Value, c => c.Count), inForce.ToDictionary(c => c.Value, c => c.Count));
        return [.. organisations.Select(o => new HeldCountry(o.Value, Names.Countries.Name(o.Value) ?? o.Value, all.GetValueOrDefault(o.Value), live.GetValueOrDefault(o.Value), o.Count)).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Seven statements, however much there is.</summary>
    public async Task<CountryView> OneAsync(string code, CancellationToken stop)
    {
        var (seq, today) = (await store.HeadAsync(stop), Days.Today(clock));
        await using var db = store.Read(Reader.Local);
        var (states, records) = await indexes.AskAsync(AgreementPlan.Plan, seq, today, i => Agreements(i, code), stop);
        var organisations = await indexes.AskAsync(OrganisationPlan.Plan, seq, today, i => i.Slice(Wish(("country", code)) with { Order = null }), stop);
        var lines = records.IsEmpty ? [] : (await AgreementShape.Shape.Rows(db, records, today, stop)).ToDictionary(l => l.Record);
        var theirs = db.Organisations.Where(o => o.Country == code).Select(o => o.Record);
        return new(
            new(code, Names.Countries.Name(code) ?? code, states.Sum(s => s.Count), states.Where(s => s.State == AgreementState.InForce).Sum(s => s.Count), organisations.Total), states,
            [.. records.Select(r => lines.GetValueOrDefault(r)).OfType<Line>()],
            await HeadsAsync(db.Headlines.Where(h => organisations.Records.Contains(h.Record)), stop),
            await HeadsAsync(db.Headlines.Where(h => h.Kind == "body" && db.Links.Any(l => l.Record == h.Record && l.Field == "sides/organisation" && theirs.Contains(l.Target))), stop),
            [.. await db.Meetings.Where(m => m.Host != null && theirs.Contains(m.Host.Value)).OrderByDescending(m => m.StartLo).Take(Shown).Join(db.Headlines, m => m.Record, h => h.Record, (m, h) => new { m.StartLo, h }).OrderByDescending(m => m.StartLo).Select(m => m.h).ToListAsync(stop)],
            await HeadsAsync(db.Headlines.Where(h => db.People.Any(p => p.Record == h.Record && p.Organisation != null && theirs.Contains(p.Organisation.Value))), stop),
            [.. await db.Actions.Where(a => a.ClosedAs == null && a.Side != null && theirs.Contains(a.Side.Value)).OrderBy(a => a.DueLo ?? long.MaxValue).Take(Shown).Join(db.Headlines, a => a.Record, h => h.Record, (a, h) => new { a.DueLo, h }).OrderBy(a => a.DueLo ?? long.MaxValue).Select(a => a.h).ToListAsync(stop)]);
    }

    /// <summary>Counts by state, and the first agreements: those in force before those that ended, in each state the next to end first.</summary>
    private static (ImmutableArray<(AgreementState State, int Count)>, ImmutableArray<Guid>) Agreements(ListIndex index, string code)
    {
        ImmutableArray<(AgreementState State, int Count)> states = [.. index.Counts("state", Wish(("country", code))).Select(s => (Enum.Parse<AgreementState>(s.Value), s.Count)).OrderBy(s => s.Item1)];
        var records = states.OrderBy(s => s.State is AgreementState.Ended ? 2 : s.State is AgreementState.InForce ? 0 : 1).SelectMany(s =>
        {
            var wish = Wish(("country", code), ("state", s.State.ToString()));
            return index.First(wish, Shown).Union(index.First(wish with { Order = null }, Shown));
        });
        return (states, [.. records.Take(Shown)]);
    }

    private static async Task<ImmutableArray<HeadlineRow>> HeadsAsync(IQueryable<HeadlineRow> rows, CancellationToken stop) => [.. await rows.OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(Shown).ToListAsync(stop)];
}
