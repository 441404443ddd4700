using System.Globalization;
using Concordat.Lists;
using Concordat.Reading.Dates;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Meetings;

/// <summary>How the list of meetings is narrowed: kind, body, host, year; the latest first.</summary>
public static class MeetingPlan
{
    public static ListPlan Plan { get; } = new()
    {
        Kind = MeetingKind.Name, Facets = ["kind", "body", "host", "year"], Orders = [new("dates", true)], OrderedFirst = true,
        Read = (db, records, _) => (records is null ? db.Meetings : db.Meetings.Where(r => records.Contains(r.Record))).AsAsyncEnumerable().Select(Line),
    };

    private static IndexedLine Line(MeetingRow row)
    {
        var values = new List<(string, string)>();
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.Body is { } body) values.Add(("body", body.ToString("D")));
        if (row.Host is { } host) values.Add(("host", host.ToString("D")));
        if (row.StartLo is { } day && Math.Abs(day) < DayNumber.Unbounded) values.Add(("year", DayNumber.Civil(day).Year.ToString(CultureInfo.InvariantCulture)));
        return new(row.Record, row.SortKey, [row.StartLo ?? -1], values);
    }
}
