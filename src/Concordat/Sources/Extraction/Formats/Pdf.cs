using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>The words of a PDF in the order its pages draw them, put together to paragraphs.</summary>
internal static class Pdf
{
    public static string Version { get; } = $"1 (PdfPig {typeof(PdfDocument).Assembly.GetName().Version?.ToString(3)})";

    public static Extracted Read(byte[] bytes, Limits limits, CancellationToken late)
    {
        try
        {
            var budget = new PdfBudget(limits, late);
            using var pdf = Open(bytes, limits, budget);
            return Read(pdf, budget, limits, late);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested) { return Nothing(Notes.TooSlow(limits.Time)); }
        catch (PdfDocumentEncryptedException) { return Nothing(Notes.Locked) with { Locked = true }; }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Nothing(Notes.Damaged($"The PDF is damaged and could not be read ({e.GetType().Name}). It is kept."));
        }
    }

    /// <summary>Opens with the empty password, which most protected files have for reading.</summary>
    internal static PdfDocument Open(byte[] bytes, Limits limits, PdfBudget budget)
    {
        // Tables that are not packed pass no filter.
        PdfRanges.Check(bytes);
        var pdf = PdfDocument.Open(bytes, new ParsingOptions
        {
            UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters(limits, budget), Logger = budget, Passwords = [""],
        });
        pdf.AddPageFactory<PdfGlyphs, PdfGlyphsFactory>();
        return pdf;
    }

    private static Extracted Nothing(Note why) => new() { MediaType = MediaTypes.Pdf, Extractor = "pdf", Version = Version, Notes = [why] };

    private static Extracted Read(PdfDocument pdf, PdfBudget budget, Limits limits, CancellationToken late)
    {
        var pages = new PdfPages();
        var most = Math.Min(pdf.NumberOfPages, limits.Pages);
        for (var number = 1; number <= most && !late.IsCancellationRequested && pages.Letters <= limits.TextBytes; number++)
        {
            budget.BeginPage();
            pages.Add(pdf, number);
        }
        var (text, starts) = pages.Text();
        var notes = ImmutableArray.CreateBuilder<Note>();
        if (late.IsCancellationRequested) notes.Add(Notes.TooSlow(limits.Time));
        if (pages.Read < pdf.NumberOfPages && pages.Letters <= limits.TextBytes) notes.Add(Notes.TextCut(pages.Read, pdf.NumberOfPages));
        if (pages.Broken > 0) notes.Add(Notes.Damaged($"{pages.Broken:N0} of {pdf.NumberOfPages:N0} pages are damaged and could not be read."));
        if (text.Length == 0) notes.Add(Notes.NoText(pages.Silent > 0 ? "The PDF has no text: its pages are pictures, as from a scanner. It is kept." : "The PDF shows no text. It is kept."));
        else if (pages.Silent > 0) notes.Add(Notes.PagesWithoutText(pages.Silent, pdf.NumberOfPages));
        if (pages.IsMachineRead) notes.Add(Notes.ScannerRead);
        return new()
        {
            MediaType = MediaTypes.Pdf, Extractor = "pdf", Version = Version, Text = text, MachineRead = pages.IsMachineRead,
            Pages = pdf.NumberOfPages, PageStarts = text.Length > 0 ? starts : [], Title = Title(pdf), Notes = notes.ToImmutable(),
        };
    }

    /// <summary>Programs write the name of the file or of themselves where no author gave a title.</summary>
    private static string? Title(PdfDocument pdf)
    {
        string? title;
        try { title = Clean.Line(pdf.Information.Title); }
        catch (Exception e) when (e is not OutOfMemoryException) { return null; }
        if (title is null || title.Length < 4 || title.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase)) return null;
        return title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase) || (Path.GetExtension(title).Length is >= 3 and <= 5 && !title.Contains(' ', StringComparison.Ordinal)) ? null : title;
    }
}
