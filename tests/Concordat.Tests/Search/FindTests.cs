using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Concordat.Search;
using Concordat.Search.Index;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Search;

/// <summary>What is found, and by which words, on both databases.</summary>
public class FindTests
{
    private static string Marked(IEnumerable<Run> runs) => string.Concat(runs.Select(r => r.Marked ? $"[{r.Text}]" : r.Text));

    [Theory, BothDatabases]
    public async Task Any_word_name_number_or_person_leads_to_its_record(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await SampleRecords.SaveAsync(bed.Bed);
        Assert.Equal("Sea ice study", (await bed.TitlesAsync("NPL/25/7"))[0]);
        Assert.Equal("Sea ice study", (await bed.TitlesAsync("25/7"))[0]);
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("npl"))[0]);
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("norvik polar lab"))[0]);
        Assert.Equal(["Tamsin Orrel"], await bed.TitlesAsync("orrel tamsin"));
        Assert.Contains("Sea ice study", await bed.TitlesAsync("brellin ice"));
        Assert.Equal("First session", (await bed.TitlesAsync("joint ice 1"))[0]);
        Assert.Equal("First session", (await bed.TitlesAsync("1st session"))[0]);
        Assert.Contains("Sea ice study", await bed.TitlesAsync("memorandum 2025"));
    }

    [Theory, BothDatabases]
    public async Task Words_in_documents_are_found_and_shown_in_their_place(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        const string text = "The two laboratories will study krill <b>swarms</b> under the ice & report to the ministers.";
        var digest = (await bed.Bed.Store.Files.PutAsync(Encoding.UTF8.GetBytes(text))).Value;
        await bed.MakeAsync("source", new Set("title", "A release"), new Set("digest", digest), new Set("texts/0198c0de-0000-7000-8000-000000000001", new JsonObject { ["extractor"] = "plain", ["version"] = "1", ["digest"] = digest, ["length"] = text.Length }));
        var found = (await bed.FoundAsync("swarm ministers")).Records.Single();
        Assert.Equal("The two laboratories will study krill <b>[swarms]</b> under the ice & report to the [ministers].", Marked(found.Snippet));
        Assert.Equal($"{text.IndexOf("swarms", StringComparison.Ordinal)}+6", found.At);
        Assert.Single((await bed.FoundAsync("\"study krill\"")).Records);
        Assert.Empty((await bed.FoundAsync("\"krill study\"")).Records);
    }

    [Theory, BothDatabases]
    public async Task Diacritics_endings_beginnings_and_wrong_letters_do_not_matter(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await bed.MakeAsync("agreement", new Set("title", "Memorandum on Élysian propulsion studies"));
        await bed.MakeAsync("agreement", new Set("title", "Letter on corrosion"));
        foreach (var typed in new[] { "elysian", "ÉLYSIAN", "study", "propul", "memorandum propulsions" }) Assert.Equal(["Memorandum on Élysian propulsion studies"], await bed.TitlesAsync(typed));
        var near = await bed.FoundAsync("elysain propultion");
        Assert.Equal((Reach.Near, "Memorandum on [Élysian] [propulsion] studies"), (near.Reach, Marked(near.Records.Single().Title)));
        Assert.Empty((await bed.FoundAsync("xorrosion")).Records);
        Assert.Equal(Reach.Any, (await bed.FoundAsync("propulsion corrosion")).Reach);
        Assert.Equal(2, (await bed.FoundAsync("propulsion corrosion")).Count);
    }

    [Theory, BothDatabases]
    public async Task A_whole_acronym_or_number_comes_first(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        for (var i = 0; i < 8; i++) await bed.MakeAsync("agreement", new Set("title", $"NPL NPL study {i}"));
        await bed.MakeAsync("organisation", new Set("names/0198c0de-0000-7000-8000-000000000001/text", "Norvik Polar Laboratory"), new Set("acronym", "N.P.L."));
        for (var i = 0; i < 8; i++) await bed.MakeAsync("agreement", new Set("title", $"NPL study {i + 8}"));
        Assert.Equal("Norvik Polar Laboratory", (await bed.TitlesAsync("npl"))[0]);
        var found = await bed.FoundAsync("npl");
        Assert.Equal([("organisation", 1), ("agreement", 16)], found.Counts);
        Assert.Equal(1 + Find.OfEach, found.Records.Length);
    }

    [Theory, BothDatabases]
    public async Task Pages_of_a_kind_show_every_record_once(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await bed.Bed.Journal.SaveAsync(new Deed(Actor.Local, [.. Enumerable.Range(0, 45).Select(i => Edit.Create(Ids.New(TimeProvider.System), "person", [new Set("name", $"Ilse Marrow {i}")]))]));
        await bed.MakeAsync("agreement", new Set("title", "Marrow cells"));
        var pages = new List<Found>();
        for (var page = 1; page <= 3; page++) pages.Add(await bed.FoundAsync("marrow", kind: "person", page: page));
        Assert.Equal([true, true, false], pages.Select(p => p.More));
        Assert.Equal(45, pages.SelectMany(p => p.Records).Select(r => r.Record).Distinct().Count());
        Assert.Equal(46, pages[0].Count);
    }

    [Theory, BothDatabases]
    public async Task What_a_reader_may_not_see_is_in_no_result_count_suggestion_or_reason(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await SampleRecords.SaveAsync(bed.Bed);
        var nobody = new Reader("other", FrozenSet.Create("closed"));
        Assert.NotEqual(0, (await bed.FoundAsync("ice")).Count);
        foreach (var typed in new[] { "ice", "npl", "NPL/25/7", "norvik", "icee polarr" })
        {
            var found = await bed.FoundAsync(typed, reader: nobody);
            Assert.Equal((0, 0), (found.Count, found.Records.Length));
            Assert.Empty(await bed.Find.SuggestAsync(nobody, Wording.Of(typed)));
        }
    }

    [Theory, BothDatabases]
    public async Task Suggestions_begin_as_typed_and_the_whole_acronym_is_first(Database database)
    {
        await using var bed = await SearchBed.NewAsync(database);
        await SampleRecords.SaveAsync(bed.Bed);
        await bed.FoundAsync("norvik");
        async Task<string[]> SuggestedAsync(string typed) => [.. (await bed.Find.SuggestAsync(Reader.Local, Wording.Of(typed))).Select(s => s.Head.Title)];
        Assert.Equal("Norvik Polar Laboratory", (await SuggestedAsync("npl"))[0]);
        Assert.Equal("Norvik Polar Laboratory", (await SuggestedAsync("nor"))[0]);
        Assert.Equal(["Tamsin Orrel"], await SuggestedAsync("orr"));
        Assert.Equal(["Tamsin Orrel"], await SuggestedAsync("tamsim"));
        Assert.Equal(["Sea ice study", "Norvik and Brellin to study sea ice"], await SuggestedAsync("sea ice"));
        Assert.Empty(await SuggestedAsync("o"));
        Assert.Empty(await SuggestedAsync("\"*?~"));
    }

    [Theory, MemberData(nameof(WordingTests.Hostile), MemberType = typeof(WordingTests))]
    public async Task Nothing_that_can_be_typed_fails(string typed)
    {
        await using var bed = await SearchBed.NewAsync(Database.Sqlite);
        await SampleRecords.SaveAsync(bed.Bed);
        foreach (var reach in Enum.GetValues<Reach>()) await bed.FoundAsync(typed, reach);
        await bed.Find.SuggestAsync(Reader.Local, Wording.Of(typed));
        Assert.Empty(bed.Stumbles);
    }
}
