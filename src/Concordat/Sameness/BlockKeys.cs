using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Sameness;

/// <summary>Gathers, from the tables and without reading documents, the keys by which records of a kind may meet.</summary>
internal static class BlockKeys
{
    private const int Month = 31, MostParties = 6;

    public static async Task<Blocks> OfAsync(ReadDb db, string kind, CancellationToken stop)
    {
        var blocks = new Blocks();
        await NamesAsync(db, kind, blocks, stop);
        if (kind == "agreement") await PartiesAsync(db, blocks, stop);
        if (kind == "meeting") await MeetingsAsync(db, blocks, stop);
        return blocks;
    }

    /// <summary>Whole names in any order and language, acronyms with initials, numbers, and for short lists each two rare words of a name.</summary>
    private static async Task NamesAsync(ReadDb db, string kind, Blocks blocks, CancellationToken stop)
    {
        var names = new List<(Guid Record, List<string> Words)>();
        var known = db.Known.Where(k => k.Kind == kind && k.Sort != "word").Select(k => new { k.Record, k.Key, k.Sort }).AsAsyncEnumerable();
        await foreach (var row in known.WithCancellation(stop))
        {
            if (row.Sort is "acronym" or "initials" && kind != "person") blocks.Add("a " + row.Key, row.Record);
            if (row.Sort is "identifier" or "reference") blocks.Add("i " + row.Key, row.Record);
            if (row.Sort != "name") continue;
            var words = HeadWords.Words(row.Key);
            blocks.Add("n " + string.Join(' ', words.Order(StringComparer.Ordinal)), row.Record);
            if (words.Count == 1) blocks.Add("a " + row.Key, row.Record);
            if (kind == "person") People(blocks, row.Key, row.Record);
            else if (kind is "organisation" or "body") names.Add((row.Record, words));
        }

        Rare(blocks, names);
    }

    /// <summary>Each full name with the initial of another, so that neither order nor shortened names matter.</summary>
    private static void People(Blocks blocks, string name, Guid record)
    {
        var words = name.Split(' ');
        foreach (var full in words.Where(w => w.Length > 1).Distinct())
            foreach (var initial in words.Where(w => w != full).Select(w => w[..1]).Distinct())
                blocks.Add($"p {full} {initial}", record);
    }

    private static void Rare(Blocks blocks, List<(Guid Record, List<string> Words)> names)
    {
        var often = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in names.SelectMany(n => n.Words.Distinct())) often[word] = often.GetValueOrDefault(word) + 1;
        foreach (var (record, words) in names)
        {
            var rare = words.Distinct().Where(w => w.Length > 2).OrderBy(w => often[w]).ThenBy(w => w, StringComparer.Ordinal).Take(3).ToList();
            for (var i = 0; i < rare.Count; i++)
                for (var j = i + 1; j < rare.Count; j++)
                    blocks.Add(string.CompareOrdinal(rare[i], rare[j]) < 0 ? $"w {rare[i]} {rare[j]}" : $"w {rare[j]} {rare[i]}", record);
        }
    }

    /// <summary>Two parties and the month of signature, with the one before, so that days near a month's end meet.</summary>
    private static async Task PartiesAsync(ReadDb db, Blocks blocks, CancellationToken stop)
    {
        var rows = db.AgreementParties.Join(db.Agreements, p => p.Record, a => a.Record, (p, a) => new { p.Record, p.Organisation, a.SignedLo }).OrderBy(p => p.Record).AsAsyncEnumerable();
        var (record, parties, signed) = (Guid.Empty, new List<Guid>(), (long?)null);
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (row.Record != record) { Parties(blocks, record, parties, signed); (record, signed) = (row.Record, row.SignedLo); parties.Clear(); }
            parties.Add(row.Organisation);
        }

        Parties(blocks, record, parties, signed);
    }

    private static void Parties(Blocks blocks, Guid record, List<Guid> parties, long? signed)
    {
        var few = parties.Distinct().Order().Take(MostParties).ToList();
        for (var i = 0; i < few.Count; i++)
            for (var j = i + 1; j < few.Count; j++)
                foreach (var when in signed is { } day ? new[] { day / Month, (day / Month) + 1 } : [-1])
                    blocks.Add($"{few[i]} {few[j]} {when}", record);
    }

    private static async Task MeetingsAsync(ReadDb db, Blocks blocks, CancellationToken stop)
    {
        await foreach (var row in db.Meetings.Select(m => new { m.Record, m.Body, m.Number, m.StartLo }).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.Body is not null && row.Number is not null) blocks.Add($"b {row.Body} {row.Number}", row.Record);
            if (row.StartLo is { } start) foreach (var week in new[] { start / 7, (start / 7) + 1 }) blocks.Add($"d {row.Body} {week}", row.Record);
        }
    }
}
