using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Concordat.Storage;

/// <summary>Begins writing transactions: on the embedded database one at a time per process, on PostgreSQL as many as there are connections.</summary>
internal sealed class Writers(Store store) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, DbCommand> _prepared = [];
    private SqliteConnection? _kept;

    /// <exception cref="Refused">Others of this process wrote for longer than the place's wait.</exception>
    public async Task<Writer> BeginAsync(CancellationToken stop)
    {
        if (store.IsPostgres) return await BeginPostgresAsync(stop);
        if (!await _turn.WaitAsync(store.Place.Wait, stop)) throw new Refused(StoreRefusals.Busy);
        try
        {
            // One connection is kept with its statements prepared.
            _kept ??= (SqliteConnection)await store.ConnectAsync(stop);
            return new(store, _kept, _kept.BeginTransaction(deferred: false), _prepared, LetGoAsync);
        }
        catch
        {
            await LetGoAsync(sound: false);
            throw;
        }
    }

    private async Task<Writer> BeginPostgresAsync(CancellationToken stop)
    {
        var connection = await store.ConnectAsync(stop);
        try
        {
            return new(store, connection, await connection.BeginTransactionAsync(stop), null, _ => connection.DisposeAsync());
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async ValueTask LetGoAsync(bool sound)
    {
        if (!sound) await ForgetAsync();
        _turn.Release();
    }

    private async ValueTask ForgetAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        _prepared.Clear();
        if (_kept is null) return;
        SqliteConnection.ClearPool(_kept);
        await _kept.DisposeAsync();
        _kept = null;
    }

    /// <summary>Whether a commit whose acknowledgement was lost is in the journal. Certain: it waits until the lost transaction has ended.</summary>
    public async Task<bool> CameThroughAsync(CommitRow commit, CancellationToken stop)
    {
        await using var connection = await store.ConnectAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await foreach (var _ in Rows.ReadAsync(connection, "SELECT pg_advisory_xact_lock(4810002)", stop)) { }
        await foreach (var row in Rows.ReadAsync(connection, "SELECT digest FROM \"commit\" WHERE seq = @p0", stop, commit.Seq))
            if (commit.Digest.AsSpan().SequenceEqual((byte[])row[0]!)) return true;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        _turn.Dispose();
    }
}
