using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.HandOver;

/// <summary>Who stands in sees the work of who is away on their Today.</summary>
public sealed class AbsencePageTests(Browser browser)
{
    private static async Task AwayAsync(Tab tab, string officer, string first, string last, string deputy)
    {
        await tab.GoAsync("/hand-over");
        foreach (var (name, value) in new[] { ("officer", officer), ("first", first), ("last", last), ("deputy", deputy) }) await tab[$"form[action='/hand-over/away'] input[name={name}]"].FillAsync(value);
        await tab["form[action='/hand-over/away'] button"].ClickAsync();
    }

    private static async Task ActionAsync(Tab tab, string title, string officer)
    {
        await tab.GoAsync("/actions/new");
        await tab["input[name='v.title']"].FillAsync(title);
        await tab["input[name='v.due']"].FillAsync("1 Feb 2020");
        await tab["input[name='v.deskOfficer']"].FillAsync(officer);
        await tab["input[name='v.title']"].PressAsync("Enter");
        await tab.ArriveAsync("**/actions/*-*");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_absence_brings_work_to_who_stands_in_until_it_ends(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await ActionAsync(tab, "Return the loaned array", "Vera Holm");
        await tab.GoAsync("/?officer=Ida+Lund");
        Assert.DoesNotContain("Return the loaned array", await tab["main .split > div"].InnerTextAsync());
        await AwayAsync(tab, "Vera Holm", "1 Jan 2020", "2 Jan 2020", "Vera Holm");
        Assert.Contains("absence.own-deputy", await tab.MainAsync());
        Assert.Equal("Vera Holm", await tab["form[action='/hand-over/away'] input[name=deputy]"].InputValueAsync());
        tab.Forgive();
        await AwayAsync(tab, "Vera Holm", "1 Jan 2020", "2 Jan 2020", "Ida Lund");
        Assert.Contains("absence.over", await tab.MainAsync());
        tab.Forgive();
        await AwayAsync(tab, "Vera Holm", "someday", "2 Jan 2020", "Ida Lund");
        Assert.Contains("From:", await tab.MainAsync());
        tab.Forgive();
        var (first, last) = (TimeProvider.System.GetUtcNow().AddDays(-10), TimeProvider.System.GetUtcNow().AddDays(20));
        string Typed(DateTimeOffset day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        await AwayAsync(tab, "Vera Holm", Typed(first), Typed(last.AddDays(-1)), "Someone Else");
        await AwayAsync(tab, "Vera Holm", Typed(first), Typed(last), "Ida Lund");
        Assert.Contains("replaces the absence to", await tab["[role=status]"].InnerTextAsync());
        Assert.Contains("Ida Lund stands in", await tab["[role=status]"].InnerTextAsync());
        if (script) await tab.ShouldBeAccessibleAsync("hand-over with an absence");
        // Whose day it is was remembered.
        await tab.GoAsync("/");
        Assert.Contains($"For Vera Holm, who is away until {last.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)}.", await tab.MainAsync());
        if (script) await tab.ShouldBeAccessibleAsync("today of one officer");
        await tab.GoAsync("/hand-over");
        await tab["form[action='/hand-over/back'] button"].ClickAsync();
        Assert.Contains("Vera Holm is back", await tab["[role=status]"].InnerTextAsync());
        await tab.GoAsync("/");
        Assert.DoesNotContain("Return the loaned array", await tab["main .split > div"].InnerTextAsync());
        await tab.GoAsync("/?officer=");
        Assert.Contains("Return the loaned array", await tab["main .split > div"].InnerTextAsync());
    }
}
