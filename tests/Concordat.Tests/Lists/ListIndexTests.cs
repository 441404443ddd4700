using Concordat.Agreements;
using Concordat.Lists;
using Concordat.Organisations;
using Concordat.Reading.Dates;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Lists;

/// <summary>The index in memory says what the tables say: held against a plain walk over all lines.</summary>
public sealed class ListIndexTests
{
    private static readonly ListPlan Plan = new() { Kind = "sample", Facets = ["colour", "size"], Orders = [new("weight", true)], Read = (_, _, _) => AsyncEnumerable.Empty<IndexedLine>() };
    private static readonly string[] Colours = ["red", "green", "blue"], Sizes = ["s", "m", "l", "xl"];

    private static IndexedLine Line(Random random, Guid id) => new(id, $"title {random.Next(400):D3}", [random.Next(5) == 0 ? null : random.Next(50)],
        [.. Colours.Where(_ => random.Next(3) == 0).Select(c => ("colour", c)), ("size", Sizes[random.Next(4)])]);

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Counts_and_pages_are_those_of_a_plain_walk(int seed)
    {
        var random = new Random(seed);
        var (index, held) = (new ListIndex(Plan), new Dictionary<Guid, IndexedLine>());
        for (var round = 0; round < 40; round++)
        {
            var gone = held.Keys.Where(_ => random.Next(20) == 0).ToList();
            var changed = held.Keys.Except(gone).Where(_ => random.Next(10) == 0).ToList();
            List<IndexedLine> fresh = [.. changed.Select(c => Line(random, c)), .. Enumerable.Range(0, random.Next(60)).Select(_ => Line(random, Id(random)))];
            foreach (var record in gone) held.Remove(record);
            foreach (var line in fresh) held[line.Record] = line;
            index.Replace([.. gone, .. changed], fresh);
            Assert.Equal(held.Count, index.Count);
            Compare(index, held, Wish(random, held));
        }
    }

    private static ListWish Wish(Random random, Dictionary<Guid, IndexedLine> held)
    {
        var filters = new Dictionary<string, string>();
        if (random.Next(2) == 0) filters["colour"] = Colours[random.Next(3)];
        if (random.Next(2) == 0) filters["size"] = random.Next(6) == 0 ? "none has it" : Sizes[random.Next(4)];
        List<IReadOnlyCollection<Guid>> found = random.Next(3) == 0 ? [held.Keys.Where(_ => random.Next(2) == 0).ToHashSet()] : [];
        return new(filters, found, random.Next(2) == 0 ? "weight" : null, null, null, 1 + random.Next(9));
    }

