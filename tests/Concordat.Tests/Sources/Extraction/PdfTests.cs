using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class PdfTests
{
    [Fact]
    public async Task Paragraphs_come_out_whole()
    {
        var read = await Files.ReadAsync(SamplePdf.Readable);
        Assert.Equal(("application/pdf", "pdf", "Memorandum of Understanding", 1), (read.MediaType, read.Extractor, read.Title, read.Pages));
        var paragraphs = read.Text.Split("\n\n");
        Assert.All(SampleFiles.Paragraphs, p => Assert.Contains(p, paragraphs));
        Assert.False(read.MachineRead);
    }

    [Fact]
    public async Task Pages_are_found_and_a_sentence_goes_on_over_them()
    {
        var paragraph = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}"));
        var read = await Files.ReadAsync(SamplePdf.Print([paragraph, "The end."], linesPerPage: 6));
        Assert.True(read.Pages >= 3);
        Assert.Equal(read.Pages, read.PageStarts.Length);
        Assert.Equal(1, read.PageAt(read.Text.IndexOf("word0 ", StringComparison.Ordinal)));
        Assert.Equal(read.Pages, read.PageAt(read.Text.IndexOf("The end.", StringComparison.Ordinal)));
        Assert.Contains(paragraph, read.Text.Replace("Page 1\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_footer_on_every_page_the_first_is_left()
    {
        var read = await Files.ReadAsync(SamplePdf.Print(Enumerable.Range(0, 60).Select(i => $"Article {i} says something."), linesPerPage: 20));
        Assert.Contains("Page 1", read.Text);
        Assert.DoesNotContain("Page 2", read.Text);
        Assert.All(Enumerable.Range(0, 60), i => Assert.Contains($"Article {i} says something.", read.Text));
    }

    [Theory]
    [InlineData("BT /F1 12 Tf 62 780 Td 15 TL (The laboratory will co-) Tj T* (operate with the univer-) Tj T* (sity on long-) Tj T* (term tests.) Tj ET", "The laboratory will cooperate with the university on long-term tests.")]
    [InlineData("BT /F1 12 Tf 62 780 Td [(Port) -600 (Anselm) -6000 (Tarnfell)] TJ ET", "Port Anselm\tTarnfell")]
    [InlineData("BT /F1 12 Tf 62 780 Td (Bold) Tj ET BT /F1 12 Tf 62.2 780 Td (Bold) Tj ET", "Bold")]
    [InlineData("BT /F1 12 Tf 62 780 Td (First) Tj 0 -60 Td (Second) Tj 300 60 Td (Third) Tj ET", "First\n\nSecond\n\nThird")]
    [InlineData("BT /F1 12 Tf 62 780 Td [(Prof.) -3000 (Ingrid) -3000 (Tolvane)] TJ ET", "Prof. Ingrid Tolvane")]
    [InlineData("BT /F1 12 Tf 300 780 Td 15 TL (Prof. Ingrid Tolvane) Tj T* (Rector) Tj -238 -15 Td (Annex. A line over the whole width of the page that ends at its right margin, no less.) Tj ET", "Prof. Ingrid Tolvane\nRector\n\nAnnex. A line over the whole width of the page that ends at its right margin, no less.")]
    [InlineData("BT /F1 12 Tf 0 1 -1 0 300 100 Tm (On its side) Tj ET", "On its side")]
    public async Task Letters_are_put_together_as_people_read_them(string drawn, string words) =>
        Assert.Equal(words, (await Files.ReadAsync(SamplePdf.Drawn(drawn))).Text);

    [Fact]
    public async Task A_scan_is_kept_without_text()
    {
        var read = await Files.ReadAsync(SamplePdf.Scanned);
        Assert.Equal(("application/pdf", "", 1, false), (read.MediaType, read.Text, read.Pages, read.MachineRead));
        Assert.Equal("source.no-text", Assert.Single(read.Notes).Code);
    }

    [Fact]
    public async Task Letters_that_a_scanner_put_invisibly_over_its_picture_are_marked_as_machine_read()
    {
        var read = await Files.ReadAsync(SamplePdf.Drawn("BT /F1 12 Tf 3 Tr 62 780 Td (Read by a machine) Tj ET"));
        Assert.Equal(("Read by a machine", true), (read.Text, read.MachineRead));
        Assert.True(read.Says("source.machine-read"));
    }

    [Fact]
    public async Task A_password_locks_a_PDF_and_it_is_kept()
    {
        var read = await Files.ReadAsync(SamplePdf.Protected("secret"));
        Assert.Equal(("application/pdf", true, ""), (read.MediaType, read.Locked, read.Text));
        Assert.Equal("source.locked", Assert.Single(read.Notes).Code);
    }

    [Fact]
    public async Task An_empty_password_opens()
    {
        var read = await Files.ReadAsync(SamplePdf.Protected(""));
        Assert.Equal(("Signed behind a password", false), (read.Text, read.Locked));
    }

    [Fact]
    public async Task A_bomb_in_a_page_does_not_go_off()
    {
        var before = GC.GetTotalAllocatedBytes();
        var read = await Files.ReadAsync(SamplePdf.Bomb(500));
        Assert.Equal("", read.Text);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 400L * Limits.Megabyte);
    }

    [Fact]
    public async Task Forms_that_draw_forms_that_draw_forms_come_to_an_end()
    {
        // All its letters stand in the same place, so they are one.
        Assert.Equal("x", (await Files.ReadAsync(SamplePdf.Laughs(3))).Text);
        var read = await Files.ReadAsync(SamplePdf.Laughs(12));
        Assert.True(read.Says("source.damaged"));
    }

    [Theory]
    [InlineData("<0003> <FFFFFFFF> <0041>")]
    [InlineData("<0003> <0002> <0041>")]
    [InlineData("<0003> <04> <0041>")]
    public async Task A_font_whose_ranges_do_not_end_is_not_followed(string range)
    {
        var read = await Files.ReadAsync(SamplePdf.WithLetters($"1 beginbfrange {range} endbfrange"));
        Assert.True(read.Says("source.damaged"));
    }

    [Fact]
    public async Task The_letters_of_a_font_are_those_that_its_table_names() =>
        Assert.Equal("Signed", (await Files.ReadAsync(SamplePdf.WithLetters("2 beginbfrange <0001> <0001> <0053> <0002> <0006> [<0069> <0067> <006E> <0065> <0064>] endbfrange"))).Text);

    [Theory]
    [InlineData(0.1), InlineData(0.5), InlineData(0.95)]
    public async Task A_PDF_that_was_cut_off_is_kept(double share)
    {
        var whole = SamplePdf.Readable;
        var read = await Files.ReadAsync(whole[..(int)(whole.Length * share)], "memorandum.pdf");
        Assert.Equal("application/pdf", read.MediaType);
        Assert.True(read.Text.Length > 0 || read.Notes.Length > 0);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj trailer << /Root 1 0 R >> startxref 0 %%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >> endobj trailer << /Root 1 0 R >>")]
    [InlineData("%PDF-1.7\n1 0 obj << /Length 1 0 R >> stream\nendstream endobj trailer << /Root 1 0 R /Prev 0 >>\nstartxref\n9\n%%EOF")]
    public async Task Objects_that_refer_to_themselves_lead_nowhere(string pdf)
    {
        var read = await Files.ReadAsync(System.Text.Encoding.ASCII.GetBytes(pdf));
        Assert.Equal(("application/pdf", ""), (read.MediaType, read.Text));
        Assert.NotEmpty(read.Notes);
    }

    [Fact]
    public async Task Nesting_does_not_break_the_reader()
    {
        var read = await Files.ReadAsync(SamplePdf.Drawn(new string('[', 200_000) + " BT /F1 12 Tf (x) Tj ET"));
        Assert.Equal("application/pdf", read.MediaType);
        var dictionary = "%PDF-1.7\n1 0 obj " + string.Concat(Enumerable.Repeat("<</A ", 200_000));
        Assert.NotEmpty((await Files.ReadAsync(System.Text.Encoding.ASCII.GetBytes(dictionary))).Notes);
    }

    [Fact]
    public async Task Of_too_many_pages_the_first_are_read_and_their_number_named()
    {
        var read = await Files.ReadAsync(SamplePdf.Print(Enumerable.Range(0, 30).Select(i => $"Line {i}."), linesPerPage: 10), limits: new() { Pages = 2 });
        Assert.Equal(2, read.PageStarts.Length);
        Assert.Contains($"first 2 of {read.Pages} pages", read.Notes.Single(n => n.Code == "source.text-cut").Message);
    }

    [Fact]
    public async Task Time_is_limited_and_what_was_read_by_then_is_kept()
    {
        var pdf = SamplePdf.Print(Enumerable.Range(0, 4000).Select(i => $"Line {i} of a long report."), linesPerPage: 10);
        var read = await Files.ReadAsync(pdf, limits: new() { Time = TimeSpan.FromMilliseconds(1), Grace = TimeSpan.FromSeconds(20) });
        Assert.True(read.Says("source.too-slow"), string.Join(' ', read.Notes));
        Assert.True(read.PageStarts.Length < read.Pages || read.Pages == 0);
    }
}
