using Concordat.Search;

namespace Concordat.Tests.Search;

public class TokensTests
{
    private static string Words(string text) => string.Join(' ', Tokens.Of(text).Select(t => t.Word));

    [Theory]
    [InlineData("Österby Universität", "osterby universitat"), InlineData("Straße Łódź", "strasse lodz"), InlineData("NVL/IC/2019/14", "nvl ic 2019 14"), InlineData("IC.2019.14", "ic 2019 14")]
    [InlineData("I.I.T. Norvik", "iit norvik"), InlineData("the university’s Int'l office", "the university intl office"), InlineData("Research & Development", "research and development")]
    [InlineData("defense center", "defence centre"), InlineData("日本 lab", "日 本 laboratory"), InlineData("", ""), InlineData("… — !", ""), InlineData("a\ud800b", "a b"), InlineData("x.y..z.", "xy z"), InlineData("'s", "s")]
    public void A_text_is_cut_into_folded_words(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("agreements", "agreement"), InlineData("signing", "signed"), InlineData("universities", "university"), InlineData("24th", "24"), InlineData("007", "7"), InlineData("projects", "project"), InlineData("tested", "testing")]
    public void Forms_of_a_word_have_one_stem(string one, string other) => Assert.Equal(Tokens.Of(other).Single().Stem, Tokens.Of(one).Single().Stem);

    [Theory, InlineData("norway", "nor"), InlineData("physics", "physiology"), InlineData("24", "240"), InlineData("2401", "24th")]
    public void Different_words_have_different_stems(string one, string other) => Assert.NotEqual(Tokens.Of(other).Single().Stem, Tokens.Of(one).Single().Stem);

    [Fact]
    public void Every_word_says_where_it_stands()
    {
        const string text = "Signed at Österby, I.I.T.: “24th” 𝒜bc";
        Assert.Equal(["Signed", "at", "Österby", "I.I.T", "24th", "𝒜bc"], Tokens.Of(text).Select(t => text[t.Start..t.End]));
    }

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var token = Tokens.Of(new string('x', 100_000)).Single();
        Assert.Equal((Tokens.Longest, 100_000), (token.Word.Length, token.End));
    }
}
