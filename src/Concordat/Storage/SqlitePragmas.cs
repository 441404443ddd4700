using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Concordat.Storage;

/// <summary>Every connection waits for the lock itself and flushes each commit to disk.</summary>
internal sealed class SqlitePragmas(TimeSpan wait) : DbConnectionInterceptor
{
    // The pool hands the same handle out again and again; what was set on it stays.
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public static void Set(SqliteConnection connection, TimeSpan wait)
    {
        if (connection.Handle is not { } handle || !Done.TryAdd(handle, handle)) return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout={wait.TotalMilliseconds:F0}; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection, wait);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection, wait);
        return Task.CompletedTask;
    }
}
