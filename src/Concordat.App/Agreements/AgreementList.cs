using Concordat.Agreements;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>Words of rows, and the agreements of one partner.</summary>
internal static class AgreementList
{
    public static string? Sort(AgreementRow row) => AgreementKind.Sorts.FirstOrDefault(s => s.Value == row.Sort)?.Label;

    public static string Day(string? edtf) => When.TryParse(edtf, out var when) ? when.SayShort() : "";

    /// <summary>The latest signed of one partner, in one statement.</summary>
    public static Task<List<AgreementRow>> OfPartnerAsync(ReadDb db, Guid partner, int most, CancellationToken stop)
    {
        var theirs = db.AgreementParties.Where(p => p.Organisation == partner).Select(p => p.Record);
        return db.Agreements.Where(r => theirs.Contains(r.Record)).OrderByDescending(r => r.SignedHi ?? -1).ThenBy(r => r.Record).Take(most).ToListAsync(stop);
    }
}
