using System.Collections.Immutable;
using Concordat.Sources.Extraction.Machine;

namespace Concordat.Sources.Extraction;

/// <summary>How far a machine reading has come: pages done, of how many.</summary>
public readonly record struct OcrProgress(int Page, int Pages);

/// <summary>Reads text off pictures with the program tesseract, where the machine has it. Slow (about a second a page): never in a request.</summary>
public static class Ocr
{
    /// <summary>True where the program is on the PATH; looked up anew each time, costs a few file checks.</summary>
    public static bool IsAvailable => Tesseract.Find() is not null;

    /// <summary>Reads a scanned PDF page by page, or a picture. Pages that have letters of their own keep them.</summary>
    /// <param name="bytes">A PDF, PNG, JPEG, TIFF, GIF or WebP.</param>
    /// <param name="limits">Null is <see cref="Limits.Default"/>; each page has <see cref="Limits.PageTime"/>.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="languages">As tesseract names them, joined by "+": "eng+hin".</param>
    /// <param name="stop">Ends the program at once.</param>
    /// <returns>Text with <see cref="Extracted.MachineRead"/>, perhaps empty. Refusals: source.no-machine-reader, source.nothing-to-read.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled; no temporary file is left.</exception>
    public static async Task<Outcome<Extracted>> ReadAsync(byte[] bytes, Limits? limits = null, IProgress<OcrProgress>? progress = null, string languages = "eng", CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        limits ??= Limits.Default;
        if (await Tesseract.StartAsync(languages, limits.PageTime, stop) is not { } tesseract) return Refusals.NoMachineReader;
        using (tesseract)
        {
            var media = Sniff.File(bytes, "", null).MediaType;
            var read = media switch
            {
                MediaTypes.Pdf => await PdfAsync(bytes, limits, tesseract, progress, stop),
                MediaTypes.Png or MediaTypes.Jpeg or MediaTypes.Tiff or MediaTypes.Gif or MediaTypes.Webp => await PictureAsync(bytes, tesseract, progress, stop),
                _ => null,
            };
            return read is null ? Refusals.NothingToRead : Result(read, media, tesseract.Version, limits);
        }
    }

    private static async Task<OcrPages> PictureAsync(byte[] bytes, Tesseract tesseract, IProgress<OcrProgress>? progress, CancellationToken stop)
    {
        var pages = new OcrPages();
        var read = await tesseract.ReadAsync(new(bytes, Dpi: null), stop);
        foreach (var page in read.Pages.DefaultIfEmpty(OcrText.Empty)) pages.Add(page.Text, [page]);
        if (read.Failed) pages.Failed++;
        progress?.Report(new(pages.Count, pages.Count));
        return pages;
    }

    private static async Task<OcrPages?> PdfAsync(byte[] bytes, Limits limits, Tesseract tesseract, IProgress<OcrProgress>? progress, CancellationToken stop)
    {
        using var pdf = await OcrPdf.OpenAsync(bytes, limits, stop);
        if (pdf is null) return null;
        var pages = new OcrPages { All = pdf.Pages };
        for (var number = 1; number <= Math.Min(pdf.Pages, limits.Pages) && pages.Length <= limits.TextBytes; number++)
        {
            if (await pdf.PageAsync(number, stop) is not { } page) { pages.Failed++; break; }
            if (page.Own is not null) pages.Add(page.Own, []);
            else
            {
                var texts = new List<OcrText>();
                foreach (var picture in page.Pictures)
                {
                    var read = await tesseract.ReadAsync(picture, stop);
                    texts.AddRange(read.Pages);
                    if (read.Failed) pages.Failed++;
                }
                pages.Failed += page.Unreadable;
                pages.Add(string.Join("\n\n", texts.Select(t => t.Text).Where(t => t.Length > 0)), texts);
            }
            progress?.Report(new(number, pdf.Pages));
        }
        return pages;
    }

    private static Extracted Result(OcrPages read, string mediaType, string version, Limits limits)
    {
        var (text, starts) = read.Together();
        var notes = ImmutableArray.CreateBuilder<Note>();
        if (text.Length > 0) notes.Add(Notes.MachineRead(read.Confidence)); else notes.Add(Notes.NoText("The machine found no words on the pictures. The file is kept."));
        if (read.Count < read.All) notes.Add(Notes.TextCut(read.Count, read.All));
        if (read.Failed > 0) notes.Add(Notes.PicturesFailed(read.Failed));
        var size = System.Text.Encoding.UTF8.GetByteCount(text);
        if (size > limits.TextBytes) (text, starts) = TooLong(notes, size, limits);
        return new()
        {
            MediaType = mediaType, Extractor = "tesseract", Version = version, Text = text, MachineRead = true,
            Pages = Math.Max(read.All, read.Count), PageStarts = text.Length > 0 ? starts : [], Notes = notes.ToImmutable(),
        };
    }

    private static (string, ImmutableArray<int>) TooLong(ImmutableArray<Note>.Builder notes, int size, Limits limits)
    {
        notes.Add(Notes.TextTooLong(size, limits.TextBytes));
        return ("", []);
    }
}
