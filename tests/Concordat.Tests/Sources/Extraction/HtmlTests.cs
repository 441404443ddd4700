using System.Text;
using Concordat.Sources.Extraction;
using Concordat.Tests.Samples;

namespace Concordat.Tests.Sources.Extraction;

public sealed class HtmlTests
{
    private static async Task<string> WordsAsync(string html) => (await Files.ReadAsync(Encoding.UTF8.GetBytes(html), "page.html")).Text;

    [Fact]
    public async Task Of_a_press_page_only_the_story_is_left()
    {
        var read = await Files.ReadAsync(SampleFiles.HtmlPage);
        Assert.Equal("""
            Institute and university sign memorandum

            A memorandum was signed between the Varuna Institute & Tarnfell Technical University. It runs for five years.

            acclimatisation
            nutrition

            Signed	12 March 2024
            Ends	11 March 2029

            The two sides meet once a year.
            """.ReplaceLineEndings("\n"), read.Text);
    }

    [Fact]
    public async Task The_page_says_its_title_day_and_site()
    {
        var read = await Files.ReadAsync(SampleFiles.HtmlPage);
        Assert.Equal(("Institute and university sign memorandum", new DateOnly(2024, 3, 13), "Port Anselm Courier"), (read.Title, read.Dated, read.From));
        Assert.Equal(("text/html", "html", 0), (read.MediaType, read.Extractor, read.Pages));
    }

    [Theory]
    [InlineData("<main><time datetime='2024-03-12'>12 March</time> Words</main>")]
    [InlineData("<script type='application/ld+json'>{\"datePublished\": \"2024-03-12T10:00\"}</script><p>Words")]
    [InlineData("<meta itemprop=datePublished content=2024-03-12><p>Words")]
    public async Task The_day_is_found_where_pages_put_it(string html) =>
        Assert.Equal(new DateOnly(2024, 3, 12), (await Files.ReadAsync(Encoding.UTF8.GetBytes(html), "a.html")).Dated);

    [Fact]
    public async Task A_page_without_article_is_taken_whole_but_for_its_menu() =>
        Assert.Equal("Head\n\nOne\ntwo\n\nFoot", await WordsAsync("<body><nav>MENU</nav><header>Head</header><div>One<br>two</div><footer>Foot</footer>"));

    [Fact]
    public async Task Teasers_that_are_articles_do_not_stand_for_the_page() =>
        Assert.Equal("One\n\nTwo\n\nThree\n\nFour", await WordsAsync("<body>" + string.Concat("One Two Three Four".Split(' ').Select(w => $"<article>{w}</article>"))));

    [Theory]
    [InlineData("<p>One<p>Two", "One\n\nTwo")]
    [InlineData("<p>One</b></i></div></table>Two", "One\n\nTwo")]
    [InlineData("<p>A <b>bold<i> word</b> and</i> more", "A bold word and more")]
    [InlineData("<p>One<!-- unclosed <p>Two", "One")]
    [InlineData("<p>a &lt; b &amp;&nbsp;c &#8211; &eacute; &#0; &unknown;", "a < b & c – é \uFFFD &unknown;")]
    [InlineData("<table><tr><td></td><td>a</td></tr><tr><td>b<td><p>c<p>d<td>e</table>", "a\nb\tc\n\nd\ne")]
    [InlineData("<pre>one\n  two</pre>three", "one\ntwo\n\nthree")]
    [InlineData("<form><p>PIB</p><input value=x><textarea>typed</textarea><label>Name</label></form>", "PIB\n\nName")]
    [InlineData("<svg><title>drawn</title><text>x</text></svg><p>Words <span style='display: none'>not <span>seen</span></span>here", "Words here")]
    [InlineData("<script>if (a </b) '<p>no'</script><p>yes", "yes")]
    public async Task Words_come_out_of_any_markup(string html, string words) => Assert.Equal(words, await WordsAsync(html));

    [Theory]
    [InlineData("windows-1251", "Меморандум подписан")]
    [InlineData("shift_jis", "覚書は東京で署名された")]
    [InlineData("iso-8859-1", "Årsmöte – i Tarnfell")]
    public async Task The_charset_that_a_page_states_counts(string charset, string words)
    {
        var encoding = charset == "iso-8859-1" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var read = await Files.ReadAsync(encoding.GetBytes($"<!doctype html><meta charset='{charset}'><p>{words}</p>"));
        Assert.Equal(words, read.Text);
        Assert.DoesNotContain(read.Notes, n => n.Code == "source.encoding-guessed");
    }

    [Fact]
    public async Task A_page_that_states_a_wrong_charset_is_read_as_the_UTF8_it_is() =>
        Assert.Equal("Årsmöte", await WordsAsync("<!doctype html><meta charset=iso-8859-1><p>Årsmöte"));

    [Fact]
    public async Task A_page_that_states_UTF8_is_read_as_it_with_its_bad_bytes()
    {
        var read = await Files.ReadAsync([.. "<!doctype html><meta charset=utf-8><p>A"u8, 0xE5, .. "rsm"u8, 0xC3, 0xB6, .. "te"u8]);
        Assert.Equal("A\uFFFDrsmöte", read.Text);
    }

    [Fact]
    public async Task A_page_in_UTF16_is_a_page() =>
        Assert.Equal(("text/html", "Årsmöte"), await Files.ReadAsync(SampleFiles.In(Encoding.Unicode, "<html><p>Årsmöte", mark: true)) is var r ? (r.MediaType, r.Text) : default);

    public static TheoryData<string> Hostile => new()
    {
        { string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" },
        { string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("<p></p>", 100_000)) + "deep" },
        { string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + "deep" },
        { string.Concat(Enumerable.Repeat("<i><div></i>", 50_000)) + "deep" },
        { "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">deep" },
        { new string('<', 500_000) + " deep" },
        { string.Concat(Enumerable.Repeat("&amp", 200_000)) + " deep" },
        { string.Concat(Enumerable.Repeat("<svg><title>", 50_000)) + "</svg>deep" },
        { string.Concat(Enumerable.Repeat("<article><main>", 50_000)) + "deep" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_page_made_to_harm_is_read_within_the_limit(string html)
    {
        var read = await Files.ReadAsync(Encoding.UTF8.GetBytes("<!doctype html>" + html));
        Assert.False(read.Says("source.too-slow"));
        if (!html.StartsWith("<svg", StringComparison.Ordinal)) Assert.EndsWith("deep", read.Text);
    }

    [Fact]
    public async Task A_page_with_too_many_words_is_kept_unread()
    {
        var read = await Files.ReadAsync(Encoding.UTF8.GetBytes("<html><p>" + new string('a', 6 * Limits.Megabyte)));
        Assert.Equal("", read.Text);
        Assert.True(read.Says("source.text-too-long"));
    }
}
