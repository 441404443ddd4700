using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Backups;

public class BackUpTests
{
    [Theory]
    [InlineData(Database.Sqlite, Database.Sqlite)]
    [InlineData(Database.Sqlite, Database.Postgres)]
    [InlineData(Database.Postgres, Database.Sqlite)]
    [InlineData(Database.Postgres, Database.Postgres)]
    public async Task What_is_restored_is_row_for_row_and_file_for_file_what_was_backed_up(Database from, Database to)
    {
        await using var bed = await BackupBed.NewAsync(from);
        var made = await bed.BackUpAsync("b");
        await using var restored = await bed.RestoredAsync("b", to);
        Assert.Equal(await BackupBed.EverythingAsync(bed.Register), await BackupBed.EverythingAsync(restored));
        Assert.Equal(bed.Register.Store.Files.All(), restored.Store.Files.All());
        Assert.Equal((3, 9, 1, 77), (made.Commits, made.Entries, made.Files, made.FileBytes));
        Assert.Equal(made.Head, (await restored.VerifyAsync(made.Head)).Head);
        // It is a register like any other from here on.
        Assert.True((await restored.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await restored.FindAsync(bed.Records.Person), new Set("name", "Tamsin Orrel-Vey"))]))).Done);
        await restored.VerifiedAsync();
    }

    [Fact]
    public async Task An_empty_register_is_backed_up_and_restored_too()
    {
        await using var empty = await Databases.NewAsync(Database.Sqlite);
        await using var bed = await BackupBed.NewAsync();
        Assert.True((await new Concordat.Backups.BackUp(empty.Store, TimeProvider.System).RunAsync(bed["b"], null, "test")).Done);
        var place = Databases.NewPlace(Database.Sqlite);
        Assert.True((await new Concordat.Backups.RestoreBackup(place).RunAsync(bed["b"], null)).Done);
        await using var restored = await TestStore.OpenAsync(place);
        Assert.Equal(0, (await restored.VerifiedAsync()).Commits);
    }

    [Fact]
    public async Task A_backup_can_be_unpacked_and_read_without_the_product()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b.tar.gz");
        using var tar = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("tar", ["-tzf", bed["b.tar.gz"]]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var names = (await tar.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await tar.WaitForExitAsync();
        Assert.Equal("backup.json", names[0]);
        Assert.Equal("end.json", names[^1]);
        Assert.Contains(names, n => n.StartsWith("journal/", StringComparison.Ordinal));
        Assert.Equal(3, names.Count(n => n.StartsWith("workshop/", StringComparison.Ordinal)));
        Assert.Single(names, n => n.StartsWith("files/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_its_owner_may_read_it_and_no_draft_stays()
    {
        await using var bed = await BackupBed.NewAsync();
        await bed.BackUpAsync("b");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bed["b"]));
        Assert.Equal([bed["b"]], Directory.GetFiles(Path.GetDirectoryName(bed["b"])!));
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await using var bed = await BackupBed.NewAsync();
        await File.WriteAllTextAsync(bed["b"], "mine");
        Assert.Equal("backup.exists", (await bed.TryBackUpAsync("b")).Refusal?.Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(bed["b"]));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        await using var bed = await BackupBed.NewAsync();
        Assert.Equal("backup.not-writable", (await bed.TryBackUpAsync("nowhere/b")).Refusal?.Code);
    }

    [Fact]
    public async Task A_short_passphrase_is_refused()
    {
        await using var bed = await BackupBed.NewAsync();
        Assert.Equal("backup.short-passphrase", (await bed.TryBackUpAsync("b", "eleven char"u8.ToArray())).Refusal?.Code);
        Assert.False(File.Exists(bed["b"]));
    }

    [Theory]
    [InlineData("UPDATE entry SET content = @p0 WHERE seq = 2 AND ordinal = 1")]
    [InlineData("UPDATE entry SET salt = @p0 WHERE seq = 2 AND ordinal = 1")]
    [InlineData("UPDATE \"commit\" SET digest = @p0 WHERE seq = 3")]
    [InlineData("UPDATE \"commit\" SET root = @p0 WHERE seq = 1")]
    [InlineData("DELETE FROM \"commit\" WHERE seq = 3 AND @p0 IS NOT NULL")]
    [InlineData("DELETE FROM entry WHERE seq = 2 AND ordinal = 0 AND @p0 IS NOT NULL")]
    public async Task A_register_whose_journal_is_damaged_is_said_to_be_so_and_leaves_no_file(string damage)
    {
        await using var bed = await BackupBed.NewAsync();
        Assert.True(await bed.Register.SqlAsync(damage, "{}"u8.ToArray()) > 0);
        Assert.Equal("backup.register-damaged", (await bed.TryBackUpAsync("b")).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(bed["b"])!));
    }

    [Theory, BothDatabases]
    public async Task Tables_of_an_older_version_are_left_to_it(Database database)
    {
        await using var bed = await BackupBed.NewAsync(database);
        var place = bed.Register.Store.Place with { AsIs = true };
        await using (var now = (await Store.OpenAsync(place)).Value) Assert.True((await new Concordat.Backups.BackUp(now, TimeProvider.System).RunAsync(bed["b"], null, "test")).Done);
        await bed.Register.SqlAsync("DELETE FROM \"__EFMigrationsHistory\"");
        Assert.Equal("storage.older", (await Store.OpenAsync(place)).Refusal?.Code);
        Assert.Empty(await bed.Register.RowsAsync("SELECT 1 FROM \"__EFMigrationsHistory\""));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stored_file_that_is_lost_or_damaged_is_named_and_everything_else_is_kept(bool lost)
    {
        await using var bed = await BackupBed.NewAsync();
        var digest = bed.Register.Store.Files.All().Single();
        var path = Directory.GetFiles(bed.Register.Store.Place.Folder, digest, SearchOption.AllDirectories).Single();
        if (lost) File.Delete(path);
        else await File.WriteAllTextAsync(path, "other");
        Assert.Equal([digest], (await bed.BackUpAsync("b")).Missing);
        await using var restored = await bed.RestoredAsync("b", files: false);
        Assert.Equal("file.missing", Assert.Single((await restored.VerifyAsync()).Faults).Code);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public void Every_column_of_every_workshop_table_can_be_kept(Database database)
    {
        using RegisterDb context = database == Database.Sqlite ? new SqliteDesign().CreateDbContext([]) : new PostgresDesign().CreateDbContext([]);
        foreach (var table in Tables.Workshop.Select(t => RowTable.Of(context.Model.FindEntityType(t)!)))
        {
            object?[] full = [.. table.Types.Select(t => t.Type == typeof(string) ? "ä\n\"" : t.Type == typeof(byte[]) ? new byte[] { 1, 2 } : t.Type == typeof(Guid) ? Guid.Parse("0198c0de-5555-7000-8000-000000000001") : Convert.ChangeType(7, t.Type, System.Globalization.CultureInfo.InvariantCulture))];
            object?[] empty = [.. full.Select((value, i) => table.Types[i].Nullable ? null : value)];
            foreach (var row in new[] { full, empty })
            {
                using var line = new MemoryStream();
                Concordat.Backups.WorkshopRows.Write(line, table, row);
                Assert.Equal(row, Concordat.Backups.WorkshopRows.Parse(line.ToArray(), table));
            }
        }
    }
}
