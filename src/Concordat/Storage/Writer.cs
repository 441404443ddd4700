using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Concordat.Storage;

/// <summary>One writing transaction. What is not finished is rolled back when it is let go.</summary>
internal sealed class Writer(Store store, DbConnection connection, DbTransaction transaction, Action release) : IAsyncDisposable
{
    private readonly Dictionary<Type, DbCommand> _inserts = [];

    public async Task<IReadOnlyDictionary<Guid, Document>> DocumentsAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var found = new Dictionary<Guid, Document>();
        foreach (var chunk in records.Distinct().Order().Chunk(500))
        {
            await using var command = Command($"SELECT content FROM document WHERE id IN ({Names(chunk.Length)})", [.. chunk]);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                var document = Document.Parse((byte[])reader.GetValue(0));
                found[document.Id] = document;
            }
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<Guid, string>> KindsOfAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var kinds = new Dictionary<Guid, string>();
        foreach (var chunk in records.Chunk(500))
        {
            await using var command = Command($"SELECT record, kind FROM headline WHERE record IN ({Names(chunk.Length)})", [.. chunk]);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop)) kinds[reader.GetGuid(0)] = reader.GetString(1);
        }

        return kinds;
    }

    /// <summary>Changes of a record after a version, oldest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> ChangesAsync(Guid record, int after, CancellationToken stop)
    {
        await using var command = Command("SELECT version, seq, at, actor_id, actor_name, paths FROM change WHERE record = @p0 AND version > @p1 ORDER BY version", record, after);
        var rows = new List<ChangeRow>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            rows.Add(new()
            {
                Record = record, Version = reader.GetInt32(0), Seq = reader.GetInt64(1), At = reader.GetInt64(2), ActorId = reader.GetString(3),
                ActorName = reader.GetString(4), Paths = reader.GetString(5),
            });
        return rows;
    }

    public async Task<bool> HasBatchAsync(string batch, CancellationToken stop)
    {
        await using var command = Command("SELECT COUNT(*) FROM \"commit\" WHERE batch = @p0", batch);
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop)) > 0;
    }

    /// <summary>Writes a document and those of its rows that differ.</summary>
    /// <exception cref="MetAnother">Another writer changed it since it was read.</exception>
    public async Task WriteAsync(Document? old, Document next, CancellationToken stop)
    {
        var kind = Kinds.Of(next.Kind);
        var before = (old is null ? [] : Project.Rows(old, kind)).ToLookup(r => r.GetType());
        var after = Project.Rows(next, kind).ToLookup(r => r.GetType());
        await StoreAsync(old, next, stop);
        foreach (var type in before.Select(g => g.Key).Union(after.Select(g => g.Key)))
        {
            if (old is not null && before[type].SequenceEqual(after[type])) continue;
            if (old is not null && before[type].Any()) await RunAsync(RowTableOf(type).DeleteOf, stop, next.Id);
            foreach (var row in after[type]) await InsertAsync(row, stop);
        }
    }

    private async Task StoreAsync(Document? old, Document next, CancellationToken stop)
    {
        var row = new DocumentRow { Id = next.Id, Kind = next.Kind, Version = next.Version, Content = next.Canonical() };
        if (old is null) { await InsertAsync(row, stop); return; }
        var changed = await RunAsync("UPDATE document SET version = @p0, content = @p1 WHERE id = @p2 AND version = @p3", stop, row.Version, row.Content, row.Id, old.Version);
        if (changed != 1) throw new MetAnother();
    }

    /// <summary>Adds the commit and its entries at the end of the chain.</summary>
    public async Task<long> CommitAsync(IReadOnlyList<Entry> entries, Stamp stamp, string? batch, CancellationToken stop)
    {
        // Projections first, then the lock: under READ COMMITTED the head that is read next is the last one committed.
        if (store.IsPostgres) await RunAsync("SELECT pg_advisory_xact_lock(4810002)", stop);
        var (seq, digest, at) = await HeadAsync(stop);
        var rows = entries.Select((e, i) => e.Row(seq + 1, i)).ToList();
        var commit = CommitChain.Next(seq, digest, at, Entry.Microseconds(stamp.At), batch, rows.ConvertAll(r => r.Digest));
        await InsertAsync(commit, stop);
        for (var i = 0; i < rows.Count; i++)
        {
            await InsertAsync(rows[i], stop);
            await InsertAsync(entries[i].Change(commit.Seq), stop);
        }

        return commit.Seq;
    }

    private async Task<(long Seq, byte[] Digest, long At)> HeadAsync(CancellationToken stop)
    {
        await using var command = Command("SELECT seq, digest, at FROM \"commit\" ORDER BY seq DESC LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), (byte[])reader.GetValue(1), reader.GetInt64(2)) : (0, CommitChain.Origin, 0);
    }

    /// <summary>Writes a workshop row, over an earlier one of the same key.</summary>
    public async Task PutAsync(object row, CancellationToken stop)
    {
        var table = RowTableOf(row.GetType());
        await RunAsync($"DELETE FROM {RowTable.Quote(table.Name)} WHERE {table.KeyOrder} = @p0", stop, table.Values(row)[Array.IndexOf(table.Columns, table.KeyOrder.Trim('"'))]!);
        await InsertAsync(row, stop);
    }

    public async Task InsertAsync(object row, CancellationToken stop)
    {
        var table = RowTableOf(row.GetType());
        if (!_inserts.TryGetValue(row.GetType(), out var command)) _inserts[row.GetType()] = command = Command(table.Insert);
        table.Fill(command, row);
        await command.ExecuteNonQueryAsync(stop);
    }

    public async Task<int> RunAsync(string sql, CancellationToken stop, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(stop);
    }

    public Task FinishAsync(CancellationToken stop) => transaction.CommitAsync(stop);

    private RowTable RowTableOf(Type type) => store.Table(type);

    private static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => "@p" + i));

    private DbCommand Command(string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var command in _inserts.Values) await command.DisposeAsync();
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        catch (Exception error) when (error is SqliteException or Npgsql.NpgsqlException)
        {
            // Rolling back failed because the database is gone; it will roll back by itself when it is opened next.
        }
        finally
        {
            release();
        }
    }
}
