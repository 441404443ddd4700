using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>Everything can be done without any script.</summary>
public sealed class WithoutScriptTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    [Fact]
    public async Task A_list_is_narrowed_sorted_and_paged_by_links_and_one_form()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/agreements");
        Assert.Equal(50, await tab.Page.Locator("tbody tr").CountAsync());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Next", Exact = true }).ClickAsync();
        Assert.InRange(await tab.Page.Locator("tbody tr").CountAsync(), 5, 49);
        await tab.Page.Locator(".facets a", new() { HasText = "To be confirmed" }).ClickAsync();
        Assert.Contains("state=ToBeConfirmed", tab.Page.Url, StringComparison.Ordinal);
        Assert.All(await tab.Page.Locator("tbody .state").AllInnerTextsAsync(), s => Assert.Equal("To be confirmed", s));
        await tab.Page.GetByLabel("Words of a name").FillAsync("propulsion");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Narrow" }).ClickAsync();
        Assert.Contains("state=ToBeConfirmed", tab.Page.Url, StringComparison.Ordinal);
        Assert.All(await tab.Page.Locator("tbody td:first-child > a").AllInnerTextsAsync(), t => Assert.Contains("propulsion", t, StringComparison.Ordinal));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Ends", Exact = true }).ClickAsync();
        Assert.Equal("ascending", await tab.Page.Locator("th", new() { HasText = "Ends" }).GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task An_agreement_is_registered_and_corrected()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/agreements/register");
        await tab.Page.Locator("#title").FillAsync("Framework on <glacier> & ice research");
        await tab.Page.Locator("#partner0").FillAsync("Österby Academy of Sciences");
        await tab.Page.Locator("#signed").FillAsync("32 March");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(".wrong")).ToContainTextAsync("date.");
        Assert.Equal("Framework on <glacier> & ice research", await tab.Page.Locator("#title").InputValueAsync());
        await tab.Page.Locator("#signed").FillAsync("3 March 2026");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Framework on <glacier> & ice research");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await tab.Page.Locator("[name='v.subject']").FillAsync("glaciers");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("dl.values")).ToContainTextAsync("glaciers");
    }

    [Fact]
    public async Task The_short_form_keeps_what_was_typed_when_it_expired()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/agreements/register");
        await tab.Page.Locator("#title").FillAsync("Typed long ago");
        await tab.Page.Locator("#partner0").FillAsync("Harbour Marine Laboratory");
        await tab.Page.Context.ClearCookiesAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(".problem")).ToContainTextAsync("form.expired");
        Assert.Equal("Typed long ago", await tab.Page.Locator("#title").InputValueAsync());
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Typed long ago");
    }
}
