using System.Diagnostics;
using Concordat.Correspondence;
using Concordat.Sources.Extraction;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Concordat.Tests.Correspondence;

public sealed class WriteDocxTests
{
    private static readonly LetterFacts Facts = new() { Kind = "meeting", Title = "Second session of the Joint Ice Committee", Dates = "3–5 March 2027", Place = "Tromsø", Addressee = "Dr Tamsin Orrel", Own = "Norvik Polar Laboratory" };

    private static LetterDraft Draft(string text) => new()
    {
        Office = "Norvik Polar Laboratory", OfficeLines = ["Tromsø, Norway", "https://norvik.example"], OurReference = "NPL/26/7", TheirReference = "B <&> 4", PlaceAndDay = "Tromsø, 23 November 2026",
        Addressee = ["Dr Tamsin Orrel", "Director", "University of Brellin"], Subject = "Invitation: Second session of the Joint Ice Committee", Text = text, Signatory = ["Vera Holm", "Head of partnerships"], Day = new(2026, 11, 23),
    };

    private static string Invitation => LetterTemplates.Text(LetterTemplates.Find("invitation")!, Facts);

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        var first = WriteDocx.Bytes(Draft(Invitation));
        Thread.Sleep(2100);
        Assert.Equal(first, WriteDocx.Bytes(Draft(Invitation)));
        Assert.NotEqual(first, WriteDocx.Bytes(Draft(Invitation) with { Day = new(2026, 11, 24) }));
    }

    [Theory]
    [InlineData("Dear all,\n\nOne line.\nAnother.\n\nYours,"), InlineData("\u0001\u0000 x \ud800 <w:p/> & ]]> \uffff"), InlineData("")]
    public void Every_file_fits_the_standard_and_says_what_was_typed(string text)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(WriteDocx.Bytes(Draft(text))), isEditable: false);
        Assert.Equal([], new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Contains("B <&> 4", file.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        if (text.Contains("<w:p/>", StringComparison.Ordinal)) Assert.Contains("<w:p/> & ]]>", file.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_read_back()
    {
        var read = (await Extract.ReadAsync(WriteDocx.Bytes(Draft(Invitation)), "letter.docx")).Value;
        Assert.Equal(MediaTypes.Docx, read.MediaType);
        foreach (var part in new[] { "Norvik Polar Laboratory", "Our reference: NPL/26/7", "Your reference: B <&> 4", "Tromsø, 23 November 2026", "Dr Tamsin Orrel", "to be held on 3–5 March 2027 in Tromsø", "Vera Holm" })
            Assert.Contains(part, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_says_what_is_known_and_marks_what_somebody_must_fill_in()
    {
        foreach (var template in LetterTemplates.All)
        {
            var known = LetterTemplates.Text(template, new() { Kind = "agreement", Title = "Sea ice study", Number = "NPL/25/7", Signed = "3 March 2025", Ends = "31 December 2027", Earlier = "Dates", EarlierDay = "1 May 2026" });
            var unknown = LetterTemplates.Text(template, new());
            Assert.StartsWith("Dear Sir or Madam,", unknown, StringComparison.Ordinal);
            Assert.Equal(template.ReplyDays is not null, unknown.Contains(LetterTemplates.ReplyDue, StringComparison.Ordinal));
            Assert.All(System.Text.RegularExpressions.Regex.Matches(known + unknown, "\\[[^\\]]*\\]", System.Text.RegularExpressions.RegexOptions.NonBacktracking), m => Assert.Contains(m.Value, LetterTemplates.Open.Append(LetterTemplates.ReplyDue)));
            if (template.Name is "invitation" or "signed-copy" or "renewal" or "notice") Assert.Contains("Sea ice study", known, StringComparison.Ordinal);
            Assert.Equal(template.Name is not "letter", LetterTemplates.Unfilled(unknown + template.Subject(new())) is not null);
        }
    }

    [Fact]
    public async Task A_word_processor_opens_it()
    {
        if (!File.Exists("/usr/bin/soffice")) Assert.Skip("LibreOffice (soffice) is not installed.");
        var folder = Directory.CreateTempSubdirectory("concordat-letter-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "letter.docx"), WriteDocx.Bytes(Draft(Invitation)), TestContext.Current.CancellationToken);
            using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "letter.docx")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            await office.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
            var pdf = await File.ReadAllBytesAsync(Path.Combine(folder, "letter.pdf"), TestContext.Current.CancellationToken);
            if (Environment.GetEnvironmentVariable("CONCORDAT_KEEP_LETTER") is { } keep) await File.WriteAllBytesAsync(keep, pdf, TestContext.Current.CancellationToken);
            var read = (await Extract.ReadAsync(pdf, "letter.pdf")).Value;
            Assert.Equal(1, read.Pages);
            foreach (var part in new[] { "Norvik Polar Laboratory", "NPL/26/7", "Dr Tamsin Orrel", "Joint Ice Committee", "Yours sincerely,", "Vera Holm", "1 / 1" }) Assert.Contains(part, read.Text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
