using System.Text;
using Concordat.Agreements;
using Concordat.Names;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake.Many;

/// <summary>Finds the agreement to which a document belongs: by a number in its path or text, or by the words of the agreement's title.</summary>
public sealed class SuggestAgreement(Store store)
{
    private const int WordsRead = 400, LongestNumber = 6, WordsAsked = 12, MostOfWord = 300, MostTitles = 20;
    private const double ShareOfTitle = 0.8;

    /// <param name="path">Where the file lay; folders are often called after the agreement.</param>
    public async Task<Suggestion?> ForAsync(Guid source, string path, CancellationToken stop = default)
    {
        await using var db = store.Read(Reader.Local);
        if (await db.FindAsync(source, stop) is not { } document) return null;
        if (await HeldAsync(db, source, stop) is { } held) return held;
        var it = document.As<Source>();
        var words = Fold.Words(path).Concat(Fold.Words(it.Title)).Concat(await TextAsync(it, stop)).ToList();
        return await ByNumberAsync(db, words, stop) ?? await ByTitleAsync(db, words, stop);
    }

    private static async Task<Suggestion?> HeldAsync(ReadDb db, Guid source, CancellationToken stop)
    {
        var held = await db.Links.Where(l => l.Target == source && l.Field == "texts/source").Join(db.Headlines, l => l.Record, h => h.Record, (_, h) => h).FirstOrDefaultAsync(stop);
        return held is null ? null : new(held.Record, held.Title, "it is among its texts already", true);
    }

    private async Task<IEnumerable<string>> TextAsync(Source source, CancellationToken stop)
    {
        if (source.Texts.LastOrDefault()?.Digest is not { } digest || await store.Files.GetAsync(digest, stop) is not { } bytes) return [];
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, WordsRead * 12)));
        return Fold.Words(text).Take(WordsRead);
    }

    private static async Task<Suggestion?> ByNumberAsync(ReadDb db, List<string> words, CancellationToken stop)
    {
        var keys = new HashSet<string>();
        for (var i = 0; i < words.Count; i++)
            for (var length = 1; length <= LongestNumber && i + length <= words.Count; length++)
                if (string.Join(' ', words.GetRange(i, length)) is { Length: >= 5 } key && key.Any(char.IsDigit) && (length > 1 || key.Any(char.IsLetter))) keys.Add(key);
        var found = await db.Known.Where(k => k.Kind == AgreementKind.Name && k.Sort == "reference" && keys.Contains(k.Key)).Select(k => new { k.Record, k.Key }).ToListAsync(stop);
        // The longest number is the most particular; where two agreements share it a person must look.
        var best = found.GroupBy(f => f.Key.Length).MaxBy(g => g.Key)?.Select(f => f.Record).Distinct().ToList() ?? [];
        if (best.Count != 1) return null;
        var row = await db.Agreements.Where(a => a.Record == best[0]).Select(a => new { a.Title, a.FileNumber }).FirstOrDefaultAsync(stop);
        return row is null ? null : new(best[0], row.Title, $"its number {row.FileNumber} stands there", true);
    }

    private static async Task<Suggestion?> ByTitleAsync(ReadDb db, List<string> words, CancellationToken stop)
    {
        var found = new Dictionary<Guid, int>();
        // The longest words of the path and the beginning tell most; one that very many titles have tells nothing.
        foreach (var word in words.Take(80).Where(w => w.Length > 4 && !w.Any(char.IsDigit)).Distinct().OrderByDescending(w => w.Length).Take(WordsAsked))
        {
            var having = await db.Known.Where(k => k.Kind == AgreementKind.Name && k.Key == word).Select(k => k.Record).Distinct().Take(MostOfWord + 1).ToListAsync(stop);
            if (having.Count <= MostOfWord) foreach (var record in having) found[record] = found.GetValueOrDefault(record) + 1;
        }

        var records = found.OrderByDescending(f => f.Value).ThenBy(f => f.Key).Take(MostTitles).Select(f => f.Key).ToList();
        var (rows, all) = (await db.Agreements.Where(a => records.Contains(a.Record)).Select(a => new { a.Record, a.Title }).ToListAsync(stop), words.ToHashSet());
        var best = rows.Select(r => (r.Record, r.Title, Share: Share(r.Title, all))).Where(r => r.Share >= ShareOfTitle).OrderByDescending(r => r.Share).ThenByDescending(r => r.Title.Length).Take(2).ToList();
        return best.Count == 0 || (best.Count == 2 && best[0].Share - best[1].Share < 0.01 && best[0].Title.Length == best[1].Title.Length) ? null : new(best[0].Record, best[0].Title, "the words of its title stand there", false);
    }

    /// <summary>The share of a title's long words that are among these; 0 for a title that is too short to tell.</summary>
    private static double Share(string title, HashSet<string> words)
    {
        var own = Fold.Words(title).Where(w => w.Length > 3).Distinct().ToList();
        return own.Count < 3 ? 0 : (double)own.Count(words.Contains) / own.Count;
    }
}
