using System.Runtime.CompilerServices;
using Concordat.Agreements.Terms;
using Concordat.Lists;
using Concordat.Reading.Dates;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Agreements;

/// <summary>How the list of agreements is narrowed: state, kind, partner, country of a partner, desk officer, what ends soon, what is missing.</summary>
public static class AgreementPlan
{
    /// <summary>Days from today by value of <c>ending</c>.</summary>
    public static readonly (string Value, string Label, int Days)[] Windows = [("month", "Within 30 days", 30), ("quarter", "Within 90 days", 90), ("year", "Within a year", 365)];

    public static ListPlan Plan { get; } = new()
    {
        Kind = AgreementKind.Name, Facets = ["state", "kind", "partner", "country", "officer", "ending", "missing"], Orders = [new("signed", true), new("ends", false)],
        Read = (db, records, today) => ReadAsync(db, records, today), Dependents = OfPartnersAsync,
    };

    /// <summary>A line with its state on a day.</summary>
    public sealed record Held
    {
        public required AgreementRow Row { get; init; }
        /// <summary>The span that the day lies in.</summary>
        public required StateSpanRow Span { get; init; }
    }

    /// <summary>Lines with their states on a day, in one statement.</summary>
    public static IQueryable<Held> On(ReadDb db, IQueryable<AgreementRow> rows, long day) =>
        rows.Join(db.StateSpans.Where(s => s.Shown && s.FromDay <= day && s.ToDay >= day), r => r.Record, s => s.Record, (r, s) => new Held { Row = r, Span = s });

    private sealed record Party(Guid Record, Guid Organisation, string? Country);

    private static async IAsyncEnumerable<IndexedLine> ReadAsync(ReadDb db, IReadOnlyCollection<Guid>? records, long today, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var (rows, links) = (db.Agreements, db.AgreementParties);
        if (records is not null) (rows, links) = (rows.Where(r => records.Contains(r.Record)), links.Where(p => records.Contains(p.Record)));
        // Both in the order of records, so that they are joined as they come.
        var parties = await links.Join(db.Organisations, p => p.Organisation, o => o.Record, (p, o) => new { p.Record, p.Ordinal, p.Organisation, o.Country }).OrderBy(p => p.Record).ThenBy(p => p.Ordinal)
            .Select(p => new Party(p.Record, p.Organisation, p.Country)).ToListAsync(stop);
        var next = 0;
        await foreach (var held in On(db, rows, today).OrderBy(h => h.Row.Record).AsAsyncEnumerable().WithCancellation(stop))
        {
            while (next < parties.Count && parties[next].Record.CompareTo(held.Row.Record) < 0) next++;
            var first = next;
            while (next < parties.Count && parties[next].Record == held.Row.Record) next++;
            yield return Line(held.Row, held.Span, parties.GetRange(first, next - first), today);
        }
    }

    private static IndexedLine Line(AgreementRow row, StateSpanRow span, List<Party> parties, long today)
    {
        List<(string, string)> values = [("state", span.State)];
        if (row.Sort is not null) values.Add(("kind", row.Sort));
        if (row.DeskOfficer is not null) values.Add(("officer", row.DeskOfficer));
        foreach (var party in parties)
        {
            values.Add(("partner", party.Organisation.ToString("D")));
            if (party.Country is not null) values.Add(("country", party.Country));
        }

        values.AddRange(Windows.Where(w => row.EndsHi >= today && row.EndsLo <= today + w.Days).Select(w => ("ending", w.Value)));
        values.AddRange(Missing(row, parties.Count).Select(m => ("missing", m)));
        return new(row.Record, row.SortKey, [row.SignedHi, row.EndsLo], values, NextChange(row, span, today));
    }

    private static IEnumerable<string> Missing(AgreementRow row, int parties)
    {
        if (parties == 0) yield return "partner";
        if (row.Sort is null) yield return "kind";
        if (row.DeskOfficer is null) yield return "officer";
        if (row is { SignedLo: null, InForceLo: null, Ended: false }) yield return "start";
        if (row is { EndsLo: null, GoesOn: false, Ended: false }) yield return "end";
    }

    /// <summary>The next day on which the state or a window changes.</summary>
    private static long? NextChange(AgreementRow row, StateSpanRow span, long today) =>
        new[] { span.ToDay < DayNumber.Unbounded ? span.ToDay + 1 : null, row.EndsHi + 1 }.Concat(Windows.Select(w => row.EndsLo - w.Days)).Where(d => d > today).Min();

    private static Task<List<Guid>> OfPartnersAsync(ReadDb db, IReadOnlyCollection<Guid> records, CancellationToken stop) =>
        db.AgreementParties.Where(p => records.Contains(p.Organisation)).Select(p => p.Record).Distinct().ToListAsync(stop);
}
