using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Concordat.Storage;

/// <summary>Begins writing transactions: on the embedded database one at a time per process, on PostgreSQL as many as there are connections.</summary>
internal sealed class Writers(Store store)
{
    private readonly SemaphoreSlim? _turn = store.IsPostgres ? null : new SemaphoreSlim(1, 1);

    public async Task<Writer> BeginAsync(CancellationToken stop)
    {
        if (_turn is not null) await _turn.WaitAsync(stop);
        DbConnection? connection = null;
        try
        {
            connection = await store.ConnectAsync(stop);
            var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(stop);
            return new Writer(store, connection, transaction, () => _turn?.Release());
        }
        catch
        {
            if (connection is not null) await connection.DisposeAsync();
            _turn?.Release();
            throw;
        }
    }
}
