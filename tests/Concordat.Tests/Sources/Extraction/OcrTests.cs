using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class OcrTests
{
    private static async Task<Extracted> ReadAsync(byte[] bytes, IProgress<OcrProgress>? progress = null)
    {
        if (!Ocr.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        var outcome = await Ocr.ReadAsync(bytes, progress: progress, stop: TestContext.Current.CancellationToken);
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        Files.AssertStorable(outcome.Value);
        return outcome.Value;
    }

    private sealed class Told : List<OcrProgress>, IProgress<OcrProgress>
    {
        public void Report(OcrProgress value) => Add(value);
    }

    [Fact]
    public async Task A_scan_is_read_and_marked_as_read_by_a_machine()
    {
        var told = new Told();
        var read = await ReadAsync(SamplePdf.Scanned, told);
        Assert.Equal(("application/pdf", "tesseract", true, 1), (read.MediaType, read.Extractor, read.MachineRead, read.Pages));
        Assert.StartsWith("tesseract ", read.Version);
        Assert.Contains(SampleFiles.Director, read.Text);
        Assert.Contains("Signed in Port Anselm on 12 March 2024 in two originals in English.", read.Text);
        Assert.True(SampleFiles.Paragraphs.Count(p => read.Text.Split("\n\n").Contains(p)) >= 3, read.Text);
        Assert.Equal(1, read.PageAt(read.Text.Length - 1));
        Assert.True(read.Says("source.machine-read"));
        Assert.Equal([new OcrProgress(1, 1)], told);
    }

    [Fact]
    public async Task A_picture_alone_is_read_too()
    {
        var read = await ReadAsync(SamplePdf.Picture);
        Assert.Equal("image/png", read.MediaType);
        Assert.Contains(SampleFiles.Rector, read.Text);
    }

    [Fact]
    public async Task Pages_with_letters_of_their_own_keep_them()
    {
        var read = await ReadAsync(SamplePdf.Readable);
        Assert.Contains(SampleFiles.Paragraphs[0], read.Text);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        if (!Ocr.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        Assert.Equal("source.nothing-to-read", (await Ocr.ReadAsync(SampleFiles.Text, stop: TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.Equal("source.nothing-to-read", (await Ocr.ReadAsync(SamplePdf.Protected("secret"), stop: TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.Equal("source.no-machine-reader", (await Ocr.ReadAsync(SamplePdf.Scanned, languages: "tlh", stop: TestContext.Current.CancellationToken)).Refusal!.Code);
    }

    [Fact]
    public async Task A_picture_that_is_none_leaves_a_note()
    {
        byte[] broken = [.. SamplePdf.Picture[..200], .. new byte[100]];
        var read = await ReadAsync(broken);
        Assert.Equal("", read.Text);
        Assert.True(read.Says("source.no-text"));
    }

    [Fact]
    public async Task Whoever_gives_up_stops_the_program_and_leaves_no_file_behind()
    {
        if (!Ocr.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        var before = Directory.GetDirectories(Path.GetTempPath(), "concordat-ocr-*").Length;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ocr.ReadAsync(SamplePdf.Scanned, stop: stop.Token));
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "concordat-ocr-*").Length);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_given_up_and_said()
    {
        if (!Ocr.IsAvailable) Assert.Skip("tesseract is not on the PATH.");
        var read = (await Ocr.ReadAsync(SamplePdf.Scanned, new Limits { PageTime = TimeSpan.FromMilliseconds(20) }, stop: TestContext.Current.CancellationToken)).Value;
        Assert.Equal("", read.Text);
        Assert.Contains("One picture could not be read", read.Notes.Single(n => n.Code == "source.damaged").Message);
    }
}
