using System.Data.Common;
using System.Runtime.CompilerServices;
using Concordat.Storage;

namespace Concordat;

/// <summary>A row as text, for comparing and naming.</summary>
internal readonly record struct ShownRow(string Table, string Text);

/// <summary>One record folded from the journal, and where the tables differ from it.</summary>
/// <param name="Record">Empty for rows whose record cannot be read.</param>
/// <param name="Newest">Null where the journal has no readable entry.</param>
internal sealed record Folded(Guid Record, Document? Newest, IReadOnlyList<ShownRow> Missing, IReadOnlyList<ShownRow> Extra);

/// <summary>Walks all records in ranges of ids, so that memory stays small and rows that belong to no record show too.</summary>
internal sealed class Folding(DbConnection connection, Store store)
{
    private const int Range = 400;
    private readonly RowTable _documents = store.Table(typeof(DocumentRow));
    private Redirects _redirects = new();
    private readonly RowTable[] _derived = [.. store.DerivedTables()];

    public async IAsyncEnumerable<Folded> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        // The table of redirects is itself held against the documents: where it is damaged, its rows are named too.
        await foreach (var row in Rows.ReadAsync(connection, "SELECT record, target FROM redirect", stop)) _redirects.Add(Rows.Id(row[0]), Rows.Id(row[1]));
        object? after = null;
        do
        {
            var ids = new List<object>();
            await foreach (var row in Rows.ReadAsync(connection, $"SELECT DISTINCT record FROM entry {Where("record", after, null)} ORDER BY record LIMIT {Range}", stop, Bounds(after, null)))
                ids.Add(row[0]!);
            var to = ids.Count < Range ? null : ids[^1];
            foreach (var fold in await RangeAsync(after, to, stop)) yield return fold;
            after = to;
        }
        while (after is not null);
    }

    private async Task<IEnumerable<Folded>> RangeAsync(object? after, object? to, CancellationToken stop)
    {
        var bounds = Bounds(after, to);
        var newest = new Dictionary<Guid, Document>();
        var tallies = new Dictionary<Guid, Tally>();
        Tally Of(Guid record) => tallies.TryGetValue(record, out var tally) ? tally : tallies[record] = new();
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT seq, content FROM entry {Where("record", after, to)} ORDER BY record, version", stop, bounds))
        {
            if (row[1] is not byte[] content || !Entry.TryParse(content, out var entry)) continue;
            newest[entry.Document.Id] = entry.Document;
            Of(entry.Document.Id).Expect(store.Table(typeof(ChangeRow)), entry.Change(Rows.Number(row[0])));
        }

        foreach (var (record, document) in newest) Expect(Of(record), document);
        await MeetAsync(_documents, "id");
        foreach (var table in _derived) await MeetAsync(table, "record");
        return tallies.Select(t => new Folded(t.Key, newest.GetValueOrDefault(t.Key), t.Value.Missing, t.Value.Extra));

        async Task MeetAsync(RowTable table, string column)
        {
            var at = Array.IndexOf(table.Columns, column);
            await foreach (var row in Rows.ReadAsync(connection, $"{table.Select} {Where(column, after, to)}", stop, bounds)) Of(Rows.Id(row[at])).Meet(table, row);
        }
    }

    private void Expect(Tally tally, Document document)
    {
        tally.Expect(_documents, new DocumentRow { Id = document.Id, Kind = document.Kind, Version = document.Version, Content = document.Canonical() });
        try
        {
            foreach (var row in Project.Rows(document, Kinds.Of(document.Kind), _redirects).ToList()) tally.Expect(store.Table(row.GetType()), row);
        }
        catch (Exception error) when (Entry.IsDamage(error))
        {
            // The chain names the damaged entry; the rows that stand show as following from none.
        }
    }

    private static string Where(string column, object? after, object? to) => (after, to) switch
    {
        (null, null) => "",
        (null, _) => $"WHERE {column} <= @p0",
        (_, null) => $"WHERE {column} > @p0",
        _ => $"WHERE {column} > @p0 AND {column} <= @p1",
    };

    private static object[] Bounds(object? after, object? to) => [.. new[] { after, to }.OfType<object>()];

    /// <summary>Expected and stored rows of one record; what pairs up is forgotten.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<ShownRow, int> _balance = [];

        public IReadOnlyList<ShownRow> Missing => [.. _balance.Where(b => b.Value > 0).Select(b => b.Key)];

        public IReadOnlyList<ShownRow> Extra => [.. _balance.Where(b => b.Value < 0).Select(b => b.Key)];

        public void Expect(RowTable table, object row) => Add(new(table.Name, RowTable.Show(table.Values(row))), 1);

        public void Meet(RowTable table, object?[] row) => Add(new(table.Name, RowTable.Show(row)), -1);

        private void Add(ShownRow row, int by)
        {
            var balance = _balance.GetValueOrDefault(row) + by;
            if (balance == 0) _balance.Remove(row);
            else _balance[row] = balance;
        }
    }
}
