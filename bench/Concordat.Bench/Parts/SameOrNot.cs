using System.Diagnostics;
using Concordat.Bench.Shell;
using Concordat.Sameness;
using Concordat.Storage;

namespace Concordat.Bench.Parts;

/// <summary>How long it takes to find what may be the same among many organisations, and how well known mergers and namesakes are told.</summary>
internal static class SameOrNot
{
    private const int Size = 10_000;

    public static async Task WriteAsync(Report report, string root, string work)
    {
        report.Head("Same or not");
        if (RegisterFile.Folder(root, "ror") is not { } folder) { report.Say("Not measured: there is no shared data beside the repository."); return; }
        var all = RegisterFile.Read(folder).ToDictionary(l => l.Id);
        var mergers = all.Values.Where(l => l.Status == "withdrawn").SelectMany(l => l.Related.Where(r => r.How == "successor" && all.ContainsKey(r.Id)).Select(r => (l.Id, Other: r.Id))).ToList();
        var namesakes = all.Values.Where(l => l.Status == "active").GroupBy(l => l.Names[0]).Where(g => g.Count() > 1).ToList();
        List<Listed> chosen = [.. mergers.SelectMany(m => new[] { all[m.Id], all[m.Other] }).Concat(namesakes.SelectMany(g => g)).Concat(all.Values.Where(l => l.Status == "active")).DistinctBy(l => l.Id).Take(Size)];
        await using var store = (await Store.OpenAsync(new(Path.Combine(work, "same")))).Value;
        var journal = new Journal(store, TimeProvider.System);
        _ = (await journal.BulkAsync(Actor.Local, "register", chosen.Select(Make).ToAsyncEnumerable())).Value;
        using var pairs = new SamePairs(store, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var view = await pairs.CurrentAsync();
        var (first, found) = (watch.Elapsed.TotalSeconds, view.Pairs.Values.ToList());
        await journal.SaveAsync(new Deed(Actor.Local, [Make(chosen[0] with { Id = "another" })]));
        watch.Restart();
        await pairs.CurrentAsync();
        var step = watch.Elapsed.TotalMilliseconds;
        report.Say($"{Figures.Count(chosen.Count)} organisations with their names, acronyms, country and place (no identifiers, which would decide at once), SQLite. All pairs are found in {first:0.0} s; after one save, {step:0} ms. {Figures.Count(found.Count)} pairs are proposed, {Figures.Count(found.Count(p => p.Score >= ProposedPair.Likely))} as likely. "
            + "A merger is a record that the register withdrew in favour of another: some were renamed beyond recognition, many were parts of the other. Namesakes are active organisations of the same name, which are not the same.");
        report.Table(["", "Pairs", "Proposed", "As likely"], [Row("Mergers, of which it should find many", [.. mergers.Select(m => (all[m.Id].Record, all[m.Other].Record))], view), Row("Namesakes, of which it should find none likely", [.. namesakes.SelectMany(Each)], view)]);
    }

    private static IEnumerable<(Guid, Guid)> Each(IEnumerable<Listed> group) => group.SelectMany(a => group.Where(b => string.CompareOrdinal(a.Id, b.Id) < 0).Select(b => (a.Record, b.Record)));

    private static IReadOnlyList<string> Row(string name, List<(Guid A, Guid B)> right, PairsView view)
    {
        var found = right.Select(r => view.Pairs.GetValueOrDefault(ProposedPair.Key(r.A, r.B))).OfType<ProposedPair>().ToList();
        return [name, Figures.Count(right.Count), Figures.Count(found.Count), Figures.Count(found.Count(p => p.Score >= ProposedPair.Likely))];
    }

    private static Edit Make(Listed listed)
    {
        var changes = listed.Names.Distinct().Where(n => n.Trim().Length > 0).Take(30).Select((n, i) => (Change)new Set($"names/{Listed.RecordOf($"{i:000}"):D}/text", n.Length > 400 ? n[..400] : n)).ToList();
        if (listed.Acronyms.FirstOrDefault(a => a.Length is > 0 and <= 40) is { } acronym) changes.Add(new Set("acronym", acronym));
        if (listed.Country is { Length: 2 } country) changes.Add(new Set("country", country));
        if (listed.City is { Length: > 0 and <= 120 } city) changes.Add(new Set("place", city));
        return Edit.Create(listed.Record, "organisation", changes);
    }
}
