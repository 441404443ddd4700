using Concordat.Lists;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sources;

/// <summary>How the list of sources is narrowed: kind, outlet, file type; the newest first.</summary>
public static class SourcePlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = SourceKind.Name, Facets = ["kind", "outlet", "type"], Orders = [new("received", true)], OrderedFirst = true,
        Read = (db, records, _) => (records is null ? db.Sources : db.Sources.Where(r => records.Contains(r.Record))).AsAsyncEnumerable().Select(Line),
    };

    private static IndexedLine Line(SourceRow row)
    {
        var values = new List<(string, string)>();
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.Outlet is not null) values.Add(("outlet", row.Outlet));
        if (row.MediaType is not null) values.Add(("type", row.MediaType));
        // Identifiers begin with the milliseconds at which they were given.
        return new(row.Record, row.SortKey, [(long)(new System.Numerics.BigInteger(row.Record.ToByteArray(bigEndian: true).AsSpan(0, 6), isUnsigned: true, isBigEndian: true))], values);
    }
}
