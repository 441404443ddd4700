using Concordat.Actions;
using Concordat.App.Lists;
using Concordat.App.Shell;
using Concordat.Reading.Dates;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Actions;

/// <summary>The list of actions.</summary>
internal static class ActionShape
{
    public static ListShape Shape { get; } = new()
    {
        Plan = ActionPlan.Plan,
        Facets =
        [
            FacetShape.Of("state", "State", ListShapes.Labels(ActionPlan.States), always: true), FacetShape.OfRecords("side", "Owed by"), FacetShape.OfRecords("body", "Body"), new("officer", "Desk officer"),
        ],
        Columns =
        [
            new("number", "Number"), new("due", "Due", "due") { Class = "d" }, new("state", "State"), new("side", "Owed by"), new("body", "Body") { Usual = false }, new("officer", "Desk officer") { LeadsTo = "officer" },
        ],
        Chips = ("state", label => Look(ActionPlan.States.First(s => s.Label == label).Value)),
        Ways = [("/actions/new", "New action")],
        Teach = "What a session or a letter asks someone to do, with its number, who owes it and by when. Overdue ones stand on Today until they are closed, dropped or merged.",
        Rows = async (db, records, today, stop) =>
        {
            var rows = await db.Actions.Where(r => records.Contains(r.Record)).ToListAsync(stop);
            var titles = await SimpleList.TitlesAsync(db, rows.SelectMany(r => new[] { r.Side, r.Body }), stop);
            return [.. rows.Select(r => new Line(r.Record, r.Title, [r.Number, When.TryParse(r.Due, out var due) ? due.SayShort() : null, Label(r.State(today)), Of(titles, r.Side), Of(titles, r.Body), r.DeskOfficer]))];
        },
    };

    private static string Label(string state) => ActionPlan.States.First(s => s.Value == state).Label;

    private static string Look(string state) => state switch { "overdue" => "state care", "open" => "state busy", "done" => "state good", _ => "state" };

    private static string? Of(Dictionary<Guid, string> titles, Guid? record) => record is { } id ? titles.GetValueOrDefault(id) : null;
}
