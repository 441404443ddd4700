using Concordat.Agreements.Family;
using Concordat.Reading.Dates;
using Concordat.Sameness;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Agreements;

/// <summary>Agreements under agreements: no circle, the tree to any depth, and what does not fit.</summary>
public class FamilyTests
{
    private static readonly long Now = DayNumber.Of(2026, 3, 2);

    private static Edit Made(TestStore at, Guid id, string title, params IEnumerable<(string Path, string Value)> values) =>
        Edit.Create(id, "agreement", [new Set("title", title), .. values.Select(v => new Set(v.Path.Replace("*", Ids.New(at.Clock).ToString("D"), StringComparison.Ordinal), v.Value))]);

    private static async Task<Guid> SaveAsync(TestStore at, string title, params IEnumerable<(string Path, string Value)> values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Made(at, id, title, values)]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static (string, string) Under(Guid above) => ("under", above.ToString("D"));

    private static async Task<string?> MoveAsync(TestStore at, Guid record, Guid above) =>
        (await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Of(await at.FindAsync(record), new Set("under", above.ToString("D")))]))).Refusal?.Code;

    [Theory, BothDatabases]
    public async Task Nothing_comes_to_stand_above_itself_by_whatever_door(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var top = await SaveAsync(at, "Top");
        var middle = await SaveAsync(at, "Middle", Under(top));
        var low = await SaveAsync(at, "Low", Under(middle));
        var other = await SaveAsync(at, "Other");
        Assert.Equal("record.circle", await MoveAsync(at, top, top));
        Assert.Equal("record.circle", await MoveAsync(at, top, middle));
        Assert.Equal("record.circle", await MoveAsync(at, top, low));
        Assert.Null(await MoveAsync(at, low, other));
        Assert.Null(await MoveAsync(at, top, low));
        // Undoing the way out would close it again.
        Assert.Equal("record.circle", (await at.Journal.UndoAsync(Actor.Local, low, 2)).Refusal?.Code);
        var (one, two) = (Ids.New(at.Clock), Ids.New(at.Clock));
        Assert.Equal("record.circle", (await at.Journal.SaveAsync(new Deed(Actor.Local, [Made(at, one, "One", Under(two)), Made(at, two, "Two", Under(one))]))).Refusal?.Code);
        var own = Ids.New(at.Clock);
        Assert.Equal("record.circle", (await at.Journal.BulkAsync(Actor.Local, "file", new[] { Made(at, own, "Own", Under(own)) }.ToAsyncEnumerable())).Refusal?.Code);
        await at.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task Two_who_put_two_under_each_other_at_once_close_no_circle(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        for (var round = 0; round < 8; round++)
        {
            var (a, b) = (await SaveAsync(at, $"A{round}"), await SaveAsync(at, $"B{round}"));
            string?[] codes = await Task.WhenAll(Task.Run(() => MoveAsync(at, a, b)), Task.Run(() => MoveAsync(at, b, a)));
            Assert.Equal([null, "record.circle"], codes.Order());
        }
    }

    [Theory, BothDatabases]
    public async Task A_merge_that_would_close_a_circle_is_refused(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var top = await SaveAsync(at, "Top");
        var middle = await SaveAsync(at, "Middle", Under(top));
        var low = await SaveAsync(at, "Low", Under(middle));
        var merge = new MergeRecords(at.Store, at.Journal, at.Clock);
        Assert.Equal("record.circle", (await merge.MergeAsync(Actor.Local, low, top, "one")).Refusal?.Code);
        Assert.Equal("record.circle", (await merge.MergeAsync(Actor.Local, top, low, "one")).Refusal?.Code);
        var twin = await SaveAsync(at, "Low again", Under(middle));
        Assert.Null((await merge.MergeAsync(Actor.Local, low, twin, "one")).Refusal);
        await at.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task The_tree_is_shown_from_the_topmost_down_whichever_of_it_is_looked_at(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var top = await SaveAsync(at, "Top", ("signed", "2020-01-01"));
        var middle = await SaveAsync(at, "Middle", Under(top), ("signed", "2021-01-01"));
        var (b, a) = (await SaveAsync(at, "B", Under(middle)), await SaveAsync(at, "A", Under(middle)));
        var beside = await SaveAsync(at, "Beside", Under(top));
        var alone = await SaveAsync(at, "Alone");
        await using var db = at.Store.Read(Reader.Local);
        Assert.Null(await ReadFamily.RunAsync(db, alone, Now));
        var before = at.Store.Statements.Count;
        var tree = (await ReadFamily.RunAsync(db, middle, Now))!;
        Assert.InRange(at.Store.Statements.Count - before, 1, 7);
        Assert.Equal([top], tree.ByAbove[null].Select(m => m.Row.Record));
        Assert.Equal([middle], tree.ByAbove[top].Select(m => m.Row.Record));
        Assert.Equal([a, b], tree.ByAbove[middle].Select(m => m.Row.Record));
        Assert.DoesNotContain(tree.Members, m => m.Row.Record == beside);
        Assert.Equal([middle, beside], (await ReadFamily.RunAsync(db, top, Now))!.ByAbove[top].Select(m => m.Row.Record).OrderBy(r => r == beside));
    }

    [Fact]
    public async Task Of_very_many_below_some_are_shown_and_the_cost_stays()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var top = await SaveAsync(at, "Top");
        await at.Journal.SaveAsync(new Deed(Actor.Local, [.. Enumerable.Range(0, ReadFamily.Most + 5).Select(i => Made(at, Ids.New(at.Clock), $"Child {i:00}", Under(top)))]));
        await using var db = at.Store.Read(Reader.Local);
        var before = at.Store.Statements.Count;
        var tree = (await ReadFamily.RunAsync(db, top, Now))!;
        Assert.Equal((true, ReadFamily.Most), (tree.More, tree.ByAbove[top].Count()));
        Assert.InRange(at.Store.Statements.Count - before, 1, 4);
    }

    private static async Task<IEnumerable<string>> WarningsAsync((string, string)[] parent, (string, string)[] child)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var above = await SaveAsync(at, "Parent", parent);
        var below = await SaveAsync(at, "Child", [.. child, Under(above)]);
        await using var db = at.Store.Read(Reader.Local);
        return (await ReadFamily.RunAsync(db, below, Now))!.Warnings;
    }

    private static readonly (string, string)[] Running = [("signed", "2020-01-01"), ("inForce", "2020-01-01"), ("ends", "2030-12-31")];

    [Theory]
    [InlineData("2029-12-31", "2030-12-31", null)]
    [InlineData("2031-12-31", "2030-12-31", "It ends 31 December 2031, after “Parent”, which ends 31 December 2030.")]
    [InlineData("2030", "2030-06-30", "It may end after “Parent”: one ends 2030, the other 30 June 2030.")]
    [InlineData("2030", "2031", null)]
    public async Task A_child_that_outlives_its_parent_is_said_to_certainly_or_possibly(string child, string parent, string? says)
    {
        var said = await WarningsAsync([("signed", "2020-01-01"), ("inForce", "2020-01-01"), ("ends", parent)], [("signed", "2021-01-01"), ("inForce", "2021-01-01"), ("ends", child)]);
        Assert.Equal(says is null ? [] : [says], said);
    }

    [Fact]
    public async Task What_ended_before_or_since_is_told_apart()
    {
        Assert.Equal(["“Parent” had ended when it was signed."], await WarningsAsync([("signed", "2010-01-01"), ("events/0198c0de-0000-7000-8000-0000000000e1/sort", "terminated"), ("events/0198c0de-0000-7000-8000-0000000000e1/on", "2015-01-01")], [("signed", "2021-01-01")]));
        Assert.Equal(["It amends “Parent”, which had ended when it was signed."], await WarningsAsync([("signed", "2010-01-01"), ("events/0198c0de-0000-7000-8000-0000000000e1/sort", "terminated"), ("events/0198c0de-0000-7000-8000-0000000000e1/on", "2015-01-01")], [("agreementSort", "amendment"), ("signed", "2021-01-01")]));
        Assert.Equal(["“Parent” has ended."], await WarningsAsync([("signed", "2010-01-01"), ("inForce", "2010-01-01"), ("events/0198c0de-0000-7000-8000-0000000000e1/sort", "terminated"), ("events/0198c0de-0000-7000-8000-0000000000e1/on", "2025-01-01")], [("signed", "2021-01-01")]));
        Assert.Equal(["“Parent” was not signed yet when it was."], await WarningsAsync([("signed", "2025-01-01"), ("inForce", "2025-01-01")], [("signed", "2021-01-01")]));
    }

    [Fact]
    public async Task A_kind_that_bears_nothing_is_named()
    {
        Assert.Equal(["Project agreement does not usually stand under amendment: “Parent”."], await WarningsAsync([.. Running, ("agreementSort", "amendment")], [("agreementSort", "project-agreement")]));
        Assert.Empty(await WarningsAsync([.. Running, ("agreementSort", "framework")], [("agreementSort", "project-agreement")]));
    }

    [Fact]
    public async Task A_party_that_is_missing_above_is_named_unless_one_of_its_country_is_there()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        async Task<Guid> Organisation(string name, string country)
        {
            var id = Ids.New(at.Clock);
            Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "organisation", [new Set($"names/{Ids.New(at.Clock)}/text", name), new Set("country", country)])]))).Done);
            return id;
        }

        var (state, lab, stranger) = (await Organisation("Norway", "NO"), await Organisation("Norvik Laboratory", "NO"), await Organisation("Brellin Institute", "DE"));
        (string, string) Party(Guid of) => ("parties/*/organisation", of.ToString("D"));
        var above = await SaveAsync(at, "Parent", [.. Running, Party(state)]);
        var below = await SaveAsync(at, "Child", Under(above), Party(lab), Party(stranger));
        await using var db = at.Store.Read(Reader.Local);
        Assert.Equal(["Brellin Institute is a party here, but neither it nor anyone of its country is one of “Parent”."], (await ReadFamily.RunAsync(db, below, Now))!.Warnings);
    }
}
