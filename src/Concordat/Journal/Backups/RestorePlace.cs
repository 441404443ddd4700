using System.Data.Common;
using Concordat.Storage;
using Npgsql;

namespace Concordat.Backups;

/// <summary>Where a backup is restored, out of sight until all of it is there: a folder <c>.restoring</c> in the data folder, and a schema of its own on PostgreSQL.</summary>
/// <remarks>What a killed restoring left is recognised by that folder and removed by the next one.</remarks>
internal sealed class RestorePlace : IAsyncDisposable
{
    private const string Schema = "concordat_restoring";
    private readonly StorePlace _place;
    private readonly FileStream _lock;
    private readonly NpgsqlConnection? _database;

    private RestorePlace(StorePlace place, FileStream held, NpgsqlConnection? database)
    {
        (_place, _lock, _database) = (place, held, database);
        Hidden = new(Folder(place), place.Postgres is { } text ? new NpgsqlConnectionStringBuilder(text) { SearchPath = Schema, Pooling = false }.ToString() : null) { Wait = place.Wait };
    }

    /// <summary>To be opened as any other place; nobody looks there.</summary>
    public StorePlace Hidden { get; }

    private static string Folder(StorePlace place) => Path.Combine(place.Folder, ".restoring");

    /// <exception cref="Refused"><c>restore.not-empty</c>, <c>restore.under-way</c>, <c>storage.*</c>; nothing was changed.</exception>
    public static async Task<RestorePlace> TakeAsync(StorePlace place, CancellationToken stop)
    {
        if (!IsEmpty(place)) throw new Refused(BackupRefusals.NotEmpty(place.Folder));
        if (Folders.Prepare(place.Folder) is { } unwritable) throw new Refused(unwritable);
        var database = place.Postgres is null ? null : await DatabaseAsync(place.Postgres, stop);
        try
        {
            Folders.Make(Folder(place));
            var taken = new RestorePlace(place, Lock(place), database);
            await taken.ClearAsync(keepLock: true, stop);
            if (database is not null) await RunAsync(database, $"CREATE SCHEMA {Schema}", stop);
            return taken;
        }
        catch
        {
            if (database is not null) await database.DisposeAsync();
            throw;
        }
    }

    private static bool IsEmpty(StorePlace place)
    {
        if (!Directory.Exists(place.Folder)) return !Path.Exists(place.Folder);
        // Files beside an unfinished restoring are that one's: it began in an empty folder.
        string[] may = Directory.Exists(Folder(place)) ? ["lost+found", ".restoring", "files"] : ["lost+found"];
        return Directory.EnumerateFileSystemEntries(place.Folder).All(e => may.Contains(Path.GetFileName(e)));
    }

    private static FileStream Lock(StorePlace place)
    {
        try
        {
            return new(Path.Combine(Folder(place), "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new Refused(BackupRefusals.UnderWay(place.Folder));
        }
    }

    /// <summary>A connection that keeps others from restoring into the same database as long as it is open.</summary>
    private static async Task<NpgsqlConnection> DatabaseAsync(string text, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(stop);
            if (!await AnyAsync(connection, "SELECT 1 WHERE pg_try_advisory_lock(4810004)", stop)) throw new Refused(BackupRefusals.UnderWay("this database"));
            if (await AnyAsync(connection, "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1", stop)) throw new Refused(BackupRefusals.NotEmpty("The database"));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes all of it visible: the files first, and the database, which makes it a register, last and at once.</summary>
    public async Task ShowAsync(CancellationToken stop)
    {
        var files = Path.Combine(Hidden.Folder, "files");
        if (Directory.Exists(files)) Directory.Move(files, Path.Combine(_place.Folder, "files"));
        if (_database is not null) await MoveTablesAsync(_database, stop);
        else File.Move(Hidden.File, _place.File, overwrite: false);
        Folders.Flush(_place.Folder);
        _lock.Close();
        Directory.Delete(Hidden.Folder, recursive: true);
    }

    private static async Task MoveTablesAsync(NpgsqlConnection database, CancellationToken stop)
    {
        await using var transaction = await database.BeginTransactionAsync(stop);
        var tables = new List<string>();
        await foreach (var row in Rows.ReadAsync(database, $"SELECT tablename, current_schema() FROM pg_tables WHERE schemaname = '{Schema}'", stop)) tables.Add($"ALTER TABLE {Schema}.\"{row[0]}\" SET SCHEMA \"{row[1]}\";");
        await RunAsync(database, string.Concat(tables) + $"DROP SCHEMA {Schema}", stop);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Leaves the place as it was found.</summary>
    public Task GiveUpAsync() => ClearAsync(keepLock: false, CancellationToken.None);

    private async Task ClearAsync(bool keepLock, CancellationToken stop)
    {
        if (_database is not null) await RunAsync(_database, $"DROP SCHEMA IF EXISTS {Schema} CASCADE", stop);
        if (Directory.Exists(Path.Combine(_place.Folder, "files"))) Directory.Delete(Path.Combine(_place.Folder, "files"), recursive: true);
        foreach (var inside in new DirectoryInfo(Hidden.Folder).EnumerateFileSystemInfos().Where(i => i.Name != "lock"))
            if (inside is DirectoryInfo folder) folder.Delete(recursive: true);
            else inside.Delete();
        if (keepLock) return;
        _lock.Close();
        Directory.Delete(Hidden.Folder, recursive: true);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using DbCommand command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<bool> AnyAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await foreach (var _ in Rows.ReadAsync(connection, sql, stop)) return true;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        if (_database is null) return;
        // The server ends a session some time after the connection was closed: the next restoring need not wait for that.
        if (_database.State == System.Data.ConnectionState.Open) await RunAsync(_database, "SELECT pg_advisory_unlock_all()", CancellationToken.None);
        await _database.DisposeAsync();
    }
}
