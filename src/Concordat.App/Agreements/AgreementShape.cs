using Concordat.Agreements;
using Concordat.App.Lists;
using Concordat.App.Shell;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Agreements;

/// <summary>The list of agreements.</summary>
internal static class AgreementShape
{
    public static ListShape Shape { get; } = new()
    {
        Plan = AgreementPlan.Plan,
        Facets =
        [
            FacetShape.Of("state", "State", Enum.GetValues<AgreementState>().Select(s => (s.ToString(), s.Label())), always: true), FacetShape.Of("kind", "Kind", ListShapes.Labels(AgreementKind.Sorts)),
            FacetShape.OfRecords("partner", "Partner"), ListShapes.Country, new("officer", "Desk officer"), FacetShape.Of("ending", "Ending", AgreementPlan.Windows.Select(w => (w.Value, w.Label))),
            FacetShape.Of("missing", "Missing", [("partner", "A partner"), ("kind", "The kind"), ("officer", "A desk officer"), ("start", "Signing and entry into force"), ("end", "The end")]),
        ],
        Columns =
        [
            new("partners", "Partners") { Several = true }, new("kind", "Kind") { Usual = false }, new("signed", "Signed", "signed", true) { Class = "d" }, new("inForce", "In force") { Usual = false, Class = "d" }, new("ends", "Ends", "ends") { Class = "d" },
            new("state", "State"), new("fileNumber", "File number") { Usual = false }, new("officer", "Desk officer") { LeadsTo = "officer" },
        ],
        Ways = [("/agreements/register", "Register from a document"), ("/agreements/new", "Enter by hand"), ("/deadlines", "Deadlines")], Chips = ("state", Look), Rows = RowsAsync, Teach = "Drop an agreement’s PDF on any page, or register it from what you know: a title and one partner are enough.",
    };

    private static readonly Dictionary<string, string> Looks = Enum.GetValues<AgreementState>().ToDictionary(s => s.Label(), StateChip.Look);

    /// <summary>Classes of the chip of a state by its label.</summary>
    public static string Look(string label) => Looks.GetValueOrDefault(label, "state");

    private static async Task<IReadOnlyList<Line>> RowsAsync(ReadDb db, IReadOnlyCollection<Guid> records, long today, CancellationToken stop)
    {
        // Joined flat: as a subquery for each row the databases put all parties of the register together first.
        var rows = await (from r in db.Agreements where records.Contains(r.Record)
                          join s in db.StateSpans.Where(s => s.Shown && s.FromDay <= today && s.ToDay >= today) on r.Record equals s.Record
                          from p in db.AgreementParties.Where(p => p.Record == r.Record).DefaultIfEmpty()
                          from o in db.Organisations.Where(o => o.Record == p.Organisation).DefaultIfEmpty()
                          select new { Row = r, Span = s, Ordinal = (int?)p.Ordinal, Name = o.Acronym ?? o.Title }).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Row.Record).Select(g => Line(g.First().Row, g.First().Span.Now.State, string.Join("; ", g.OrderBy(r => r.Ordinal).Select(r => r.Name).OfType<string>())))];
    }

    private static Line Line(AgreementRow row, AgreementState state, string partners)
    {
        var kind = AgreementList.Sort(row);
        return new(row.Record, row.Title,
            [partners, kind, AgreementList.Day(row.Signed), AgreementList.Day(row.InForce), AgreementList.Ends(row), state.Label(), row.FileNumber, row.DeskOfficer])
            { Under = string.Join(" · ", new[] { kind, row.FileNumber }.OfType<string>()) };
    }
}
