using Concordat.Backups;
using Concordat.Storage;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Backups;

/// <summary>Backups that are made while other processes write without pause.</summary>
public class BusyTests
{
    [Theory]
    [InlineData(Database.Sqlite, Database.Sqlite)]
    [InlineData(Database.Sqlite, Database.Postgres)]
    [InlineData(Database.Postgres, Database.Sqlite)]
    [InlineData(Database.Postgres, Database.Postgres)]
    public async Task Every_change_acknowledged_before_the_backup_began_is_in_it_whole(Database from, Database to)
    {
        await using var bed = await BackupBed.NewAsync(from);
        var shared = Enumerable.Range(1, 8).Select(i => Edit.Create(Guid.Parse($"0198c0de-5555-7000-8000-00000000000{i}"), "person", [new Set("name", "Shared")]));
        Assert.True((await bed.Register.Journal.SaveAsync(new Deed(Actor.Local, [.. shared]))).Done);
        HammerProcess[] writers = [HammerProcess.Start(bed.Register.Store.Place, 300, 2, 1_000_000, "killed"), HammerProcess.Start(bed.Register.Store.Place, 400, 2, 1_000_000, "killed")];
        await Task.WhenAll(writers.Select(w => w.GoAsync(25)));

        // Until saves fell into the time of one: a small register is copied quickly.
        var (acknowledged, made, during, name) = (new List<(long Seq, Dictionary<Guid, int> Versions)>(), default(BackupSummary)!, 0, "");
        for (var i = 0; i < 20 && during == 0; i++)
        {
            acknowledged = [.. writers.SelectMany(w => w.SavedSoFar())];
            made = await bed.BackUpAsync(name = $"b{i}");
            during = writers.Sum(w => w.SavedSoFar().Length) - acknowledged.Count;
        }

        await Task.WhenAll(writers.Select(w => w.KillAsync()));
        await using var restored = await bed.RestoredAsync(name, to);
        var found = await restored.VerifyAsync(made.Head);
        Assert.True(found.Clean, string.Join('\n', found.Faults));
        await AllThereAsync(restored, acknowledged);
        Assert.True(acknowledged.Count >= 50 && during > 0, $"{acknowledged.Count} saves before and {during} during the backup: too few to say anything.");
        foreach (var writer in writers) writer.Dispose();
    }

    private static async Task AllThereAsync(TestStore restored, List<(long Seq, Dictionary<Guid, int> Versions)> acknowledged)
    {
        var there = (await restored.RowsAsync("SELECT seq, record, version FROM entry")).Select(r => ((long)r[0]!, Rows.Id(r[1]), Rows.Small(r[2]))).ToHashSet();
        foreach (var (seq, versions) in acknowledged)
            foreach (var (record, version) in versions)
                Assert.True(there.Contains((seq, record, version)), $"Commit {seq} was acknowledged with version {version} of {record}, which the restored register does not have.");
    }

    [Fact]
    public async Task Files_that_come_in_during_a_backup_are_in_it_or_nothing_in_it_names_them()
    {
        await using var bed = await BackupBed.NewAsync();
        using var enough = new CancellationTokenSource();
        var taking = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var digest = (await bed.Register.Store.Files.PutAsync(System.Text.Encoding.UTF8.GetBytes($"A letter, number {i}"))).Value;
                Assert.True((await bed.Register.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "source", [new Set("title", $"Letter {i}"), new Set("digest", digest)])]))).Done);
            }
        });
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty((await bed.BackUpAsync($"b{i}")).Missing);
            await using var restored = await bed.RestoredAsync($"b{i}");
            await restored.VerifiedAsync();
        }

        await enough.CancelAsync();
        await taking;
    }
}
