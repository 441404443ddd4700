using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Agreements;

/// <summary>A term is entered by picking and typing, and is said back with its days.</summary>
public sealed class TermPageTests(Browser browser)
{
    private static async Task OpenAsync(Tab tab, params string[] lists)
    {
        foreach (var list in lists) await tab[$"details.add:has([name='new.{list}.0.{(list is "effect" ? "event" : list is "notice" ? "count" : list is "survival" ? "articles" : "sort")}']) > summary"].First.ClickAsync();
    }

    private static async Task SaveAsync(Tab tab, string then = "[role=status]")
    {
        await tab[".save button.primary"].ClickAsync();
        await tab[then].First.WaitForAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_term_is_entered_said_back_and_computed(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.RegisterAsync("Study of Ice", signed: "3 Feb 2026");
        await tab.Link("Enter the term").ClickAsync();
        await OpenAsync(tab, "effect", "duration", "renewal", "survival");
        await tab["[name='new.effect.0.event']"].SelectOptionAsync("signature");
        await tab["[name='new.duration.0.sort']"].SelectOptionAsync("for");
        await tab["[name='new.duration.0.count']"].FillAsync("5");
        await tab["[name='new.duration.0.unit']"].SelectOptionAsync("years");
        await tab["[name='new.duration.0.from']"].SelectOptionAsync("entry-into-force");
        await tab["[name='new.renewal.0.sort']"].SelectOptionAsync("tacit");
        await tab["[name='new.renewal.0.count']"].FillAsync("2");
        await tab["[name='new.renewal.0.unit']"].SelectOptionAsync("years");
        await tab["[name='new.renewal.0.often']"].SelectOptionAsync("again");
        await tab["[name='new.renewal.0.noticeCount']"].FillAsync("6");
        await tab["[name='new.renewal.0.noticeUnit']"].SelectOptionAsync("months");
        await tab["[name='new.survival.0.articles']"].FillAsync("7, 9");
        await tab["[name='new.survival.0.count']"].FillAsync("3");
        await tab["[name='new.survival.0.unit']"].SelectOptionAsync("years");
        await SaveAsync(tab);
        var said = await tab.MainAsync();
        Assert.Contains("It takes effect upon signature.", said);
        Assert.Contains("It runs for 5 years from entry into force.", said);
        Assert.Contains("It is renewed by itself for 2 years, each time again, unless a party gives notice 6 months before the end.", said);
        Assert.Contains("After its end articles 7, 9 stay in force for 3 years.", said);
        Assert.Contains("3 August 2030", said);
        Assert.Contains("4 February 2031, for 2 years", said);
        await tab.ShootAsync($"term-entered-{script}");
        // The same parts again, changed and removed.
        await tab.Link("Edit the term").ClickAsync();
        await tab["[name^='v.duration/'][name$='/counting']"].SelectOptionAsync("first-day");
        await tab["[name^='del.survival/']"].CheckAsync();
        await SaveAsync(tab);
        said = await tab.MainAsync();
        Assert.Contains("2 August 2030", said);
        Assert.DoesNotContain("articles 7, 9", said);
        await tab.Link("All 3 entries").ClickAsync();
        Assert.Contains("Undo", await tab.MainAsync());
    }

    [Fact]
    public async Task A_part_that_cannot_be_computed_is_refused_and_what_was_typed_stays()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.RegisterAsync("Study of Ice", signed: "3 Feb 2026");
        await tab.Link("Enter the term").ClickAsync();
        await OpenAsync(tab, "duration");
        await tab["[name='new.duration.0.sort']"].SelectOptionAsync("for");
        await tab["[name='new.duration.0.count']"].FillAsync("2000000000");
        await tab["[name='new.duration.0.unit']"].SelectOptionAsync("years");
        await SaveAsync(tab, ".problem");
        Assert.Contains("term.too-long", await tab.MainAsync());
        Assert.Equal("2000000000", await tab["[name='new.duration.0.count']"].InputValueAsync());
        await tab["[name='new.duration.0.count']"].FillAsync("2");
        await SaveAsync(tab);
        Assert.Contains("3 February 2028", await tab.MainAsync());
        tab.Forgive();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_is_presumed_expired_is_confirmed_with_one_click(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.RegisterAsync("Study of Ice", signed: "2020", ends: "31 Dec 2024");
        Assert.Contains("Presumed expired, to be confirmed", await tab.MainAsync());
        Assert.Contains("To be confirmed", await tab[".facts"].InnerTextAsync());
        await tab.Button("It has ended").ClickAsync();
        await tab["[role=status]"].WaitForAsync();
        Assert.Contains("Ended with its term, 31 December 2024", (await tab.MainAsync()).Replace("1,", ",", StringComparison.Ordinal).Replace("2,", ",", StringComparison.Ordinal));
        Assert.Contains("Ended", await tab[".facts"].InnerTextAsync());
    }

    [Fact]
    public async Task An_assumption_is_shown_as_one()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.RegisterAsync("Study of Ice", signed: "by 13 Feb 2026");
        await tab.Link("Enter the term").ClickAsync();
        await OpenAsync(tab, "effect");
        await tab["[name='new.effect.0.event']"].SelectOptionAsync("signature");
        await SaveAsync(tab);
        var days = await tab["section[aria-labelledby=term] dl"].InnerTextAsync();
        Assert.Contains("between 14 January and 13 February 2026", days);
        Assert.Contains("assumed", days);
        await tab.Link("Replace it").ClickAsync();
        await tab["#v-signed"].WaitForAsync();
    }
}
