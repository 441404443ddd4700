using System.Data.Common;
using System.Runtime.CompilerServices;
using Concordat.Storage;

namespace Concordat;

/// <summary>A row as text, for comparing and naming.</summary>
internal readonly record struct ShownRow(string Table, string Text);

/// <summary>One record folded from the journal beside what the tables hold.</summary>
internal sealed record Folded(Guid Record, Document? Expected, byte[]? Stored, IReadOnlyList<ShownRow> Missing, IReadOnlyList<ShownRow> Extra);

/// <summary>Walks all records in ranges of ids, so that memory stays small and rows that belong to no record show too.</summary>
internal static class Folding
{
    private const int Range = 400;
    private static readonly Guid Last = Guid.AllBitsSet;

    public static async IAsyncEnumerable<Folded> ReadAsync(DbConnection connection, Store store, [EnumeratorCancellation] CancellationToken stop)
    {
        var tables = store.DerivedTables().ToList();
        Guid? after = null;
        do
        {
            var ids = new List<Guid>();
            await foreach (var row in Rows.ReadAsync(connection, $"SELECT DISTINCT record FROM entry {Where("record", after, null)} ORDER BY record LIMIT {Range}", stop, Bounds(after, null)))
                ids.Add(Rows.Id(row[0]));
            Guid? to = ids.Count < Range ? null : ids[^1];
            foreach (var fold in await RangeAsync(connection, tables, after, to, stop)) yield return fold;
            after = to;
        }
        while (after is not null && after != Last);
    }

    private static async Task<IEnumerable<Folded>> RangeAsync(DbConnection connection, List<RowTable> tables, Guid? after, Guid? to, CancellationToken stop)
    {
        var bounds = Bounds(after, to);
        var expected = new Dictionary<Guid, Document>();
        var rows = new Dictionary<Guid, Tally>();
        Tally Of(Guid record) => rows.TryGetValue(record, out var tally) ? tally : rows[record] = new();
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT record, seq, content FROM entry {Where("record", after, to)} ORDER BY record, version", stop, bounds))
        {
            if (row[2] is not byte[] content || !TryParse(content, out var entry)) { Of(Rows.Id(row[0])); continue; }
            expected[entry.Document.Id] = entry.Document;
            Of(entry.Document.Id).Expect(tables, entry.Change((long)row[1]!));
        }

        foreach (var (record, document) in expected)
            foreach (var row in Project.Rows(document, Kinds.Of(document.Kind))) Of(record).Expect(tables, row);
        var stored = new Dictionary<Guid, byte[]>();
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT id, content FROM document {Where("id", after, to)}", stop, bounds))
        {
            stored[Rows.Id(row[0])] = (byte[])row[1]!;
            Of(Rows.Id(row[0]));
        }

        foreach (var table in tables)
            await foreach (var row in Rows.ReadAsync(connection, $"{table.Select} {Where("record", after, to)}", stop, bounds))
                Of(Rows.Id(row[Array.IndexOf(table.Columns, "record")])).Meet(table, row);
        return rows.Select(r => new Folded(r.Key, expected.GetValueOrDefault(r.Key), stored.GetValueOrDefault(r.Key), r.Value.Missing, r.Value.Extra));
    }

    private static bool TryParse(byte[] content, out Entry entry)
    {
        try
        {
            entry = Entry.Parse(content);
            return true;
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException)
        {
            // The chain names a damaged entry; here it only yields nothing.
            entry = null!;
            return false;
        }
    }

    private static string Where(string column, Guid? after, Guid? to) => (after, to) switch
    {
        (null, null) => "",
        (null, _) => $"WHERE {column} <= @p0",
        (_, null) => $"WHERE {column} > @p0",
        _ => $"WHERE {column} > @p0 AND {column} <= @p1",
    };

    private static object[] Bounds(Guid? after, Guid? to) => [.. new[] { after, to }.Where(b => b is not null).Select(b => (object)b!.Value)];

    /// <summary>Expected and stored rows of one record; what pairs up is forgotten.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<ShownRow, int> _balance = [];

        public IReadOnlyList<ShownRow> Missing => [.. _balance.Where(b => b.Value > 0).Select(b => b.Key)];

        public IReadOnlyList<ShownRow> Extra => [.. _balance.Where(b => b.Value < 0).Select(b => b.Key)];

        public void Expect(List<RowTable> tables, IRow row)
        {
            var table = tables.Find(t => t.Type == row.GetType())!;
            Add(new(table.Name, Text(table.Values(row))), 1);
        }

        public void Meet(RowTable table, object?[] row) => Add(new(table.Name, Text(row)), -1);

        private static string Text(object?[] values) => string.Join(" | ", values.Select(RowTable.Show));

        private void Add(ShownRow row, int by)
        {
            var balance = _balance.GetValueOrDefault(row) + by;
            if (balance == 0) _balance.Remove(row);
            else _balance[row] = balance;
        }
    }
}
