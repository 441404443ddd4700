using System.Text;
using Concordat.Agreements;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using Concordat.Organisations;
using Concordat.Sources;
using Concordat.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Tests.Import.Run;

/// <summary>An office's sheet comes into the register, comes again, and comes back changed.</summary>
public class ImportTableTests
{
    private const string Sheet = """
        File No;Title;Partners;Country;Signed;Valid till;Status;Type;Officer;Remarks
        NPL/19/1;Sea ice study;"Norvik Polar Laboratory; University of Brellin";;03/04/2019;5 years from signing;Active;MoU;T. Orrel;old file
        NPL/19/2;Snow and firn;Institute of Ice and Snow;NO;25/12/2019;till completion;closed;Project agreement;;
        NPL/20/1;Data exchange;Norvik Polar Laboratory;;13.1.2020;31.12.2024;;NDA;;
        """;

    private static TableFile Open(byte[] bytes, string name = "register.csv") => OpenTable.Read(bytes, name).Value;

    private static Mapping Proposed(TableFile file, string? kind = null)
    {
        kind ??= ProposeMapping.Kind(file.Head(0, 25).Value);
        return ProposeMapping.From(ProposeMapping.Look(file, file.Find(null).Value, kind).Value, kind, null);
    }

    private static Task<Outcome<ImportReport>> RunAsync(TestStore bed, string text, Func<Mapping, Mapping>? change = null, bool dry = false, string name = "register.csv", string? kind = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var file = Open(bytes, name);
        var mapping = Proposed(file, kind);
        return new ImportTable(bed.Store, bed.Journal, bed.Clock).RunAsync(Actor.Local, bytes, file, change?.Invoke(mapping) ?? mapping, dry);
    }

    private static async Task<Document> AgreementAsync(TestStore bed, string title)
    {
        await using var db = bed.Store.Read(Reader.Local);
        var id = await db.Agreements.Where(a => a.Title == title).Select(a => a.Record).SingleAsync();
        return (await db.FindAsync(id))!;
    }

    [Theory, BothDatabases]
    public async Task A_sheet_becomes_agreements_with_their_partners_and_every_value_cites_its_cell(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var report = (await RunAsync(bed, Sheet)).Value;
        Assert.Equal((3, 3, 3, 0, 0), (report.Rows, report.Made, report.Organisations, report.Matched, report.Refused));
        var ice = await AgreementAsync(bed, "Sea ice study");
        var it = ice.As<Agreement>();
        Assert.Equal(("mou", "2019-04-03", "2024-04-03", "5 years from signing", "Active", "T. Orrel", "old file"), (it.AgreementSort, it.Signed, it.Ends, it.StatedTerm, it.StatedStatus, it.DeskOfficer, it.Note));
        Assert.Equal(("Our file", "NPL/19/1"), (it.References[0].Scheme, it.References[0].Text));
        Assert.Equal(2, it.Parties.Length);
        await EveryClaimIsInTheSourceAsync(bed, ice);
        Assert.Contains("table 1: F2", ice.ClaimsAt("ends").Single().Citation.Rule, StringComparison.Ordinal);
        var snow = (await AgreementAsync(bed, "Snow and firn")).As<Agreement>();
        Assert.Equal((null, "till completion", "closed"), (snow.Ends, snow.StatedTerm, snow.StatedStatus));
        Assert.Equal("Institute of Ice and Snow", (await bed.FindAsync(snow.Parties.Single().Organisation)).As<Organisation>().Names.Single().Text);
        Assert.Equal("NO", (await bed.FindAsync(snow.Parties.Single().Organisation)).As<Organisation>().Country);
        await bed.VerifiedAsync();
    }

