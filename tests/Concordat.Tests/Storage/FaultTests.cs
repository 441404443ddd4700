using System.Diagnostics;
using Concordat.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Concordat.Tests.Storage;

/// <summary>What a disk, a folder or another program can do to a store: a clear refusal, nothing lost, nothing half-written.</summary>
public class FaultTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private static Deed Person(string name) => new(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", name)])]);

    private static bool Run(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Fills a place until it refuses; what was acknowledged must be there, and the rest must not.</summary>
    private static async Task FilledAsync(StorePlace place, string mode, string? shell)
    {
        using var hammer = HammerProcess.Start(place, 1, 1, 1_000_000, mode, shell);
        await hammer.DoneAsync();
        Assert.Contains(hammer.Other, o => o.Contains("(storage.full)", StringComparison.Ordinal));
        Assert.True(hammer.ExitCode == 2, string.Join('\n', hammer.Other));
    }

    private static async Task<TestStore> SharedAsync(StorePlace place)
    {
        var bed = await TestStore.OpenAsync(place);
        var edits = Enumerable.Range(1, 8).Select(i => Edit.Create(Guid.Parse($"0198c0de-5555-7000-8000-00000000000{i}"), "person", [new Set("name", "Shared")]));
        Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        return bed;
    }

    [Theory, InlineData("saves"), InlineData("files")]
    public async Task A_full_disk_is_said_and_what_was_saved_stays(string mode)
    {
        var folder = Directory.CreateTempSubdirectory("concordat-full-").FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder)) Assert.Skip("No file system may be mounted here; the limit on file sizes is tested beside this.");
        try
        {
            await using (await SharedAsync(new(folder)))
            {
                await FilledAsync(new(folder), mode, null);
                await using var again = (await Store.OpenAsync(new(folder))).Value;
                Assert.True((await new Verifier(again).RunAsync()).Clean);
                Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), f => f.Contains(".drafts", StringComparison.Ordinal));
                Run("umount", "-l", folder);
            }
        }
        finally
        {
            Run("umount", "-l", folder);
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_may_not_grow_is_said_and_what_was_saved_stays()
    {
        await using var bed = await SharedAsync(Databases.NewPlace(Database.Sqlite));
        // bash counts in KiB; without the trap the signal would end the process.
        await FilledAsync(bed.Store.Place, "saves", "trap '' XFSZ; ulimit -f 600; exec \"$@\"");
        await bed.VerifiedAsync();
        Assert.True((await bed.Journal.SaveAsync(Person("After"))).Done);
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task A_full_disk_when_opening_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("concordat-full-").FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder)) Assert.Skip("No file system may be mounted here.");
        try
        {
            Assert.Equal("storage.full", (await Store.OpenAsync(new(folder))).Refusal?.Code);
        }
        finally
        {
            Run("umount", "-l", folder);
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_said_within_the_wait()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite, Short);
        await using var other = new SqliteConnection($"Data Source={bed.Store.Place.File};Pooling=false");
        await other.OpenAsync();
        var command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        await command.ExecuteNonQueryAsync();
        var started = Stopwatch.GetTimestamp();
        var saves = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => bed.Journal.SaveAsync(Person($"P{i}"))));
        Assert.All(saves, s => Assert.Equal("storage.busy", s.Refusal?.Code));
        Assert.Equal("storage.busy", (await new Rebuilder(bed.Store).RunAsync()).Refusal?.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 10);
        command.CommandText = "ROLLBACK";
        await command.ExecuteNonQueryAsync();
        Assert.True((await bed.Journal.SaveAsync(Person("After"))).Done);
        Assert.Equal(1, (await bed.VerifiedAsync()).Commits);
    }

    [Fact]
    public async Task A_database_that_another_program_locked_whole_is_said_when_opening_too()
    {
        var place = Databases.NewPlace(Database.Sqlite) with { Wait = Short };
        await (await TestStore.OpenAsync(place)).Store.DisposeAsync();
        await using var other = new SqliteConnection($"Data Source={place.File};Pooling=false");
        await other.OpenAsync();
        var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE; CREATE TABLE held (x)";
        await command.ExecuteNonQueryAsync();
        var started = Stopwatch.GetTimestamp();
        Assert.Equal("storage.busy", (await Store.OpenAsync(place)).Refusal?.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 10);
        await other.CloseAsync();
        Directory.Delete(place.Folder, recursive: true);
    }

    [Fact]
    public async Task Rows_that_another_connection_holds_on_postgresql_are_said_within_the_wait()
    {
        await using var bed = await Databases.NewAsync(Database.Postgres, Short);
        var records = await SampleRecords.SaveAsync(bed);
        await using var other = new NpgsqlConnection(bed.Store.Place.Postgres);
        await other.OpenAsync();
        await using var held = await other.BeginTransactionAsync();
        await new NpgsqlCommand("LOCK TABLE document IN ACCESS EXCLUSIVE MODE", other).ExecuteNonQueryAsync();
        Assert.Equal("storage.busy", (await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(bed.Clock), "person", [new Set("name", "P")])]))).Refusal?.Code);
        Assert.Equal("storage.busy", (await bed.Journal.UndoAsync(Actor.Local, records.Session, 1)).Refusal?.Code);
        await held.RollbackAsync();
        Assert.True((await bed.Journal.SaveAsync(Person("After"))).Done);
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task A_connection_cut_during_a_save_leaves_it_whole_or_undone_and_says_which()
    {
        await using var bed = await Databases.NewAsync(Database.Postgres);
        using var enough = new CancellationTokenSource();
        var (acknowledged, uncertain) = (0, 0);
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                var saved = await bed.Journal.SaveAsync(Person("P"));
                if (saved.Done) acknowledged++;
                else if (saved.Refusal!.Code == "storage.uncertain") uncertain++;
                else Assert.Equal("storage.unreachable", saved.Refusal.Code);
            }
        });
        await using var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(bed.Store.Place.Postgres) { Pooling = false }.ToString());
        await other.OpenAsync();
        for (var i = 0; i < 25; i++)
        {
            await new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other).ExecuteNonQueryAsync();
            await Task.Delay(15);
        }

        await enough.CancelAsync();
        await writing;
        Assert.InRange((await bed.VerifiedAsync()).Commits, acknowledged, acknowledged + uncertain);
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_said()
    {
        var file = Path.GetTempFileName();
        Assert.Equal("storage.not-writable", (await Store.OpenAsync(new(file))).Refusal?.Code);
        Assert.Contains(file, (await Store.OpenAsync(new(Path.Combine(file, "below")))).Refusal!.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_folder_that_may_only_be_read_is_said_when_opening_and_when_saving()
    {
        await using var bed = await SharedAsync(Databases.NewPlace(Database.Sqlite));
        var folder = bed.Store.Place.Folder;
        var view = Directory.CreateTempSubdirectory("concordat-read-").FullName;
        if (!Run("mount", "--bind", folder, view)) Assert.Skip("No file system may be mounted here.");
        try
        {
            await using var store = (await Store.OpenAsync(new(view) { Wait = Short })).Value;
            Assert.Equal("", (await new Concordat.Journal(store, TimeProvider.System).SaveAsync(Person("Before"))).Refusal?.ToString() ?? "");
            if (!Run("mount", "-o", "remount,bind,ro", view)) Assert.Skip("No file system may be mounted read-only here while a file in it is open.");
            Assert.Equal("storage.not-writable", (await Store.OpenAsync(new(view))).Refusal?.Code);
            Assert.Equal("storage.read-only", (await store.Files.PutAsync(new byte[] { 1, 2, 3 })).Refusal?.Code);
        }
        finally
        {
            Run("umount", "-l", view);
            Directory.Delete(view);
        }

        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task A_user_without_the_right_to_write_is_told_so()
    {
        await using var bed = await SharedAsync(Databases.NewPlace(Database.Sqlite));
        if (!Run("chmod", "555", bed.Store.Place.Folder)) Assert.Skip("This system has no file modes.");
        var shell = Environment.UserName == "root" ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"" : null;
        using var hammer = HammerProcess.Start(bed.Store.Place, 1, 1, 1, "saves", shell);
        await hammer.DoneAsync();
        Run("chmod", "777", bed.Store.Place.Folder);
        if (hammer.Other.Exists(o => o.Contains("Permission denied", StringComparison.Ordinal))) Assert.Skip("Another user may not run programs of this folder.");
        Assert.Contains(hammer.Other, o => o.Contains("(storage.not-writable)", StringComparison.Ordinal));
        Assert.Equal(3, hammer.ExitCode);
    }

    [Theory, InlineData(0), InlineData(40)]
    public async Task A_damaged_database_file_is_said(int kept)
    {
        var place = Databases.NewPlace(Database.Sqlite);
        await using (var store = (await Store.OpenAsync(place)).Value)
        {
            var journal = new Concordat.Journal(store, TimeProvider.System);
            for (var i = 0; i < 20; i++) Assert.True((await journal.SaveAsync(Person($"P{i}"))).Done);
        }

        var bytes = await File.ReadAllBytesAsync(place.File);
        new Random(7).NextBytes(bytes.AsSpan(kept * bytes.Length / 100));
        await File.WriteAllBytesAsync(place.File, bytes);
        var opened = await Store.OpenAsync(place);
        if (opened.Done)
        {
            await using var store = opened.Value;
            Assert.Contains((await new Verifier(store).RunAsync()).Faults, f => f.Code == "storage.damaged");
            Assert.Equal("storage.damaged", (await new Concordat.Journal(store, TimeProvider.System).SaveAsync(Person("P"))).Refusal?.Code);
        }
        else Assert.Equal("storage.damaged", opened.Refusal!.Code);

        Assert.Equal(bytes.Length, new FileInfo(place.File).Length);
        Directory.Delete(place.Folder, recursive: true);
    }

    [Theory, BothDatabases]
    public async Task A_database_of_a_newer_version_is_said_and_left_as_it_is(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await SampleRecords.SaveAsync(bed);
        await bed.SqlAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29991231235959_Later', '99')");
        var before = await bed.ShownAsync();
        var refused = (await Store.OpenAsync(bed.Store.Place)).Refusal!;
        Assert.Equal("storage.newer", refused.Code);
        Assert.Contains("29991231235959_Later", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bed.ShownAsync());
    }

    [Theory, BothDatabases]
    public async Task Four_that_open_an_empty_place_at_once_all_get_it(Database database)
    {
        var place = Databases.NewPlace(database);
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.OpenAsync(place))));
        Assert.All(opened, o => Assert.True(o.Done, o.Refusal?.ToString()));
        foreach (var store in opened) await store.Value.DisposeAsync();
        await (await TestStore.OpenAsync(place)).DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("concordat-none-").FullName;
        Assert.Equal("storage.unreachable", (await Store.OpenAsync(new(folder, $"Host={folder};Username=nobody;Timeout=2"))).Refusal?.Code);
        var there = new NpgsqlConnectionStringBuilder(Databases.NewPlace(Database.Postgres).Postgres) { Database = "no_such_database" };
        Assert.Equal("storage.unreachable", (await Store.OpenAsync(new(folder, there.ToString()))).Refusal?.Code);
        Directory.Delete(folder);
    }

    [Theory, BothDatabases]
    public async Task A_stored_file_that_was_deleted_reads_as_absent_and_is_named(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(bed);
        var digest = (await bed.FindAsync(records.Source)).TextAt("digest")!;
        Directory.Delete(Path.Combine(bed.Store.Place.Folder, "files"), recursive: true);
        Assert.Null(await bed.Store.Files.GetAsync(digest));
        Assert.Null(bed.Store.Files.Open(digest));
        Assert.Contains((await bed.VerifyAsync()).Faults, f => f.Code == "file.missing");
    }

    [Fact]
    public async Task The_same_bytes_put_many_times_at_once_are_one_file()
    {
        var folder = Directory.CreateTempSubdirectory("concordat-files-").FullName;
        var files = new FileStore(folder);
        var bytes = new byte[300_000];
        var put = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => files.PutAsync(bytes))));
        Assert.Single(put.Select(p => p.Value).Distinct());
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        foreach (var name in new[] { "", "..", "../../etc/passwd", new string('A', 64), new string('.', 64) }) Assert.Null(files.Open(name));
        Directory.Delete(folder, recursive: true);
    }
}
