using Concordat.Names;
using Concordat.Storage;

namespace Concordat.App.Search;

/// <summary>Narrowing by words of names, where there is no index of words.</summary>
internal static class NarrowByWords
{
    /// <summary>Rows whose record has, for each word, a name or number that begins with it.</summary>
    public static IQueryable<T> ByWords<T>(this IQueryable<T> rows, ReadDb db, string? words) where T : class, IRow
    {
        foreach (var word in Fold.Words(words ?? "").Take(6))
        {
            var (from, to) = (word, word + "\uffff");
            rows = rows.Where(r => db.Known.Any(k => k.Record == r.Record && string.Compare(k.Key, from) >= 0 && string.Compare(k.Key, to) < 0));
        }

        return rows;
    }
}
