using Concordat.Intake;
using Concordat.Organisations;
using Concordat.People;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Intake;

public sealed class FindCandidatesTests(ITestOutputHelper output)
{
    private static async Task FillAsync(Bed bed, int count)
    {
        for (var at = 0; at < count; at += 500)
        {
            var edits = Enumerable.Range(at, 500).Select(i => i % 2 == 0
                ? Edit.Create(Ids.New(bed.At.Clock), PersonKind.Name, [new Set("name", $"{(char)('A' + (i % 26))}nna {(char)('K' + (i % 7))}. Verdal")])
                : Edit.Create(Ids.New(bed.At.Clock), OrganisationKind.Name, [new Set($"names/{Sample.New()}/text", $"Karvel Institute of Technology number {i}"), new Set("acronym", "KIT")]));
            Assert.True((await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [.. edits]))).Done);
        }
    }

    [Theory, BothDatabases]
    public async Task Looking_up_takes_six_statements_however_large_the_register(Database database)
    {
        await using var bed = await Bed.OnAsync(database);
        await FillAsync(bed, 3000);
        var rare = Sample.Make(PersonKind.Kind, ("name", "Renata Klara Zubrow"));
        Assert.True((await bed.At.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(rare.Id, PersonKind.Name, [new Set("name", "Renata Klara Zubrow")])]))).Done);
        var proposals = FindCandidatesTestsText.Proposals;
        await using var db = bed.Store.Read(Reader.Local);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await FindCandidates.ForAsync(db, proposals, Ids.New(bed.At.Clock));
        var first = clock.ElapsedMilliseconds;
        var before = bed.Store.Statements.Count;
        var found = await FindCandidates.ForAsync(db, proposals, Ids.New(bed.At.Clock));
        output.WriteLine($"{database}: first {first} ms, then {clock.ElapsedMilliseconds - first} ms, {bed.Store.Statements.Count - before} statements");
        Assert.InRange(bed.Store.Statements.Count - before, 1, 6);
        Assert.All(found, p => Assert.True(p.Candidates.Length <= 5));
        Assert.Equal("Renata Klara Zubrow", found.Single(p => p.Key == "p1").Candidates[0].Title);
        Assert.Equal("Karvel Institute of Technology number 2001", found.Single(p => p.Key == "o1").Suggested?.Title);
        // Fifteen hundred are called KIT: none is suggested for the acronym alone.
        Assert.Null(found.Single(p => p.Key == "o2").Suggested);
    }

    [Fact]
    public async Task Nothing_is_asked_for_a_text_that_proposes_nothing()
    {
        await using var bed = await Bed.OnAsync(Database.Sqlite);
        await using var db = bed.Store.Read(Reader.Local);
        var before = bed.Store.Statements.Count;
        Assert.Empty(await FindCandidates.ForAsync(db, []));
        Assert.Equal(before, bed.Store.Statements.Count);
    }
}

internal static class FindCandidatesTestsText
{
    public static System.Collections.Immutable.ImmutableArray<Proposal> Proposals =>
        [Sample.Who("p1", "R. K. Zubrow"), Sample.Org("o1", "Karvel Institute of Technology number 2001"), Sample.Org("o2", "KIT"), Sample.Who("p2", "Anna Verdal")];
}
