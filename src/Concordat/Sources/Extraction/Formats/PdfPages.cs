using System.Collections.Immutable;
using System.Text;
using UglyToad.PdfPig;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Gathers the lines of a PDF page by page, and makes one text of them.</summary>
internal sealed class PdfPages
{
    private readonly List<List<PdfLine>> _pages = [];
    private int _invisible;

    public int Read => _pages.Count;

    public int Letters { get; private set; }

    /// <summary>Pages that could not be read.</summary>
    public int Broken { get; private set; }

    /// <summary>Pages that have pictures and no letter.</summary>
    public int Silent { get; private set; }

    /// <summary>Nearly all letters are drawn invisibly, over a picture: a scanner's program read them.</summary>
    public bool IsMachineRead => Letters > 0 && _invisible > Letters * 0.9;

    public void Add(PdfDocument pdf, int number)
    {
        var lines = new List<PdfLine>();
        _pages.Add(lines);
        try
        {
            var page = pdf.GetPage<PdfGlyphs>(number);
            lines.AddRange(PdfLines.Of(page.Glyphs));
            Letters += page.Glyphs.Count;
            _invisible += page.Glyphs.Count(g => g.IsInvisible);
            if (page.Glyphs.Count == 0 && page.Pictures > 0) Silent++;
        }
        catch (Exception e) when (e is not OutOfMemoryException) { Broken++; }
    }

    /// <returns>A sentence that goes on over the page goes on in the text; the next page then starts within the paragraph.</returns>
    public (string Text, ImmutableArray<int> Starts) Text() =>
        Together(PdfRunning.Without(_pages).Select(p => Clean.Text(PdfLayout.Text(p))));

    internal static (string Text, ImmutableArray<int> Starts) Together(IEnumerable<string> pages)
    {
        var text = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<int>();
        var last = "";
        foreach (var page in pages)
        {
            if (text.Length > 0 && page.Length > 0) text.Append(Lines.GoesOn(last, page) ? " " : "\n\n");
            starts.Add(text.Length);
            text.Append(page);
            if (page.Length > 0) last = page;
        }
        return (text.ToString(), starts.ToImmutable());
    }
}
