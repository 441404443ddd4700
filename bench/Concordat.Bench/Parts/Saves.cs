using System.Collections.Concurrent;
using System.Diagnostics;
using Concordat.Agreements;
using Concordat.Bench.Programme;
using Concordat.Bench.Shell;
using Concordat.Storage;

namespace Concordat.Bench.Parts;

/// <param name="PerSecond">Acknowledged saves per second.</param>
/// <param name="Median">Milliseconds of one save.</param>
internal sealed record SaveRate(double PerSecond, double Median);

/// <summary>Saves of one record each, through the journal, by one writer and by eight.</summary>
internal static class Saves
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    public static async Task<IReadOnlyList<string>> RowAsync(string label, Store store, Register register, TimeSpan spell)
    {
        var (journal, made) = (new Journal(store, Clock), new ConcurrentBag<Guid>());
        var parties = register.Before[0].Take(40).Select(e => e.Record).ToList();
        Func<int, Task> create = async i => made.Add(await CreateAsync(journal, parties, i));
        await RunAsync(1, spell / 3, create);
        var (one, eight) = (await RunAsync(1, spell, create), await RunAsync(8, spell, create));
        var held = made.Select(id => new Held(id)).ToArray();
        Func<int, Task> edit = i => EditAsync(journal, held[i % held.Length]);
        await RunAsync(1, spell / 3, edit);
        var (edits, many) = (await RunAsync(1, spell, edit), await RunAsync(8, spell, edit));
        return [label, .. new[] { one, eight, edits, many }.Select(r => $"{Figures.Count(r.PerSecond)} ({Figures.Ms(r.Median)} ms)")];
    }

    public static void Write(Report report, IEnumerable<IReadOnlyList<string>> rows, TimeSpan spell)
    {
        report.Head("Saves per second");
        report.Say($"One record per save, each acknowledged when its commit is on disk unless said otherwise; {spell.TotalSeconds:0} s each after a warm-up, in the register above. In brackets the median of one save.");
        report.Table(["Database", "Create, 1 writer", "Create, 8 writers", "Edit, 1 writer", "Edit, 8 writers"], rows);
    }

    private sealed class Held(Guid id) : IDisposable
    {
        public Guid Id { get; } = id;
        public int Version { get; set; } = 1;
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public void Dispose() => Turn.Dispose();
    }

    private static async Task<SaveRate> RunAsync(int writers, TimeSpan span, Func<int, Task> save)
    {
        var (next, times, began) = (0, new ConcurrentBag<double>(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < span)
            {
                var start = Stopwatch.GetTimestamp();
                await save(Interlocked.Increment(ref next));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        return new(times.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, Figures.Median(times));
    }

    private static async Task<Guid> CreateAsync(Journal journal, List<Guid> parties, int i)
    {
        var id = Ids.New(Clock);
        var edit = Making.Create(id, AgreementKind.Name, new Agreement
        {
            Title = $"Memorandum of understanding no. {i} on ice-edge moorings", AgreementSort = "mou", Signed = "2026-02-13", Ends = "2031-02-12", DeskOfficer = "A. Lind",
            Parties = [new(Ids.New(Clock), parties[i % parties.Count], null), new(Ids.New(Clock), parties[(i + 7) % parties.Count], null)], References = [new(Ids.New(Clock), "Ours", $"S/2026/{i:000000}")],
        });
        _ = (await journal.SaveAsync(new Deed(Actor.Local, [edit]))).Value;
        return id;
    }

    private static async Task EditAsync(Journal journal, Held held)
    {
        await held.Turn.WaitAsync();
        try
        {
            var change = new Set("note", $"Seen again as version {held.Version}.");
            held.Version = (await journal.SaveAsync(new Deed(Actor.Local, [new Edit(held.Id, AgreementKind.Name, held.Version, [change])]))).Value.Document.Version;
        }
        finally
        {
            held.Turn.Release();
        }
    }
}
