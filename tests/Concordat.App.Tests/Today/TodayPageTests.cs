using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Today;

/// <summary>What there is to do is done, put off or brought back on its page.</summary>
public sealed class TodayPageTests(Browser browser)
{
    private static readonly string Ends = TimeProvider.System.GetUtcNow().AddDays(20).ToString("d MMMM yyyy");

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_end_that_comes_near_is_put_off_and_brought_back(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.RegisterAsync("Study of Ice", ends: Ends);
        await tab.GoAsync("/");
        Assert.Contains("in 20 days", await tab[".need .why"].InnerTextAsync());
        await tab[".later summary"].ClickAsync();
        if (script) await tab.ShouldBeAccessibleAsync("put off");
        await tab[".later input[name=day]"].FillAsync(TimeProvider.System.GetUtcNow().AddDays(3).ToString("d MMM yyyy"));
        await tab[".later input[name=day]"].PressAsync("Enter");
        Assert.StartsWith("Put off to", await tab["[role=status]"].InnerTextAsync());
        Assert.Equal(0, await tab[".need"].CountAsync());
        await tab["details.after summary"].ClickAsync();
        await tab.Button("Bring back").ClickAsync();
        Assert.Equal(1, await tab[".need"].CountAsync());
    }

    [Fact]
    public async Task A_day_that_is_past_is_refused_on_the_page()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.RegisterAsync("Study of Ice", ends: Ends);
        await tab.GoAsync("/");
        await tab[".later summary"].ClickAsync();
        await tab[".later input[name=day]"].FillAsync("1 March 2001");
        await tab[".later input[name=day]"].PressAsync("Enter");
        Assert.Contains("today.not-ahead", await tab.MainAsync());
        tab.Forgive();
    }

    [Fact]
    public async Task What_is_missing_is_mended_for_several_at_once()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.RegisterAsync("Study of Ice", ends: Ends);
        await tab.RegisterAsync("Study of Snow", ends: Ends);
        await tab.GoAsync("/clean-up");
        await tab["#officer input[type=checkbox]"].Nth(0).CheckAsync();
        await tab["#officer input[type=checkbox]"].Nth(1).CheckAsync();
        await tab["#value-officer"].FillAsync("Vera Holm");
        await tab["#value-officer"].PressAsync("Enter");
        Assert.StartsWith("2 records are mended", await tab["[role=status]"].InnerTextAsync());
        Assert.Equal(0, await tab["#officer"].CountAsync());
    }
}
