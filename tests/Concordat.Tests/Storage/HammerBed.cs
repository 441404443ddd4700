using Concordat.Storage;

namespace Concordat.Tests.Storage;

/// <summary>A register that several processes write, and what it holds afterwards.</summary>
internal static class HammerBed
{
    /// <summary>The eight records that every writer changes.</summary>
    public static async Task<TestStore> SharedAsync(Database database)
    {
        var bed = await Databases.NewAsync(database);
        var edits = Enumerable.Range(1, 8).Select(i => Edit.Create(Guid.Parse($"0198c0de-5555-7000-8000-00000000000{i}"), "person", [new Set("name", "Shared")]));
        Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        return bed;
    }

    /// <summary>What the journal holds: number of the commit and version by record, and for each commit what its entries say.</summary>
    public static async Task<(Dictionary<(Guid, int), long> Versions, int Commits)> JournalAsync(Store store, string seed)
    {
        var versions = new Dictionary<(Guid, int), long>();
        var commits = new Dictionary<long, List<string>>();
        foreach (var row in await TestStore.RowsAsync(store, "SELECT seq, record, version, content FROM entry WHERE seq > 1 ORDER BY seq, ordinal"))
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

    public static void AllThere(IEnumerable<HammerProcess> processes, Dictionary<(Guid, int), long> versions, string seed, int register = 0)
    {
        foreach (var (seq, saved) in processes.SelectMany(p => p.SavedIn(register)))
            foreach (var (record, version) in saved)
                Assert.True(versions.TryGetValue((record, version), out var at) && at == seq, $"Seed {seed}: commit {seq} was acknowledged with version {version} of {record}, which the journal does not have there.");
    }
}
