using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace Concordat.Storage;

/// <summary>One writing transaction. What is not finished is rolled back when it is let go.</summary>
/// <remarks>On the embedded database each write runs at once, by a statement that stays prepared; on PostgreSQL writes gather and travel together.</remarks>
internal sealed class Writer(Store store, DbConnection connection, DbTransaction transaction, Dictionary<string, DbCommand>? prepared, Func<bool, ValueTask> release) : IAsyncDisposable
{
    private const int Gathered = 1000;
    /// <summary>Beyond so many entries a stream is quicker than statements.</summary>
    private const int Few = 20;
    private NpgsqlBatch? _batch = (connection as NpgsqlConnection)?.CreateBatch();
    private readonly List<int> _updates = [];
    private bool _whole;

    private bool IsPostgres => _batch is not null;

    /// <summary>The newest versions of records, kept from other writers until this transaction ends.</summary>
    /// <param name="wholly">Also from those who are about to refer to them.</param>
    public async Task<IReadOnlyDictionary<Guid, Document>> HoldAsync(IReadOnlyCollection<Guid> records, bool wholly, CancellationToken stop)
    {
        var found = new Dictionary<Guid, Document>();
        if (records.Count == 0) return found;
        var locking = !IsPostgres ? "" : wholly ? " FOR UPDATE" : " FOR NO KEY UPDATE";
        await foreach (var row in ReadAsync($"SELECT content FROM document WHERE {Among("id")} ORDER BY id{locking}", stop, Ids(records)))
        {
            var document = Document.Parse((byte[])row.GetValue(0));
            found[document.Id] = document;
        }

        return found;
    }

    /// <summary>Kinds of the records that are there and not withdrawn; none of them can be withdrawn before this transaction ends.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> KindsOfAsync(IReadOnlyCollection<Guid> records, CancellationToken stop)
    {
        var kinds = new Dictionary<Guid, string>();
        if (records.Count == 0) return kinds;
        // Lock, then look: only a later statement sees what was committed while the lock was waited for.
        if (IsPostgres) await foreach (var _ in ReadAsync($"SELECT 1 FROM document WHERE {Among("id")} ORDER BY id FOR KEY SHARE", stop, Ids(records))) { }
        await foreach (var row in ReadAsync($"SELECT record, kind FROM headline WHERE {Among("record")} UNION ALL SELECT record, kind FROM redirect WHERE {Among("record")}", stop, Ids(records))) kinds[row.GetGuid(0)] = row.GetString(1);
        return kinds;
    }

    /// <summary>Other records that refer to a record or cite it, at most a hundred, and what the first is called.</summary>
    public async Task<(IReadOnlyList<Guid> Records, string First)> ReferringAsync(Guid record, CancellationToken stop)
    {
        var (records, first) = (new List<Guid>(), "");
        const string sql = "SELECT h.record, h.title FROM headline h WHERE h.record <> @p0 AND h.record IN (SELECT record FROM link WHERE target = @p0 UNION SELECT record FROM claim WHERE source = @p0) ORDER BY h.record LIMIT 100";
        await foreach (var row in ReadAsync(sql, stop, record))
        {
            if (records.Count == 0) first = row.GetString(1);
            records.Add(row.GetGuid(0));
        }

        return (records, first);
    }

    /// <summary>Changes of a record after a version, oldest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> ChangesAsync(Guid record, int after, CancellationToken stop)
    {
        var rows = new List<ChangeRow>();
        await foreach (var row in ReadAsync("SELECT version, seq, at, actor_id, actor_name, paths FROM change WHERE record = @p0 AND version > @p1 ORDER BY version", stop, record, after))
            rows.Add(new()
            {
                Record = record, Version = row.GetInt32(0), Seq = row.GetInt64(1), At = row.GetInt64(2), ActorId = row.GetString(3), ActorName = row.GetString(4), Paths = row.GetString(5),
            });
        return rows;
    }

    /// <summary>Entries of the commit of a batch, or of another one with its key; null when there is none.</summary>
    public async Task<int?> BatchAsync(string batch, CancellationToken stop)
    {
        var key = batch.IndexOf("::", StringComparison.Ordinal) is var end and > 0 ? batch[..(end + 2)] : batch;
        // Two writers of one batch, or of one key, take turns from here on, so that the second sees what the first committed.
        await TurnAsync(key, stop);
        var found = key == batch ? ReadAsync("SELECT entries FROM \"commit\" WHERE batch = @p0", stop, batch) : ReadAsync("SELECT entries FROM \"commit\" WHERE batch >= @p0 AND batch < @p1 LIMIT 1", stop, key, key + "\uffff");
        await foreach (var row in found) return row.GetInt32(0);
        return null;
    }

