using Concordat.Agreements;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Agreements.Terms;

public class CheckTermTests
{
    private static async Task<string?> CodeAsync(params (string Path, object? Value)[] values)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var changes = values.Select(v => new Set(v.Path.Replace("*", Intake.Sample.New()), (System.Text.Json.Nodes.JsonNode)v.Value!));
        return (await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(at.Clock), AgreementKind.Name, [new Set("title", "Ice study"), .. changes])]))).Refusal?.Code;
    }

    [Fact]
    public async Task What_cannot_be_computed_is_refused_with_a_code()
    {
        Assert.Equal("term.too-long", await CodeAsync(Term.For(2_000_000_000, "years")));
        Assert.Equal("term.too-long", await CodeAsync(Term.For(0, "days")));
        Assert.Equal("term.too-long", await CodeAsync(Term.For(-5, "years")));
        Assert.Equal("term.too-long", await CodeAsync(Term.Tacit(1, "days", times: 2_000_000_000)));
        Assert.Equal("term.too-long", await CodeAsync(Term.Effect("signature", month: 0)));
        Assert.Equal("term.incomplete", await CodeAsync(("duration/*", Intake.Sample.Members(("sort", "for"), ("count", 5)))));
        Assert.Equal("term.incomplete", await CodeAsync(("duration/*", Intake.Sample.Members(("sort", "until")))));
        Assert.Equal("term.incomplete", await CodeAsync(Term.Effect("day")));
        Assert.Equal("term.incomplete", await CodeAsync(Term.Tacit(1, "years", often: "again", times: 2)));
        Assert.Equal("term.rests-on-itself", await CodeAsync(Term.Effect("entry-into-force")));
        Assert.Equal("term.not-joined", await CodeAsync(Term.Until("2030"), Term.For(5, "years")));
        Assert.Equal("term.twice", await CodeAsync(Term.Effect("signature"), Term.Effect("ratification")));
        Assert.Null(await CodeAsync(Term.Effect("signature"), Term.For(1000, "years"), Term.Tacit(1, "days", times: 1000)));
    }
}
