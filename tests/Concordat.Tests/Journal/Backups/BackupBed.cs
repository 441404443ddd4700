using Concordat.Backups;
using Concordat.Intake;
using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Backups;

/// <summary>A small register with a row of every sort, and a folder for its backups.</summary>
internal sealed class BackupBed : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("concordat backup ").FullName;

    public required TestStore Register { get; init; }
    public required SampleRecords Records { get; init; }

    public string this[string name] => Path.Combine(_folder, name);

    public static byte[] Passphrase => "six words picked by chance each"u8.ToArray();

    public static async Task<BackupBed> NewAsync(Database database = Database.Sqlite)
    {
        var register = await Databases.NewAsync(database);
        var records = await SampleRecords.SaveAsync(register);
        var kept = await register.Journal.KeepAsync(Actor.Local,
            new IntakeRow { Source = records.Source, Title = "Waiting: \"sea\nice\"", State = "waiting", At = 1_772_442_000_000_001 },
            new ReadingRow { Source = records.Source, State = ReadingRow.Failed, Note = null, At = -1 },
            new SettingRow { Name = "office", Value = "Norvik ☃" });
        Assert.True(kept.Done, kept.Refusal?.ToString());
        return new() { Register = register, Records = records };
    }

    public async Task<BackupSummary> BackUpAsync(string name, byte[]? passphrase = null)
    {
        var made = await TryBackUpAsync(name, passphrase);
        Assert.True(made.Done, made.Refusal?.ToString());
        return made.Value;
    }

    public Task<Outcome<BackupSummary>> TryBackUpAsync(string name, byte[]? passphrase = null) => new BackUp(Register.Store, TimeProvider.System).RunAsync(this[name], passphrase, "test");

    /// <summary>Restores into an empty place and opens it.</summary>
    public async Task<TestStore> RestoredAsync(string name, Database database = Database.Sqlite, byte[]? passphrase = null, bool files = true)
    {
        var place = Databases.NewPlace(database);
        var restored = await new Concordat.Backups.RestoreBackup(place).RunAsync(this[name], passphrase);
        Assert.True(restored.Done, restored.Refusal?.ToString());
        Assert.Equal(files ? ["files"] : [], Directory.GetFileSystemEntries(place.Folder).Select(Path.GetFileName).Where(f => f is not "concordat.db"));
        return await TestStore.OpenAsync(place);
    }

    /// <summary>The code of the refusal, after which the place is as empty as before.</summary>
    public async Task<string> RefusedAsync(string name, byte[]? passphrase = null, Database database = Database.Sqlite)
    {
        var place = Databases.NewPlace(database);
        var restored = await new Concordat.Backups.RestoreBackup(place).RunAsync(this[name], passphrase);
        Assert.False(restored.Done);
        Assert.Empty(Directory.GetFileSystemEntries(place.Folder));
        Directory.Delete(place.Folder);
        return restored.Refusal!.Code;
    }

    /// <summary>Every row of every table, as text that is the same from either database.</summary>
    public static async Task<List<string>> EverythingAsync(TestStore register)
    {
        var all = new List<string>();
        foreach (var table in Tables.Register.Concat(Tables.Workshop).Concat(Tables.Derived).Select(register.Store.Table).OrderBy(t => t.Name, StringComparer.Ordinal))
            foreach (var row in await register.RowsAsync($"{table.Select} ORDER BY {table.KeyOrder}"))
                all.Add($"{table.Name}: {RowTable.Show([.. row.Select((value, i) => value is not null && table.Types[i].Type == typeof(Guid) ? Rows.Id(value) : value)])}");
        all.Sort(StringComparer.Ordinal);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await Register.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
