using System.Diagnostics;
using Concordat.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(Concordat.Tests.Storage.Databases))]
// Locks, other processes and timers are waited for more than computed.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace Concordat.Tests.Storage;

public enum Database { Sqlite, Postgres }

/// <summary>Runs a theory once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Database>(Database.Sqlite), new TheoryDataRow<Database>(Database.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Databases for tests: temporary folders, and one PostgreSQL server per run on a unix socket.</summary>
/// <remarks>CONCORDAT_TEST_POSTGRES names a running server instead (a connection string without database).</remarks>
public sealed class Databases : IDisposable
{
    private static readonly Lock Gate = new();
    private static string? _server;
    private static string? _folder;
    private static int _made;

    /// <summary>A place of its own for one test, empty, with the tables made.</summary>
    public static async Task<TestStore> NewAsync(Database database, TimeSpan? wait = null)
    {
        var place = NewPlace(database) with { Wait = wait ?? TimeSpan.FromSeconds(10) };
        return await TestStore.OpenAsync(place);
    }

    /// <summary>A folder and, on PostgreSQL, an empty database; nothing is opened yet.</summary>
    public static StorePlace NewPlace(Database database)
    {
        var server = database == Database.Postgres ? Server() : null;
        var folder = Directory.CreateTempSubdirectory("concordat-test-").FullName;
        if (server is null) return new(folder);
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return new(folder, $"{server};Database={name}");
    }

    private static string Server()
    {
        lock (Gate)
        {
            if (_server is not null) return _server;
            if (Environment.GetEnvironmentVariable("CONCORDAT_TEST_POSTGRES") is { Length: > 0 } given) return _server = given;
            if (!Directory.Exists("/usr/lib/postgresql")) Assert.Skip("No PostgreSQL server on this machine (/usr/lib/postgresql); install it, or set CONCORDAT_TEST_POSTGRES.");
            // A socket's path has about 100 characters.
            var folder = $"/tmp/concordat-pg-{Environment.ProcessId}";
            Script("start", folder, $"{Environment.ProcessId}");
            _folder = folder;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
            return _server = $"Host={folder};Username=concordat";
        }
    }

    private static void Script(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "postgres"), arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"tests/postgres {string.Join(' ', arguments)}: {process.StandardError.ReadToEnd()}");
    }

    private static void Stop()
    {
        lock (Gate)
        {
            if (_folder is null) return;
            NpgsqlConnection.ClearAllPools();
            Script("stop", _folder);
            _folder = _server = null;
        }
    }

    public void Dispose() => Stop();
}
