using Concordat.Reading;

namespace Concordat.Tests.Reading.Rules;

/// <summary>Instruments whose parties, signatories, days and parents other sentences tell; and acts that did not happen.</summary>
public sealed class OtherSentenceTests
{
    private const string Day = "date 2024-05-15\n";

    [Theory]
    [InlineData("The Aster Institute and the Birch Institute signed a letter of intent on Tuesday. Dr Bo Ek, on behalf of the Birch Institute, and Dr Anna Lind of the Aster Institute were the signatories.", "(Bo Ek; Anna Lind)")]
    [InlineData("The Aster Institute and the Birch Institute concluded a letter of intent on Tuesday. For the Aster Institute signed Director Anna Lind, for the Birch Institute Director Bo Ek.", "(Anna Lind; Bo Ek)")]
    [InlineData("Vice-Chancellor Anna Lind of Aster University met Vice-Chancellor Bo Ek of Birch University. A letter of intent was signed by the two vice-chancellors on Tuesday.", "(Anna Lind; Bo Ek)")]
    [InlineData("Four signatures were set under the memorandum of understanding on Monday: those of Dr Piet Vos of the Birch Institute and Prof. Anna Lind, rector of Cedar University.", "(Piet Vos; Anna Lind)")]
    [InlineData("Mr Edmund Kok of the Aster Agency and Dr Anna Lind of the Birch Agency co-chaired the 12th Aster-Birch Steering Committee in Lyon on 10 May 2024. On the same day the co-chairs signed a letter of intent.", "(Edmund Kok; Anna Lind)")]
    [InlineData("Aster University and Birch University signed a letter of intent on Monday. The signature of Dr Bo Ek of Birch University was obtained online.", "(Bo Ek)")]
    [InlineData("Aster University and Cedar Offshore AS signed a pact on Monday. Rector Bo Ek signed for the university; Kari Moe signed for the company.", "(Bo Ek; Kari Moe)")]
    [InlineData("A letter of intent has been signed by the Aster Institute and the Birch Institute, Minister Anna Lind announced on Monday.", "()")]
    [InlineData("The letter of intent was signed by Lt Gen Manu Kumar, Master General Supplies, on behalf of the Aster Army, and by Dr Bo Ek of the Birch Institute.", "(Manu Kumar; Bo Ek)")]
    [InlineData("Aster University and Birch University signed a letter of intent on Monday in the presence of Dr Bo Ek of Birch University.", "()")]
    public void Signatories_are_told_by_number_by_office_or_the_other_way_round(string text, string signed) => Assert.EndsWith(signed, Said.Instruments(Day + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("The Aster Agency and the Birch Agency concluded an implementing arrangement on Tuesday. It gives effect to the Framework Agreement on Radar between the two agencies.", "Framework Agreement on Radar")]
    [InlineData("The Aster Agency and the Birch Agency concluded an implementing arrangement on Tuesday. This arrangement is based on the Memorandum of Cooperation between the two agencies.", "Memorandum of Cooperation")]
    [InlineData("Peru and Chile signed a programme of cooperation on Tuesday. The Agreement on Cooperation in Science between the two countries, under which the programme stands, was concluded on 8 November 2003.", "Agreement on Cooperation in Science")]
    public void The_instrument_that_another_rests_on_may_stand_in_the_next_sentence(string text, string under) =>
        Assert.Equal(under, DocumentReader.Read(Day + text).Instruments[0].Under?.Value);

    [Theory]
    [InlineData("Indian and Indonesian sailors met. An implementing arrangement between the two navies was signed on Tuesday. The Indian Navy and the Indonesian Navy will chart the strait.", "implementing-arrangement signed 2024-05-14 [Indian Navy; Indonesian Navy] ()")]
    [InlineData("The Aster Agency signed a memorandum of understanding with Birch University on Tuesday. The memorandum of understanding between the Cedar Laboratory, a laboratory of the Aster Agency, and Birch University is about ice.", "mou signed 2024-05-14 [Birch University; Cedar Laboratory] ()")]
    [InlineData("On Tuesday the School of Music and the Setouchi College of Arts inked an exchange agreement. Aster University has forty.", "exchange-agreement signed 2024-05-14 [School of Music; Setouchi College of Arts] ()")]
    [InlineData("Aster University became on Tuesday the first to get a centre of the Birch Agency. The centre will study ice. A memorandum of understanding was inked between the agency and the university.", "mou signed 2024-05-14 [Birch Agency; Aster University] ()")]
    [InlineData("The Aster Institute and the Birch Institute will work under a Statement of Intent. The statement was signed on 10 May.", "loi signed 2024-05-10 [Aster Institute; Birch Institute] ()")]
    [InlineData("The Chilean Navy's Hydrographic Service and the Birch Institute renewed an arrangement on Tuesday.", "other renewed 2024-05-14 [Hydrographic Service; Birch Institute] ()")]
    [InlineData("Norway and Peru have extended an agreement under which they build ships. Their ministers exchanged notes on Tuesday that keep the Shipbuilding Cooperation Agreement in force until 2030.", "treaty extended 2024-05-14 [Norway; Peru] ()")]
    public void Parties_and_days_may_stand_elsewhere(string text, string said) => Assert.Equal(said, Said.Instruments(Day + text));

    [Fact]
    public void The_first_agreement_is_of_the_kind_of_the_one_renewed() =>
        Assert.EndsWith("exchange-agreement background-mention 2013 [Birch University; Aster University] ()", Said.Instruments(Day + "Aster University renewed its student exchange agreement with Birch University on Tuesday. Since the first agreement was concluded in 2013, 31 students have crossed over."), StringComparison.Ordinal);

    [Fact]
    public void A_clause_right_after_the_parent_tells_the_history_of_the_parent() =>
        Assert.EndsWith("moa background-mention 2006-01 [Peru; Chile] ()", Said.Instruments(Day + "A project agreement was signed between Peru and Chile on Tuesday. The Project Agreement falls under the Memorandum of Agreement between Peru and Chile, which was first signed in January 2006 and renewed in January 2015."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Had the Aster Institute signed the agreement with Birch University last year, the reactor would be running.")]
    [InlineData("Reports that the Aster Agency had terminated its agreement with the Birch Agency are false, a spokesman said.")]
    [InlineData("The Aster Institute, which had signed agreements with Oslo University and Lima University, opened its new hall on Monday.")]
    [InlineData("The Aster Agency was accused of having signed an agreement with the Birch Navy.")]
    [InlineData("Rector Anna Lind signed the visitors' book of Birch University on Monday.")]
    [InlineData("The two sides exchanged views on a possible agreement and agreed to sign it at an early date.")]
    [InlineData("Peru and Chile decided to start negotiations on a Supply Arrangement and a Procurement Agreement.")]
    public void What_did_not_happen_now_is_not_claimed(string text) => Assert.Empty(Said.Instruments(Day + text));

    [Fact]
    public void An_act_that_is_told_again_in_general_words_is_one() =>
        Assert.Equal("mou signed 2024-05-14 [Aster University; Birch University] ()", Said.Instruments(Day + "Aster University and Birch University signed a memorandum of understanding on Tuesday. A cooperation accord signed by Aster University on Tuesday gives it a place in the north."));

    [Theory]
    [InlineData("on the 14th", "2024-05-14")]
    [InlineData("two days ago", "2024-05-13")]
    [InlineData("the day before yesterday", "2024-05-13")]
    [InlineData("at the weekend", "2024-05-11/2024-05-12")]
    [InlineData("on 14-May-2024", "2024-05-14")]
    public void Days_are_told_in_many_ways(string day, string read) => Assert.Contains($"loi signed {read} ", Said.Instruments($"{Day}Aster University and Birch University signed a letter of intent {day} in Oslo."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Students signed a petition against the agreement between Aster University and the Birch Laboratory on Monday.")]
    [InlineData("The Aster Institute signed on to the Open Data Charter on Monday.")]
    public void What_is_signed_must_be_the_instrument(string text) => Assert.DoesNotContain(" signed ", Said.Instruments(Day + text), StringComparison.Ordinal);
}
