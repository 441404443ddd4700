using System.IO.Compression;
using System.Text.RegularExpressions;
using Concordat.Documents;
using Concordat.Reading.Dates;
using Concordat.Tests.Storage;

namespace Concordat.Tests.Documents;

public partial class BriefTests
{
    private static readonly long Now = DayNumber.Of(2026, 3, 2);

    private static async Task<Guid> SaveAsync(TestStore at, string kind, params IEnumerable<(string Path, string Value)> values)
    {
        var id = Ids.New(at.Clock);
        var saved = await at.Journal.SaveAsync(new Deed(Actor.Local, [Edit.Create(id, kind, values.Select(v => new Set(v.Path.Replace("*", Ids.New(at.Clock).ToString("D"), StringComparison.Ordinal), v.Value)))]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static Task<Guid> OrganisationAsync(TestStore at, string name, string country) => SaveAsync(at, "organisation", ("names/*/text", name), ("country", country));

    private static string Id(Guid id) => id.ToString("D");

    /// <summary>A laboratory in Norway with an agreement that ends soon, a session behind and one ahead, actions of both sides, a letter that waits; and one elsewhere.</summary>
    private static async Task<(Guid Lab, Guid Elsewhere)> FillAsync(TestStore at)
    {
        var (own, lab, elsewhere) = (await OrganisationAsync(at, "Coastal Office", "PT"), await OrganisationAsync(at, "Norvik Laboratory", "NO"), await OrganisationAsync(at, "Brellin Institute", "DE"));
        var ice = await SaveAsync(at, "agreement", ("title", "Ice study"), ("signed", "2020-05-01"), ("ends", "2026-05-20"), ("parties/*/organisation", Id(own)), ("parties/*/organisation", Id(lab)));
        await SaveAsync(at, "agreement", ("title", "Old study"), ("signed", "2010"), ("ends", "2015-01-01"), ("parties/*/organisation", Id(lab)));
        await SaveAsync(at, "agreement", ("title", "Alloys"), ("signed", "2020-05-01"), ("ends", "2030-05-20"), ("parties/*/organisation", Id(own)), ("parties/*/organisation", Id(elsewhere)));
        var group = await SaveAsync(at, "body", ("name", "Joint Ice Group"), ("sides/*/organisation", Id(lab)));
        await SaveAsync(at, "meeting", ("title", "Third session"), ("body", Id(group)), ("dates", "2025-06-03/2025-06-04"), ("place", "Norvik"));
        await SaveAsync(at, "meeting", ("title", "Fourth session"), ("body", Id(group)), ("dates", "2026-06-02"));
        await SaveAsync(at, "action", ("title", "Send the cores"), ("number", "JIG-3/01"), ("side", Id(lab)), ("due", "2026-01-31"));
        await SaveAsync(at, "action", ("title", "Write the report"), ("about/*/agreement", Id(ice)), ("due", "2026-07"));
        await SaveAsync(at, "action", ("title", "Closed"), ("side", Id(lab)), ("due", "2026-01-31"), ("closedAs", "done"));
        await SaveAsync(at, "correspondence", ("title", "Berths"), ("direction", "in"), ("sent", "2026-02-01"), ("replyDue", "2026-03-20"), ("fromOrganisation", Id(lab)), ("toOrganisation", Id(own)));
        return (lab, elsewhere);
    }

    [Theory, BothDatabases]
    public async Task A_brief_of_a_country_says_what_is_held_what_is_due_and_what_to_say(Database database)
    {
        await using var at = await Databases.NewAsync(database);
        await FillAsync(at);
        await using var db = at.Store.Read(Reader.Local);
        var brief = await GatherBrief.OfCountryAsync(db, "NO", "Norway", Now);
        Assert.Equal(("Coastal Office", 0), (brief.Office, brief.Others));
        Assert.Equal(["Ice study", "Old study"], brief.Agreements.Select(a => a.Row.Title));
        Assert.Equal(["Coastal Office", "Norvik Laboratory"], brief.Agreements[0].Parties);
        var parts = BriefLines.Of(brief).ToDictionary(p => p.Title, p => p.Lines);
        Assert.Equal(["2 agreements are registered; 0 of those listed are in force."], parts["Relationship"]);
        Assert.Equal(["Last: Third session, 3–4 June 2025, Norvik.", "Next: Fourth session, 2 June 2026."], parts["Sessions"]);
        Assert.Equal(["JIG-3/01: Send the cores, due 31 January 2026 (overdue)"], parts["Open actions of Norway"]);
        Assert.Equal(["Write the report, due July 2026"], parts["Open actions of ours"]);
        Assert.Equal(["We owe a reply to “Berths”, due 20 March 2026"], parts["Letters that wait for a reply"]);
        Assert.Equal(["Ask when “JIG-3/01: Send the cores” will be done: it was due 31 January 2026.", "Say whether “Ice study” shall go on: it ends 20 May 2026.", "Agree whether “Old study” still holds."], parts["Lines to take, proposed from the above"]);
    }

    [Fact]
    public async Task A_brief_of_an_organisation_holds_nothing_of_others_and_what_is_not_known_is_said()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var (_, elsewhere) = await FillAsync(at);
        await using var db = at.Store.Read(Reader.Local);
        var before = at.Store.Statements.Count;
        var brief = await GatherBrief.OfOrganisationAsync(db, elsewhere, "Brellin Institute", Now);
        Assert.InRange(at.Store.Statements.Count - before, 1, 11);
        Assert.Equal(["Alloys"], brief.Agreements.Select(a => a.Row.Title));
        var lines = BriefLines.Of(brief).SelectMany(p => p.Lines).ToList();
        Assert.Contains("Next: none is registered.", lines);
        Assert.Equal(2, lines.Count(l => l == "None is open."));
        Assert.Contains("Nothing in the register calls for one.", lines);
        Assert.Equal(["No agreement with Chile is registered."], BriefLines.Of(await GatherBrief.OfCountryAsync(db, "CL", "Chile", Now)).First().Lines);
    }

    [Fact]
    public async Task It_is_written_as_a_Word_file_the_same_each_time_and_whatever_a_title_holds()
    {
        await using var at = await Databases.NewAsync(Database.Sqlite);
        var (lab, _) = await FillAsync(at);
        await SaveAsync(at, "agreement", ("title", "Salt & <brine> \u0001 “x”"), ("parties/*/organisation", Id(lab)));
        await using var db = at.Store.Read(Reader.Local);
        var brief = await GatherBrief.OfCountryAsync(db, "NO", "Norway", Now);
        var bytes = WriteBrief.Bytes(brief);
        Assert.Equal(bytes, WriteBrief.Bytes(brief));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync();
        System.Xml.Linq.XDocument.Parse(xml);
        var said = Tag().Replace(xml, "|");
        foreach (var words in new[] { "Norway", "as of 2 March 2026", "Ice study", "20 May 2026", "Salt &amp; &lt;brine&gt;", "Lines to take" }) Assert.Contains(words, said, StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
