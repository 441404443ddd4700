using Concordat.HandOver;
using Concordat.Tests.Storage;

namespace Concordat.Tests.HandOver;

/// <summary>Absences are noted, refused and ended.</summary>
public class SetAbsenceTests
{
    [Theory]
    [InlineData("", 1, 2, "Rui", "absence.nobody")]
    [InlineData("Ana", 1, 2, "  ", "absence.nobody")]
    [InlineData("Ana", 1, 2, "Ana", "absence.own-deputy")]
    [InlineData("Ana", 3, 2, "Rui", "absence.backwards")]
    [InlineData("Ana", 0, 366, "Rui", "absence.too-long")]
    public async Task What_makes_no_sense_is_refused(string officer, long first, long last, string deputy, string code)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        Assert.Equal(code, (await new SetAbsence(at.Journal).RunAsync(Actor.Local, officer, first, last, deputy, null)).Refusal?.Code);
    }

    [Theory, BothDatabases]
    public async Task One_that_runs_ends_yesterday_and_one_ahead_is_called_off(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var set = new SetAbsence(at.Journal);
        var runs = (await set.RunAsync(Actor.Local, "Ana", 10, 20, "Rui", " leave ")).Value;
        var ahead = (await set.RunAsync(Actor.Local, "Ana", 40, 50, "Eva", null)).Value;
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal([runs, ahead], await Absences.AheadAsync(db, 15));
        await set.EndAsync(Actor.Local, runs, 15);
        await set.EndAsync(Actor.Local, ahead, 15);
        Assert.Empty(await Absences.AheadAsync(db, 15));
        Assert.Equal([runs with { Last = 14 }], await Absences.AheadAsync(db, 12));
    }
}
