using Concordat.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Concordat.Bench.Programme;

/// <summary>What a database takes on disk, its log folded in.</summary>
internal static class Disk
{
    public static async Task<long> OfAsync(Store store) => store.Place.Postgres is { } postgres ? await PostgresAsync(postgres) : await SqliteAsync(store.Place.File);

    private static async Task<long> SqliteAsync(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return new FileInfo(file).Length;
    }

    private static async Task<long> PostgresAsync(string postgres)
    {
        await using var source = NpgsqlDataSource.Create(postgres);
        await using var command = source.CreateCommand("SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
