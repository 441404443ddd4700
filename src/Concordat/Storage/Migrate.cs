using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Concordat.Storage;

/// <summary>Brings the tables up to date, all or nothing; two processes that start together do it once.</summary>
/// <remarks>The framework's own migrator leaves a lock row behind when it is killed, which would stop the next start; so its scripts run in a transaction of ours.</remarks>
internal static class Migrate
{
    private const string History = "\"__EFMigrationsHistory\"";

    /// <returns>Refusals <c>storage.newer</c>, <c>storage.older</c>, with the data untouched; null when up to date.</returns>
    public static async Task<Refusal?> ApplyAsync(Store store, CancellationToken stop)
    {
        using var context = store.Context();
        var known = context.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal).ToList();
        await using var connection = await store.ConnectAsync(stop);
        if (!store.IsPostgres) await RunAsync(connection, null, "PRAGMA journal_mode=WAL", stop);
        var applied = await AppliedAsync(connection, null, stop);
        if (applied.Except(known).FirstOrDefault() is { } newer) return StoreRefusals.Newer(newer);
        if (applied.Count == known.Count) return null;
        if (store.Place.AsIs) return StoreRefusals.Older;

        await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(stop);
        if (store.IsPostgres) await RunAsync(connection, transaction, "SELECT pg_advisory_xact_lock(4810001)", stop);
        applied = await AppliedAsync(connection, transaction, stop);
        if (applied.Count < known.Count)
        {
            var script = context.GetService<IMigrator>().GenerateScript(applied.Count == 0 ? "0" : applied[^1], known[^1], MigrationsSqlGenerationOptions.NoTransactions);
            await RunAsync(connection, transaction, script, stop);
        }

        await transaction.CommitAsync(stop);
        return null;
    }

    private static async Task<List<string>> AppliedAsync(DbConnection connection, DbTransaction? transaction, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = connection is SqliteConnection
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"
            : "SELECT COUNT(*) FROM pg_tables WHERE tablename = '__EFMigrationsHistory' AND schemaname = current_schema()";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(stop)) == 0) return [];
        command.CommandText = $"SELECT \"MigrationId\" FROM {History} ORDER BY 1";
        var names = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
