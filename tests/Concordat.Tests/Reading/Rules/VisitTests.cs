namespace Concordat.Tests.Reading.Rules;

/// <summary>Visits told by those who came, sessions that the headline names, talks beside a committee.</summary>
public sealed class VisitTests
{
    private const string Day = "date 2024-05-15\n";

    [Theory]
    [InlineData("Dr. Hieu Nguyen and a delegation of five have been in Japan since Monday. They visited Kanto Radar Works, Ltd. in Kawagoe on Tuesday.", "visit  2024-05-14 at Kawagoe, host Kanto Radar Works, Ltd. ()")]
    [InlineData("Deputy Minister of Science Tran Van An visited the Aster Institute of Physics in Minsk on 13 May.", "visit  2024-05-13 at Minsk, host Aster Institute of Physics ()")]
    [InlineData("A delegation from the Birch Space Agency headed by Dr Karl Aas called at the Aster Space Centre in Bengaluru yesterday.", "visit  2024-05-14 at Bengaluru, host Aster Space Centre ()")]
    [InlineData("A delegation of the Chilean Navy led by Rear Admiral Diego Ruiz paid a courtesy call on Vice-Chancellor Prof Anna Lind at Aster University on Monday.", "visit  2024-05-13 at , host Aster University ()")]
    [InlineData("A team from the Cedar Laboratory is visiting the Norwegian Defence Institute from 13 to 15 May.", "visit  2024-05-13/2024-05-15 at , host Norwegian Defence Institute ()")]
    [InlineData("A team from the Ministry of Fisheries of Peru arrived in Piraeus on 12 May for talks.", "visit  2024-05-12 at Piraeus, host none ()")]
    public void A_visit_has_a_host_a_place_and_a_day(string text, string said) => Assert.Equal(said, Said.Meetings(Day + text));

    [Fact]
    public void Visiting_by_the_way_is_no_visit() => Assert.Empty(Said.Meetings(Day + "Dr Bo Ek, who visited Aster University in 2019, spoke of ice."));

    [Theory]
    [InlineData("The 7th session of the Nordic Joint Committee on Science\nThe 7th Session took place in Oslo on 4-5 April 2024.", "committee 7 2024-04-04/2024-04-05 at Oslo, host none ()")]
    [InlineData("The Nordic Joint Committee on Science held its sixth session in Oslo on April 4, 2024.", "committee 6 2024-04-04 at Oslo, host none ()")]
    [InlineData("Forty officers met at the Birch Institute for the second Nordic Workshop on Glaciers (2-4 May), held at the Birch Institute in Punta Roja.", "workshop 2 2024-05-02/2024-05-04 at Punta Roja, host Birch Institute ()")]
    [InlineData("Defence Minister Anna Lind held a bilateral meeting with Defence Minister Diego Ruiz in Santiago on 12 May.", "dialogue  2024-05-12 at Santiago, host none ()")]
    [InlineData("From Monday to Wednesday of this week the third meeting of the Nordic Working Group on Ice took place in Oslo.", "joint-working-group 3 2024-05-13/2024-05-15 at Oslo, host none ()")]
    [InlineData("The inaugural Nordic Security Dialogue was held in Oslo on 13 May. The Norwegian delegation was led by Dr Kari Moe while the Danish delegation was headed by Director Bo Ek.", "dialogue 1 2024-05-13 at Oslo, host none (Kari Moe; Bo Ek)")]
    public void Meetings_are_numbered_named_and_dated_in_many_ways(string text, string said) => Assert.Equal(said, Said.Meetings(Day + text));

    [Fact]
    public void Talks_with_a_third_party_beside_a_committee_are_a_meeting_of_their_own() =>
        Assert.Contains("\ndialogue", Said.Meetings(Day + "Mr Edmund Kok of the Aster Agency and Dr Anna Lind of the Birch Agency co-chaired the 12th Nordic Steering Committee in Lyon on 10 May 2024. Next to the Committee, Mr Kok met Ms Marie Dupont, Chief Executive of Lumen Ltd."), StringComparison.Ordinal);

    [Fact]
    public void The_chairman_of_a_committee_makes_no_meeting() => Assert.Empty(Said.Meetings(Day + "Chairman of the Science Committee Anna Lind took part."));
}
