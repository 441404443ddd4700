using System.Collections.Immutable;
using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Correspondence;
using Concordat.Organisations;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.HandOver;

/// <summary>Gathers what a desk officer answers for.</summary>
public static class GatherWork
{
    /// <summary>Records of one officer that are gathered; one who has more hands over in several turns.</summary>
    public const int Most = 2000;

    /// <summary>Everyone whom records name, by name. One statement.</summary>
    public static async Task<ImmutableArray<Officer>> OfficersAsync(ReadDb db, CancellationToken stop = default) =>
        [.. (await db.Headlines.Where(h => h.DeskOfficer != null).GroupBy(h => h.DeskOfficer!).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(stop)).Select(o => new Officer(o.Key, o.Count))];

    /// <summary>Ten statements, however much there is.</summary>
    public static async Task<Work> OfAsync(ReadDb db, string officer, long today, CancellationToken stop = default)
    {
        // Letters are many: they would take the place of everything else.
        var heads = await db.Headlines.Where(h => h.DeskOfficer == officer && h.Kind != CorrespondenceKind.Name).OrderBy(h => h.SortKey).ThenBy(h => h.Record).Take(Most).ToListAsync(stop);
        var mine = db.Agreements.Where(a => a.DeskOfficer == officer);
        var rows = await AgreementPlan.On(db, mine, today).OrderBy(a => a.Row.EndsLo ?? long.MaxValue).ThenBy(a => a.Row.SortKey).ThenBy(a => a.Row.Record).Take(Most).ToListAsync(stop);
        var partners = (await db.AgreementParties.Where(p => mine.Any(a => a.Record == p.Record)).Join(db.Headlines, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, Organisation = o.Record, o.Title }).ToListAsync(stop)).OrderBy(p => p.Ordinal).ToList();
        var named = partners.ToLookup(p => p.Record, p => p.Title);
        var texts = (await db.Links.Where(l => l.Field == "texts/source" && mine.Any(a => a.Record == l.Record)).Join(db.Headlines, l => l.Target, s => s.Record, (l, s) => new { l.Record, s.Title }).ToListAsync(stop))
            .ToLookup(t => t.Record, t => t.Title);
        var actions = await db.Actions.Where(a => a.DeskOfficer == officer && a.ClosedAs == null).OrderBy(a => a.DueLo ?? long.MaxValue).ThenBy(a => a.Record).Take(Most).ToListAsync(stop);
        var open = actions.Select(a => a.Record).ToHashSet();
        var disputed = (await db.Claims.Where(c => c.Standing == "rival" && db.Headlines.Any(h => h.Record == c.Record && h.DeskOfficer == officer)).Select(c => c.Record).Distinct().ToListAsync(stop)).ToHashSet();
        var contacts = partners.Select(p => (p.Organisation, p.Title)).Concat(heads.Where(h => h.Kind == OrganisationKind.Name).Select(h => (h.Record, h.Title))).Distinct().OrderBy(p => p.Title, StringComparer.Ordinal).ToList();
        return new(
            officer, [.. rows.Select(r => new HeldAgreement(r.Row, r.Span.Now.State, r.Span.Now.Why, [.. named[r.Row.Record]], [.. texts[r.Row.Record]]))], [.. heads.Where(h => disputed.Contains(h.Record))], [.. actions],
            [.. heads.Where(h => h.Kind == "meeting").OrderByDescending(h => h.Record)], [.. heads.Where(h => h.Kind is not ("meeting" or AgreementKind.Name) && !open.Contains(h.Record))],
            [.. await RepliesAsync(db, officer, stop)], await db.Correspondence.CountAsync(l => l.DeskOfficer == officer, stop), await ContactsAsync(db, contacts, stop));
    }

    /// <summary>What waits for a reply still, the longest overdue first.</summary>
    private static Task<List<LetterLine>> RepliesAsync(ReadDb db, string officer, CancellationToken stop) =>
        Replies.Lines(db, db.Correspondence.Where(l => l.DeskOfficer == officer && l.ReplyDueLo != null).Awaited(db).OrderBy(l => l.ReplyDueLo).ThenBy(l => l.Record).Take(Most)).OrderBy(l => l.Letter.ReplyDueLo).ThenBy(l => l.Letter.Record).ToListAsync(stop);

    /// <summary>The latest letter of each partner: one look at an index for each, in one statement, and one for the letters.</summary>
    private static async Task<ImmutableArray<HeldPartner>> ContactsAsync(ReadDb db, List<(Guid Organisation, string Title)> partners, CancellationToken stop)
    {
        if (partners.Count == 0) return [];
        var ids = partners.Select(p => p.Organisation).Distinct().ToList();
        var last = await db.Organisations.Where(o => ids.Contains(o.Record))
            .Select(o => new { o.Record, Letter = db.Concerns.Where(c => c.Of == o.Record).OrderByDescending(c => c.Day).ThenByDescending(c => c.Record).Select(c => (Guid?)c.Record).FirstOrDefault() })
            .Where(o => o.Letter != null).ToDictionaryAsync(o => o.Record, o => o.Letter!.Value, stop);
        var wanted = last.Values.Distinct().ToList();
        var letters = wanted.Count == 0 ? [] : await db.Correspondence.Where(l => wanted.Contains(l.Record)).ToDictionaryAsync(l => l.Record, stop);
        // An organisation on our own side of its latest letter is no partner.
        return [.. partners.DistinctBy(p => p.Organisation).Select(p => new HeldPartner(p.Organisation, p.Title, last.TryGetValue(p.Organisation, out var letter) ? letters.GetValueOrDefault(letter) : null)).Where(p => p.Last?.Own != p.Organisation)];
    }
}
