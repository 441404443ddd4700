using Concordat.Lists;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Bodies;

/// <summary>How the list of bodies is narrowed: how often they meet.</summary>
public static class BodyPlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = BodyKind.Name, Facets = ["cadence"],
        Read = (db, records, _) => (records is null ? db.Bodies : db.Bodies.Where(r => records.Contains(r.Record))).AsAsyncEnumerable()
            .Select(row => new IndexedLine(row.Record, row.SortKey, [], row.Cadence is { } cadence ? [("cadence", cadence)] : [])),
    };
}
