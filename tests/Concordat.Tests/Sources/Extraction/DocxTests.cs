using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class DocxTests
{
    [Fact]
    public async Task Tracked_changes_are_read_as_if_accepted()
    {
        var read = await Files.ReadAsync(SampleWord.Tracked, "draft.docx");
        Assert.Equal("""
            Memorandum of Understanding

            The memorandum runs for five years.

            In the box

            Moved here.

            One paragraph of two.

            Signed	12 March 2024
            Ends	11 March 2029

            Signed in Port Anselm.

            From the day of signature.
            """.ReplaceLineEndings("\n"), read.Text);
        Assert.Equal((MediaTypes.Docx, "docx", "Memorandum of Understanding"), (read.MediaType, read.Extractor, read.Title));
        Assert.Empty(read.Notes);
    }

    [Fact]
    public async Task The_strict_form_of_the_standard_reads_alike()
    {
        var read = await Files.ReadAsync(SampleWord.Whole("""<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict words.</w:t></w:r></w:p></w:body></w:document>"""));
        Assert.StartsWith("Strict words.", read.Text);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_goes_off()
    {
        var bomb = SampleWord.Bomb(300);
        Assert.True(bomb.Length < Limits.Megabyte);
        var refusal = (await Files.TryAsync(bomb, "memorandum.docx")).Refusal!;
        Assert.Equal("source.bomb", refusal.Code);
        Assert.Contains("word/document.xml unpacks to more than 64 MB", refusal.Message);
    }

    [Fact]
    public async Task A_bomb_in_a_part_that_nobody_reads_is_refused_too()
    {
        var bomb = SampleFiles.Zip(("word/document.xml", "<w/>"u8.ToArray()), ("word/media/1.bmp", new byte[2 * Limits.Megabyte]));
        Assert.Equal("source.bomb", (await Files.TryAsync(bomb, limits: new() { ArchiveBytes = Limits.Megabyte })).Refusal!.Code);
        var many = SampleFiles.Zip([("word/document.xml", "<w/>"u8.ToArray()), .. Enumerable.Range(0, 20).Select(i => ($"a{i}", new byte[1]))]);
        Assert.Equal("source.bomb", (await Files.TryAsync(many, limits: new() { ArchiveParts = 20 })).Refusal!.Code);
    }

    [Fact]
    public async Task A_lie_about_the_size_does_not_help_a_bomb()
    {
        var bomb = SampleWord.Bomb(300);
        var directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bomb.AsSpan(directory + 24, 4).Clear();
        var outcome = await Files.TryAsync(bomb, "memorandum.docx");
        if (outcome.TryGet(out var read, out var refusal)) Assert.True(read.Text.Length == 0 && read.Says("source.damaged"));
        else Assert.Equal("source.bomb", refusal.Code);
    }

    [Fact]
    public async Task Entities_are_not_resolved()
    {
        var read = await Files.ReadAsync(SampleWord.WithEntities, "draft.docx");
        Assert.DoesNotContain("laugh", read.Text);
        Assert.DoesNotContain("root:", read.Text);
        Assert.True(read.Says("source.damaged"));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_gives_what_is_left_of_it()
    {
        var whole = SampleWord.Plain(Enumerable.Range(0, 400).Select(i => $"Paragraph {i} of the memorandum, {i * 7919 % 1000}."));
        var read = await Files.ReadAsync(whole[..(whole.Length / 2)], "draft.docx");
        Assert.Equal(MediaTypes.Docx, read.MediaType);
        Assert.StartsWith("Paragraph 0 of the memorandum", read.Text);
        Assert.True(read.Says("source.damaged"));
    }

    [Fact]
    public async Task Markup_that_breaks_off_gives_what_came_before()
    {
        var read = await Files.ReadAsync(SampleWord.Whole("""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>First.</w:t></w:r></w:p><w:p></w:oops>"""));
        Assert.StartsWith("First.", read.Text);
        Assert.True(read.Says("source.damaged"));
    }

    [Fact]
    public async Task A_package_without_its_lists_is_read_by_the_name_of_its_part()
    {
        var read = await Files.ReadAsync(SampleFiles.Zip(("word/document.xml", "<document><body><p><r><t>Bare.</t></r></p></body></document>"u8.ToArray())));
        Assert.Equal("Bare.", read.Text);
        Assert.True(read.Says("source.damaged"));
    }

    [Fact]
    public async Task Depth_costs_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000)) + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 100_000));
        Assert.StartsWith("deep", (await Files.ReadAsync(SampleWord.Of(deep))).Text);
        var boxes = string.Concat(Enumerable.Repeat("<w:txbxContent><w:p>", 50_000)) + string.Concat(Enumerable.Repeat("</w:p></w:txbxContent>", 50_000));
        Assert.False((await Files.ReadAsync(SampleWord.Of($"<w:p><w:r><w:t>box</w:t></w:r>{boxes}</w:p>"))).Says("source.too-slow"));
    }

    [Fact]
    public async Task A_Word_file_without_words_is_kept()
    {
        var read = await Files.ReadAsync(SampleFiles.Zip(("word/document.xml", "<document/>"u8.ToArray())));
        Assert.Equal("", read.Text);
        Assert.NotEmpty(read.Notes);
    }

    [Fact]
    public async Task A_Word_file_with_too_many_words_is_kept_unread()
    {
        var read = await Files.ReadAsync(SampleWord.Plain([new('a', 6 * Limits.Megabyte)]));
        Assert.Equal("", read.Text);
        Assert.True(read.Says("source.text-too-long"));
    }
}