    [Theory, BothDatabases]
    public async Task What_our_own_list_computed_comes_back_as_nothing_new(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        var (fixedTerm, endless) = (Ids.New(bed.Clock), Ids.New(bed.Clock));
        FieldPath Part(string list) => new FieldPath(list).Element(Ids.New(bed.Clock));
        var years = new System.Text.Json.Nodes.JsonObject { ["sort"] = "for", ["count"] = 5, ["unit"] = "years", ["from"] = "signature" };
        var effect = new System.Text.Json.Nodes.JsonObject { ["event"] = "signature" };
        Assert.True((await bed.Journal.SaveAsync(new Deed(Actor.Local,
        [
            Edit.Create(fixedTerm, AgreementKind.Name, [new Set("title", "Sea ice study"), new Set("signed", "2020-03-04"), new Set(Part("effect"), effect), new Set(Part("duration"), years)]),
            Edit.Create(endless, AgreementKind.Name, [new Set("title", "Snow and firn"), new Set("signed", "2020-03-04"), new Set(Part("duration"), new System.Text.Json.Nodes.JsonObject { ["sort"] = "indefinite" })]),
        ]))).Done);
        var report = (await RunAsync(bed, $"Title;Signed;In force;Ends;Record\nSea ice study;4 Mar 2020;4 Mar 2020;4 Mar 2025;{fixedTerm}\nSnow and firn;4 Mar 2020;;no end;{endless}\n")).Value;
        Assert.Equal((2, 0, 2), (report.Rows, report.Made, report.Matched));
        Assert.Equal((1, 1), ((await bed.FindAsync(fixedTerm)).Version, (await bed.FindAsync(endless)).Version));
        // What differs is a statement all the same.
        await RunAsync(bed, $"Title;Ends;Record\nSea ice study;4 Mar 2026;{fixedTerm}\n");
        Assert.Equal("2026-03-04", (await bed.FindAsync(fixedTerm)).As<Agreement>().Ends);
    }

    private static async Task EveryClaimIsInTheSourceAsync(TestStore bed, Document document)
    {
        Assert.NotEmpty(document.Claims);
        foreach (var claim in document.Claims)
        {
            var source = (await bed.FindAsync(claim.Citation.Source)).As<Source>();
            var text = Encoding.UTF8.GetString((await bed.Store.Files.GetAsync(source.Texts.Single(t => t.Digest == claim.Citation.Text).Digest))!);
            Assert.Equal(claim.Citation.Quote, text.Substring(claim.Citation.Start!.Value, claim.Citation.Length!.Value));
        }
    }

    [Theory, BothDatabases]
    public async Task The_same_file_twice_changes_nothing(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await RunAsync(bed, Sheet);
        var before = await bed.ShownAsync();
        var again = (await RunAsync(bed, Sheet)).Value;
        Assert.Equal((3, 0, 3, 0, 0), (again.Rows, again.Made, again.Matched, again.Changed, again.Organisations));
        Assert.Equal(before, await bed.ShownAsync());
    }

