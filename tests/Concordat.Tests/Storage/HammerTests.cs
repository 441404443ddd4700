using Concordat.Storage;

namespace Concordat.Tests.Storage;

/// <summary>Many writers in several processes.</summary>
[Trait("speed", "slow")]
public class HammerTests
{
    [Theory, BothDatabases]
    public async Task Eight_writers_in_two_processes_make_no_fork_and_no_gap_and_lose_nothing(Database database)
    {
        await using var bed = await HammerBed.SharedAsync(database);
        HammerProcess[] processes = [HammerProcess.Start(bed.Store.Place, 100, 4, 40), HammerProcess.Start(bed.Store.Place, 200, 4, 40)];
        await Task.WhenAll(processes.Select(p => p.DoneAsync()));
        Assert.All(processes, p => Assert.True(p.ExitCode == 0, string.Join('\n', p.Other)));
        var (versions, commits) = await HammerBed.JournalAsync(bed.Store, "100, 200");
        HammerBed.AllThere(processes, versions, "100, 200");
        Assert.Equal(commits, processes.Sum(p => p.Saved.Count()));
        Assert.True(commits > 160, $"Only {commits} of 320 saves were not refused as stale.");
        foreach (var process in processes) process.Dispose();
        await bed.VerifiedAsync();
    }
}
