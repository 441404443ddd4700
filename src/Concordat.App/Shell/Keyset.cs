using System.Linq.Expressions;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>The rows of one page, and where the pages before and after it begin.</summary>
/// <param name="Earlier">Value of <c>before</c>, or null on the first page.</param>
/// <param name="Later">Value of <c>after</c>, or null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, Guid? Earlier, Guid? Later);

/// <summary>Pages through a table by a key and, among equals, by the record: a page costs the same wherever it is.</summary>
internal static class Keyset
{
    private sealed record Anchor<TKey>(TKey Key, Guid Record);

    /// <param name="all">The table itself, where the row is looked up from which the page begins.</param>
    public static async Task<Page<T>> PageAsync<T, TKey>(IQueryable<T> rows, IQueryable<T> all, Expression<Func<T, TKey>> key, bool descending, ListQuery query, CancellationToken stop) where T : class, IRow
    {
        var back = query.Before is not null;
        var from = (query.Before ?? query.After) is { } id ? await all.FirstOrDefaultAsync(r => r.Record == id, stop) : null;
        if (from is not null) rows = rows.Where(Beyond(key, new Anchor<TKey>(key.Compile()(from), from.Record), descending != back, back));
        var ordered = descending != back ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var page = await (back ? ordered.ThenByDescending(r => r.Record) : ordered.ThenBy(r => r.Record)).Take(query.Take + 1).ToListAsync(stop);
        var more = page.Count > query.Take;
        if (more) page.RemoveAt(query.Take);
        if (page.Count == 0) return new(page, null, null);
        if (back) page.Reverse();
        return new(page, (back ? more : from is not null) ? page[0].Record : null, (back ? from is not null : more) ? page[^1].Record : null);
    }

    /// <summary>Key beyond the anchor's, or equal and the record beyond it.</summary>
    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> key, Anchor<TKey> anchor, bool below, bool recordBelow)
    {
        var row = key.Parameters[0];
        // Members of a constant become parameters of the statement, so that it is compiled once.
        var held = Expression.Constant(anchor);
        Expression mine = key.Body, theirs = Expression.Property(held, nameof(anchor.Key));
        if (typeof(TKey) == typeof(string)) (mine, theirs) = (Expression.Call(typeof(string), nameof(string.Compare), null, mine, theirs), Expression.Constant(0));
        var record = Expression.Property(row, nameof(IRow.Record));
        var last = Expression.Property(held, nameof(anchor.Record));
        var tie = recordBelow ? Expression.LessThan(record, last) : Expression.GreaterThan(record, last);
        var beyond = below ? Expression.LessThan(mine, theirs) : Expression.GreaterThan(mine, theirs);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(beyond, Expression.AndAlso(Expression.Equal(mine, theirs), tie)), row);
    }
}
