using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>Words of rows, and the agreements of one partner.</summary>
internal static class AgreementList
{
    public static string? Sort(AgreementRow row) => AgreementKind.Sorts.FirstOrDefault(s => s.Value == row.Sort)?.Label;

    public static string Day(string? edtf) => When.TryParse(edtf, out var when) ? when.SayShort() : "";

    /// <summary>The end of a line: its day, or that it goes on.</summary>
    public static string Ends(AgreementRow row) => row.GoesOn ? TermTimes.NoEnd : Day(row.Ends);

    /// <summary>The latest signed of one partner, in one statement.</summary>
    public static Task<List<AgreementPlan.Held>> OfPartnerAsync(ReadDb db, Guid partner, int most, long today, CancellationToken stop)
    {
        var theirs = db.AgreementParties.Where(p => p.Organisation == partner).Select(p => p.Record);
        return AgreementPlan.On(db, db.Agreements.Where(r => theirs.Contains(r.Record)), today).OrderByDescending(h => h.Row.SignedHi ?? -1).ThenBy(h => h.Row.Record).Take(most).ToListAsync(stop);
    }
}
