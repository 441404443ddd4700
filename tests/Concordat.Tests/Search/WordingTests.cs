using Concordat.Search;

namespace Concordat.Tests.Search;

public class WordingTests
{
    [Fact]
    public void The_last_word_may_be_a_beginning()
    {
        Assert.Equal([false, true], Wording.Of("joint resea").Words.Select(w => w.Begun));
        Assert.Equal([false, false], Wording.Of("\"joint resea\"").Words.Select(w => w.Begun));
    }

    [Theory, InlineData("sea", 0), InlineData("seas", 1), InlineData("physics", 1), InlineData("acoustic", 2), InlineData("2019", 0), InlineData("jtg24a", 0)]
    public void Long_words_may_have_wrong_letters_and_numbers_none(string word, int edits) => Assert.Equal(edits, Wording.Of(word).Words.Single().Edits);

    [Theory]
    [InlineData("propulsion", "propultion", 2, true), InlineData("propulsion", "porpulsion", 2, true), InlineData("sea", "see", 1, true), InlineData("sea", "bee", 2, false), InlineData("ice", "iced", 1, true), InlineData("abcd", "a", 2, false), InlineData("abc", "acb", 1, true)]
    public void Letters_that_are_wrong_are_counted(string a, string b, int most, bool within) => Assert.Equal(within, Distance.Within(a, b, most));

    [Fact]
    public void Whole_numbers_and_names_are_tried_as_such() => Assert.Equal(["24th nvl ic 2019 14", "24th", "nvl ic 2019 14"], Wording.Of("24th NVL/IC/2019/14").Keys);

    [Fact]
    public void Words_in_quotation_marks_are_a_phrase()
    {
        Assert.Equal(["sea ice", "polar night"], Wording.Of("\"Sea ice\" and “polar night”").Phrases.Select(p => string.Join(' ', p.Select(w => w.Word))));
        Assert.Empty(Wording.Of("\"sea ice").Phrases);
    }

    public static TheoryData<string> Hostile => ["", "   ", "\"", "\"\"\"", "“”", "* ? ~ ^ : ( ) [ ] { } ! && || \\ / +-", "name:x AND (y", "[a TO", "a~2^9", "\ud800", "\0", new string('"', 10_000), new string('x', 10_000), string.Join(' ', Enumerable.Range(0, 5_000)), "'.'.'.", "<script>alert(1)</script>"];

    [Theory, MemberData(nameof(Hostile))]
    public void Nothing_that_can_be_typed_is_too_much(string typed)
    {
        var wording = Wording.Of(typed);
        Assert.InRange(wording.Words.Length, 0, 12);
        Assert.Equal(typed.Trim().Length > 400 || wording.Words.Length == 12, wording.Cut);
    }
}
