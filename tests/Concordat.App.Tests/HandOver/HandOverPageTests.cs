using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.HandOver;

/// <summary>A desk officer's work is seen as a note and moved to another in one step.</summary>
public sealed class HandOverPageTests(Browser browser)
{
    private static async Task RegisterAsync(Tab tab, string title, string officer)
    {
        await tab.RegisterAsync(title);
        await tab.GoAsync("/clean-up");
        await tab["#officer input[type=checkbox]"].First.CheckAsync();
        await tab["#value-officer"].FillAsync(officer);
        await tab["#value-officer"].PressAsync("Enter");
        await tab["[role=status]"].WaitForAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task One_deed_moves_everything(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await RegisterAsync(tab, "Study of Ice", "Vera Holm");
        await RegisterAsync(tab, "Study of Snow", "Vera Holm");
        await tab.GoAsync("/hand-over");
        await tab["tbody a"].First.ClickAsync();
        Assert.Contains("Study of Snow", await tab.MainAsync());
        if (script) await tab.ShouldBeAccessibleAsync("hand-over note");
        await tab["input[name=to]"].FillAsync("Ida Lund");
        await tab["input[name=to]"].PressAsync("Enter");
        Assert.StartsWith("2 records of Vera Holm are with Ida Lund now", await tab["[role=status]"].InnerTextAsync());
        await tab.GoAsync("/hand-over");
        Assert.Contains("Ida Lund", await tab.MainAsync());
        Assert.DoesNotContain("Vera Holm", await tab["tbody"].InnerTextAsync());
    }

    [Fact]
    public async Task Moving_work_to_the_same_person_is_refused_on_the_page()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await RegisterAsync(tab, "Study of Ice", "Vera Holm");
        await tab.GoAsync("/hand-over?from=Vera+Holm");
        await tab["input[name=to]"].FillAsync("Vera Holm");
        await tab["input[name=to]"].PressAsync("Enter");
        Assert.Contains("handover.same", await tab.MainAsync());
        tab.Forgive();
    }
}