    private static void Compare(ListIndex index, Dictionary<Guid, IndexedLine> held, ListWish wish)
    {
        bool Fits(IndexedLine line, string? except) => wish.Filters.All(f => f.Key == except || line.Values.Contains((f.Key, f.Value))) && wish.Found.All(f => f.Contains(line.Record));
        var lines = held.Values.Where(l => Fits(l, null));
        List<Guid> expected = wish.Order is null
            ? [.. lines.OrderBy(l => l.SortKey, StringComparer.Ordinal).ThenBy(l => l.Record).Select(l => l.Record)]
            : [.. lines.Where(l => l.Keys[0] is not null).OrderByDescending(l => l.Keys[0]).ThenBy(l => l.Record).Select(l => l.Record)];
        var (forth, slice) = (new List<Guid>(), index.Slice(wish));
        Assert.Equal(expected.Count, slice.Total);
        Assert.Null(slice.Earlier);
        for (forth.AddRange(slice.Records); slice.Later is { } later; forth.AddRange(slice.Records)) slice = index.Slice(wish with { After = later });
        Assert.Equal(expected, forth);
        var back = new List<Guid>(slice.Records);
        for (; slice.Earlier is { } earlier; back.InsertRange(0, slice.Records)) slice = index.Slice(wish with { Before = earlier });
        Assert.Equal(expected, back);
        foreach (var facet in Plan.Facets)
            Assert.Equal(
                held.Values.Where(l => Fits(l, facet)).SelectMany(l => l.Values.Where(v => v.Facet == facet)).CountBy(v => v.Value).Select(v => (v.Key, v.Value)).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal),
                index.Counts(facet, wish));
    }

    [Fact]
    public void A_value_of_many_lines_becomes_a_bitmap_and_still_counts()
    {
        var random = new Random(7);
        var index = new ListIndex(Plan);
        var lines = Enumerable.Range(0, 20_000).Select(i => new IndexedLine(Id(random), $"{i:D6}", [null], [("colour", i % 2 == 0 ? "red" : "green"), ("size", "s")])).ToList();
        index.Replace([], lines);
        var red = new ListWish(new Dictionary<string, string> { ["colour"] = "red" }, [], null, null, null, 50);
        Assert.Equal([("green", 10_000), ("red", 10_000)], index.Counts("colour", red));
        Assert.Equal(10_000, index.Slice(red).Total);
        index.Replace([.. lines.Take(8_000).Select(l => l.Record)], []);
        Assert.Equal(6_000, index.Slice(red).Total);
    }

    private static async Task<Guid> SaveAsync(TestStore at, string kind, params Change[] values)
    {
        var id = Ids.New(at.Clock);
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, [.. values])]))).Done);
        return id;
    }

    private static async Task<string> SayAsync(ListIndexes indexes, TestStore at, string facet, long day)
    {
        var wish = new ListWish(new Dictionary<string, string>(), [], null, null, null, 10);
        return string.Join(", ", (await indexes.AskAsync(AgreementPlan.Plan, await at.Store.HeadAsync(), day, i => i.Counts(facet, wish))).Select(c => $"{c.Value} {c.Count}"));
    }

    [Theory, BothDatabases]
    public async Task Commits_of_agreements_and_of_their_partners_carry_it_forward(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        var (indexes, today) = (new ListIndexes(at.Store), DayNumber.Of(2026, 3, 2));
        var partner = await SaveAsync(at, OrganisationKind.Name, new Set($"names/{Ids.New(at.Clock)}/text", "Norvik Polar Laboratory"));
        var agreement = await SaveAsync(at, AgreementKind.Name, new Set("title", "Study of Ice"), new Set("signed", "2024"), new Set($"parties/{Ids.New(at.Clock)}/organisation", partner.ToString("D")));
        Assert.Equal("Signed 1", await SayAsync(indexes, at, "state", today));
        Assert.Equal("", await SayAsync(indexes, at, "country", today));
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(partner, OrganisationKind.Name, 1, [new Set("country", "NO")])]))).Done);
        Assert.Equal("NO 1", await SayAsync(indexes, at, "country", today));
        Assert.True((await at.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(agreement, AgreementKind.Name, 1, [new Set("inForce", "2025-01-01"), new Set("ends", "2026-03-05")])]))).Done);
        Assert.Equal("InForce 1", await SayAsync(indexes, at, "state", today));
        var before = at.Store.Statements.Count;
        await SayAsync(indexes, at, "officer", today);
        Assert.Equal(1, at.Store.Statements.Count - before);
        Assert.True((await at.Journal.UndoAsync(Actor.Local, agreement, 2)).Done);
        Assert.Equal("Signed 1", await SayAsync(indexes, at, "state", today));
        Assert.True((await at.Journal.UndoAsync(Actor.Local, agreement, 1)).Done);
        Assert.Equal("", await SayAsync(indexes, at, "state", today));
    }

    [Theory, InlineData(4, "InForce 1", "month 1, quarter 1, year 1"), InlineData(5, "InForce 1", "month 1, quarter 1, year 1"), InlineData(6, "ToBeConfirmed 1", "")]
    public async Task Days_carry_it_forward_without_any_commit(int march, string state, string ending)
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var indexes = new ListIndexes(at.Store);
        await SaveAsync(at, AgreementKind.Name, new Set("title", "Study of Ice"), new Set("inForce", "2025-01-01"), new Set("ends", "2026-03-05"));
        Assert.Equal("InForce 1", await SayAsync(indexes, at, "state", DayNumber.Of(2025, 2, 1)));
        Assert.Equal("", await SayAsync(indexes, at, "ending", DayNumber.Of(2025, 2, 1)));
        Assert.Equal("year 1", await SayAsync(indexes, at, "ending", DayNumber.Of(2025, 3, 5)));
        Assert.Equal(state, await SayAsync(indexes, at, "state", DayNumber.Of(2026, 3, march)));
        Assert.Equal(ending, await SayAsync(indexes, at, "ending", DayNumber.Of(2026, 3, march)));
    }
}
