using Concordat.Actions;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Actions;

/// <summary>Actions and the states that are computed for them.</summary>
public class ActionKindTests
{
    [Theory]
    [InlineData(null, null, 100, "open")]
    [InlineData("1970-04-11", null, 100, "open")]
    [InlineData("1970-04-11", null, 101, "overdue")]
    [InlineData("1970-04", null, 101, "open")]
    [InlineData("1970-04-11", "done", 500, "done")]
    [InlineData("1970-04-11", "merged", 500, "merged")]
    public void A_state_follows_from_the_day_and_the_closing(string? due, string? closedAs, long today, string state) =>
        Assert.Equal(state, ActionRow.Of(Guid.Empty, new() { Title = "Send it", Due = due, ClosedAs = closedAs }).State(today));

    [Theory, BothDatabases]
    public async Task A_day_of_closing_needs_to_say_how(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var id = Ids.New(at.Clock);
        async Task<Refusal?> MakeAsync(params Change[] changes) => (await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, ActionKind.Name, [new Set("title", "Send it"), .. changes])]))).Refusal;
        Assert.Equal("action.closed-how", (await MakeAsync(new Set("closed", "2026-03-01")))?.Code);
        Assert.Null(await MakeAsync(new Set("closed", "2026-03-01"), new Set("closedAs", "done")));
    }
}
