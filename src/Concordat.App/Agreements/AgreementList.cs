using Concordat.Agreements;
using Concordat.App.Shell;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>One page of the register of agreements.</summary>
/// <param name="Narrowed">What a filter by another record is called.</param>
public sealed record AgreementLines(IReadOnlyList<AgreementLine> Rows, Guid? Earlier, Guid? Later, IReadOnlyDictionary<string, string> Narrowed)
{
    /// <summary>The page in words, for a spreadsheet.</summary>
    public Lines InWords() => new(
        AgreementKind.Name, ["Partners", "Kind", "Signed", "Ends", "State", "File number", "Desk officer"],
        [.. Rows.Select(r => new Line(r.Record, r.Title, [string.Join("; ", r.Partners), r.Kind, r.Signed, r.Ends, r.State.Label(), r.FileNumber, r.DeskOfficer]))],
        Earlier, Later);
}

/// <summary>One agreement in words.</summary>
public sealed record AgreementLine(Guid Record, string Title, IReadOnlyList<string> Partners, string? Kind, string Signed, string Ends, AgreementState State, string? FileNumber, string? DeskOfficer)
{
    /// <summary>What stands under the title.</summary>
    public string Under => string.Join(" · ", new[] { Kind, FileNumber }.OfType<string>());
}

/// <summary>Asks for one page: two statements, one more when it is not the first, one more when it is narrowed to a partner.</summary>
internal static class AgreementList
{
    public static async Task<AgreementLines> ReadAsync(ReadDb db, ListQuery query, long today, CancellationToken stop)
    {
        var rows = Filter(db, query, today).ByWords(db, query.Words);
        var page = query.Sort switch
        {
            "signed" => await Keyset.PageAsync(rows.Where(r => r.SignedHi != null), db.Agreements, r => r.SignedHi ?? 0, true, query, stop),
            "ends" => await Keyset.PageAsync(rows.Where(r => r.EndsLo != null), db.Agreements, r => r.EndsLo ?? 0, false, query, stop),
            _ => await Keyset.PageAsync(rows, db.Agreements, r => r.SortKey, false, query, stop),
        };
        var ids = page.Rows.Select(r => r.Record).ToList();
        var parties = ids.Count == 0 ? [] : await db.AgreementParties.Where(p => ids.Contains(p.Record))
            .Join(db.Organisations, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, Name = o.Acronym ?? o.Title }).ToListAsync(stop);
        var partners = parties.OrderBy(p => p.Ordinal).ToLookup(p => p.Record, p => p.Name);
        return new([.. page.Rows.Select(r => Line(r, [.. partners[r.Record]], today))], page.Earlier, page.Later, await SimpleList.NarrowedAsync(db, query, "partner", stop));
    }

    private static AgreementLine Line(AgreementRow row, IReadOnlyList<string> partners, long today) =>
        new(row.Record, row.Title, partners, Sort(row), Day(row.Signed), Day(row.Ends), AgreementStates.On(row, today).State, row.FileNumber, row.DeskOfficer);

    public static string? Sort(AgreementRow row) => AgreementKind.Sorts.FirstOrDefault(s => s.Value == row.Sort)?.Label;

    public static string Day(string? edtf) => When.TryParse(edtf, out var when) ? when.SayShort() : "";

    /// <summary>The latest signed of one partner, in one statement.</summary>
    public static Task<List<AgreementRow>> OfPartnerAsync(ReadDb db, Guid partner, int most, CancellationToken stop) =>
        OfPartner(db, db.Agreements, partner).OrderByDescending(r => r.SignedHi ?? -1).ThenBy(r => r.Record).Take(most).ToListAsync(stop);

    private static IQueryable<AgreementRow> OfPartner(ReadDb db, IQueryable<AgreementRow> rows, Guid partner)
    {
        var theirs = db.AgreementParties.Where(p => p.Organisation == partner).Select(p => p.Record);
        return rows.Where(r => theirs.Contains(r.Record));
    }

    private static IQueryable<AgreementRow> Filter(ReadDb db, ListQuery query, long today)
    {
        var rows = db.Agreements;
        if (Guid.TryParse(query["partner"], out var partner)) rows = OfPartner(db, rows, partner);
        if (query["state"] is { } word && Enum.TryParse<AgreementState>(word, true, out var state)) rows = rows.Where(AgreementStates.Is(state, today));
        if (query["kind"] is { } kind) rows = rows.Where(r => r.Sort == kind);
        if (query["officer"] is { } officer) rows = rows.Where(r => r.DeskOfficer == officer);
        if (query["ending"] == "year") rows = rows.Where(r => r.EndsHi >= today && r.EndsLo <= today + 365);
        return rows;
    }
}
