namespace Concordat.Sources.Extraction.Formats;

/// <summary>Headers, footers and page numbers: told by standing at the edge of most pages. The first of each stays, since a file number or a marking may be nowhere else.</summary>
internal static class PdfRunning
{
    private const int LeastPages = 3, Edge = 2;
    private const double LeastShare = 0.6;

    public static List<List<PdfLine>> Without(List<List<PdfLine>> pages)
    {
        if (pages.Count < LeastPages) return pages;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in pages.SelectMany(p => AtEdge(p).Select(Key).Distinct())) counts[key] = counts.GetValueOrDefault(key) + 1;
        var least = Math.Max(LeastPages, (int)Math.Ceiling(pages.Count * LeastShare));
        var running = counts.Where(c => c.Value >= least).Select(c => c.Key).ToHashSet();
        var seen = new HashSet<string>();
        return [.. pages.Select(page =>
        {
            var edge = AtEdge(page).ToHashSet(ReferenceEqualityComparer.Instance);
            return page.Where(l => !(edge.Contains(l) && running.Contains(Key(l))) || seen.Add(Key(l))).ToList();
        })];
    }

    private static IEnumerable<PdfLine> AtEdge(List<PdfLine> page)
    {
        var byHeight = page.OrderByDescending(l => l.Base).ToList();
        return byHeight.Take(Edge).Concat(byHeight.TakeLast(Edge)).Distinct();
    }

    private static string Key(PdfLine line)
    {
        var words = string.Concat(line.Text.Where(char.IsLetter)).ToLowerInvariant();
        // Page numbers differ from page to page; any other number ("Article 4" at the head of a page) is part of what is said.
        var isNumber = words is "" or "page" or "pageof" or "of" or "p" or "pg" or "seite" or "seitevon" && line.Text.Any(char.IsDigit);
        return $"{(isNumber ? words + "#" : line.Text)} {Math.Round(line.Base / 4)}";
    }
}