    /// <summary>Writes a document and those of its rows that differ.</summary>
    /// <exception cref="MetAnother">Another writer changed it since it was read.</exception>
    public async Task WriteAsync(Document? old, Document next, Redirects redirects, CancellationToken stop)
    {
        var kind = Kinds.Of(next.Kind);
        await StoreAsync(old, next, stop);
        await RowsAsync(next.Id, old is null ? [] : Project.Rows(old, kind, redirects), Project.Rows(next, kind, redirects), stop);
    }

    private async Task RowsAsync(Guid record, IEnumerable<IRow> old, IEnumerable<IRow> next, CancellationToken stop)
    {
        var (before, after) = (old.ToLookup(r => r.GetType()), next.ToLookup(r => r.GetType()));
        foreach (var type in before.Select(g => g.Key).Union(after.Select(g => g.Key)))
        {
            if (before[type].SequenceEqual(after[type])) continue;
            if (before[type].Any()) await RunAsync(store.Table(type).DeleteOf, stop, record);
            foreach (var row in after[type]) await InsertAsync(row, stop);
        }
    }

    /// <summary>From here on writers of one matter take turns, so that each sees what the one before committed. The embedded database has one writer anyway.</summary>
    public async Task TurnAsync(string matter, CancellationToken stop)
    {
        if (IsPostgres) await foreach (var _ in ReadAsync("SELECT pg_advisory_xact_lock(hashtextextended(@p0, 4810003))", stop, matter)) { }
    }

    /// <summary>What a record refers to by a field; references to what was merged lead to its survivor.</summary>
    public async Task<List<Guid>> TargetsAsync(Guid record, string field, CancellationToken stop)
    {
        var targets = new List<Guid>();
        await foreach (var row in ReadAsync("SELECT target FROM link WHERE record = @p0 AND field = @p1", stop, record, field)) targets.Add(row.GetGuid(0));
        return targets;
    }

    /// <summary>Where the references of documents lead that were merged.</summary>
    public Task<Redirects> RedirectsAsync(IEnumerable<Document> documents, CancellationToken stop) =>
        RedirectsAsync(documents.SelectMany(d => Project.Links(d, Kinds.Of(d.Kind))).Select(l => l.Target), stop);

    private async Task<Redirects> RedirectsAsync(IEnumerable<Guid> records, CancellationToken stop)
    {
        var redirects = new Redirects();
        for (var next = records.Distinct().ToList(); next.Count > 0; next = [.. next.Select(redirects.Next).OfType<Guid>().Where(t => !redirects.Has(t)).Distinct()])
            await foreach (var row in ReadAsync($"SELECT record, target FROM redirect WHERE {Among("record")}", stop, Ids(next))) redirects.Add(row.GetGuid(0), row.GetGuid(1));
        return redirects;
    }

    /// <summary>Writes the rows of all that refer to a record anew after it was merged, or after a merge was undone.</summary>
    public async Task LeadAsync(Document? old, Document next, CancellationToken stop)
    {
        var led = old?.MergedInto ?? next.Id;
        var records = new List<Guid>();
        await foreach (var row in ReadAsync("SELECT DISTINCT record FROM link WHERE target = @p0 ORDER BY record", stop, led)) records.Add(row.GetGuid(0));
        var referring = await HoldAsync(records, wholly: false, stop);
        var after = await RedirectsAsync(referring.Values, stop);
        var before = after.With(next.Id, old?.MergedInto);
        foreach (var (record, document) in referring.OrderBy(r => r.Key))
            await RowsAsync(record, Project.Rows(document, Kinds.Of(document.Kind), before), Project.Rows(document, Kinds.Of(document.Kind), after), stop);
    }

