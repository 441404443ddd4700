using System.Collections.Frozen;
using Concordat.Search;
using Concordat.Search.Index;
using Concordat.Storage;

namespace Concordat.Tests.Search;

/// <summary>Labels decide what is counted, kept and weighed.</summary>
public sealed class GatherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("concordat-index-").FullName;

    private static Described Person(string name, string label) => new(Ids.New(TimeProvider.System), "person", label, [], [name], [name], [], [], "", "x");

    private static Hits Ran(Engine engine, string typed, Reach reach, params string[] labels) =>
        engine.Ask(s => new Gather(s, new Reader("r", labels.ToFrozenSet()), default).Run(Ask.Of(Wording.Of(typed), reach), null, 20));

    [Theory, InlineData(Reach.All, "marrow"), InlineData(Reach.Near, "marrov"), InlineData(Reach.Any, "marrow ilse")]
    public void Hidden_records_are_not_there_and_weigh_nothing(Reach reach, string typed)
    {
        using var engine = Engine.Create(_folder);
        foreach (var name in new[] { "ilse marrow", "gunnar marrow", "ilse quist" }) engine.Add(Person(name, "default"));
        engine.Show(Reached.Nothing);
        var before = Ran(engine, typed, reach, "default");
        for (var i = 0; i < 30; i++) engine.Add(Person($"marrow hidden {i}", "closed"));
        engine.Show(Reached.Nothing);
        var after = Ran(engine, typed, reach, "default");
        Assert.Equal(before.Top, after.Top);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(after.Count + 30, Ran(engine, typed, reach, "default", "closed").Count);
        Assert.Equal(30, Ran(engine, typed, reach, "closed").Count);
        Assert.Equal(0, Ran(engine, typed, reach).Count);
    }

    [Fact]
    public void The_best_come_first_and_the_newest_among_equals()
    {
        using var engine = Engine.Create(_folder);
        var people = Enumerable.Range(0, 50).Select(i => Person(i == 7 ? "marrow" : $"marrow number {i}", "default")).ToList();
        foreach (var person in people) engine.Add(person);
        engine.Show(Reached.Nothing);
        var hits = Ran(engine, "marrow", Reach.All, "default");
        Assert.Equal(50, hits.Count);
        Assert.Equal(people[7].Record, hits.Top[0].Record);
        Assert.Equal(hits.Top.Skip(1).OrderByDescending(h => h.Score).Select(h => h.Score), hits.Top.Skip(1).Select(h => h.Score));
        Assert.Equal(20, hits.Top.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
