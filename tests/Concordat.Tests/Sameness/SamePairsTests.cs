using System.Text.Json.Nodes;
using Concordat.Sameness;
using static Concordat.Tests.Journals.ApplyEditProperties;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Samenesses;

public class SamePairsTests
{
    private static string New() => Ids.New(TimeProvider.System).ToString("D");

    private static async Task<Guid> AddAsync(TestStore bed, string kind, params (string Path, JsonNode Value)[] values)
    {
        var id = Ids.New(TimeProvider.System);
        // Parts of one element are named by one letter: names/a/text, names/a/language.
        var elements = new Dictionary<string, string>();
        string Path(string path) => path.Split('/') is [var list, { Length: 1 } letter, var item] ? $"{list}/{(elements.TryGetValue(list + letter, out var own) ? own : elements[list + letter] = New())}/{item}" : path;
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, values.Select(v => new Set(Path(v.Path), v.Value)))]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static Task<Guid> OrganisationAsync(TestStore bed, string name, params (string Path, JsonNode Value)[] more) => AddAsync(bed, "organisation", [("names/a/text", name), .. more]);

    private static async Task<ProposedPair?> PairAsync(TestStore bed, Guid a, Guid b)
    {
        using var all = new SamePairs(bed.Store, bed.Clock);
        var found = (await all.CurrentAsync()).Pairs.GetValueOrDefault(ProposedPair.Key(a, b));
        // Looked up from either side alone, the pair is the same.
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(found, (await FindPairs.OfAsync(db, a)).Find(p => p.Has(b)));
        Assert.Equal(found, (await FindPairs.OfAsync(db, b)).Find(p => p.Has(a)));
        return found;
    }

    [Theory]
    [InlineData("Norvik Polar Laboratory", "Norvik Polar Lab", null, null)]
    [InlineData("University of Brellin", "Universität Brellin", "DE", "DE")]
    [InlineData("Institut national de recherche de Norvik", "National Research Institute, Norvik", "FR", "FR")]
    [InlineData("Österby Academy of Sciences", "Osterby Academy of Science", "SE", null)]
    public async Task Organisations_are_met_by_their_names_in_any_spelling_and_language(string a, string b, string? here, string? there)
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var one = await OrganisationAsync(bed, a, here is null ? [] : [("country", here)]);
        var other = await OrganisationAsync(bed, b, there is null ? [] : [("country", there)]);
        Assert.InRange((await PairAsync(bed, one, other))!.Score, ProposedPair.Likely, 1);
    }

    [Fact]
    public async Task An_identifier_decides_and_another_of_the_same_scheme_speaks_against()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var first = await OrganisationAsync(bed, "Alder Institute", ("identifiers/a/scheme", "ROR"), ("identifiers/a/value", "https://ror.org/0abcde123"));
        var renamed = await OrganisationAsync(bed, "Centre for Tidal Studies", ("identifiers/a/scheme", "ror"), ("identifiers/a/value", "https://ror.org/0abcde123"));
        var namesake = await OrganisationAsync(bed, "Alder Institute", ("identifiers/a/scheme", "ROR"), ("identifiers/a/value", "https://ror.org/0zzzzz999"));
        var pair = (await PairAsync(bed, first, renamed))!;
        Assert.Equal((0.99, "same identifier"), (pair.Score, pair.Why));
        Assert.Null(await PairAsync(bed, first, namesake));
    }

    [Fact]
    public async Task Namesakes_elsewhere_parts_and_numbered_sisters_are_not_proposed_as_likely()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (health, other) = (await OrganisationAsync(bed, "Ministry of Health", ("country", "SE")), await OrganisationAsync(bed, "Ministry of Health", ("country", "NO")));
        Assert.Null(await PairAsync(bed, health, other));
        var (second, third) = (await OrganisationAsync(bed, "Harbour Laboratory 2"), await OrganisationAsync(bed, "Harbour Laboratory 3"));
        Assert.Null(await PairAsync(bed, second, third));
        var whole = await OrganisationAsync(bed, "Lydmark Defence Research Agency");
        var part = await OrganisationAsync(bed, "Lydmark Defence Research Agency, Lydmark", ("parents/a/organisation", whole.ToString("D")));
        Assert.Null(await PairAsync(bed, whole, part));
        var (here, there) = (await OrganisationAsync(bed, "Saint Vaast College", ("place", "Saint-Vaast")), await OrganisationAsync(bed, "Saint Vaast College", ("place", "Port Alder")));
        Assert.InRange((await PairAsync(bed, here, there))!.Score, ProposedPair.Possible, ProposedPair.Likely - 0.01);
    }

    [Fact]
    public async Task People_are_met_whatever_the_order_of_their_names_and_with_initials()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var lab = await OrganisationAsync(bed, "Norvik Polar Laboratory");
        Task<Guid> Person(string name, string role) => AddAsync(bed, "person", ("name", name), ("appointments/a/role", role), ("appointments/a/organisation", lab.ToString("D")));
        var (a, b, c, d) = (await Person("Renata Kaja Orlin", "Director"), await Person("Orlin Renata Kaja", "Head"), await Person("R. K. Orlin", "Director"), await Person("Tamsin Orrel", "Director"));
        Assert.InRange((await PairAsync(bed, a, b))!.Score, 0.95, 1);
        Assert.InRange((await PairAsync(bed, a, c))!.Score, ProposedPair.Likely, 1);
        Assert.Null(await PairAsync(bed, a, d));
    }

    [Fact]
    public async Task Agreements_are_met_by_parties_day_and_title_or_by_their_number()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (x, y) = (await OrganisationAsync(bed, "Norvik Polar Laboratory"), await OrganisationAsync(bed, "University of Brellin"));
        Task<Guid> Agreement(string title, string signed, string number) => AddAsync(bed, "agreement", ("title", title), ("agreementSort", "mou"), ("signed", signed), ("parties/a/organisation", x.ToString("D")), ("parties/b/organisation", y.ToString("D")), ("references/a/scheme", "Our file"), ("references/a/text", number));
        var (first, again) = (await Agreement("Memorandum of Understanding on sea ice", "2025-03-03", "IC/25/7"), await Agreement("MoU on sea ice research", "2025-03", "IC/25/99"));
        var (renewal, numbered) = (await Agreement("Memorandum of Understanding on coastal wind", "2031-03-03", "IC/31/2"), await AddAsync(bed, "agreement", ("title", "Ice paper"), ("references/a/scheme", "our file"), ("references/a/text", "IC/25/7")));
        Assert.InRange((await PairAsync(bed, first, again))!.Score, ProposedPair.Likely, 1);
        Assert.Null(await PairAsync(bed, first, renewal));
        Assert.Contains("same file number", (await PairAsync(bed, first, numbered))!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_met_by_name_and_meetings_by_number_or_days()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var (body, again) = (await AddAsync(bed, "body", ("name", "Arvenia-Lydmark Joint Technical Group"), ("acronym", "JTG")), await AddAsync(bed, "body", ("name", "Joint Technical Group"), ("acronym", "JTG")));
        Assert.NotNull(await PairAsync(bed, body, again));
        Task<Guid> Meeting(string title, int number, string dates) => AddAsync(bed, "meeting", ("title", title), ("body", body.ToString("D")), ("number", number), ("dates", dates));
        var (seventh, same, eighth) = (await Meeting("Seventh session", 7, "2025-03-03/2025-03-04"), await Meeting("JTG plenary", 7, "2025-03-04"), await Meeting("Eighth session", 8, "2026-03-04"));
        Assert.InRange((await PairAsync(bed, seventh, same))!.Score, 0.95, 1);
        Assert.Null(await PairAsync(bed, seventh, eighth));
    }

    [Theory, BothDatabases]
    public async Task What_is_proposed_keeps_in_step_with_saves_merges_and_judgements(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        using var pairs = new SamePairs(bed.Store, bed.Clock);
        var a = await OrganisationAsync(bed, "Norvik Polar Laboratory");
        Assert.Empty((await pairs.CurrentAsync()).Pairs);
        var b = await OrganisationAsync(bed, "Norvik Polar Lab");
        async Task<int> Count() => (await pairs.CurrentAsync()).Groups.Count;
        Assert.Equal(1, await Count());
        var apart = new KeepApart(bed.Store, bed.Journal);
        await apart.RunAsync(Actor.Local, [a, b]);
        Assert.Equal(0, await Count());
        await apart.RevokeAsync(Actor.Local, a, b);
        Assert.Equal(1, await Count());
        await new PutLater(bed.Journal, bed.Clock).RunAsync(Actor.Local, b, a);
        Assert.Equal(0, await Count());
        await new PutLater(bed.Journal, bed.Clock).RunAsync(Actor.Local, a, b, 0);
        Assert.Equal(1, await Count());
        var merge = new MergeRecords(bed.Store, bed.Journal, bed.Clock);
        await merge.MergeAsync(Actor.Local, a, b, "one laboratory");
        Assert.Equal(0, await Count());
        await merge.UndoAsync(Actor.Local, b);
        Assert.Equal(1, await Count());
        using var anew = new SamePairs(bed.Store, bed.Clock);
        Assert.Equal((await anew.CurrentAsync()).Pairs.Values, (await pairs.CurrentAsync()).Pairs.Values);
    }

    [Fact]
    public async Task Likely_pairs_that_lead_from_one_to_the_next_are_one_group()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var records = new[] { await OrganisationAsync(bed, "Norvik Polar Laboratory"), await OrganisationAsync(bed, "Norvik Polar Lab"), await OrganisationAsync(bed, "Laboratory, Norvik Polar") };
        using var pairs = new SamePairs(bed.Store, bed.Clock);
        Assert.Equal(records.Order(), Assert.Single((await pairs.CurrentAsync()).Groups).Records);
        await using var db = bed.Store.Read(Reader.Local);
        var compared = (await CompareRecords.RunAsync(db, records, pairs.Last))!;
        Assert.All(compared.Fields.Single(f => f.Field.Name == "names").Cells, c => Assert.True(c.Single().Alone));
    }

    [Fact]
    public async Task Two_alike_records_of_any_kind_are_looked_at_and_those_of_the_searched_kinds_proposed()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var twins = new List<(RecordKind Kind, Guid One, Guid Other)>();
        foreach (var kind in Kinds.All)
        {
            var (one, other) = (Ids.New(TimeProvider.System), Ids.New(TimeProvider.System));
            var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(one, kind.Name, Firsts[kind.Name]), Edit.Create(other, kind.Name, Firsts[kind.Name])]));
            Assert.True(saved.Done, saved.Refusal?.ToString());
            twins.Add((kind, one, other));
        }

        // Meetings of one title alone are proposed only when a body or days speak for it too.
        foreach (var (kind, one, other) in twins) Assert.True((await PairAsync(bed, one, other) is not null) == (SamePairs.Searched.Contains(kind) && kind.Name != "meeting"), kind.Name);
    }

    [Fact]
    public void Keys_that_many_share_are_not_paired()
    {
        var blocks = new Blocks();
        var records = Enumerable.Range(0, 5000).Select(_ => Ids.New(TimeProvider.System)).ToList();
        foreach (var record in records) blocks.Add("university", record);
        for (var i = 0; i < records.Count; i++) blocks.Add($"name {i / 2}", records[i]);
        Assert.Equal(2500, blocks.Pairs().Count);
    }
}