    [Fact]
    public async Task A_trial_says_what_the_import_does_and_writes_nothing()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var tried = (await RunAsync(bed, Sheet, dry: true)).Value;
        Assert.Empty(await bed.RowsAsync("SELECT 1 FROM entry"));
        var done = (await RunAsync(bed, Sheet)).Value;
        Assert.Equal(tried with { Dry = false, Source = done.Source, Left = done.Left, Partners = done.Partners, Refusals = done.Refusals }, done);
        Assert.Equal(tried.Partners, done.Partners);
    }

    [Theory, BothDatabases]
    public async Task A_changed_sheet_fills_what_is_empty_and_puts_rivals_beside_what_differs(Database database)
    {
        await using var bed = await Databases.NewAsync(database);
        await RunAsync(bed, Sheet);
        var changed = Sheet.Replace("31.12.2024;;NDA;;", "31.12.2025;;NDA;K. Lunde;", StringComparison.Ordinal).Replace("Sea ice study", "Sea ice studies", StringComparison.Ordinal)
            .Replace("NPL/19/2;", "NPL/21/7;", StringComparison.Ordinal) + "\n;;;;;;;;;\n";
        var report = (await RunAsync(bed, changed)).Value;
        Assert.Equal((3, 1, 2, 2, 1, 2), (report.Rows, report.Made, report.Matched, report.Changed, report.Filled, report.Rivals));
        var data = await AgreementAsync(bed, "Data exchange");
        Assert.Equal(("2024-12-31", "K. Lunde"), (data.As<Agreement>().Ends, data.As<Agreement>().DeskOfficer));
        Assert.Equal("2025-12-31", (string?)data.ClaimsAt("ends").Single(c => c.Standing == Standing.Rival).Value);
        // The row that lost its number is a new agreement; the old one stays as it was.
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(2, await db.Agreements.CountAsync(a => a.Title == "Snow and firn"));
        // Unchanged values of the second file do not pile up as claims.
        Assert.Equal(data.Claims.Length, (await AgreementAsync(bed, "Data exchange")).Claims.DistinctBy(c => (c.Path, c.Value.ToString())).Count());
        var before = await bed.ShownAsync();
        await RunAsync(bed, changed);
        Assert.Equal(before, await bed.ShownAsync());
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task What_a_person_set_aside_is_not_raised_again_by_the_old_sheet()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        await RunAsync(bed, Sheet);
        var data = await AgreementAsync(bed, "Data exchange");
        var party = data.As<Agreement>().Parties.Single();
        var saved = await bed.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(data.Id, AgreementKind.Name, data.Version, [new Set("ends", "2030"), new Set($"parties/{party.Id:D}", null)])]) { Reason = "The paper says so" });
        Assert.True(saved.Done, saved.Refusal?.ToString());
        await RunAsync(bed, Sheet + "\n");
        var now = await AgreementAsync(bed, "Data exchange");
        Assert.Equal(saved.Value.Document.Version, now.Version);
        Assert.Empty(now.As<Agreement>().Parties);
    }

    [Fact]
    public async Task An_import_that_was_broken_off_goes_on_where_it_stopped_and_ends_the_same()
    {
        var text = new StringBuilder("Ref,Title,Partner,Signed\n");
        for (var i = 1; i <= 1300; i++) text.Append($"R{i},Agreement {i},Laboratory {i % 7},2019-01-{(i % 28) + 1:00}\n");
        await using var whole = await Databases.NewAsync(Database.Sqlite);
        await RunAsync(whole, text.ToString());
        await using var broken = await Databases.NewAsync(Database.Sqlite);
        using var kill = new CancellationTokenSource();
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var file = Open(bytes);
        var import = new ImportTable(broken.Store, broken.Journal, broken.Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.RunAsync(Actor.Local, bytes, file, Proposed(file), dry: false, new Told(_ => kill.Cancel()), kill.Token));
        Assert.Equal(500, (int)(long)(await broken.RowsAsync("SELECT COUNT(*) FROM agreement"))[0][0]!);
        var rest = (await import.RunAsync(Actor.Local, bytes, file, Proposed(file), dry: false)).Value;
        Assert.Equal((1300, 1300, 7), (rest.Rows, rest.Made, rest.Organisations));
        Assert.Equal(await whole.RowsAsync("SELECT title, signed, file_number FROM agreement ORDER BY title, record"), await broken.RowsAsync("SELECT title, signed, file_number FROM agreement ORDER BY title, record"));
        Assert.Equal(4, (await broken.RowsAsync("SELECT 1 FROM \"commit\"")).Count);
        await broken.VerifiedAsync();
    }

    private sealed class Told(Action<ImportReport> tell) : IProgress<ImportReport>
    {
        public void Report(ImportReport value) => tell(value);
    }

    [Fact]
    public async Task Dates_that_may_be_read_two_ways_are_asked_for_once()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        const string sheet = "Ref,Title,Partner,Signed\nA,Ice,Norvik,03/04/19\nB,Snow,Norvik,2019-05-06\n";
        Assert.Equal("import.date-order-unknown", (await RunAsync(bed, sheet)).Refusal?.Code);
        await RunAsync(bed, sheet, m => m with { Columns = [.. m.Columns.Select(c => c.Field == "signed" ? c with { Order = Column.MonthFirst } : c)] });
        Assert.Equal("2019-03-04", (await AgreementAsync(bed, "Ice")).As<Agreement>().Signed);
        await RunAsync(bed, "Ref,Title,Partner,Signed\nC,Firn,Norvik,04/25/2019\nD,Hail,Norvik,03/04/19\n");
        Assert.Equal("2019-03-04", (await AgreementAsync(bed, "Hail")).As<Agreement>().Signed);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_out_and_told_with_its_row()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var report = (await RunAsync(bed, "Ref,Title,Partner,Signed,Type\nA,Ice,Norvik,some day,Haiku\nB,,Norvik,2019-05-06,MoU\nC," + new string('x', 500) + ",Norvik,n/a,MoU\n")).Value;
        Assert.Equal((2, 1), (report.Made, report.Refused));
        Assert.Equal((3, "import.title-missing"), (report.Refusals[0].Row, report.Refusals[0].Code));
        Assert.Equal(["Haiku import.word-unknown 2", "some day import.date-not-understood 2", "x import.shortened 4"], report.Left.Select(l => $"{(l.Words[0] == 'x' ? "x" : l.Words)} {l.Code} {l.Row}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_partners_in_a_cell_are_told_apart_and_names_that_hold_and_stay_whole()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        await RunAsync(bed, "Name,Acronym,Country\nNorvik Polar Laboratory,NPL,NO\nUniversity of Brellin,,SE\nCouncil of Ice and Snow Research,,NO\nMinistry of Defence,,NO\nMinistry of Defence,,SE\n", kind: OrganisationKind.Name);
        const string cells = "Ref;Title;Partners\n1;A;NPL and University of Brellin\n2;B;Council of Ice and Snow Research\n3;C;Norvik Polar Laboratory, University of Brellin/NPL\n4;D;\"University of Brellin\nNorvik Polar Laboratory\"\n5;E;Ministry of Defence\n6;F;Institute of Fire, Explosives and Safety\n7;G;NPL (Norway), India\n";
        var report = (await RunAsync(bed, cells)).Value;
        async Task<string> Parties(string title)
        {
            var it = (await AgreementAsync(bed, title)).As<Agreement>();
            return string.Join(" + ", await Task.WhenAll(it.Parties.Select(async p => (await bed.FindAsync(p.Organisation)).As<Organisation>().Names[0].Text)));
        }

        Assert.Equal("Norvik Polar Laboratory + University of Brellin", await Parties("A"));
        Assert.Equal("Council of Ice and Snow Research", await Parties("B"));
        Assert.Equal("Norvik Polar Laboratory + University of Brellin", await Parties("C"));
        Assert.Equal("University of Brellin + Norvik Polar Laboratory", await Parties("D"));
        Assert.Equal("", await Parties("E"));
        Assert.Equal("Institute of Fire, Explosives and Safety", await Parties("F"));
        Assert.Equal("Norvik Polar Laboratory + India", await Parties("G"));
        Assert.Equal(["several Ministry of Defence 2", "new Institute of Fire, Explosives and Safety 0", "new India 0"], report.Partners.Select(p => $"{p.How} {p.Words} {p.Candidates.Length}"));
        // A person decides once; the same file then brings what was left out.
        await RunAsync(bed, cells, m => m with { Partners = m.Partners.Add("Ministry of Defence", "Ministry of Defence (Norway); University of Brellin").Add("Institute of Fire, Explosives and Safety", "=leave") });
        Assert.Equal("Ministry of Defence + University of Brellin", await Parties("E"));
    }

    [Fact]
    public async Task A_name_with_and_without_its_acronym_is_one_organisation_and_a_country_in_brackets_tells_two_apart()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        const string cells = "Ref;Title;Partners\n1;A;Norvik Polar Laboratory\n2;B;Norvik Polar Laboratory (NPL)\n3;C;Sorholm Island\n4;D;Sorholm Island (UK)\n5;E;United Kingdom\n6;F;GREAT BRITAIN\n";
        Assert.Equal(4, (await RunAsync(bed, cells)).Value.Organisations);
        var before = await bed.ShownAsync();
        Assert.Equal((6, 0, 0), (await RunAsync(bed, cells)).Value is var again ? (again.Same, again.Organisations, again.Refused) : default);
        Assert.Equal(before, await bed.ShownAsync());
        await using var db = bed.Store.Read(Reader.Local);
        Assert.Equal(["Norvik Polar Laboratory", "Sorholm Island", "Sorholm Island (UK)", "United Kingdom"], (await db.Organisations.Select(o => o.Title).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_organisation_that_an_import_made_may_be_renamed_or_undone_and_the_file_still_comes_again()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        const string cells = "Ref;Title;Partners\n1;A;Norvik\n2;B;Brellin\n";
        await RunAsync(bed, cells);
        var party = (await AgreementAsync(bed, "A")).As<Agreement>().Parties.Single().Organisation;
        var norvik = await bed.FindAsync(party);
        var renamed = await bed.Journal.SaveAsync(new Deed(Actor.Local, [new Edit(party, OrganisationKind.Name, norvik.Version, [new Set($"names/{norvik.As<Organisation>().Names[0].Id:D}/text", "Norvik Polar Laboratory")])]) { Reason = "Its full name" });
        Assert.True(renamed.Done, renamed.Refusal?.ToString());
        var again = (await RunAsync(bed, cells)).Value;
        Assert.Equal((2, 0, 0), (again.Same, again.Organisations, again.Refused));
        await bed.VerifiedAsync();
    }

    [Fact]
    public async Task Rows_with_one_key_are_one_record()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        var report = (await RunAsync(bed, "Entry ID;Title;Partners\nT1;Delta waters;Norvik\nT1;Delta waters;Brellin\nT2;Other;Norvik\nT1;Delta waters;Sorholm\n")).Value;
        Assert.Equal((4, 2, 2), (report.Rows, report.Made, report.Matched));
        Assert.Equal(3, (await AgreementAsync(bed, "Delta waters")).As<Agreement>().Parties.Length);
    }

    [Fact]
    public async Task Organisations_come_with_names_parents_and_identifiers_whatever_their_order()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        const string lines = """
            {"id":"05x","name":"Norvik Polar Laboratory","labels":[["Norvik polarlaboratorium","no"]],"aliases":["Norvik Lab"],"acronyms":["NPL","NPLAB"],"types":["funder","facility"],"country":"NO","city":"Norvik","website":"https://npl.example","relationships":[["parent","07y","Brellin"],["child","09z","x"]],"external_ids":{"isni":"0000 0001"}}
            {"id":"07y","name":"University of Brellin","labels":[],"aliases":[],"acronyms":[],"types":["education"],"country":"SE","city":"Brellin","website":null,"relationships":[],"external_ids":{}}
            """;
        var report = (await RunAsync(bed, lines, name: "orgs.jsonl")).Value;
        Assert.Equal((2, 2, 0), (report.Rows, report.Made, report.Refused));
        await using var db = bed.Store.Read(Reader.Local);
        var id = await db.Organisations.Where(o => o.Title == "Norvik Polar Laboratory").Select(o => o.Record).SingleAsync();
        var it = (await db.FindAsync(id))!.As<Organisation>();
        Assert.Equal(["Norvik Polar Laboratory", "Norvik polarlaboratorium", "Norvik Lab", "NPLAB"], it.Names.Select(n => n.Text));
        Assert.Equal(("NPL", "laboratory", "NO", "Norvik"), (it.Acronym, it.OrganisationSort, it.Country, it.Place));
        Assert.Equal(["id 05x", "ISNI 0000 0001"], it.Identifiers.Select(i => $"{i.Scheme} {i.Value}"));
        Assert.Equal("University of Brellin", (await db.FindAsync(it.Parents.Single().Organisation))!.As<Organisation>().Names[0].Text);
        var before = await bed.ShownAsync();
        Assert.Equal(0, (await RunAsync(bed, lines, name: "orgs.jsonl")).Value.Changed);
        Assert.Equal(before, await bed.ShownAsync());
    }

    [Fact]
    public async Task Records_that_share_a_further_identifier_stay_apart_and_a_changed_one_is_found_by_its_first()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        const string sheet = "ROR ID;Wikidata;Name;Country\nr1;Q1;Norvik Institute;NO\nr2;Q1;Norvik Polar Institute;NO\nr3;;Norvik Institute;NO\n";
        Assert.Equal((3, 0), (await RunAsync(bed, sheet, kind: OrganisationKind.Name)).Value is var first ? (first.Made, first.Matched) : default);
        var changed = (await RunAsync(bed, sheet.Replace("r2;Q1;", "r2;Q2;", StringComparison.Ordinal), kind: OrganisationKind.Name)).Value;
        Assert.Equal((0, 1, 1), (changed.Made, changed.Changed, changed.Filled));
    }

    [Fact]
    public async Task A_mapping_that_does_not_fit_is_refused_with_a_code()
    {
        await using var bed = await Databases.NewAsync(Database.Sqlite);
        Assert.Equal("import.column-missing", (await RunAsync(bed, Sheet, m => m with { Columns = [.. m.Columns, new("Colour", "unit")] })).Refusal?.Code);
        Assert.Equal("import.mapped-twice", (await RunAsync(bed, Sheet, m => m with { Columns = [.. m.Columns, new("Remarks", "title")] })).Refusal?.Code);
        Assert.Equal("import.not-mapped", (await RunAsync(bed, Sheet, m => m with { Columns = [new("Remarks", "note")] })).Refusal?.Code);
        Assert.Equal("import.no-such-sheet", (await RunAsync(bed, Sheet, m => m with { Sheet = "Other" })).Refusal?.Code);
        Assert.Equal("import.no-such-field", Mapping.Read("""{"columns":[{"header":"A","field":"colour"}]}""").Refusal?.Code);
        Assert.Equal("import.mapping-unreadable", Mapping.Read("{").Refusal?.Code);
        Assert.Equal("import.mapping-unreadable", Mapping.Read("""{"columns":[null]}""").Refusal?.Code);
        var mapping = Proposed(Open(Encoding.UTF8.GetBytes(Sheet)));
        Assert.Equal(mapping.Write(), Mapping.Read(mapping.Write()).Value.Write());
        Assert.Empty(await bed.RowsAsync("SELECT 1 FROM entry"));
    }
}
