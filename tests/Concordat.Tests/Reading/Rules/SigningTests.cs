namespace Concordat.Tests.Reading.Rules;

/// <summary>Who signed what, on which day, in the ways in which news tells it.</summary>
public sealed class SigningTests
{
    private const string Lead = "date 2024-03-15\nAster University and Birch University sign up\n\n";

    [Theory]
    [InlineData("Aster University will run a laboratory with Birch University. A memorandum of understanding to that effect was signed on Tuesday.", "mou signed 2024-03-12 [Aster University; Birch University] ()")]
    [InlineData("Aster University signed a memorandum of understanding on ice and an implementing arrangement on buoys with Birch University on Tuesday.", "mou signed 2024-03-12 [Birch University; Aster University] ()\nimplementing-arrangement signed 2024-03-12 [Birch University; Aster University] ()")]
    [InlineData("An arrangement on ice links two polar laboratories. It was concluded on Tuesday between the Aster Institute and the Birch Institute.", "other signed 2024-03-12 [Aster Institute; Birch Institute] ()")]
    [InlineData("Rector Anna Lind of Aster University visited Birch University on 12 March to sign a letter of intent.", "loi signed 2024-03-12 [Aster University; Birch University] (Anna Lind)")]
    public void The_parties_and_the_day_may_stand_elsewhere(string text, string said) => Assert.Equal(said, Said.Instruments(Lead + text));

    [Theory]
    [InlineData("On 4 March the Aster Institute and the Birch Institute signed a letter of intent. Two days later the Aster Institute signed a memorandum of understanding with the Cedar Institute.", "2024-03-06")]
    [InlineData("The committee met from 4 to 6 March. On the last day the Aster Institute and the Cedar Institute signed a memorandum of understanding.", "2024-03-06")]
    [InlineData("Talks were held last week. The Aster Institute and the Cedar Institute signed a memorandum of understanding on Tuesday.", "2024-03-05")]
    public void Days_are_counted_from_what_was_told_before(string text, string day) => Assert.Contains($"mou signed {day}", Said.Instruments("date 2024-03-15\n" + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Aster University and Birch University have renewed for five years a memorandum of understanding first signed in 2012.", "mou renewed ../2024-03-15 [Aster University; Birch University] ()\nmou background-mention 2012 [Aster University; Birch University] ()")]
    [InlineData("Aster University has given notice of the exchange agreement that it signed with Birch University in 2011.", "exchange-agreement terminated ../2024-03-15 [Aster University; Birch University] ()\nexchange-agreement background-mention 2011 [Aster University; Birch University] ()")]
    [InlineData("Rector Anna Lind and President Bo Ek signed a five-year extension of the framework agreement of Aster University and Birch University on Tuesday.", "framework extended 2024-03-12 [Aster University; Birch University] (Anna Lind; Bo Ek)")]
    public void A_change_and_the_first_signing_are_two_things(string text, string said) => Assert.Equal(said, Said.Instruments("date 2024-03-15\n" + text));

    [Theory]
    [InlineData("Nothing was signed at Aster University, though a letter of intent with Birch University had been expected.")]
    [InlineData("Aster University, which has signed memoranda of understanding with 40 institutions, received guests of Birch University on Monday.")]
    [InlineData("After the contract is signed, the Aster Institute will deliver sensors to the Birch Institute.")]
    [InlineData("Aster University and Birch University agreed to prepare a project arrangement on cables.")]
    [InlineData("A project arrangement on cables has been under discussion between Aster University and Birch University since spring.")]
    [InlineData("Aster University and Birch University had planned to sign a licence agreement this week.")]
    public void What_is_only_thought_of_is_no_instrument(string text) => Assert.Empty(Said.Instruments("date 2024-03-15\n" + text));

    [Fact]
    public void The_month_of_May_is_no_doubt() =>
        Assert.Equal("mou signed 2024-05-02 [Birch University; Aster University] ()", Said.Instruments("date 2024-05-15\nAster University had a busy spring. On 2 May it signed a memorandum of understanding with Birch University."));

    [Fact]
    public void Negotiations_that_are_concluded_are_no_signing() =>
        Assert.DoesNotContain("signed", Said.Instruments("date 2024-05-15\nNegotiations for an agreement between Norway and Peru were successfully concluded in Oslo on Monday."), StringComparison.Ordinal);

    [Fact]
    public void Initialled_with_the_signing_to_come_is_announced() =>
        Assert.Equal("mou announced ../2024-03-15 [Aster University; Birch University] ()", Said.Instruments("date 2024-03-15\nAster University and Birch University have initialled a memorandum of understanding, with the signing due next month."));

    [Fact]
    public void Without_a_day_of_publication_the_latest_day_told_makes_earlier_ones_old() =>
        Assert.Contains("mou background-mention 2021-05-12", Said.Instruments("Norway and Peru held the 2nd meeting of the Joint Working Group on Ice in Oslo on 21 and 22 March 2024. The Joint Working Group was created by the Memorandum of Understanding on Ice signed on 12 May 2021 in Lima."), StringComparison.Ordinal);
}
