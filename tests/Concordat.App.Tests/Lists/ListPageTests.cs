using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Lists;

/// <summary>A list is narrowed, kept as a view, and changed as a whole.</summary>
public sealed class ListPageTests(Browser browser)
{
    private static async Task FillAsync(Tab tab)
    {
        await tab.RegisterAsync("Study of Ice", "Goldmark Naval Yard", "2020");
        await tab.RegisterAsync("Study of Snow", "Goldmark Naval Yard", "2031");
        await tab.RegisterAsync("Study of Fog", "Norvik Polar Laboratory", "2021");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_facet_shows_its_counts_and_narrows(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await FillAsync(tab);
        await tab.GoAsync("/agreements");
        Assert.Contains("3 agreements", await tab.MainAsync());
        await tab.Link("Partner").ClickAsync();
        Assert.Contains("Goldmark Naval Yard\n2", await tab["#partner"].InnerTextAsync());
        if (script) await tab.ShouldBeAccessibleAsync("facet");
        await tab["#partner"].GetByText("Goldmark Naval Yard").ClickAsync();
        Assert.Contains("2 agreements fit", await tab.MainAsync());
        Assert.Equal(2, await tab["tbody tr"].CountAsync());
        await tab.Link("Signed 1").ClickAsync();
        Assert.Equal("Study of Ice", await tab["tbody td a"].First.InnerTextAsync());
    }

    [Fact]
    public async Task A_list_is_kept_as_a_view_and_the_view_removed()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await FillAsync(tab);
        await tab.GoAsync("/agreements?state=Signed&sort=signed");
        await tab["summary:text('Keep as a view')"].ClickAsync();
        await tab["input[name=name]"].FillAsync("Signed of late");
        await tab["input[name=name]"].PressAsync("Enter");
        Assert.StartsWith("Kept as the view", await tab["[role=status]"].InnerTextAsync());
        await tab.GoAsync("/agreements");
        await tab.Link("Signed of late").ClickAsync();
        Assert.EndsWith("/agreements?state=Signed&sort=signed", tab.Page.Url);
        await tab["summary:text('This view')"].ClickAsync();
        await tab.Button("Remove “Signed of late”").ClickAsync();
        await tab.GoAsync("/agreements");
        Assert.DoesNotContain("Signed of late", await tab.MainAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Ticked_lines_and_the_whole_list_get_an_officer_in_one_step(bool all)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await FillAsync(tab);
        await tab.GoAsync("/agreements?q=study");
        await tab.Link("Tick several").ClickAsync();
        await tab.ShouldBeAccessibleAsync("ticking");
        if (all) await tab["input[name=all]"].CheckAsync();
        else await tab["input[name=record]"].First.CheckAsync();
        await tab["input[name=value]"].FillAsync("Vera Holm");
        await tab.Button("Do it").ClickAsync();
        Assert.StartsWith(all ? "3 records are changed" : "1 record is changed", await tab["[role=status]"].InnerTextAsync());
        await tab.GoAsync("/agreements?officer=Vera+Holm");
        Assert.Equal(all ? 3 : 1, await tab["tbody tr"].CountAsync());
    }

    [Fact]
    public async Task Chosen_columns_stand_on_the_page_and_in_the_file()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await FillAsync(tab);
        await tab.GoAsync("/agreements?sort=signed");
        await tab.Link("Columns").ClickAsync();
        foreach (var column in (string[])["partners", "signed", "ends", "state"]) await tab[$"input[name=columns][value={column}]"].UncheckAsync();
        await tab["input[name=columns][value=kind]"].CheckAsync();
        await tab.Button("Show these").ClickAsync();
        Assert.Equal(["Title", "Kind", "Desk officer"], await tab["thead th"].AllInnerTextsAsync());
        using var caller = served.Caller();
        Assert.StartsWith("Title,Kind,Desk officer,Record\r\n", await caller.GetStringAsync("/agreements?columns=kind,officer&format=csv"));
    }

    [Fact]
    public async Task A_list_is_shown_as_it_was_known_on_a_day()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await FillAsync(tab);
        await tab.GoAsync("/agreements");
        await tab["summary:text('As known on a day')"].ClickAsync();
        await tab["input[name=known]"].FillAsync("1 March 2020");
        await tab["input[name=known]"].PressAsync("Enter");
        Assert.Contains("As known at the end of 1 March 2020", await tab["[role=note]"].InnerTextAsync());
        Assert.Contains("0 agreements", await tab.MainAsync());
        await tab.ShouldBeAccessibleAsync("a past day");
        await tab.Link("As it stands today").ClickAsync();
        Assert.Equal(3, await tab["tbody tr"].CountAsync());
        await tab.GoAsync("/agreements?known=1+March+2099");
        Assert.Contains("past.not-past", await tab.MainAsync());
        tab.Forgive();
    }

    [Theory, InlineData("q=Österby&state=Signed", "/agreements?q=%C3%96sterby&state=Signed"), InlineData("q=a\r\nSet-Cookie: x", "/agreements?q=a%0D%0ASet-Cookie%3A%20x"), InlineData("//evil.example/", "/agreements")]
    public async Task Where_a_form_leads_back_to_is_an_address_of_ours(string query, string leads)
    {
        await using var served = await Served.StartAsync();
        using var caller = served.Caller();
        using var answer = await Served.PostAsync(caller, "/agreements?state=Signed", "/agreements/views", ("query", query), ("name", "Mine"), ("remove", "1"));
        Assert.Equal(leads, answer.Headers.Location?.OriginalString);
    }
}
