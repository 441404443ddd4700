namespace Concordat.Sources.Extraction.Formats;

/// <summary>The text of a page, written at once for the whole page and for the parts of it that may be what it is about.</summary>
internal sealed class HtmlRegions
{
    // Under this share of its surroundings an article is a teaser among others.
    private const double LeastShare = 0.3;

    // One article alone is taken when it is at least a short notice.
    private const int LeastAlone = 200;

    private readonly BlockWriter _everything = new(), _page = new(), _main = new();
    private readonly List<BlockWriter> _articles = [];
    private readonly List<BlockWriter> _open = [];

    public int Length => _everything.Length;

    /// <summary>Says into which parts the next words go.</summary>
    public void Enter(bool navigation, bool furniture, bool main, bool article)
    {
        _open.Clear();
        _open.Add(_everything);
        if (navigation) return;
        _open.Add(_page);
        if (furniture) return;
        if (main) _open.Add(_main);
        if (article) _open.Add(_articles[^1]);
    }

    public void BeginArticle() => _articles.Add(new());

    public void Ask(Gap gap)
    {
        foreach (var part in _open) part.Ask(gap);
    }

    public void Narrow(Gap gap)
    {
        foreach (var part in _open) part.Narrow(gap);
    }

    public void Write(ReadOnlySpan<char> text, bool keepLines)
    {
        foreach (var part in _open)
            if (keepLines) part.WriteLines(text); else part.Write(text);
    }

    /// <summary>The article, else the main part, else the page without its navigation, else everything.</summary>
    /// <param name="heading">The page's first heading, put before a part that it stands outside of.</param>
    public string Chosen(string? heading)
    {
        var around = _main.Length > 0 ? _main : _page;
        var article = _articles.MaxBy(a => a.Length);
        var isArticle = article is { Length: > 0 } && (article.Length >= around.Length * LeastShare || (_articles.Count == 1 && article.Length >= LeastAlone));
        var part = isArticle ? article! : around;
        if (part.Length == 0) return _everything.ToString();
        var text = part.ToString();
        return heading is null || part == _page || text.Contains(heading, StringComparison.Ordinal) ? text : $"{heading}\n\n{text}";
    }
}
