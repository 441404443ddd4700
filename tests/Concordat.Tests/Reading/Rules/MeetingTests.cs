namespace Concordat.Tests.Reading.Rules;

/// <summary>Meetings, visits, their days, hosts and chairs.</summary>
public sealed class MeetingTests
{
    [Theory]
    [InlineData("The IV Binational Commission on Ice of Norway and Peru was held in Oslo on 4 March.", "committee 4 2024-03-04 at Oslo, host none ()")]
    [InlineData("The 11th meeting of the Norway-Peru Steering Committee concluded in Oslo on Tuesday. The two-day session was chaired by Dr Anna Lind and Dr Rosa Vela.", "committee 11 2024-03-11/2024-03-12 at Oslo, host none (Anna Lind; Rosa Vela)")]
    [InlineData("The Ministry of Defence of Norway hosted a three-day workshop on drones with experts of Birch Laboratory from 4 to 6 March in Bergen.", "workshop  2024-03-04/2024-03-06 at Bergen, host Ministry of Defence of Norway ()")]
    [InlineData("A delegation of the Aster Institute paid a visit to Birch University in Oslo on Monday.", "visit  2024-03-11 at Oslo, host Birch University ()")]
    [InlineData("Norway and Peru spoke of ice when officials sat for the eighth time in the Joint Committee on Science. Oslo was the venue, and the days were March 4 and 5. Dr Anna Lind and Dr Rosa Vela shared the chair.", "committee 8 2024-03-04/2024-03-05 at Oslo, host none (Anna Lind; Rosa Vela)")]
    [InlineData("The Third Norway–Peru Defence Dialogue was held in Oslo on 30 November and 1 December 2023.", "dialogue 3 2023-11-30/2023-12-01 at Oslo, host none ()")]
    public void A_meeting_has_its_number_days_place_and_host(string text, string said) => Assert.Equal(said, Said.Meetings("date 2024-03-15\n" + text));

    [Fact]
    public void What_guests_do_besides_is_no_meeting_of_its_own() =>
        Assert.Equal("visit  2024-03-12 at , host Aster University ()", Said.Meetings("date 2024-03-15\nAster University received a delegation of the Birch Institute on Tuesday. The visitors, led by Dr Anna Lind, met with Dean Bo Ek."));
}
