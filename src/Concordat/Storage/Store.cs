using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Concordat.Storage;

/// <summary>Where an installation keeps its data.</summary>
/// <param name="Folder">Data folder: files, keys, and the database unless PostgreSQL is used.</param>
/// <param name="Postgres">Connection string, or null for the embedded database.</param>
public sealed record StorePlace(string Folder, string? Postgres = null)
{
    public string File => Path.Combine(Folder, "concordat.db");

    /// <summary>How long a save waits for another program that holds the database, before it is refused as <c>storage.busy</c>; whole seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>The open database of one installation: hands out readers and the one writer.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly IDbContextFactory<SqliteDb>? _sqlite;
    private readonly IDbContextFactory<PostgresDb>? _postgres;
    private readonly NpgsqlDataSource? _source;
    private readonly Func<DbConnection> _connect;
    private readonly ConcurrentDictionary<Type, RowTable> _tables = new();

    private Store(StorePlace place)
    {
        Place = place;
        Files = new FileStore(Path.Combine(place.Folder, "files"));
        Writers = new(this);
        if (place.Postgres is null)
        {
            var text = new SqliteConnectionStringBuilder { DataSource = place.File, DefaultTimeout = Math.Max(1, (int)place.Wait.TotalSeconds), Pooling = true }.ToString();
            _connect = () => new SqliteConnection(text);
            _sqlite = new PooledDbContextFactory<SqliteDb>(Tuned(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(text).AddInterceptors(new SqlitePragmas(place.Wait))).Options);
        }
        else
        {
            _source = new NpgsqlDataSourceBuilder(Patient(place)).Build();
            _connect = _source.CreateConnection;
            _postgres = new PooledDbContextFactory<PostgresDb>(Tuned(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(_source)).Options);
        }
    }

    /// <summary>Statements are prepared as they recur; a lock is waited for no longer than the place says.</summary>
    private static string Patient(StorePlace place)
    {
        var text = new NpgsqlConnectionStringBuilder(place.Postgres) { MaxAutoPrepare = 100 };
        text.Options = $"{text.Options} -c lock_timeout={place.Wait.TotalMilliseconds:F0}".Trim();
        return text.ToString();
    }

    public StorePlace Place { get; }

    internal Writers Writers { get; }

    /// <summary>The stored bytes of sources and their texts.</summary>
    public FileStore Files { get; }

    internal bool IsPostgres => _postgres is not null;

    /// <summary>Told after each commit of this process, on the thread that saved: whoever follows must not linger.</summary>
    internal Action? Committed { get; set; }

    /// <summary>Counts every statement sent, for tests and benchmarks that bound them.</summary>
    public StatementCounter Statements { get; } = new();

    /// <summary>Opens an installation: makes the folder, brings the tables up to date.</summary>
    /// <returns>Refusals <c>storage.not-writable</c>, <c>storage.newer</c>, <c>storage.busy</c>, <c>storage.damaged</c>, <c>storage.unreachable</c>, <c>storage.full</c>.</returns>
    public static async Task<Outcome<Store>> OpenAsync(StorePlace place, CancellationToken stop = default)
    {
        if (Folders.Prepare(place.Folder) is { } unwritable) return unwritable;
        var store = new Store(place);
        try
        {
            if (await Migrate.ApplyAsync(store, stop) is not { } refusal)
            {
                store.Files.Tidy(TimeProvider.System.GetUtcNow());
                return store;
            }

            await store.DisposeAsync();
            return refusal;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            await store.DisposeAsync();
            return refusal.Code == "storage.not-writable" ? StoreRefusals.NotWritable(place.Folder) : refusal.Code == "storage.damaged" ? StoreRefusals.NotADatabase(place.File) : refusal;
        }
    }

    /// <summary>A context that only <see cref="ReadDb"/> and the journal use.</summary>
    internal RegisterDb Context() => _sqlite is not null ? _sqlite.CreateDbContext() : _postgres!.CreateDbContext();

    /// <summary>All that pages, commands and interfaces may ask, as this reader may see it.</summary>
    public ReadDb Read(Reader reader) => new(Context(), reader);

    /// <summary>Number of the newest commit, of whichever process; 0 in an empty register. What is computed from records alone stays right until it changes.</summary>
    public async Task<long> HeadAsync(CancellationToken stop = default)
    {
        Statements.Add();
        await using var connection = await ConnectAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(seq) FROM \"commit\"";
        return await command.ExecuteScalarAsync(stop) is long seq ? seq : 0;
    }

    internal async Task<DbConnection> ConnectAsync(CancellationToken stop)
    {
        var connection = _connect();
        try
        {
            await connection.OpenAsync(stop);
            if (connection is SqliteConnection sqlite) SqlitePragmas.Set(sqlite, Place.Wait);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>One unchanging view of the database that holds up no writer.</summary>
    internal static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken stop) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);

    internal IEnumerable<RowTable> DerivedTables()
    {
        using var context = Context();
        return [.. RegisterDb.DerivedTables(context.Model).Select(RowTable.Of)];
    }

    internal RowTable Table(Type row) => _tables.GetOrAdd(row, type =>
    {
        using var context = Context();
        return RowTable.Of(context.Model.FindEntityType(type)!);
    });

    private DbContextOptionsBuilder<T> Tuned<T>(DbContextOptionsBuilder<T> options) where T : DbContext
    {
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).AddInterceptors(Statements);
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        await Writers.DisposeAsync();
        if (_source is not null) { await _source.DisposeAsync(); return; }
        await using var connection = (SqliteConnection)_connect();
        SqliteConnection.ClearPool(connection);
    }
}
