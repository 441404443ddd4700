using AngleSharp.Html.Parser;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>The visible words of a web page, a paragraph per block; where it marks its article, only that.</summary>
/// <remarks>
/// Reads AngleSharp's tokens and builds no tree: time and memory grow with the length of the page whatever its nesting,
/// where the tree builder of the standard takes quadratic time on a deep or misnested page.
/// </remarks>
internal static class Html
{
    public static string Version { get; } = $"1 (AngleSharp {typeof(HtmlTokenizer).Assembly.GetName().Version?.ToString(3)})";

    public static Extracted Read(Decoded page, Limits limits)
    {
        var walk = Walk(page.Text, limits.TextBytes);
        if (walk.IsFull) return Result(walk, "", [.. page.Notes, Notes.TextTooLong(0, limits.TextBytes)]);
        var text = walk.Regions.Chosen(walk.Facts.Heading);
        return Result(walk, text, text.Length > 0 ? page.Notes : [.. page.Notes, Notes.NoText("The page shows no text; it may be made of pictures or by a script. The file is kept.")]);
    }

    /// <summary>The words of an HTML fragment, for instance the body of a mail; empty where it is longer than the limit.</summary>
    public static string Words(string html, Limits limits)
    {
        var walk = Walk(html, limits.TextBytes);
        return walk.IsFull ? "" : walk.Regions.Chosen(null);
    }

    private static HtmlWalk Walk(string html, int limit)
    {
        var walk = new HtmlWalk(html, limit);
        walk.Run();
        return walk;
    }

    private static Extracted Result(HtmlWalk walk, string text, System.Collections.Immutable.ImmutableArray<Note> notes) => new()
    {
        MediaType = MediaTypes.Html,
        Extractor = "html",
        Version = Version,
        Text = text,
        Title = walk.Facts.Title,
        Dated = walk.Facts.Published,
        From = walk.Facts.Site,
        Notes = notes,
    };
}
