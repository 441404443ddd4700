using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Records;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Records;

public sealed class ChangeManyTests
{
    private static async Task<Guid> AgreementAsync(TestStore at, string title)
    {
        var id = Ids.New(at.Clock);
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, AgreementKind.Name, [new Set("title", title)])]))).Done);
        return id;
    }

    [Theory, BothDatabases]
    public async Task One_commit_names_the_officer_of_all_and_leaves_those_who_have_him(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var many = new ChangeMany(at.Store, at.Journal, at.Clock);
        Guid[] records = [await AgreementAsync(at, "Aurora"), await AgreementAsync(at, "Brine"), await AgreementAsync(at, "Cirrus")];
        Assert.Equal(1, (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, records[..1], "Vera Holm")).Value);
        Assert.Equal(2, (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, records, " Vera  Holm ")).Value);
        Assert.Equal(0, (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, records, "Vera Holm")).Value);
        Assert.Equal(5, (await at.VerifiedAsync()).Commits);
        Assert.All(records, r => Assert.Equal("Vera Holm", at.FindAsync(r).Result.TextAt("deskOfficer")));
    }

    [Fact]
    public async Task A_file_number_is_added_once()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var many = new ChangeMany(at.Store, at.Journal, at.Clock);
        var record = await AgreementAsync(at, "Aurora");
        Assert.Equal(1, (await many.ReferenceAsync(Actor.Local, AgreementKind.Kind, [record], "TS 14/2026", "Treaty series")).Value);
        Assert.Equal(0, (await many.ReferenceAsync(Actor.Local, AgreementKind.Kind, [record], "TS 14/2026", null)).Value);
        Assert.Equal(1, (await many.ReferenceAsync(Actor.Local, AgreementKind.Kind, [await AgreementAsync(at, "Brine")], "B 7", null)).Value);
        var reference = Assert.Single((JsonArray)(await at.FindAsync(record)).At("references")!);
        Assert.Equal(("TS 14/2026", "Treaty series"), ((string?)reference!["text"], (string?)reference["scheme"]));
    }

    [Fact]
    public async Task Nothing_too_much_and_nothing_to_set_are_refused()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var many = new ChangeMany(at.Store, at.Journal, at.Clock);
        var record = await AgreementAsync(at, "Aurora");
        Assert.Equal("many.nothing-ticked", (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, [], "Vera Holm")).Refusal?.Code);
        Assert.Equal("many.no-value", (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, [record], " ")).Refusal?.Code);
        Assert.Equal("many.too-many", (await many.OfficerAsync(Actor.Local, AgreementKind.Kind, [.. Enumerable.Range(0, 2001).Select(_ => Ids.New(at.Clock))], "Vera Holm")).Refusal?.Code);
        Assert.Equal("many.not-of-this-kind", (await many.ReferenceAsync(Actor.Local, Concordat.People.PersonKind.Kind, [record], "1", null)).Refusal?.Code);
    }
}
