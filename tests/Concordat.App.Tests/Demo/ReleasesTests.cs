using System.Text;
using Concordat.App.Demo;
using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.App.Tests.Demo;

/// <summary>Each bundled release says what the tour promises of it.</summary>
public sealed class ReleasesTests
{
    [Theory]
    [InlineData("framework.txt", "framework", "signed", "2026-05-13", 2)]
    [InlineData("mou.txt", "mou", "signed", "2026-11-11", 2)]
    [InlineData("renewal.txt", "mou", "renewed", "2026-09-29", 2)]
    [InlineData("termination.txt", "mou", "terminated", "2026-10-15", 2)]
    [InlineData("plenary.txt", "project-agreement", "signed", "2026-10-06/2026-10-07", 2)]
    public void A_release_tells_of_one_event(string file, string kind, string happening, string day, int parties)
    {
        var instrument = Assert.Single(Read(file).Instruments, i => i.Event.Value == happening);
        Assert.Equal((kind, day, parties), (instrument.Kind.Value, instrument.Date?.Value, instrument.Parties.Length));
    }

    [Fact]
    public void The_plenary_is_numbered_and_has_two_chairs_and_a_guide()
    {
        var meeting = Assert.Single(Read("plenary.txt").Meetings);
        Assert.Equal((9, 2, 1), (meeting.Ordinal?.Value, meeting.CoChairs.Length, meeting.GuidedBy.Length));
    }

    [Fact]
    public void The_second_report_gives_other_days_for_the_same_session()
    {
        var (first, second) = (Read("plenary.txt").Meetings.Single(), Read("plenary-second-report.txt").Meetings.Single());
        Assert.Equal(first.Ordinal!.Value, second.Ordinal!.Value);
        Assert.NotEqual(first.Dates!.Value, second.Dates!.Value);
    }

    private static Findings Read(string file) =>
        DocumentReader.Read(Encoding.UTF8.GetString(Samples.Bytes("releases/" + file)), DateOnly.Parse(Samples.Releases.Single(r => r.File == file).Published));
}
