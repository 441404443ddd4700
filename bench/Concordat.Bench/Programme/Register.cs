using System.Diagnostics;
using System.Text;
using Concordat.Intake;
using Concordat.Storage;

namespace Concordat.Bench.Programme;

/// <summary>A grown register, ready to be saved into any store: the same records in each.</summary>
/// <param name="Before">Batches of records that agreements refer to.</param>
/// <param name="After">Records that refer to agreements.</param>
/// <param name="Texts">Texts of the sources, kept as files.</param>
/// <param name="Names">Names of organisations that it holds.</param>
internal sealed record Register(IReadOnlyList<List<Edit>> Before, List<Edit> Agreements, IReadOnlyList<List<Edit>> After, IReadOnlyList<string> Texts, IReadOnlyList<string> Names)
{
    private const int Batch = 250, Edits = 12;

    /// <summary>The agreement with the longest history.</summary>
    public Guid Edited => Agreements[Agreements.Count / 2].Record;

    public IEnumerable<Edit> All => Before.SelectMany(b => b).Concat(Agreements).Concat(After.SelectMany(a => a));

    /// <summary>Saves everything through the journal and takes one document of about 300 words in at the desk.</summary>
    public async Task<Filled> FillAsync(Store store)
    {
        var (journal, watch) = (new Journal(store, TimeProvider.System), Stopwatch.StartNew());
        foreach (var text in Texts) _ = (await store.Files.PutAsync(Encoding.UTF8.GetBytes(text))).Value;
        foreach (var kind in Before) await SaveAsync(journal, kind);
        var before = await Disk.OfAsync(store);
        await SaveAsync(journal, Agreements);
        var agreements = await Disk.OfAsync(store) - before;
        foreach (var kind in After) await SaveAsync(journal, kind);
        var seconds = watch.Elapsed.TotalSeconds;
        for (var i = 0; i < Edits; i++)
            _ = (await journal.SaveAsync(new Deed(Actor.Local, [new Edit(Edited, "agreement", 1 + i, [new Set("note", $"Spoken about at the desk for the {i + 1}th time.")])]))).Value;
        var text300 = Programme.Texts.Plenary(Names[0], Names[1], Names[2], Names[3], "Larksmouth", "Helena Vasques Moura", "Étienne Rochefleur");
        var taken = (await new TakeIn(store, journal, TimeProvider.System).RunAsync(Actor.Local, new Incoming(Encoding.UTF8.GetBytes(text300), "plenary.txt") { Published = "2026-10-09" })).Value;
        return new(taken.Source, text300.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, seconds, await Disk.OfAsync(store), agreements);
    }

    private static async Task SaveAsync(Journal journal, List<Edit> edits)
    {
        foreach (var batch in edits.Chunk(Batch))
            _ = (await journal.SaveAsync(new Deed(Actor.Local, [.. batch]) { Reason = "Grown for measuring" })).Value;
    }
}

/// <param name="Waiting">The source that waits at the desk.</param>
/// <param name="Words">Words of its text.</param>
/// <param name="Seconds">What it took to save all records, in batches.</param>
/// <param name="Bytes">Size of the database with everything in it.</param>
/// <param name="AgreementBytes">By how much it grew with the agreements alone.</param>
internal sealed record Filled(Guid Waiting, int Words, double Seconds, long Bytes, long AgreementBytes);
