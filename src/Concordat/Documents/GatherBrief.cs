using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Documents;

/// <summary>Gathers a brief in eleven statements, however much there is.</summary>
public static class GatherBrief
{
    /// <summary>Listed of each sort: a brief has two pages.</summary>
    public const int Most = 12;

    /// <summary>Of a country: of all its organisations.</summary>
    /// <param name="code">Two letters, ISO 3166-1.</param>
    /// <param name="name">Of the country.</param>
    public static Task<Brief> OfCountryAsync(ReadDb db, string code, string name, long today, CancellationToken stop = default) =>
        RunAsync(db, name, db.Organisations.Where(o => o.Country == code).Select(o => o.Record), today, stop);

    /// <summary>Of one organisation.</summary>
    public static Task<Brief> OfOrganisationAsync(ReadDb db, Guid organisation, string name, long today, CancellationToken stop = default) =>
        RunAsync(db, name, db.Organisations.Where(o => o.Record == organisation).Select(o => o.Record), today, stop);

    private static async Task<Brief> RunAsync(ReadDb db, string about, IQueryable<Guid> theirs, long today, CancellationToken stop)
    {
        var own = await Replies.OwnAsync(db, stop);
        var shared = db.AgreementParties.Where(p => theirs.Contains(p.Organisation)).Select(p => p.Record);
        var bodies = db.Links.Where(l => l.Field == "sides/organisation" && theirs.Contains(l.Target)).Select(l => l.Record);
        // What ran out long ago and was never closed must not hide what is in force: it comes last, the latest first.
        var shown = await AgreementPlan.On(db, db.Agreements.Where(a => shared.Contains(a.Record)), today).Where(h => h.Span.State != nameof(AgreementState.Ended))
            .OrderBy(h => h.Span.State == nameof(AgreementState.ToBeConfirmed) ? 2 : h.Span.State == nameof(AgreementState.InForce) ? 0 : 1)
            .ThenBy(h => h.Span.State == nameof(AgreementState.ToBeConfirmed) ? -(h.Row.EndsLo ?? 0) : h.Row.EndsLo ?? long.MaxValue).ThenBy(h => h.Row.SortKey).ThenBy(h => h.Row.Record).Take(Most).ToListAsync(stop);
        var meetings = db.Meetings.Where(m => (m.Body != null && bodies.Contains(m.Body.Value)) || (m.Host != null && theirs.Contains(m.Host.Value)));
        var actions = await ActionsAsync(db, theirs, shared, bodies, stop);
        return new(
            about, today, own is { } us ? (await db.NamesAsync([us], stop)).GetValueOrDefault(us)?.Title : null, await AgreementsAsync(db, shown, stop), await db.Agreements.CountAsync(a => shared.Contains(a.Record), stop) - shown.Count,
            [.. await ListDeadlines.RunAsync(db, new(today, today + 365) { Records = shared, MayBePast = false }, Most, stop)],
            await meetings.Where(m => m.EndHi < today).OrderByDescending(m => m.EndHi).ThenBy(m => m.Record).FirstOrDefaultAsync(stop),
            await meetings.Where(m => m.EndHi >= today && m.StartLo >= today - 31).OrderBy(m => m.StartLo).ThenBy(m => m.Record).FirstOrDefaultAsync(stop),
            [.. actions.Where(a => !a.IsTheirs).Select(a => a.Row).Take(Most)], [.. actions.Where(a => a.IsTheirs).Select(a => a.Row).Take(Most)],
            [.. await RepliesAsync(db, theirs, stop)], [.. await DisputedAsync(db, shared, stop)]);
    }

    private static async Task<ImmutableArray<BriefAgreement>> AgreementsAsync(ReadDb db, List<AgreementPlan.Held> shown, CancellationToken stop)
    {
        var ids = shown.ConvertAll(h => h.Row.Record);
        var parties = (await db.AgreementParties.Where(p => ids.Contains(p.Record)).Join(db.Headlines, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, o.Title }).ToListAsync(stop)).OrderBy(p => p.Ordinal).ToLookup(p => p.Record, p => p.Title);
        return [.. shown.Select(h => new BriefAgreement(h.Row, h.Span.Now.State, [.. parties[h.Row.Record]]))];
    }

    private sealed record Owed(ActionRow Row, bool IsTheirs);

    /// <summary>Open ones that they owe, that one of their bodies agreed, or that serve one of their agreements.</summary>
    private static async Task<List<Owed>> ActionsAsync(ReadDb db, IQueryable<Guid> theirs, IQueryable<Guid> shared, IQueryable<Guid> bodies, CancellationToken stop)
    {
        var about = db.Links.Where(l => l.Field == "about/agreement" && shared.Contains(l.Target)).Select(l => l.Record);
        var open = db.Actions.Where(a => a.ClosedAs == null && ((a.Side != null && theirs.Contains(a.Side.Value)) || (a.Body != null && bodies.Contains(a.Body.Value)) || about.Contains(a.Record)));
        var rows = await open.OrderBy(a => a.DueHi ?? long.MaxValue).ThenBy(a => a.Record).Take(4 * Most).Select(a => new { Row = a, IsTheirs = a.Side != null && theirs.Contains(a.Side.Value) }).ToListAsync(stop);
        return rows.ConvertAll(r => new Owed(r.Row, r.IsTheirs));
    }

    private static Task<List<LetterLine>> RepliesAsync(ReadDb db, IQueryable<Guid> theirs, CancellationToken stop) =>
        Replies.Lines(db, db.Correspondence.Where(l => l.ReplyDueLo != null && l.Other != null && theirs.Contains(l.Other.Value)).Awaited(db).OrderBy(l => l.ReplyDueHi).ThenBy(l => l.Record).Take(Most)).OrderBy(l => l.Letter.ReplyDueHi).ThenBy(l => l.Letter.Record).ToListAsync(stop);

    private static Task<List<string>> DisputedAsync(ReadDb db, IQueryable<Guid> shared, CancellationToken stop) =>
        db.Headlines.Where(h => shared.Contains(h.Record) && db.Claims.Any(c => c.Record == h.Record && c.Standing == "rival")).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Select(h => h.Title).Take(Most).ToListAsync(stop);
}
