using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Concordat.Storage;

/// <summary>Streams plain rows, for verifying and rebuilding.</summary>
internal static class Rows
{
    public static async IAsyncEnumerable<object?[]> ReadAsync(DbConnection connection, string sql, [EnumeratorCancellation] CancellationToken stop, params object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            for (var i = 0; i < row.Length; i++)
                if (row[i] is DBNull) row[i] = null;
            yield return row;
        }
    }

    /// <summary>An id as either database gives it.</summary>
    public static Guid Id(object? value) => value is Guid id ? id : Guid.Parse((string)value!);
}

/// <summary>Entries in order of commit, read beside the commits on a connection of their own.</summary>
internal sealed class EntryDigests : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly IAsyncEnumerator<object?[]> _rows;
    private EntryRow? _next;

    private EntryDigests(DbConnection connection, CancellationToken stop)
    {
        _connection = connection;
        _rows = Rows.ReadAsync(connection, "SELECT seq, ordinal, record, version, salt, content, digest FROM entry ORDER BY seq, ordinal", stop).GetAsyncEnumerator(stop);
    }

    /// <summary>On the embedded database the same connection serves both readers; PostgreSQL needs a second one with the same snapshot.</summary>
    public static async Task<EntryDigests> OpenAsync(DbConnection beside, Store store, CancellationToken stop)
    {
        if (!store.IsPostgres) return new(beside, stop);
        var snapshot = "";
        await foreach (var row in Rows.ReadAsync(beside, "SELECT pg_export_snapshot()", stop)) snapshot = (string)row[0]!;
        var connection = await store.ConnectAsync(stop);
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SET TRANSACTION SNAPSHOT '{snapshot}'";
        await command.ExecuteNonQueryAsync(stop);
        return new(connection, stop) { Owns = true };
    }

    private bool Owns { get; init; }

    public async IAsyncEnumerable<EntryRow> OfAsync(long seq)
    {
        while (await PeekAsync() is { } entry && entry.Seq <= seq)
        {
            _next = null;
            if (entry.Seq == seq) yield return entry;
        }
    }

    public async IAsyncEnumerable<EntryRow> RestAsync()
    {
        while (await PeekAsync() is { } entry)
        {
            _next = null;
            yield return entry;
        }
    }

    private async Task<EntryRow?> PeekAsync()
    {
        if (_next is not null || !await _rows.MoveNextAsync()) return _next;
        var row = _rows.Current;
        return _next = new()
        {
            Seq = (long)row[0]!, Ordinal = Convert.ToInt32(row[1]), Record = Rows.Id(row[2]), Version = Convert.ToInt32(row[3]),
            Salt = row[4] as byte[], Content = row[5] as byte[], Digest = (byte[])row[6]!,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        if (Owns) await _connection.DisposeAsync();
    }
}
