using Concordat.Agreements;
using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>One page of the register of agreements.</summary>
/// <param name="Parties">Names of the parties by agreement.</param>
public sealed record AgreementLines(IReadOnlyList<AgreementRow> Rows, ILookup<Guid, string> Parties, Guid? Next);

/// <summary>Asks for one page: two statements, three when it is not the first.</summary>
internal static class AgreementList
{
    public static async Task<AgreementLines> ReadAsync(ReadDb db, ListQuery query, long today, CancellationToken stop)
    {
        var rows = Filter(db.Agreements, query, today).ByWords(db, query.Words);
        var after = query.After is { } id ? await db.Agreements.FirstOrDefaultAsync(r => r.Record == id, stop) : null;
        var page = await Ordered(rows, query.Sort, after).Take(ListQuery.PageSize + 1).ToListAsync(stop);
        var more = page.Count > ListQuery.PageSize;
        if (more) page.RemoveAt(ListQuery.PageSize);
        var ids = page.ConvertAll(r => r.Record);
        var parties = ids.Count == 0 ? [] : await db.AgreementParties.Where(p => ids.Contains(p.Record))
            .Join(db.Organisations, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, Name = o.Acronym ?? o.Title }).ToListAsync(stop);
        return new(page, parties.OrderBy(p => p.Ordinal).ToLookup(p => p.Record, p => p.Name), more ? page[^1].Record : null);
    }

    private static IQueryable<AgreementRow> Filter(IQueryable<AgreementRow> rows, ListQuery query, long today)
    {
        if (query["state"] is { } word && Enum.TryParse<AgreementState>(word, true, out var state)) rows = rows.Where(AgreementStates.Is(state, today));
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query["officer"] is { } officer) rows = rows.Where(r => r.DeskOfficer == officer);
        if (query["ending"] == "year") rows = rows.Where(r => r.EndsHi >= today && r.EndsLo <= today + 365);
        return rows;
    }

    private static IQueryable<AgreementRow> Ordered(IQueryable<AgreementRow> rows, string? sort, AgreementRow? after)
    {
        switch (sort)
        {
            case "signed":
                rows = rows.Where(r => r.SignedHi != null);
                if (after?.SignedHi is { } signed) rows = rows.Where(r => r.SignedHi < signed || (r.SignedHi == signed && r.Record > after.Record));
                return rows.OrderByDescending(r => r.SignedHi).ThenBy(r => r.Record);
            case "ends":
                rows = rows.Where(r => r.EndsLo != null);
                if (after?.EndsLo is { } ends) rows = rows.Where(r => r.EndsLo > ends || (r.EndsLo == ends && r.Record > after.Record));
                return rows.OrderBy(r => r.EndsLo).ThenBy(r => r.Record);
            default:
                if (after is not null) rows = rows.Where(r => string.Compare(r.SortKey, after.SortKey) > 0 || (r.SortKey == after.SortKey && r.Record > after.Record));
                return rows.OrderBy(r => r.SortKey).ThenBy(r => r.Record);
        }
    }
}
