using Concordat.App.Lists;
using Concordat.App.Shell;
using Concordat.Correspondence;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Correspondence;

/// <summary>The list of letters.</summary>
internal static class LetterShape
{
    public static ListShape Shape { get; } = new()
    {
        Plan = CorrespondencePlan.Plan,
        Facets =
        [
            FacetShape.Of("direction", "In or out", ListShapes.Labels(CorrespondenceKind.Directions), always: true),
            FacetShape.Of("reply", "Reply", [("ours", "We owe a reply"), ("theirs", "They owe a reply"), ("overdue", "Reply overdue")], always: true),
            FacetShape.Of("kind", "Kind", ListShapes.Labels(CorrespondenceKind.Sorts)), FacetShape.OfRecords("with", "With or about"), new("officer", "Desk officer"), new("year", "Year"),
        ],
        Columns =
        [
            new("direction", "In or out") { Usual = false }, new("with", "With"), new("kind", "Kind") { Usual = false }, new("day", "Day", "day", true) { Class = "d" }, new("due", "Reply due", "due") { Class = "d" },
            new("reply", "Reply"), new("officer", "Desk officer") { LeadsTo = "officer" },
        ],
        Chips = ("reply", label => LetterList.Look(Enum.GetValues<ReplyState>().First(s => s.Label() == label))),
        Ways = [("/correspondence/log", "Log a letter"), ("/correspondence/write", "Write a letter")],
        Teach = "Drop a letter or mail on the page of the record that it is about, or log one from what you know. Letters written here are logged by themselves, and whoever owes a reply stands on Today.",
        Rows = async (db, records, today, stop) => [.. (await Replies.Lines(db, db.Correspondence.Where(l => records.Contains(l.Record))).ToListAsync(stop)).Select(l => LetterInWords.Of(l, today))
            .Select(r => new Line(r.Record, r.Title, [r.Direction, r.With, r.Kind, r.Day, r.ReplyDue, r.Reply?.Label(), r.DeskOfficer]) { Under = r.Under })],
    };
}
