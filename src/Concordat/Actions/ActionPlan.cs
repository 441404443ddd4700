using System.Collections.Immutable;
using Concordat.Lists;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Actions;

/// <summary>How the list of actions is narrowed: state, side, body, desk officer; the next to fall due first.</summary>
public static class ActionPlan
{
    public static ImmutableArray<Choice> States { get; } = [new("open", "Open"), new("overdue", "Overdue"), .. ActionKind.Closings];

    public static ListPlan Plan { get; } = new()
    {
        Kind = ActionKind.Name, Facets = ["state", "side", "body", "officer"], Orders = [new("due", false)], OrderedFirst = true,
        Read = (db, records, today) => (records is null ? db.Actions : db.Actions.Where(r => records.Contains(r.Record))).AsAsyncEnumerable().Select(r => Line(r, today)),
    };

    private static IndexedLine Line(ActionRow row, long today)
    {
        List<(string, string)> values = [("state", row.State(today))];
        if (row.Side is { } side) values.Add(("side", side.ToString("D")));
        if (row.Body is { } body) values.Add(("body", body.ToString("D")));
        if (row.DeskOfficer is { } officer) values.Add(("officer", officer));
        return new(row.Record, row.SortKey, [row.DueLo ?? long.MaxValue], values, row.ClosedAs is null && row.DueHi >= today ? row.DueHi + 1 : null);
    }
}
