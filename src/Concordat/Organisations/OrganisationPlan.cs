using Concordat.Lists;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Organisations;

/// <summary>How the list of organisations is narrowed: kind, country.</summary>
public static class OrganisationPlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = OrganisationKind.Name, Facets = ["kind", "country"],
        Read = (db, records, _) => (records is null ? db.Organisations : db.Organisations.Where(r => records.Contains(r.Record))).AsAsyncEnumerable().Select(Line),
    };

    private static IndexedLine Line(OrganisationRow row)
    {
        var values = new List<(string, string)>();
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.Country is not null) values.Add(("country", row.Country));
        return new(row.Record, row.SortKey, [], values);
    }
}
