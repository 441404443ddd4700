using Concordat.Sources.Extraction.Formats;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Concordat.Sources.Extraction.Machine;

/// <summary>A page of a PDF for machine reading.</summary>
/// <param name="Own">Its own words where it has letters; else null.</param>
/// <param name="Pictures">From the top down.</param>
/// <param name="Unreadable">Pictures in a format that cannot be taken out.</param>
internal sealed record OcrPage(string? Own, IReadOnlyList<OcrPicture> Pictures, int Unreadable);

/// <summary>Takes the pictures out of a PDF, a page at a time, each step bounded in time.</summary>
internal sealed class OcrPdf : IDisposable
{
    // Smaller pictures are logos and rules; larger ones are made to fill memory.
    private const int LeastWidth = 200, LeastHeight = 40, MostPerPage = 20;
    private const long MostSamples = 150_000_000;

    private readonly PdfDocument _pdf;
    private readonly PdfBudget _budget;
    private readonly Limits _limits;

    private OcrPdf(PdfDocument pdf, PdfBudget budget, Limits limits) => (_pdf, _budget, _limits, Pages) = (pdf, budget, limits, pdf.NumberOfPages);

    public int Pages { get; }

    public static async Task<OcrPdf?> OpenAsync(byte[] bytes, Limits limits, CancellationToken stop)
    {
        // Each page has its own time; streams are bounded by size and number.
        var budget = new PdfBudget(limits, stop);
        try { return await Bounded.RunAsync(_ => new OcrPdf(Pdf.Open(bytes, limits, budget), budget, limits), limits.Time, limits.Grace, stop); }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException)) { return null; }
    }

    /// <returns>Null where the page did not come in time, and no other can follow.</returns>
    public async Task<OcrPage?> PageAsync(int number, CancellationToken stop)
    {
        try { return await Bounded.RunAsync(_ => Take(number), _limits.Time, _limits.Grace, stop); }
        catch (TimeoutException) { return null; }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException)) { return new(null, [], 1); }
    }

    private OcrPage Take(int number)
    {
        _budget.BeginPage();
        // Also the test whether the page can be drawn at all within its bounds.
        var glyphs = _pdf.GetPage<PdfGlyphs>(number).Glyphs;
        if (glyphs.Count > 0) return new(PdfLayout.Text(PdfLines.Of(glyphs)), [], 0);
        var page = _pdf.GetPage(number);
        var pictures = new List<OcrPicture>();
        var unreadable = 0;
        foreach (var image in page.GetImages().Where(IsWorthwhile).OrderByDescending(i => i.BoundingBox.Top).ThenBy(i => i.BoundingBox.Left).Take(MostPerPage))
        {
            if (File(image) is { } file) pictures.Add(new(file, Dpi(image))); else unreadable++;
        }
        return new(null, pictures, unreadable);
    }

    private static bool IsWorthwhile(IPdfImage image) =>
        image.WidthInSamples >= LeastWidth && image.HeightInSamples >= LeastHeight && (long)image.WidthInSamples * image.HeightInSamples <= MostSamples;

    /// <summary>JPEG and JPEG 2000 are stored as whole files; anything else is made into a PNG.</summary>
    private static byte[]? File(IPdfImage image)
    {
        var raw = image.RawBytes;
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || raw.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, (byte)'j', (byte)'P'])) return raw.ToArray();
        return image.TryGetPng(out var png) ? png : null;
    }

    private static int? Dpi(IPdfImage image)
    {
        var width = image.BoundingBox.Width;
        return width > 1 ? Math.Clamp((int)Math.Round(image.WidthInSamples * 72 / width), 70, 1200) : null;
    }

    public void Dispose()
    {
        // A page that never came still holds it.
        if (Bounded.Abandoned == 0) _pdf.Dispose();
    }
}
