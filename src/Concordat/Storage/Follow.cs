using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Concordat.Storage;

/// <summary>A place in the chain: a commit and its digest, which no other register has.</summary>
internal sealed record Reached(long Seq, string Digest)
{
    /// <summary>Before the first commit.</summary>
    public static Reached Nothing { get; } = new(0, "");
}

/// <summary>A record as it is now, and the folded names of those that it refers to; of records with its own label only.</summary>
internal sealed record Followed(Document Document, IReadOnlyList<string> Linked);

/// <summary>What somebody reads who keeps something outside the database in step with it: by commit, and whatever the label.</summary>
internal sealed class Follow(Store store)
{
    private const int Most = 1000;

    public async Task<Reached> HeadAsync(CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        return await HeadAsync(connection, stop);
    }

    private static async Task<Reached> HeadAsync(DbConnection connection, CancellationToken stop)
    {
        await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, digest FROM \"commit\" ORDER BY seq DESC LIMIT 1", stop)) return Place(row);
        return Reached.Nothing;
    }

    private static Reached Place(object?[] row) => new(Rows.Number(row[0]), Convert.ToHexStringLower(Rows.Bytes(row[1])));

    /// <summary>True when that commit is in this register, with that digest.</summary>
    public async Task<bool> HasAsync(Reached place, CancellationToken stop)
    {
        if (place == Reached.Nothing) return true;
        await using var connection = await store.ConnectAsync(stop);
        await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, digest FROM \"commit\" WHERE seq = @p0", stop, place.Seq)) return Place(row) == place;
        return false;
    }

    /// <summary>Records of the next commits, about a thousand or those of one large commit, and how far they lead; none at the head.</summary>
    public async Task<(Reached To, IReadOnlyList<Guid> Records)> NextAsync(Reached after, CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        var (to, sum) = (after, 0L);
        await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, digest, entries FROM \"commit\" WHERE seq > @p0 ORDER BY seq LIMIT 1000", stop, after.Seq))
        {
            sum += Rows.Number(row[2]);
            if (sum > Most && to != after) break;
            to = Place(row);
        }

        var records = new List<Guid>();
        if (to == after) return (to, records);
        await foreach (var row in Rows.ReadAsync(connection, "SELECT DISTINCT record FROM entry WHERE seq > @p0 AND seq <= @p1", stop, after.Seq, to.Seq)) records.Add(Rows.Id(row[0]));
        return (to, records);
    }

    /// <summary>The newest versions, all of one moment; withdrawn ones too.</summary>
    public async Task<IReadOnlyList<Followed>> ReadAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        await using var moment = await Store.SnapshotAsync(connection, stop);
        return await ReadAsync(connection, records, stop);
    }

    private async Task<IReadOnlyList<Followed>> ReadAsync(DbConnection connection, IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var documents = new List<Document>();
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT content FROM document WHERE {Among("id")}", stop, Ids(records))) documents.Add(Document.Parse(Rows.Bytes(row[0])));
        var labels = documents.ToDictionary(d => d.Id, d => d.Label);
        var linked = documents.ToDictionary(d => d.Id, _ => new SortedSet<string>(StringComparer.Ordinal));
        // Titles of sources say nothing about the record that cites them.
        var sql = $"SELECT l.record, h.label, k.key FROM link l JOIN headline h ON h.record = l.target JOIN known k ON k.record = l.target WHERE {Among("l.record")} AND h.kind <> 'source' AND k.sort IN ('name', 'acronym')";
        await foreach (var row in Rows.ReadAsync(connection, sql, stop, Ids(records)))
            if (labels.TryGetValue(Rows.Id(row[0]), out var label) && label == (string?)row[1]) linked[Rows.Id(row[0])].Add((string)row[2]!);
        return [.. documents.Select(d => new Followed(d, [.. linked[d.Id]]))];
    }

    /// <summary>Records that refer to one, a page of at most a thousand, by id.</summary>
    public async Task<IReadOnlyList<Guid>> ReferringAsync(Guid target, Guid after, CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        var records = new List<Guid>();
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT DISTINCT record FROM link WHERE target = @p0 AND record > @p1 ORDER BY record LIMIT {Most}", stop, target, after)) records.Add(Rows.Id(row[0]));
        return records;
    }

    /// <summary>Every record, of one moment, a batch at a time.</summary>
    /// <param name="begun">Told first where the chain stood at that moment, and how many records there are.</param>
    public async IAsyncEnumerable<IReadOnlyList<Followed>> AllAsync(Action<Reached, long> begun, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        await using var moment = await Store.SnapshotAsync(connection, stop);
        var count = 0L;
        await foreach (var row in Rows.ReadAsync(connection, "SELECT COUNT(*) FROM document", stop)) count = Rows.Number(row[0]);
        begun(await HeadAsync(connection, stop), count);
        for (var after = Guid.Empty; ;)
        {
            var ids = new List<Guid>();
            await foreach (var row in Rows.ReadAsync(connection, "SELECT id FROM document WHERE id > @p0 ORDER BY id LIMIT 500", stop, after)) ids.Add(Rows.Id(row[0]));
            if (ids.Count == 0) yield break;
            after = ids[^1];
            yield return await ReadAsync(connection, ids, stop);
        }
    }

    private string Among(string column) => store.IsPostgres ? $"{column} = ANY(@p0)" : $"{column} IN (SELECT value FROM json_each(@p0))";

    private object Ids(IReadOnlyCollection<Guid> records) => store.IsPostgres ? records.ToArray() : JsonSerializer.Serialize(records.Select(r => r.ToString("D").ToUpperInvariant()));
}
