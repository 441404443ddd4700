using System.Text;
using Concordat.App.Tests.Harness;
using Concordat.Import.Mappings;
using Concordat.Import.Run;
using Concordat.Import.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Import;

/// <summary>A sheet is brought in the browser, tried, imported; a list goes out as a workbook and comes back.</summary>
public class ImportTests(Browser browser)
{
    private const string Cells = "File No\tTitle\tPartners\tSigned\tValid till\tStatus\tType\nNPL/19/1\tSea ice study\tNorvik Polar Laboratory; University of Brellin\t03/04/2019\t5 years from signing\tActive\tMoU\nNPL/19/2\tSnow and firn\tInstitute of Ice and Snow\t04/05/2019\ttill completion\tclosed\tHaiku\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pasted_cells_are_mapped_tried_and_imported_with_and_without_script(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync("/import");
        if (script) await tab.ShouldBeAccessibleAsync("import");
        await tab.Page.FillAsync("#cells", Cells);
        await tab.Button("Look at them").ClickAsync();
        Assert.Contains("0 only day first, 0 only month first, 2 either way (03/04/2019)", await tab.MainAsync(), StringComparison.Ordinal);
        await tab.Button("Try it").ClickAsync();
        Assert.Contains("import.date-order-unknown", await tab.MainAsync(), StringComparison.Ordinal);
        await tab.Page.SelectOptionAsync("select[name='o.3']", "day-first");
        if (script) await LookAsync(tab, "import-mapping");
        await tab.Button("Try it").ClickAsync();
        var tried = await tab.MainAsync();
        Assert.Contains("nothing was written", tried, StringComparison.Ordinal);
        Assert.Contains("Institute of Ice and Snow", tried, StringComparison.Ordinal);
        await tab.Page.SelectOptionAsync("select[name='c.0']", "other");
        await tab.Page.FillAsync("input[name='p.0']", "=leave");
        if (script) await LookAsync(tab, "import-report");
        await tab.Button("Import").First.ClickAsync();
        Assert.Contains("agreements made", (await tab.MainAsync()).ToLowerInvariant(), StringComparison.Ordinal);
        await using var db = served.Store.Read(Reader.Local);
        var rows = await db.Agreements.OrderBy(a => a.FileNumber).ToListAsync();
        Assert.Equal(["2019-04-03 mou", "2019-05-04 other"], rows.Select(r => $"{r.Signed} {r.Sort}"));
        Assert.Equal(2, await db.Organisations.CountAsync());
        await tab.GoAsync($"/agreements/{rows[1].Record:D}");
        Assert.Contains("a table says “closed”", await tab.MainAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAsync(Tab tab, string name)
    {
        foreach (var (width, scheme) in new[] { (1400, ColorScheme.Light), (1400, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await tab.LookAsync(width, scheme);
            await tab.ShouldFitAsync();
            await tab.ShouldBeAccessibleAsync($"{name} at {width}, {scheme}");
            await tab.ShootAsync($"{name}-{width}-{scheme}");
        }

        await tab.LookAsync(1400, ColorScheme.Light);
    }

    [Fact]
    public async Task A_list_goes_out_as_a_workbook_and_comes_back_as_proposed_changes()
    {
        await using var served = await Served.StartAsync();
        await ImportAsync(served, Encoding.UTF8.GetBytes(Cells.Replace("03/04/2019", "2019-04-03", StringComparison.Ordinal).Replace("04/05/2019", "2019-05-04", StringComparison.Ordinal)), "cells.txt");
        using var caller = served.Caller();
        var workbook = await caller.GetByteArrayAsync("/agreements?format=xlsx");
        using (var stream = new MemoryStream(workbook))
        using (var document = SpreadsheetDocument.Open(stream, false)) Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var file = OpenTable.Read(workbook, "agreements.xlsx").Value;
        Assert.Equal(["Title", "Partners", "Kind", "Signed", "In force", "Ends", "State", "File number", "Desk officer", "Record"], file.Head(0, 1).Value[0].Cells.Select(c => c.Text));
        var before = await VersionsAsync(served);
        var same = await ImportAsync(served, workbook, "agreements.xlsx");
        Assert.Equal((2, 0, 0, 0), (same.Same, same.Made, same.Refused, same.Organisations));
        Assert.Equal(before, await VersionsAsync(served));
        // As a spreadsheet program would after an edit: another title, a desk officer.
        var edited = Encoding.UTF8.GetBytes(string.Join('\n', file.Head(0, 9).Value.Select(r => string.Join('\t', Enumerable.Range(0, 10).Select(i => i == 8 && r.Number > 1 ? "K. Lunde" : r[i].Text.Replace("Sea ice study", "Sea ice studies", StringComparison.Ordinal))))));
        var changed = await ImportAsync(served, edited, "agreements.txt");
        Assert.Equal((2, 2, 1), (changed.Changed, changed.Filled, changed.Rivals));
        await using var db = served.Store.Read(Reader.Local);
        Assert.Equal(["K. Lunde Sea ice study", "K. Lunde Snow and firn"], (await db.Agreements.ToListAsync()).Select(a => $"{a.DeskOfficer} {a.Title}").Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> VersionsAsync(Served served)
    {
        await using var db = served.Store.Read(Reader.Local);
        return await db.Changes.Where(c => !c.Paths.StartsWith("digest")).OrderBy(c => c.Record).ThenBy(c => c.Version).Join(db.Agreements, c => c.Record, a => a.Record, (c, a) => a.Title + c.Version).ToListAsync();
    }

    private static async Task<ImportReport> ImportAsync(Served served, byte[] bytes, string name)
    {
        var file = OpenTable.Read(bytes, name).Value;
        var kind = ProposeMapping.Kind(file.Head(0, 25).Value);
        var mapping = ProposeMapping.From(ProposeMapping.Look(file, 0, kind).Value, kind, null);
        return (await new ImportTable(served.Store, served.Get<Journal>(), TimeProvider.System).RunAsync(Actor.Local, bytes, file, mapping, dry: false)).Value;
    }

    [Fact]
    public async Task What_is_no_table_is_refused_on_the_page_and_unknown_imports_are_not_found()
    {
        await using var served = await Served.StartAsync();
        using var caller = served.Caller();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]), "file", "picture.xlsx" } };
        var answer = await Served.PostAsync(caller, "/import", "/import", form);
        Assert.Contains("import.not-a-table", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await caller.GetAsync("/import/0000")).StatusCode);
        Assert.Equal(404, (int)(await caller.GetAsync("/import/0000/report")).StatusCode);
        Assert.Equal(404, (int)(await Served.PostAsync(caller, "/import", "/import/0000", ("kind", "agreement"))).StatusCode);
        Assert.Equal(404, (int)(await Served.PostAsync(caller, "/import", "/import/0000/report", ("do", "import"))).StatusCode);
    }
}
