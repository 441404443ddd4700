using System.Diagnostics;
using Concordat.Storage;

namespace Concordat.Hammering;

/// <summary>Makes records of its own and changes shared ones, one to five in a save.</summary>
internal sealed class Hammer(Store store, StreamWriter output, string number) : IAsyncDisposable
{
    private readonly Journal _journal = new(store, TimeProvider.System);

    /// <summary>Shared records that the test made beforehand.</summary>
    private static Guid Shared(int number) => Guid.Parse($"0198c0de-5555-7000-8000-00000000000{number}");

    /// <summary>Writers side by side.</summary>
    public async Task<int> SaveAsync(int seed, int writers, int saves) =>
        (await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(() => SaveAsync(seed + w, saves))))).Max();

    /// <summary>Warms up with one save in each register, and goes on in all when told by a line of input. The stream is read as it is: the console would touch the terminal.</summary>
    public static async Task<int> WaitAsync(IReadOnlyList<Hammer> hammers, int seed, int writers, int saves)
    {
        foreach (var hammer in hammers) await hammer.SaveAsync(seed, 1);
        hammers[0].Say("ready ;");
        if (Console.OpenStandardInput().ReadByte() < 0) return 1;
        return (await Task.WhenAll(hammers.Select((hammer, i) => hammer.SaveAsync(seed + 1 + (i * writers), writers, saves)))).Max();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<int> SaveAsync(int seed, int saves)
    {
        var random = new Random(seed);
        var own = new List<Guid>();
        for (var i = 0; i < saves; i++)
        {
            var count = random.Next(1, 6);
            var token = $"{seed}.{Environment.ProcessId}.{i} of {count}";
            var edits = new List<Edit>();
            while (edits.Count < count)
            {
                var record = random.Next(3) == 0 ? Shared(random.Next(1, 9)) : own.Count > 6 ? own[random.Next(own.Count)] : Guid.Empty;
                if (edits.Exists(e => e.Record == record)) continue;
                edits.Add(await EditAsync(record, token));
            }

            Say($"begin {number}{seed} ;");
            var saved = await _journal.SaveAsync(new Deed(Actor.Local, [.. edits]));
            if (saved.Done) Say(saved.Value);
            Say($"end {number}{seed} ;");
            if (!saved.Done && saved.Refusal!.Code != "record.changed-meanwhile") { Say("refused " + saved.Refusal); return 2; }
            if (saved.Done) own.AddRange(edits.Where(e => e.BaseVersion == 0).Select(e => e.Record));
        }

        return 0;
    }

    private async Task<Edit> EditAsync(Guid record, string token)
    {
        if (record == Guid.Empty) return Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", token)]);
        await using var db = store.Read(Reader.Local);
        return Edit.Of((await db.FindAsync(record))!, new Set("name", token));
    }

    private void Say(Saved saved) => Say($"{number}{saved.Seq} {string.Join(' ', saved.Documents.Select(d => $"{d.Id:N}:{d.Version}"))} ;");

    private void Say(string line)
    {
        lock (output) output.Write(line + "\n");
    }

    /// <summary>Saves a second, one writer, one record each, warm.</summary>
    public async Task<int> RateAsync(int saves)
    {
        var made = (await _journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", "Start")])]))).Value.Document;
        for (var round = 0; round < 4; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < saves; i++) made = (await _journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(made, new Set("name", $"Person {i % 97}"), new Set("email", $"p{i}@example.org"))]))).Value.Document;
            Say($"changes {saves / Stopwatch.GetElapsedTime(started).TotalSeconds:F0}/s");
            started = Stopwatch.GetTimestamp();
            for (var i = 0; i < saves; i++) await _journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", $"Person {i}"), new Set("email", $"p{i}@example.org")])]));
            Say($"new {saves / Stopwatch.GetElapsedTime(started).TotalSeconds:F0}/s");
        }

        return 0;
    }

    /// <summary>Stores files, each of some kilobytes.</summary>
    public async Task<int> FilesAsync(int files)
    {
        for (var i = 0; i < files; i++)
        {
            var bytes = new byte[40_000];
            BitConverter.TryWriteBytes(bytes, i);
            var put = await store.Files.PutAsync(bytes);
            Say(put.Done ? $"{put.Value} ;" : "refused " + put.Refusal);
            if (!put.Done) return 2;
        }

        return 0;
    }
}
