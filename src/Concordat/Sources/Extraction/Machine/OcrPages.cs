using System.Collections.Immutable;
using Concordat.Sources.Extraction.Formats;

namespace Concordat.Sources.Extraction.Machine;

/// <summary>What a machine read on one page: paragraphs, the number of words and the sum of how sure it was of each, in per cent.</summary>
internal sealed record OcrText(string Text, int Words, double Sureness)
{
    public static OcrText Empty { get; } = new("", 0, 0);
}

/// <summary>One picture to read.</summary>
/// <param name="Bytes">A whole file of a format that tesseract opens.</param>
/// <param name="Dpi">Dots per inch on the page; null where the file says so itself.</param>
internal sealed record OcrPicture(byte[] Bytes, int? Dpi);

/// <summary>Gathers the pages of a machine reading.</summary>
internal sealed class OcrPages
{
    private readonly List<string> _pages = [];
    private double _sureness;
    private int _words;

    /// <summary>Pages that the document has; 0 where only reading tells.</summary>
    public int All { get; init; }

    public int Count => _pages.Count;

    public int Length { get; private set; }

    /// <summary>Pictures that could not be opened or read in time.</summary>
    public int Failed { get; set; }

    /// <summary>Mean over all words, in per cent.</summary>
    public int Confidence => _words == 0 ? 0 : (int)Math.Round(_sureness / _words);

    public void Add(string text, IReadOnlyList<OcrText> read)
    {
        text = Clean.Text(text);
        _pages.Add(text);
        Length += text.Length;
        foreach (var one in read)
        {
            _words += one.Words;
            _sureness += one.Sureness;
        }
    }

    public (string Text, ImmutableArray<int> Starts) Together() => PdfPages.Together(_pages);
}
