using System.Text;
using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

/// <summary>What is refused, and that all the rest is kept.</summary>
public sealed class KeptFilesTests
{
    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var refusal = (await Files.TryAsync([], "scans/empty.pdf")).Refusal!;
        Assert.Equal("source.empty", refusal.Code);
        Assert.Contains("“empty.pdf”", refusal.Message);
    }

    [Fact]
    public async Task Sixty_megabytes_are_refused_and_the_limit_named()
    {
        var refusal = (await Files.TryAsync(new byte[60 * Limits.Megabyte], "film.mov")).Refusal!;
        Assert.Equal("source.too-large", refusal.Code);
        Assert.Contains("60.0 MB", refusal.Message);
        Assert.Contains("up to 50 MB", refusal.Message);
    }

    [Fact]
    public async Task The_limit_itself_is_still_taken() =>
        Assert.True((await Files.TryAsync(SampleFiles.Binary(1000), limits: new Limits { FileBytes = 1000 })).Done);

    public static TheoryData<string, string, byte[]> Unread => new()
    {
        { "program", MediaTypes.Unknown, SampleFiles.Binary() },
        { "picture.pdf", MediaTypes.Png, SamplePdf.Picture },
        { "photo", MediaTypes.Jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "sheet", MediaTypes.Xlsx, SampleFiles.Zip(("xl/workbook.xml", [1])) },
        { "slides.docx", MediaTypes.Pptx, SampleFiles.Zip(("ppt/presentation.xml", [1])) },
        { "things.zip", MediaTypes.Zip, SampleFiles.Zip(("a.txt", [1])) },
        { "cut.zip", MediaTypes.Zip, SampleFiles.Zip(("a.txt", [1, 2, 3]))[..40] },
        { "letter", MediaTypes.Doc, [.. OleStart, .. Encoding.Unicode.GetBytes("WordDocument")] },
        { "rich", MediaTypes.Rtf, "{\\rtf1 words}"u8.ToArray() },
    };

    private static byte[] OleStart => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

    [Theory, MemberData(nameof(Unread))]
    public async Task What_has_no_reader_is_known_by_its_content_and_kept(string name, string mediaType, byte[] bytes)
    {
        var read = await Files.ReadAsync(bytes, name);
        Assert.Equal((mediaType, "none", ""), (read.MediaType, read.Extractor, read.Text));
        Assert.Equal("source.no-text", Assert.Single(read.Notes).Code);
    }

    [Fact]
    public async Task An_encrypted_Word_file_is_kept_locked()
    {
        var read = await Files.ReadAsync([.. OleStart, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "memorandum.docx");
        Assert.Equal((MediaTypes.Docx, true), (read.MediaType, read.Locked));
        Assert.True(read.Says("source.locked"));
    }

    [Fact]
    public async Task A_name_does_not_make_a_format()
    {
        Assert.Equal(MediaTypes.Text, (await Files.ReadAsync(SampleFiles.Text, "memorandum.pdf", MediaTypes.Pdf)).MediaType);
        Assert.Equal(MediaTypes.Pdf, (await Files.ReadAsync(SamplePdf.Readable, "memorandum.txt", "text/plain; charset=utf-8")).MediaType);
        Assert.Equal(MediaTypes.Unknown, (await Files.ReadAsync(SampleFiles.Binary(), "memorandum.docx")).MediaType);
    }

    [Fact]
    public async Task A_name_is_cleaned_before_it_is_shown()
    {
        var refusal = (await Files.TryAsync([], "../a\r\nb\0.txt")).Refusal!;
        Assert.Contains("“a b\uFFFD.txt”", refusal.Message);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Extract.ReadAsync(SamplePdf.Readable, "a.pdf", stop: stop.Token));
    }

    [Fact]
    public void The_page_of_a_place_is_found()
    {
        var read = new Extracted { MediaType = MediaTypes.Pdf, Extractor = "pdf", Version = "1", Text = new('a', 30), Pages = 3, PageStarts = [0, 10, 20] };
        Assert.Equal([1, 1, 2, 2, 3, 3], new[] { 0, 9, 10, 19, 20, 99 }.Select(read.PageAt));
        Assert.Equal(0, (read with { PageStarts = [] }).PageAt(5));
    }
}
