using Concordat.Organisations;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness.Affiliations;

/// <summary>Makes a matcher of the organisations that the register holds.</summary>
public static class RegisterMatcher
{
    private const int Together = 500;

    /// <summary>Reads all organisations once; whoever matches many strings keeps what it gives.</summary>
    public static async Task<AffiliationMatcher> OfAsync(ReadDb db, CancellationToken stop = default)
    {
        var referring = new Dictionary<Guid, int>();
        await foreach (var target in db.Links.Select(l => l.Target).AsAsyncEnumerable().WithCancellation(stop)) referring[target] = referring.GetValueOrDefault(target) + 1;
        var organisations = new List<AffiliationOrganisation>();
        foreach (var some in (await db.Organisations.Select(o => o.Record).ToListAsync(stop)).Chunk(Together))
            foreach (var document in (await db.FindAsync(some, stop)).Values.OrderBy(d => d.Id))
                organisations.Add(One(document, referring.GetValueOrDefault(document.Id)));
        return new(organisations);
    }

    private static AffiliationOrganisation One(Document document, int referring)
    {
        var it = document.As<Organisation>();
        var acronyms = document.Absorbed.SelectMany(a => a.Known).Where(k => k.Sort == "acronym").Select(k => k.Text).Concat(it.Acronym is null ? [] : [it.Acronym]);
        var names = it.Names.Select(n => n.Text).Concat(document.Absorbed.SelectMany(a => a.Known).Where(k => k.Sort == "name").Select(k => k.Text));
        return new(document.Id, [.. names.Distinct()], [.. acronyms.Distinct()], it.OrganisationSort, it.Country, it.Place, [.. it.Parents.Select(p => p.Organisation)], referring);
    }
}
