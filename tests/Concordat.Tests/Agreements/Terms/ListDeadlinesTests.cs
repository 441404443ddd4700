using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Tests.Intake;
using Concordat.Tests.Storage;
using static Concordat.Tests.Agreements.Terms.Term;

namespace Concordat.Tests.Agreements.Terms;

public class ListDeadlinesTests
{
    private static async Task<Guid> SaveAsync(TestStore at, string title, string officer, params (string Path, object? Value)[] values)
    {
        var id = Ids.New(at.Clock);
        var changes = values.Select(v => new Set(v.Path.Replace("*", Sample.New()), v.Value is System.Text.Json.Nodes.JsonNode node ? node : (string)v.Value!));
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, [new Set("title", title), new Set("deskOfficer", officer), .. changes])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static async Task<string> SayAsync(TestStore at, DeadlineWish wish)
    {
        await using var db = at.Store.Read(Reader.Local);
        var lines = await ListDeadlines.RunAsync(db, wish, 100);
        return string.Join("; ", lines.Select(l => $"{l.Title} {l.Sort} {Say(l.Row.Day)}"));
    }

    [Theory, BothDatabases]
    public async Task They_are_listed_by_earliest_day_and_narrowed(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        await SaveAsync(at, "Ice", "Vera Holm", ("signed", "2026-03-01"), For(1, "years", "signature", "first-day"), Tacit(1, "years", 1, "months", "again"));
        await SaveAsync(at, "Snow", "Ida Lund", ("signed", "2020"), ("ends", "2027-01/2027-03"), ("survival/*", Sample.Members(("articles", "7"), ("count", 1), ("unit", "years"))));
        var today = Day("2027-01-20");
        Assert.Equal("Snow Ends between 1 January and 31 March 2027; Ice Notice 28 January 2027; Ice Renewal 1 March 2027", await SayAsync(at, new(today, today + 90)));
        Assert.Equal("Ice Notice 28 January 2027", await SayAsync(at, new(today, today + 90, DeadlineSort.Notice)));
        Assert.Equal("Snow Ends between 1 January and 31 March 2027; Snow Survival between 1 January and 31 March 2028", await SayAsync(at, new(today, today + 365, Officer: "Ida Lund")));
        Assert.Equal("Ice Notice 28 January 2030; Ice Renewal 1 March 2030", await SayAsync(at, new(Day("2030-01-01"), Day("2030-12-31"))));
    }

    [Fact]
    public void Renewals_of_an_old_agreement_are_listed_in_years_to_come()
    {
        var rows = DeadlineRow.Of(Guid.Empty, Times(("signed", "1950-03-01"), For(1, "years", "signature"), Tacit(1, "years", 1, "months", "again")), null).ToList();
        Assert.Equal(("1 February 2020", "2 March 2060"), (Say(rows[0].Day), Say(rows[^1].Day)));
        Assert.Equal(82, rows.Count);
        Assert.InRange(DeadlineRow.Of(Guid.Empty, Times(("signed", "1950-03-01"), For(1, "years", "signature"), Tacit(1, "days", often: "again")), null).Count(), 1, Deadlines.MostRenewals);
    }

    [Theory, BothDatabases]
    public async Task A_recorded_end_takes_deadlines_away_and_undoing_it_brings_them_back(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var id = await SaveAsync(at, "Ice", "Vera Holm", ("signed", "2026-03-01"), ("ends", "2028-01-01"));
        var wish = new DeadlineWish(Day("2027-01-01"), Day("2028-12-31"));
        Assert.Equal("Ice Ends 1 January 2028", await SayAsync(at, wish));
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(id, AgreementKind.Name, 1, [new Set($"events/{Sample.New()}", Sample.Members(("sort", "terminated"), ("on", "2027-02-01")))])]))).Done);
        Assert.Equal("", await SayAsync(at, wish));
        Assert.True((await at.Journal.UndoAsync(Actor.Local, id, 2)).Done);
        Assert.Equal("Ice Ends 1 January 2028", await SayAsync(at, wish));
        Assert.True((await new Verifier(at.Store).RunAsync()).Clean);
    }
}
