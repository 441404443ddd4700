using System.Data.Common;
using Concordat.Storage;
using Npgsql;

namespace Concordat.Tests.Storage;

/// <summary>A clock that only the test moves; each look is one millisecond later.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromMilliseconds(1);
}

/// <summary>An open store with its journal, and a door behind its back.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private TestStore(Store store)
    {
        Store = store;
        Journal = new(store, Clock);
    }

    public TestClock Clock { get; } = new();
    public Store Store { get; }
    public Concordat.Journal Journal { get; }

    public static async Task<TestStore> OpenAsync(StorePlace place) => new((await Store.OpenAsync(place)).Value);

    /// <summary>Runs SQL as somebody with another program would.</summary>
    public async Task<int> SqlAsync(string sql, params object[] values)
    {
        await using var connection = await Store.ConnectAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@p" + i, values[i]);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }

    public Task<List<object?[]>> RowsAsync(string sql) => RowsAsync(Store, sql);

    internal static async Task<List<object?[]>> RowsAsync(Store store, string sql)
    {
        var rows = new List<object?[]>();
        await using var connection = await store.ConnectAsync(default);
        await foreach (var row in Rows.ReadAsync(connection, sql, default)) rows.Add(row);
        return rows;
    }

    /// <summary>Every row of every document and derived table, as stored.</summary>
    public async Task<List<string>> ShownAsync()
    {
        var all = new List<string>();
        var tables = Store.DerivedTables().Append(Store.Table(typeof(DocumentRow))).OrderBy(t => t.Name, StringComparer.Ordinal);
        foreach (var table in tables)
            foreach (var row in await RowsAsync($"{table.Select} ORDER BY {table.KeyOrder}"))
                all.Add($"{table.Name}: {string.Join(" | ", row.Select(Shown))}");
        return all;
    }

    private static string Shown(object? value) => value switch
    {
        null => "∅",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => $"{value.GetType().Name} {value}",
    };

    public async Task<Document> FindAsync(Guid record)
    {
        await using var db = Store.Read(Reader.Local);
        return (await db.FindAsync(record))!;
    }

    public Task<Verification> VerifyAsync(string? expect = null) => new Verifier(Store).RunAsync(expect);

    /// <summary>Fails naming the faults.</summary>
    public async Task<Verification> VerifiedAsync()
    {
        var found = await VerifyAsync();
        Assert.True(found.Clean, string.Join("\n", found.Faults));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (Store.Place.Postgres is { } text) await NpgsqlConnectionDropAsync(text);
        Directory.Delete(Store.Place.Folder, recursive: true);
    }

    private static async Task NpgsqlConnectionDropAsync(string text)
    {
        var database = new NpgsqlConnectionStringBuilder(text).Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using DbCommand command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", connection);
        await command.ExecuteNonQueryAsync();
    }
}
