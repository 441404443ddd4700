using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Concordat.Storage;

/// <summary>Streams plain rows, for verifying and rebuilding; what somebody damaged reads as a value that fits nothing.</summary>
internal static class Rows
{
    public static async IAsyncEnumerable<object?[]> ReadAsync(DbConnection connection, string sql, [EnumeratorCancellation] CancellationToken stop, params object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        // Sorting a large table may take long before the first row.
        if (connection is Npgsql.NpgsqlConnection) command.CommandTimeout = 0;
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

    /// <summary>An id as either database gives it; the empty one for anything that queries would not find.</summary>
    public static Guid Id(object? value) => value switch
    {
        Guid id => id,
        string { Length: 36 } text when !text.Any(char.IsAsciiLetterLower) && Guid.TryParseExact(text, "D", out var id) => id,
        _ => Guid.Empty,
    };

    /// <summary>A whole number; -1 for anything else.</summary>
    public static long Number(object? value) => value switch { long big => big, int small => small, _ => -1 };

    /// <inheritdoc cref="Number"/>
    public static int Small(object? value) => Number(value) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : -1;

    public static byte[] Bytes(object? value) => value as byte[] ?? [];
}

/// <summary>Entries in order of commit, read beside the commits.</summary>
internal sealed class EntryDigests : IAsyncDisposable
{
    private readonly DbConnection? _owned;
    private readonly IAsyncEnumerator<object?[]> _rows;
    private EntryRow? _next;

    private EntryDigests(DbConnection connection, DbConnection? owned, CancellationToken stop)
    {
        _owned = owned;
        _rows = Rows.ReadAsync(connection, "SELECT seq, ordinal, record, version, salt, content, digest FROM entry ORDER BY seq, ordinal", stop).GetAsyncEnumerator(stop);
    }

    /// <summary>On the embedded database the same connection serves both readers; PostgreSQL needs a second one with the same snapshot.</summary>
    public static async Task<EntryDigests> OpenAsync(DbConnection beside, Store store, CancellationToken stop)
    {
        if (!store.IsPostgres) return new(beside, null, stop);
        var snapshot = "";
        await foreach (var row in Rows.ReadAsync(beside, "SELECT pg_export_snapshot()", stop)) snapshot = (string)row[0]!;
        var connection = await store.ConnectAsync(stop);
        await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SET TRANSACTION SNAPSHOT '{snapshot}'";
        await command.ExecuteNonQueryAsync(stop);
        return new(connection, connection, stop);
    }

    /// <summary>Entries not yet given, of commits up to this one; those of earlier commits belong to none.</summary>
    public async IAsyncEnumerable<EntryRow> UpToAsync(long seq)
    {
        while (await PeekAsync() is { } entry && entry.Seq <= seq)
        {
            _next = null;
            yield return entry;
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
            Seq = Rows.Number(row[0]), Ordinal = Rows.Small(row[1]), Record = Rows.Id(row[2]), Version = Rows.Small(row[3]),
            Salt = row[4] as byte[], Content = row[5] as byte[], Digest = Rows.Bytes(row[6]),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        if (_owned is not null) await _owned.DisposeAsync();
    }
}