    /// <summary>The same for every redirect, after all rows were written as if there were none.</summary>
    public async Task LeadAllAsync(CancellationToken stop)
    {
        var records = new List<Guid>();
        await foreach (var row in ReadAsync("SELECT DISTINCT l.record FROM link l JOIN redirect r ON r.record = l.target ORDER BY l.record", stop)) records.Add(row.GetGuid(0));
        foreach (var some in records.Chunk(Gathered))
        {
            var referring = await HoldAsync(some, wholly: false, stop);
            var after = await RedirectsAsync(referring.Values, stop);
            foreach (var (record, document) in referring) await RowsAsync(record, Project.Rows(document, Kinds.Of(document.Kind), Redirects.None), Project.Rows(document, Kinds.Of(document.Kind), after), stop);
        }
    }

    private async Task StoreAsync(Document? old, Document next, CancellationToken stop)
    {
        var row = new DocumentRow { Id = next.Id, Kind = next.Kind, Version = next.Version, Content = next.Canonical() };
        if (old is null) { await InsertAsync(row, stop); return; }
        if (_batch is not null) _updates.Add(_batch.BatchCommands.Count);
        var changed = await RunAsync("UPDATE document SET version = @p0, content = @p1 WHERE id = @p2 AND version = @p3", stop, row.Version, row.Content, row.Id, old.Version);
        if (_batch is null && changed != 1) throw new MetAnother();
    }

    /// <summary>Adds the commit and its entries at the end of the chain.</summary>
    /// <exception cref="MetAnother">Another writer saved the same batch meanwhile.</exception>
    public async Task<CommitRow> CommitAsync(IReadOnlyList<Entry> entries, Stamp stamp, string? batch, CancellationToken stop)
    {
        var (seq, digest, at) = await HeadAsync(stop);
        if (batch is not null && await BatchAsync(batch, stop) is not null) throw new MetAnother();
        var rows = entries.Select((e, i) => e.Row(seq + 1, i)).ToList();
        var commit = CommitChain.Next(seq, digest, at, Entry.Microseconds(stamp.At), batch, rows);
        await InsertAsync(commit, stop);
        if (rows.Count > Few)
        {
            await CopyAsync(store.Table(typeof(EntryRow)), rows, stop);
            await CopyAsync(store.Table(typeof(ChangeRow)), [.. entries.Select(e => e.Change(commit.Seq))], stop);
            return commit;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            await InsertAsync(rows[i], stop);
            await InsertAsync(entries[i].Change(commit.Seq), stop);
        }

        return commit;
    }

    /// <summary>The end of the chain, which nobody else can lengthen from here on.</summary>
    private async Task<(long Seq, byte[] Digest, long At)> HeadAsync(CancellationToken stop)
    {
        // Projections first, then the lock: under READ COMMITTED the head that is read next is the last one committed.
        if (IsPostgres) Gather("SELECT pg_advisory_xact_lock(4810002)", []);
        const string sql = "SELECT seq, digest, at FROM \"commit\" ORDER BY seq DESC LIMIT 1";
        await foreach (var row in ReadAsync(sql, stop)) return (row.GetInt64(0), (byte[])row.GetValue(1), row.GetInt64(2));
        return (0, CommitChain.Origin, 0);
    }

    /// <summary>Writes a workshop row, over an earlier one of the same key.</summary>
    public async Task PutAsync(object row, CancellationToken stop)
    {
        var table = store.Table(row.GetType());
        if (!Tables.Workshop.Contains(table.Type)) throw new InvalidOperationException($"{table.Name} is no workshop table.");
        await RunAsync($"DELETE FROM {RowTable.Quote(table.Name)} WHERE {string.Join(" AND ", table.Key.Select((k, i) => $"{RowTable.Quote(k)} = @p{i}"))}", stop, table.KeyOf(row));
        await InsertAsync(row, stop);
    }

    public async Task InsertAsync(object row, CancellationToken stop)
    {
        var table = store.Table(row.GetType());
        if (_batch is not null)
        {
            _batch.BatchCommands.Add(table.InsertOf(row));
            if (_batch.BatchCommands.Count >= Gathered) await FlushAsync(stop);
            return;
        }

        var command = Prepared(table.Insert);
        table.Fill(command, row);
        command.ExecuteNonQuery();
    }

    /// <summary>One row given as values in column order.</summary>
    public async Task InsertAsync(RowTable table, object?[] values, CancellationToken stop)
    {
        if (_batch is not null)
        {
            _batch.BatchCommands.Add(table.InsertOf(values));
            if (_batch.BatchCommands.Count >= Gathered) await FlushAsync(stop);
            return;
        }

        var command = Prepared(table.Insert);
        table.Fill(command, values);
        command.ExecuteNonQuery();
    }

