using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>What a page states about itself. The first statement of each counts, a stronger kind before a weaker one.</summary>
internal sealed class HtmlFacts
{
    private string? _title, _shared;
    private DateOnly? _stated, _linked, _shown;

    /// <summary>As shared (og:title), which leaves out the site's name; else as in the window.</summary>
    public string? Title => Clean.Line(_shared) ?? Clean.Line(_title);

    public string? Site { get; private set; }

    /// <summary>Text of the first heading of the first level outside furniture; one line.</summary>
    public string? Heading { get; private set; }

    /// <summary>Day of publication: stated in the head, else in structured data, else the first dated time in the article.</summary>
    public DateOnly? Published => _stated ?? _linked ?? _shown;

    public void SetTitle(string text) => _title ??= Clean.Line(text);

    public void SetHeading(string text) => Heading ??= Clean.Line(text);

    public void Meta(HtmlTagToken meta)
    {
        var name = Attribute(meta, "property") ?? Attribute(meta, "name") ?? Attribute(meta, "itemprop");
        var content = Attribute(meta, "content");
        if (name is null || string.IsNullOrWhiteSpace(content)) return;
        switch (name.ToLowerInvariant())
        {
            case "og:title": _shared ??= content; break;
            case "og:site_name": Site ??= content; break;
            case "article:published_time" or "datepublished" or "pubdate" or "publishdate" or "dc.date" or "dc.date.issued" or "dcterms.issued" or "parsely-pub-date":
                _stated ??= Day(content);
                break;
        }
    }

    /// <summary>A time element inside the article.</summary>
    public void Time(HtmlTagToken time) => _shown ??= Day(Attribute(time, "datetime"));

    /// <summary>Structured data (schema.org in JSON-LD); only the day of publication is looked for.</summary>
    public void Linked(string json)
    {
        const string Key = "\"datePublished\"";
        var at = json.IndexOf(Key, StringComparison.Ordinal);
        if (at < 0) return;
        var value = json.AsSpan(at + Key.Length).TrimStart(": \t\r\n\"");
        _linked ??= Day(value[..Math.Min(10, value.Length)].ToString());
    }

    public static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
            if (string.Equals(attribute.Name, name, StringComparison.OrdinalIgnoreCase)) return attribute.Value;
        return null;
    }

    // The day as the page's own clock says it: "2026-02-13T23:40:00+05:30" is the 13th.
    private static DateOnly? Day(string? text) =>
        text?.Trim() is { Length: >= 10 } t && DateOnly.TryParseExact(t[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
