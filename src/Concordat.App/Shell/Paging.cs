using System.Collections.Frozen;

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

    /// <summary>As a workbook, whose changes can come back through Import.</summary>
    public bool Xlsx { get; init; }

    /// <summary>The facet whose values are all shown.</summary>
    public string? Open { get; init; }

    /// <summary>Names of the columns to show, with commas; null for the usual ones.</summary>
    public string? Columns { get; init; }

    /// <summary>The day, as typed, as of which the list is shown; null for today.</summary>
    public string? Known { get; init; }

    /// <summary>With a box before each line, to do something with several.</summary>
    public bool Ticking { get; init; }

    public static ListQuery Of(HttpContext context) => Of(context.Request.Path, context.Request.Query);

    /// <param name="query">The address behind the question mark.</param>
    public static ListQuery Of(string path, IQueryCollection query)
    {
        var words = PostedForm.Clean(query["q"].ToString()).Trim();
        return new(
            path, words.Length == 0 ? null : words[..Math.Min(words.Length, 200)], Text(query["sort"]),
            query.Where(f => !Manners.Contains(f.Key) && Text(f.Value) is not null).ToDictionary(f => f.Key, f => PostedForm.Clean(Text(f.Value)!)))
        {
            After = Guid.TryParse(query["after"], out var after) ? after : null, Before = Guid.TryParse(query["before"], out var before) ? before : null, Csv = query["format"] == "csv", Xlsx = query["format"] == "xlsx",
            Open = Text(query["open"]), Columns = Text(string.Join(',', query["columns"].OfType<string>())), Ticking = query["tick"] == "1", Known = Text(query["known"]) is { Length: <= 40 } known ? PostedForm.Clean(known) : null,
        };
    }

    // What an address says beside its filters.
    private static readonly FrozenSet<string> Manners = FrozenSet.Create("q", "sort", "after", "before", "format", "open", "columns", "tick", "known");

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

    /// <summary>The same page with the values of a facet shown, or folded.</summary>
    public string Opened(string? facet) => Address(Filters, Sort, facet is null ? null : ("open", facet));

    /// <summary>The same page with boxes to tick.</summary>
    public string Ticked => Address(Filters, Sort, ("tick", "1"));

    /// <summary>What stands behind the question mark of the whole list: what a saved view keeps.</summary>
    public string Kept => First.Length > Path.Length ? First[(Path.Length + 1)..] : "";

    public string Later(Guid after) => Turned("after", after);

    public string Earlier(Guid before) => Turned("before", before);

    private string Turned(string way, Guid record) => Address(Filters, Sort, (way, record.ToString("D")), Ticking ? ("tick", "1") : null);

    public string First => Address(Filters, Sort);

    /// <summary>The list without filters and words.</summary>
    public string Whole => (this with { Words = null }).Address(new Dictionary<string, string>(), Sort);

    /// <summary>The page of the list that is asked for, whole.</summary>
    public string Here => (After is { } after ? Later(after) : Before is { } before ? Earlier(before) : Ticking ? Ticked : First) + (Open is null ? "" : "#" + Open);

    public string Workbook => Address(Filters, Sort, ("format", "xlsx"));

    public string Spreadsheet => Address(Filters, Sort, ("format", "csv"));

    public bool Narrowed => Words is not null || Filters.Count > 0;

    private string Address(IReadOnlyDictionary<string, string> filters, string? sort, params ReadOnlySpan<(string Name, string Value)?> more)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (Words is not null) parts.Add(new("q", Words));
        parts.AddRange(filters.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new KeyValuePair<string, string?>(f.Key, f.Value)));
        if (sort is not null) parts.Add(new("sort", sort));
        if (Columns is not null) parts.Add(new("columns", Columns));
        if (Known is not null) parts.Add(new("known", Known));
        foreach (var each in more) if (each is var (name, value)) parts.Add(new(name, value));
        return Path + QueryString.Create(parts);
    }
}
