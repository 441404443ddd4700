using System.Diagnostics;
using System.Text;
using Concordat.Bench.Parts;
using Concordat.Storage;

namespace Concordat.Bench.Programme;

/// <param name="Rates">Records a second through the bulk door, agreements alone.</param>
/// <param name="Bytes">By how much the database grew with the agreements.</param>
/// <param name="Names">Names of organisations that it holds.</param>
internal sealed record LargeFilled(double Rates, long Bytes, IReadOnlyList<string> Names);

/// <summary>A register of very many agreements, saved through the bulk door; its partners are organisations of the shared register where that is there.</summary>
internal static class Large
{
    private const int Partners = 30_000, Base = 20_000;

    public static async Task<LargeFilled> FillAsync(Store store, string root, int agreements, int seed)
    {
        var journal = new Journal(store, TimeProvider.System);
        var grown = new Grown(new Sizes(Base), seed);
        var listed = RegisterFile.Folder(root, "ror") is { } folder ? RegisterFile.Read(folder).Where(l => l.Status == "active").Take(Partners).ToList() : [];
        List<Edit> before = [.. grown.Organisations(), .. grown.Organisations(listed), .. grown.People(), .. grown.Sources()];
        foreach (var text in grown.SourceTexts) _ = (await store.Files.PutAsync(Encoding.UTF8.GetBytes(text))).Value;
        _ = (await journal.BulkAsync(Actor.Local, "base", before.ToAsyncEnumerable())).Value;
        var size = await Disk.OfAsync(store);
        var watch = Stopwatch.StartNew();
        _ = (await journal.BulkAsync(Actor.Local, "agreements", grown.Agreements(agreements).ToAsyncEnumerable(), progress: new Told())).Value;
        var seconds = watch.Elapsed.TotalSeconds;
        await Console.Error.WriteLineAsync();
        return new(agreements / seconds, await Disk.OfAsync(store) - size, [.. grown.Names]);
    }

    private sealed class Told : IProgress<long>
    {
        public void Report(long value)
        {
            if (value % 20_000 < 1000) Console.Error.Write($"\r{value:N0} agreements");
        }
    }
}
