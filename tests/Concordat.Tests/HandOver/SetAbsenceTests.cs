using Concordat.HandOver;
using Concordat.Reading.Dates;
using Concordat.Tests.Storage;

namespace Concordat.Tests.HandOver;

/// <summary>Absences are noted, refused and ended.</summary>
public class SetAbsenceTests
{
    private static readonly long Now = DayNumber.Of(2026, 3, 2);

    [Theory]
    [InlineData("", 1, 2, "Rui", "absence.nobody")]
    [InlineData("Ana", 1, 2, "  ", "absence.nobody")]
    [InlineData("Ana", 1, 2, "Ana", "absence.own-deputy")]
    [InlineData("Ana", 3, 2, "Rui", "absence.backwards")]
    [InlineData("Ana", 0, 366, "Rui", "absence.too-long")]
    [InlineData("Ana", -9, -1, "Rui", "absence.over")]
    public async Task What_makes_no_sense_is_refused(string officer, long first, long last, string deputy, string code)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        Assert.Equal(code, (await new SetAbsence(at.Journal, at.Clock).RunAsync(Actor.Local, officer, Now + first, Now + last, deputy, null)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task One_that_runs_ends_yesterday_and_one_ahead_is_called_off(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var set = new SetAbsence(at.Journal, at.Clock);
        var runs = (await set.RunAsync(Actor.Local, "Ana", Now - 5, Now + 5, "Rui", " leave ")).Value;
        var ahead = (await set.RunAsync(Actor.Local, "Ana", Now + 25, Now + 35, "Eva", null)).Value;
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal([runs, ahead], await Absences.AheadAsync(db, Now));
        await set.EndAsync(Actor.Local, runs, Now);
        await set.EndAsync(Actor.Local, ahead, Now);
        Assert.Empty(await Absences.AheadAsync(db, Now));
        Assert.Equal([runs with { Last = Now - 1 }], await Absences.AheadAsync(db, Now - 3));
    }

    [Fact]
    public async Task Of_very_many_every_one_counts_and_is_found()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var set = new SetAbsence(at.Journal, at.Clock);
        for (var i = 0; i < 205; i++) Assert.True((await set.RunAsync(Actor.Local, $"Officer {i:000}", Now, Now + 1, "Rui", null)).Done);
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal(205, StandIns.Of("Rui", await Absences.OnAsync(db, Now), Now).Covered.Length);
        Assert.NotNull(await Absences.FindAsync(db, "Officer 204", Now, Now));
        Assert.Empty(await Absences.OnAsync(db, Now + 2));
    }
}
