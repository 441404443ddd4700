using System.Security.Cryptography;
using System.Text;
using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class MailTests
{
    private static Task<Extracted> ReadAsync(string mail) => Files.ReadAsync(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), "a.eml");

    [Fact]
    public async Task A_mail_gives_its_subject_words_sender_and_day()
    {
        var read = await Files.ReadAsync(SampleFiles.Mail(SamplePdf.Readable));
        Assert.Equal((MediaTypes.Mail, "eml"), (read.MediaType, read.Extractor));
        Assert.Equal("Signed: memorandum of 12 March – original", read.Title);
        Assert.Equal("Ingrid Tolvåne <ingrid@ttu.example>", read.From);
        // The day on the sender's own clock; in London it was still the 12th.
        Assert.Equal(new DateOnly(2024, 3, 13), read.Dated);
        Assert.Equal("Signed: memorandum of 12 March – original\n\nDear Dr Sandhal,\n\nthe memorandum is signed – see the attachment. André will call.", read.Text);
    }

    [Fact]
    public async Task What_is_attached_is_handed_on_with_its_digest()
    {
        var pdf = SamplePdf.Readable;
        var read = await Files.ReadAsync(SampleFiles.Mail(pdf));
        Assert.Equal(["memorandum.pdf", "The inner mail.eml"], read.Attachments.Select(a => a.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), read.Attachments[0].Digest);
        Assert.Contains(read.Notes, n => n.Code == "source.attachment" && n.Message.Contains(read.Attachments[0].Digest, StringComparison.Ordinal));
        Assert.Equal("The inner mail\n\nPlease sign.", (await Files.ReadAsync(read.Attachments[1].Bytes.ToArray(), read.Attachments[1].Name)).Text);
        Assert.Equal(MediaTypes.Pdf, (await Files.ReadAsync(read.Attachments[0].Bytes.ToArray())).MediaType);
    }

    [Fact]
    public async Task A_mail_in_HTML_alone_is_read_from_it()
    {
        var read = await ReadAsync("Subject: Signed\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<style>x</style><p>One &amp; two</p><p>three</p>");
        Assert.Equal("Signed\n\nOne & two\n\nthree", read.Text);
    }

    [Fact]
    public async Task Words_that_only_point_at_the_HTML_do_not_hide_it()
    {
        var read = await ReadAsync("Subject: Signed\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee HTML.\n--b\nContent-Type: text/html\n\n<p>The memorandum was signed in Port Anselm today.</p>\n--b--");
        Assert.EndsWith("The memorandum was signed in Port Anselm today.", read.Text);
    }

    [Fact]
    public async Task Flowed_lines_go_on()
    {
        var read = await ReadAsync("Subject: S\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nOne line \nthat goes on.\n> quoted \n> words\nEnd.\n-- \nArno");
        Assert.Equal("S\n\nOne line that goes on.\n> quoted words\nEnd.\n-- \nArno", read.Text);
    }

    [Theory]
    [InlineData("Subject: only a header")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed\n\nno boundary")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n--a\n--a--\n--a")]
    [InlineData("Subject: =?utf-8?B?////?=\nDate: yesterday\nFrom: <<>>,,;:\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\n!!!! not base64")]
    [InlineData(":\n:\n\n:")]
    public async Task A_malformed_mail_is_kept(string mail) => Assert.Equal(MediaTypes.Mail, (await ReadAsync(mail.StartsWith(':') ? "Subject" + mail : mail)).MediaType);

    [Fact]
    public async Task Parts_within_parts_end_somewhere()
    {
        var deep = new StringBuilder("Subject: deep\nMIME-Version: 1.0\n");
        for (var i = 0; i < 20_000; i++) deep.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        Assert.Equal("deep", (await ReadAsync(deep.ToString())).Title);
    }

    [Fact]
    public async Task Of_many_attachments_the_first_are_taken_and_the_limit_named()
    {
        var mail = new StringBuilder("Subject: many\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n");
        for (var i = 0; i < 12; i++) mail.Append($"--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=f{i}\n\n{i}\n");
        var read = await Files.ReadAsync(Encoding.UTF8.GetBytes(mail.Append("--b--").ToString()), "a.eml", limits: new() { Attachments = 10 });
        Assert.Equal(10, read.Attachments.Length);
        Assert.Contains("first 10", read.Notes.Single(n => n.Code == "source.attachment-left").Message);
    }

    [Theory]
    [InlineData("2,000 parts")]
    [InlineData("longer than 256 KB")]
    [InlineData("20,000 headers")]
    public async Task A_mail_made_to_exhaust_its_reader_is_kept_unopened(string excess)
    {
        var mail = excess switch
        {
            "2,000 parts" => "Subject: x\nContent-Type: multipart/mixed; boundary=x\n\n" + string.Concat(Enumerable.Repeat("--x\n\n\n", 100_000)),
            "20,000 headers" => string.Concat(Enumerable.Repeat("X-Nothing: 1\n", 100_000)) + "\nx",
            _ => "From: " + string.Concat(Enumerable.Repeat("a:", 2_000_000)) + "\n\nx",
        };
        var read = await ReadAsync(mail);
        Assert.Contains(excess, Assert.Single(read.Notes).Message);
    }
}
