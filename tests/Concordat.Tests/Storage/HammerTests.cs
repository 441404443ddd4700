using Concordat.Storage;

namespace Concordat.Tests.Storage;

/// <summary>Many writers, several processes, kills.</summary>
[Trait("speed", "slow")]
public class HammerTests
{
    /// <summary>The eight records that every writer changes.</summary>
    private static async Task<TestStore> SharedAsync(Database database)
    {
        var bed = await Databases.NewAsync(database);
        var edits = Enumerable.Range(1, 8).Select(i => Edit.Create(Guid.Parse($"0198c0de-5555-7000-8000-00000000000{i}"), "person", [new Set("name", "Shared")]));
        Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        return bed;
    }

    /// <summary>What the journal holds: number of the commit and version by record, and for each commit what its entries say.</summary>
    private static async Task<(Dictionary<(Guid, int), long> Versions, int Commits)> JournalAsync(TestStore bed, string seed)
    {
        var versions = new Dictionary<(Guid, int), long>();
        var commits = new Dictionary<long, List<string>>();
        foreach (var row in await bed.RowsAsync("SELECT seq, record, version, content FROM entry WHERE seq > 1 ORDER BY seq, ordinal"))
        {
            var entry = Entry.Parse((byte[])row[3]!);
            versions.Add((entry.Document.Id, entry.Document.Version), (long)row[0]!);
            if (!commits.TryGetValue((long)row[0]!, out var said)) commits[(long)row[0]!] = said = [];
            said.Add(entry.Document.TextAt("name")!);
        }

        foreach (var (seq, said) in commits)
            Assert.True(said.Distinct().Count() == 1 && said[0].EndsWith($" of {said.Count}", StringComparison.Ordinal), $"Seed {seed}: commit {seq} is not one whole save: {string.Join(", ", said)}");
        Assert.True(commits.Keys.Order().SequenceEqual(Enumerable.Range(2, commits.Count).Select(i => (long)i)), $"Seed {seed}: the numbers of the commits have a gap or a fork.");
        return (versions, commits.Count);
    }

    private static void AllThere(IEnumerable<HammerProcess> processes, Dictionary<(Guid, int), long> versions, string seed)
    {
        foreach (var (seq, saved) in processes.SelectMany(p => p.Saved))
            foreach (var (record, version) in saved)
                Assert.True(versions.TryGetValue((record, version), out var at) && at == seq, $"Seed {seed}: commit {seq} was acknowledged with version {version} of {record}, which the journal does not have there.");
    }

    [Theory, BothDatabases]
    public async Task Eight_writers_in_two_processes_make_no_fork_and_no_gap_and_lose_nothing(Database database)
    {
        await using var bed = await SharedAsync(database);
        HammerProcess[] processes = [HammerProcess.Start(bed.Store.Place, 100, 4, 40), HammerProcess.Start(bed.Store.Place, 200, 4, 40)];
        await Task.WhenAll(processes.Select(p => p.DoneAsync()));
        Assert.All(processes, p => Assert.True(p.ExitCode == 0, string.Join('\n', p.Other)));
        var (versions, commits) = await JournalAsync(bed, "100, 200");
        AllThere(processes, versions, "100, 200");
        Assert.Equal(commits, processes.Sum(p => p.Saved.Count));
        Assert.True(commits > 160, $"Only {commits} of 320 saves were not refused as stale.");
        foreach (var process in processes) process.Dispose();
        await bed.VerifiedAsync();
    }

    /// <summary>150 kills on the embedded database and 50 on PostgreSQL: 200 in all. CONCORDAT_SEED repeats a run.</summary>
    [Theory, InlineData(Database.Sqlite, 150), InlineData(Database.Postgres, 50)]
    public async Task Killed_at_any_point_it_keeps_every_acknowledged_save_whole(Database database, int kills)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONCORDAT_SEED"), out var given) ? given : Random.Shared.Next(1, 1_000_000);
        TestContext.Current.SendDiagnosticMessage($"Kills on {database}: seed {seed}");
        Console.WriteLine($"Kills on {database}: CONCORDAT_SEED={seed}");
        var random = new Random(seed);
        await using var bed = await SharedAsync(database);
        var killed = new List<HammerProcess>();
        // Starting takes half a second of a processor and saving before the kill very little: so some start beside the one that is killed.
        var starting = new Queue<HammerProcess>();
        for (var number = 1; number <= kills; number++)
        {
            for (var ahead = killed.Count + starting.Count; starting.Count < 3 && ahead < kills; ahead++) starting.Enqueue(HammerProcess.Start(bed.Store.Place, seed + (ahead * 10), 2, 1_000_000, "killed"));
            var victim = starting.Dequeue();
            killed.Add(victim);
            // Counted in saves, not in time alone, so that a busy machine is killed amid saves too.
            await victim.GoAsync(random.Next(0, 5));
            await Task.Delay(random.Next(0, 10));
            await victim.KillAsync();
            Assert.True(victim.Other.TrueForAll(o => !o.StartsWith("refused", StringComparison.Ordinal) && !o.Contains("Unhandled", StringComparison.Ordinal)), $"Seed {seed}, kill {number}: {string.Join('\n', victim.Other)}");
            if (number % 25 == 0) await CheckAsync(bed, killed, $"{seed}, kill {number}");
        }

        await CheckAsync(bed, killed, $"{seed}, at the end");
        Assert.True(killed.Sum(k => k.Saved.Count) >= kills * 3 / 2, $"Seed {seed}: too few saves were under way.");
        foreach (var process in killed) process.Dispose();
    }

    private static async Task CheckAsync(TestStore bed, List<HammerProcess> killed, string seed)
    {
        // A new process: the database is opened and recovered as after a power cut.
        await using var again = (await Store.OpenAsync(bed.Store.Place)).Value;
        var found = await new Verifier(again).RunAsync();
        Assert.True(found.Clean, $"Seed {seed}: {string.Join('\n', found.Faults)}");
        AllThere(killed, (await JournalAsync(bed, seed)).Versions, seed);
    }
}
