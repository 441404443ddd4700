using Concordat.Lists;
using Microsoft.EntityFrameworkCore;

namespace Concordat.People;

/// <summary>How the list of people is narrowed: the organisation of the appointment entered last.</summary>
public static class PersonPlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = PersonKind.Name, Facets = ["organisation"],
        Read = (db, records, _) => (records is null ? db.People : db.People.Where(r => records.Contains(r.Record))).AsAsyncEnumerable()
            .Select(row => new IndexedLine(row.Record, row.SortKey, [], row.Organisation is { } organisation ? [("organisation", organisation.ToString("D"))] : [])),
    };
}
