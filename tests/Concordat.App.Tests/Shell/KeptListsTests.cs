using Concordat.App.Tests.Harness;
using Concordat.Storage;

namespace Concordat.App.Tests.Shell;

/// <summary>Lists that are kept in memory never say what is no longer so.</summary>
public sealed class KeptListsTests
{
    [Fact]
    public async Task A_list_shows_what_another_process_saved_and_undid()
    {
        await using var served = await Served.StartAsync();
        using var caller = served.Caller();
        Assert.DoesNotContain("Study of Ice", await caller.GetStringAsync("/agreements"));
        await using var other = (await Store.OpenAsync(served.Store.Place)).Value;
        var (journal, id) = (new Journal(other, TimeProvider.System), Ids.New(TimeProvider.System));
        Assert.True((await journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "agreement", [new Set("title", "Study of Ice")])]))).Done);
        Assert.Contains("Study of Ice", await caller.GetStringAsync("/agreements"));
        Assert.DoesNotContain("Study of Ice", await caller.GetStringAsync("/agreements?q=snow"));
        Assert.Contains("Study of Ice", await caller.GetStringAsync("/agreements?q=ice"));
        Assert.True((await journal.UndoAsync(Actor.Local, id, 1)).Done);
        Assert.DoesNotContain("Study of Ice", await caller.GetStringAsync("/agreements"));
        Assert.DoesNotContain("Study of Ice", await caller.GetStringAsync("/agreements?q=ice"));
    }
}
