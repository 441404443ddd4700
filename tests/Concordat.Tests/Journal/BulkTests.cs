using Concordat.Organisations;
using Concordat.People;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Journals;

public class BulkTests
{
    /// <summary>The same records each time, with references to earlier ones.</summary>
    private static List<Edit> File(int count, int seed = 1)
    {
        var random = new Random(seed);
        var edits = new List<Edit>();
        Guid Id(int list, int number) => Guid.Parse($"0198c0de-{list:x4}-7000-8000-{number:x12}");
        for (var i = 0; i < count; i++)
        {
            var parent = i == 0 ? Guid.Empty : edits[random.Next(i)].Record;
            var lab = i % 3 == 0 || i == 0;
            var earlier = edits.FindAll(e => e.Kind == OrganisationKind.Name);
            List<Change> changes = lab ? [new Set($"names/{Id(2, i)}/text", $"Laboratory {i} | \"é\" \\ 😀"), new Set("country", "NO")] : [new Set("name", $"Person {i}\nJr"), new Set($"appointments/{Id(3, i)}/role", "Fellow")];
            if (earlier.Count > 0) changes.Add(new Set(lab ? $"parents/{Id(4, i)}/organisation" : $"appointments/{Id(3, i)}/organisation", earlier[random.Next(earlier.Count)].Record.ToString("D")));
            edits.Add(Edit.Create(Id(1, i), lab ? OrganisationKind.Name : PersonKind.Name, changes));
        }

        return edits;
    }

    private static async IAsyncEnumerable<Edit> Stream(IEnumerable<Edit> edits)
    {
        await Task.Yield();
        foreach (var edit in edits) yield return edit;
    }

    private static Task<Outcome<BulkSaved>> LoadAsync(TestStore bed, IEnumerable<Edit> edits, string file = "f00d") => bed.Journal.BulkAsync(Actor.Local, file, Stream(edits), "first load");

    /// <summary>Rows without what differs between any two runs: numbers and times of commits.</summary>
    private static async Task<List<string>> RowsAsync(TestStore bed)
    {
        var rows = (await bed.ShownAsync()).Where(r => !r.StartsWith("change:", StringComparison.Ordinal)).ToList();
        foreach (var row in await bed.RowsAsync("SELECT record, version, actor_id, actor_name, reason, paths, undoes FROM change ORDER BY record, version")) rows.Add("change " + string.Join('|', row));
        foreach (var row in await bed.RowsAsync("SELECT record, version, content FROM entry ORDER BY record, version"))
        {
            var entry = Entry.Parse((byte[])row[2]!);
            rows.Add($"entry {row[0]} {row[1]} {Convert.ToHexString(CanonicalJson.Bytes((entry with { Stamp = entry.Stamp with { At = DateTimeOffset.UnixEpoch } }).Canonical()))}");
        }

        return rows;
    }

    [Theory, BothDatabases]
    public async Task Both_doors_write_the_same_entries_documents_and_rows(Database database)
    {
        var edits = File(120);
        await using var one = await Databases.NewAsync(database);
        await using var other = await Databases.NewAsync(database);
        Assert.Equal(120, (await LoadAsync(one, edits)).Value.Made);
        Assert.True((await other.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]) { Reason = "first load" })).Done);
        Assert.Equal(await RowsAsync(other), await RowsAsync(one));
        await one.VerifiedAsync();
        await other.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task A_repeat_writes_nothing_and_a_resumption_what_is_missing(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var edits = File(1300);
        async IAsyncEnumerable<Edit> Broken()
        {
            await foreach (var edit in Stream(edits.Take(1200))) yield return edit;
            throw new IOException("the cable was pulled");
        }

        // What was read before the break is in whole batches only.
        await Assert.ThrowsAnyAsync<IOException>(() => bed.Journal.BulkAsync(Actor.Local, "f00d", Broken()));
        var half = (await bed.VerifiedAsync()).Records;
        Assert.InRange(half, 1, 1200);
        var rest = (await LoadAsync(bed, edits)).Value;
        Assert.Equal((1300 - half, half), (rest.Made, rest.Before));
        Assert.Equal(new BulkSaved(0, 1300, 0), (await LoadAsync(bed, edits)).Value);
        Assert.Equal(1300, (await bed.VerifiedAsync()).Records);
        Assert.All(await bed.RowsAsync("SELECT entries FROM \"commit\""), r => Assert.InRange(Convert.ToInt32(r[0]), 1, 1000));
    }

    [Theory, BothDatabases]
    public async Task A_machine_that_stalls_longer_than_a_batch_may_last_still_saves_a_record_each(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var loaded = await new Concordat.Journal(bed.Store, new Stalling()).BulkAsync(Actor.Local, "f00d", Stream(File(3)));
        Assert.Equal(new BulkSaved(3, 0, 3), loaded.Value);
        Assert.All(await bed.RowsAsync("SELECT entries FROM \"commit\""), r => Assert.Equal(1, Convert.ToInt32(r[0])));
    }

    private sealed class Stalling : TimeProvider
    {
        private long _ticks;

        public override long GetTimestamp() => _ticks += TimestampFrequency;
    }

    [Theory, BothDatabases]
    public async Task What_it_cannot_take_is_named_by_its_place_and_nothing_of_that_batch_is_saved(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var edits = File(10);
        async Task RefusedAsync(string code, long row, List<Edit> wrong)
        {
            var refused = Assert.IsType<BulkRefused>((await LoadAsync(bed, wrong)).Refusal);
            Assert.Equal((code, row), (refused.Code, refused.Row));
            Assert.Empty(await bed.RowsAsync("SELECT seq FROM \"commit\""));
        }

        await RefusedAsync("bulk.creates-only", 3, [.. edits.Take(3), edits[3] with { BaseVersion = 1 }]);
        await RefusedAsync("record.exists", 10, [.. edits, edits[4]]);
        await RefusedAsync("record.value-missing", 2, [.. edits.Take(2), Edit.Create(edits[9].Record, PersonKind.Name, [])]);
        await RefusedAsync("record.wrong-shape", 0, [edits[1], .. edits.Take(1)]);
        await RefusedAsync("record.not-found", 1, [edits[0], edits[1] with { Kind = "nothing" }]);
        Assert.True((await LoadAsync(bed, edits)).Done);
        Assert.Equal("record.exists", (await LoadAsync(bed, edits, "another")).Refusal?.Code);
    }
}
