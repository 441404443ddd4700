using System.Text;
using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class TextTests
{
    private const string Words = "Signed in Port Anselm – “two originals”, 12 March 2024. Årsmöte in Tarnfell; the fee is 40 €.\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true },
    };

    [Theory, MemberData(nameof(Encodings))]
    public async Task The_letters_come_out_however_they_were_written(string encoding, bool mark)
    {
        var read = await Files.ReadAsync(SampleFiles.In(Encoding.GetEncoding(encoding), Words, mark), "note.txt");
        Assert.Equal((MediaTypes.Text, "text", Words), (read.MediaType, read.Extractor, read.Text));
        Assert.Equal(!mark && encoding != "utf-8", read.Says("source.encoding-guessed"));
    }

    [Fact]
    public async Task Windows_1252_is_assumed_and_said()
    {
        var read = await Files.ReadAsync(SampleFiles.Windows1252(Words), "note.txt");
        Assert.Equal(Words, read.Text);
        Assert.Contains("Windows-1252", Assert.Single(read.Notes).Message);
    }

    [Fact]
    public async Task One_bad_byte_in_a_text_of_UTF8_spoils_only_itself()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Words, 5))), 0xED, 0xA0, 0x80, (byte)'.'];
        var read = await Files.ReadAsync(bytes);
        Assert.StartsWith(Words, read.Text);
        Assert.EndsWith("\uFFFD.", read.Text);
        Assert.True(read.Says("source.bytes-replaced"));
    }

    [Fact]
    public async Task NUL_lone_surrogates_and_other_controls_do_not_get_through()
    {
        Assert.Equal("Sig\uFFFDned 12 March", (await Files.ReadAsync("Sig\0ned 12 \u0007March"u8.ToArray())).Text);
        Assert.Equal("\uD83D\uDE00 \uFFFD\uFFFD", Clean.Text(string.Concat("\uD83D\uDE00 ", "\uDE00", "\uD83D")));
        byte[] lone = [0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0];
        Assert.Equal("a\uFFFDb", (await Files.ReadAsync(lone)).Text);
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\fb\u2028c\u0085d", "a\nb\nc\nd")]
    [InlineData("\uFEFFa\tb\u001B\u007F", "a\tb")]
    public void Cleaning_leaves_lines_and_tabs_and_nothing_else_that_is_no_letter(string dirty, string clean)
    {
        Assert.Equal(clean, Clean.Text(dirty));
        Assert.Equal(clean, Clean.Text(clean));
    }

    [Fact]
    public async Task A_hundred_thousand_words_are_read_at_once()
    {
        var words = string.Join(' ', Enumerable.Repeat("cooperation", 100_000));
        var read = await Files.ReadAsync(Encoding.UTF8.GetBytes(words));
        Assert.Equal(words, read.Text);
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_kept_unread_and_the_limit_named()
    {
        var read = await Files.ReadAsync(Encoding.UTF8.GetBytes(new string('é', (5 * Limits.Megabyte / 2) + 1)));
        Assert.Equal("", read.Text);
        var note = Assert.Single(read.Notes);
        Assert.Equal("source.text-too-long", note.Code);
        Assert.Contains("up to 5 MB", note.Message);
        Assert.Equal(5 * Limits.Megabyte, (await Files.ReadAsync(Encoding.UTF8.GetBytes(new string('a', 5 * Limits.Megabyte)))).Text.Length);
    }

    [Fact]
    public async Task A_memo_with_From_and_To_is_a_text_unless_its_name_says_mail()
    {
        var memo = "From: Registry\nTo: Director\n\nThe original has come.\n"u8.ToArray();
        Assert.Equal(MediaTypes.Text, (await Files.ReadAsync(memo, "memo.txt")).MediaType);
        Assert.Equal(MediaTypes.Mail, (await Files.ReadAsync(memo, "memo.eml")).MediaType);
    }
}
