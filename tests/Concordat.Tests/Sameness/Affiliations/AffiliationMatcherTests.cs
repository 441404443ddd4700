using Concordat.Sameness.Affiliations;

namespace Concordat.Tests.Samenesses.Affiliations;

/// <summary>Invented organisations and strings; how it does on real ones is measured in bench.</summary>
public class AffiliationMatcherTests
{
    private static readonly Guid Brellin = Of(1), Technical = Of(2), Hospital = Of(3), North = Of(4), South = Of(5), Polar = Of(6), Academy = Of(7);

    private static readonly AffiliationMatcher Matcher = new(
    [
        new(Brellin, ["University of Brellin", "Universität Brellin"], ["UB"], "university", "DE", "Brellin", [], 12),
        new(Technical, ["Technical University of Brellin"], ["TUB"], "university", "DE", "Brellin", [], 8),
        new(Hospital, ["Brellin University Hospital"], [], "other", "DE", "Brellin", [Brellin], 3),
        new(North, ["Alderwood University"], [], "university", "CA", "Port Alder", [], 4),
        new(South, ["Alderwood University"], [], "university", "NZ", "Harbourton", [], 4),
        new(Polar, ["Norvik Institute for Polar Research"], ["NIPR"], "laboratory", "NO", "Norvik", [Academy], 5),
        new(Academy, ["Norvik Academy of Sciences"], [], "government", "NO", "Norvik", [], 9),
    ]);

    private static Guid Of(int number) => Guid.Parse($"0198c0de-0000-7000-8000-00000000000{number}");

    private static Guid? Best(string text) => Matcher.Match(text)?.Record;

    [Theory]
    [InlineData("Department of Physics, University of Brellin, Brellin, Germany")]
    [InlineData("Institut für Physik, Universität Brellin, 12345 Brellin")]
    [InlineData("Dept. of Chemistry, Univ. of Brellin")]
    [InlineData("1Brellin University, Germany")]
    [InlineData("Faculty of Law\nUniversity of Brellin")]
    public void The_university_is_found_after_its_department_and_in_other_languages(string text) => Assert.Equal(Brellin, Best(text));

    [Fact]
    public void A_longer_name_is_not_taken_for_a_shorter_one_within_it()
    {
        Assert.Equal(Technical, Best("Chair of Optics, Technical University of Brellin"));
        Assert.Equal(Technical, Best("Technische Universität Brellin"));
        Assert.Equal(Hospital, Best("Department of Surgery, Brellin University Hospital"));
    }

    [Fact]
    public void Of_namesakes_the_one_in_the_named_country_or_city_is_meant()
    {
        Assert.Equal(North, Best("School of Forestry, Alderwood University, Port Alder, Canada"));
        Assert.Equal(South, Best("School of Forestry, Alderwood University, New Zealand"));
        Assert.InRange(Matcher.Match("School of Forestry, Alderwood University")!.Score, 0, AffiliationMatcher.Threshold);
    }

    [Fact]
    public void An_acronym_in_capitals_is_known_and_in_small_letters_is_a_word()
    {
        Assert.Equal(Polar, Best("NIPR, Norvik, Norway"));
        Assert.Null(Best("nipr"));
    }

    [Theory]
    [InlineData(""), InlineData(" , ; ()"), InlineData("Department of Physics"), InlineData("12 Long Road, London"), InlineData("\ud800 (((((((")]
    public void Nothing_is_found_where_nothing_is_named(string text) => Assert.True(Matcher.Match(text) is null or { Score: < AffiliationMatcher.Threshold });

    [Fact]
    public void The_scores_of_all_that_were_met_and_of_none_are_shares_of_one() => Assert.InRange(Matcher.Match("University of Brellin, Germany")!.Score, 0.3, 1);
}
