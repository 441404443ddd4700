using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Records;

/// <summary>A record's page in a browser: sources, conflicts, history, editing by hand.</summary>
public sealed class RecordTests(Browser browser)
{
    private static async Task<(Served Served, Guid Agreement)> DisputedAsync()
    {
        var served = await Served.StartAsync();
        var (agreement, _, _) = await (await new Programme(served).FillAsync(3)).DisputedAsync();
        return (served, agreement);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_footnote_leads_to_the_words_in_the_source(bool script)
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync($"/agreements/{agreement}");
        await tab[".item"].Filter(new() { HasText = "also stated" }).Locator("sup.cite a").First.ClickAsync();
        var note = tab["ol.sources li:target"];
        Assert.Contains("10 March 2026", await note.InnerTextAsync());
        await note.Locator("a").ClickAsync();
        Assert.Equal("10 March 2026", await tab["mark#quote"].InnerTextAsync());
        Assert.Equal("Northfield Gazette", await tab["dt:text-is('Outlet or sender') + dd .item"].EvaluateAsync<string>("e => e.firstChild.textContent.trim()"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_conflict_is_settled_with_a_reason_and_undone(bool script)
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync($"/agreements/{agreement}");
        await tab[".rival summary"].ClickAsync();
        await tab.Button("Take this").ClickAsync();
        Assert.True(await tab[".rival input[name=reason]:invalid"].IsVisibleAsync());
        await tab[".rival input[name=reason]"].FillAsync("The signed original says so");
        await tab.Button("Take this").ClickAsync();
        Assert.Contains("11 March 2026", await tab["dt:text-is('Signed') + dd"].InnerTextAsync());
        Assert.Contains("1 set aside", await tab.MainAsync());
        Assert.Equal(0, await tab[".state.care"].CountAsync());
        await tab.Link("History").ClickAsync();
        Assert.Contains("The signed original says so", await tab.MainAsync());
        await tab.Button("Undo version 2").ClickAsync();
        Assert.Contains("Undid version 2", await tab.MainAsync());
        await tab.GoAsync($"/agreements/{agreement}");
        Assert.StartsWith("10 March 2026", await tab["dt:text-is('Signed') + dd"].InnerTextAsync());
        Assert.Equal(1, await tab[".rival summary"].CountAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Two_versions_are_compared_and_a_day_is_looked_back_to(bool script)
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        foreach (var subject in new[] { "Ice cores", "Ice shelves" })
        {
            await tab.GoAsync($"/agreements/{agreement}/edit");
            await tab["textarea[name='v.subject']"].FillAsync(subject);
            await tab.Button("Save").ClickAsync();
        }

        await tab.GoAsync($"/agreements/{agreement}/history");
        await tab["input[name=from][value='1']"].CheckAsync();
        await tab["input[name=to][value='3']"].CheckAsync();
        await tab.Button("Compare the two marked").ClickAsync();
        var compared = await tab.MainAsync();
        Assert.Contains("Versions 1 and 3", compared);
        Assert.Contains("Ice shelves", compared);
        Assert.DoesNotContain("Ice cores", compared);
        await tab.GoAsync($"/agreements/{agreement}/history");
        await tab["input[name=on]"].FillAsync(TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy"));
        await tab["input[name=on]"].PressAsync("Enter");
        Assert.Contains("version 3", await tab["[role=note]"].InnerTextAsync());
        Assert.Contains("Ice shelves", await tab.MainAsync());
        await tab.GoAsync($"/agreements/{agreement}/known?on=3+May+1990");
        Assert.Contains("record.not-known-then", await tab.MainAsync());
        tab.Forgive();
    }

    [Fact]
    public async Task Without_a_reason_a_sourced_value_stays()
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        using var caller = served.Caller();
        await using var db = served.Store.Read(Reader.Local);
        var rival = (await db.FindAsync(agreement))!.Claims.Single(c => c.Standing == Standing.Rival);
        using var refused = await Served.PostAsync(caller, $"/agreements/{agreement}", $"/agreements/{agreement}/settle", ("path", "signed"), ("claim", rival.Id.ToString()), ("version", "1"), ("deed", "prefer"));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("record.reason-needed", await refused.Content.ReadAsStringAsync());
        Assert.Equal(1, (await db.FindAsync(agreement))!.Version);
        using var aside = await Served.PostAsync(caller, $"/agreements/{agreement}", $"/agreements/{agreement}/settle", ("path", "signed"), ("claim", rival.Id.ToString()), ("version", "1"), ("deed", "aside"));
        Assert.Equal(302, (int)aside.StatusCode);
    }

    [Fact]
    public async Task A_second_tab_that_is_out_of_date_is_refused_and_sees_both()
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync($"/agreements/{agreement}/edit");
        var other = await tab.AnotherAsync();
        await other.GotoAsync($"/agreements/{agreement}/edit");
        await tab["#v-deskOfficer"].FillAsync("M. Okafor");
        await tab.Page.Keyboard.PressAsync("Control+Enter");
        await tab.ArriveAsync($"**/agreements/{agreement}");
        await other.FillAsync("#v-deskOfficer", "J. Reed");
        await other.FillAsync("#v-unit", "Unit 4");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var problem = await other.Locator(".problem").InnerTextAsync();
        Assert.Contains("record.changed-meanwhile", problem);
        Assert.Contains("M. Okafor", problem);
        Assert.Contains("J. Reed", problem);
        Assert.Equal("Unit 4", await other.InputValueAsync("#v-unit"));
        await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Tab.ArriveAsync(other, $"**/agreements/{agreement}");
        Assert.Contains("J. Reed", await other.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task Another_value_of_the_same_record_is_saved_beside_a_change_made_meanwhile()
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync($"/agreements/{agreement}/edit");
        var other = await tab.AnotherAsync();
        await other.GotoAsync($"/agreements/{agreement}/edit");
        await tab["#v-deskOfficer"].FillAsync("M. Okafor");
        await tab.Button("Save").ClickAsync();
        await other.FillAsync("#v-unit", "Unit 4");
        await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var page = await other.Locator("main").InnerTextAsync();
        Assert.Contains("M. Okafor", page);
        Assert.Contains("Unit 4", page);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Rows_of_a_list_are_added_without_a_script_too(bool script)
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync($"/agreements/{agreement}/edit");
        await tab["summary:has-text('Add to File numbers')"].ClickAsync();
        await tab["[id='new-references-0-scheme']"].FillAsync("Our file");
        await tab["[id='new-references-0-text']"].FillAsync("IC/1");
        await tab["summary:has-text('Add another to File numbers')"].First.ClickAsync();
        await tab["[id='new-references-1-scheme']"].FillAsync("Theirs");
        await tab["[id='new-references-1-text']"].FillAsync("TTU-9");
        await tab.Button("Save").ClickAsync();
        var page = await tab.MainAsync();
        Assert.Contains("IC/1", page);
        Assert.Contains("TTU-9", page);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var (served, _) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements");
        var keys = tab.Page.Keyboard;
        foreach (var key in new[] { "j", "j", "k" }) await keys.PressAsync(key);
        var first = await tab["tbody a"].First.InnerTextAsync();
        Assert.Equal(first, await tab[":focus"].InnerTextAsync());
        await keys.PressAsync("Enter");
        await tab.ArriveAsync("**/agreements/*-*");
        Assert.StartsWith(first, await tab["h1"].InnerTextAsync());
        await keys.PressAsync("?");
        Assert.True(await tab["dialog#keys"].IsVisibleAsync());
        await keys.PressAsync("Escape");
        await keys.PressAsync("e");
        await tab.ArriveAsync("**/edit");
        await keys.PressAsync("/");
        Assert.Equal("q", await tab[":focus"].GetAttributeAsync("name"));
        await keys.TypeAsync("port");
        await keys.PressAsync("Enter");
        await tab.ArriveAsync("**/find?q=port");
        await keys.PressAsync("n");
        await tab.ArriveAsync("**/agreements/register");
    }

    [Fact]
    public async Task Printed_it_is_the_record_without_the_frame()
    {
        var (served, agreement) = await DisputedAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync($"/agreements/{agreement}");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await tab[".rail"].IsVisibleAsync());
        Assert.False(await tab[".rival summary"].IsVisibleAsync());
        Assert.True(await tab[".rival"].IsVisibleAsync());
        Assert.True((await tab.Page.PdfAsync(new() { Format = "A4" })).Length > 5_000);
    }
}
