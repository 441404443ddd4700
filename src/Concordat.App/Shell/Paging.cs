using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>What a list's address says: words, filters, order, where the page begins.</summary>
public sealed record ListQuery(string Path, string? Words, string? Sort, IReadOnlyDictionary<string, string> Filters)
{
    public const int PageSize = 50;

    /// <summary>The row after which the page begins.</summary>
    public Guid? After { get; init; }

    /// <summary>The row before which the page ends.</summary>
    public Guid? Before { get; init; }

    /// <summary>How many rows.</summary>
    public int Take { get; init; } = PageSize;

    /// <summary>As a file for spreadsheets instead of a page.</summary>
    public bool Csv { get; init; }

    public static ListQuery Of(HttpContext context)
    {
        var query = context.Request.Query;
        var words = PostedForm.Clean(query["q"].ToString()).Trim();
        return new(
            context.Request.Path, words.Length == 0 ? null : words[..Math.Min(words.Length, 200)], Text(query["sort"]),
            query.Where(f => f.Key is not ("q" or "sort" or "after" or "before" or "format") && Text(f.Value) is not null).ToDictionary(f => f.Key, f => PostedForm.Clean(Text(f.Value)!)))
        {
            After = Guid.TryParse(query["after"], out var after) ? after : null, Before = Guid.TryParse(query["before"], out var before) ? before : null, Csv = query["format"] == "csv",
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    public string? this[string filter] => Filters.GetValueOrDefault(filter);

    /// <summary>The same list with another filter (null takes it away), from its first page.</summary>
    public string With(string filter, string? value)
    {
        var filters = Filters.Where(f => f.Key != filter).ToDictionary(f => f.Key, f => f.Value);
        if (value is not null) filters[filter] = value;
        return Address(filters, Sort);
    }

    /// <summary>The same as <see cref="With"/>, relative to the list itself: shorter, where every line has one.</summary>
    public string Within(string filter, string value) => With(filter, value)[Path.Length..];

    public string Sorted(string? sort) => Address(Filters, sort);

    public string Later(Guid after) => Address(Filters, Sort, ("after", after.ToString("D")));

    public string Earlier(Guid before) => Address(Filters, Sort, ("before", before.ToString("D")));

    public string First => Address(Filters, Sort);

    /// <summary>The page of the list that is asked for, whole.</summary>
    public string Here => After is { } after ? Later(after) : Before is { } before ? Earlier(before) : First;

    public string Spreadsheet => Address(Filters, Sort, ("format", "csv"));

    public bool Narrowed => Words is not null || Filters.Count > 0;

    private string Address(IReadOnlyDictionary<string, string> filters, string? sort, (string Name, string Value)? more = null)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (Words is not null) parts.Add(new("q", Words));
        parts.AddRange(filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new KeyValuePair<string, string?>(f.Key, f.Value)));
        if (sort is not null) parts.Add(new("sort", sort));
        if (more is { } last) parts.Add(new(last.Name, last.Value));
        return Path + QueryString.Create(parts);
    }
}

/// <summary>Narrowing by words of names.</summary>
internal static class Narrow
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