    /// <summary>Rows of one table, in one stream on PostgreSQL.</summary>
    public async Task CopyAsync(RowTable table, IReadOnlyCollection<object> rows, CancellationToken stop)
    {
        if (connection is not NpgsqlConnection postgres)
        {
            foreach (var row in rows) await InsertAsync(row, stop);
            return;
        }

        await FlushAsync(stop);
        await using var copy = await postgres.BeginBinaryImportAsync(table.Copy, stop);
        foreach (var row in rows) await copy.WriteRowAsync(stop, table.Values(row));
        await copy.CompleteAsync(stop);
    }

    /// <returns>Rows affected; on PostgreSQL 0, because the statement waits to travel with others.</returns>
    public async Task<int> RunAsync(string sql, CancellationToken stop, params object[] values)
    {
        if (_batch is null) return Prepared(sql, values).ExecuteNonQuery();
        Gather(sql, values);
        if (_batch.BatchCommands.Count >= Gathered) await FlushAsync(stop);
        return 0;
    }

    /// <summary>Ends the transaction: from here on the change is on disk.</summary>
    public async Task FinishAsync(CancellationToken stop)
    {
        await FlushAsync(stop);
        // Not to be given up halfway: then nobody knew what became of it.
        await transaction.CommitAsync(CancellationToken.None);
        _whole = true;
        store.Committed?.Invoke();
    }

    /// <summary>Sends what was gathered.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        if (_batch is not { BatchCommands.Count: > 0 }) return;
        var (batch, updates) = Take();
        await using (batch)
        {
            await batch.ExecuteNonQueryAsync(stop);
            Check(batch, updates);
        }
    }

    private (NpgsqlBatch Batch, int[] Updates) Take()
    {
        var taken = (_batch!, _updates.ToArray());
        _batch = ((NpgsqlConnection)connection).CreateBatch();
        _updates.Clear();
        return taken;
    }

    private static void Check(NpgsqlBatch batch, int[] updates)
    {
        if (Array.Exists(updates, i => batch.BatchCommands[i].RecordsAffected != 1)) throw new MetAnother();
    }

    private void Gather(string sql, object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new NpgsqlParameter("@p" + i, values[i]));
        _batch!.BatchCommands.Add(command);
    }

    /// <summary>Rows of a query; on PostgreSQL what was gathered goes before it, in the same journey.</summary>
    private async IAsyncEnumerable<DbDataReader> ReadAsync(string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop, params object[] values)
    {
        if (_batch is null)
        {
            using var rows = Prepared(sql, values).ExecuteReader();
            while (rows.Read()) yield return rows;
            yield break;
        }

        Gather(sql, values);
        var (batch, updates) = Take();
        await using (batch)
        {
            await using var rows = await batch.ExecuteReaderAsync(stop);
            // The query is the last that gives rows; a lock before it gives one of its own.
            for (var i = batch.BatchCommands.Cast<NpgsqlBatchCommand>().Count(c => c.CommandText.StartsWith("SELECT", StringComparison.Ordinal)); i > 1; i--) await rows.NextResultAsync(stop);
            Check(batch, updates);
            while (await rows.ReadAsync(stop)) yield return rows;
        }
    }

    private string Among(string column) => IsPostgres ? $"{column} = ANY(@p0)" : $"{column} IN (SELECT value FROM json_each(@p0))";

    private object Ids(IEnumerable<Guid> records) => IsPostgres ? records.ToArray() : JsonSerializer.Serialize(records.Select(r => r.ToString("D").ToUpperInvariant()));

    private DbCommand Prepared(string sql, params object[] values)
    {
        if (!prepared!.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared[sql] = command;
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            if (i == command.Parameters.Count)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + i;
                command.Parameters.Add(parameter);
            }

            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        var sound = _whole;
        try
        {
            if (_batch is not null) await _batch.DisposeAsync();
            await transaction.DisposeAsync();
            sound = true;
        }
        catch (DbException)
        {
            // Rolling back failed because the database is gone; it will roll back by itself when it is opened next.
        }
        finally
        {
            await release(sound);
        }
    }
}
