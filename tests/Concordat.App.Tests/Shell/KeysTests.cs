using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>What keys do, and that nothing is lost by them.</summary>
public sealed class KeysTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    private static Task<string> FocusedAsync(Tab tab) => tab.Page.EvaluateAsync<string>("document.activeElement.textContent.trim() || document.activeElement.name || document.activeElement.tagName");

    [Fact]
    public async Task Slash_goes_to_the_search_and_Enter_finds()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/");
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("osterby");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("main li a").First).ToContainTextAsync("Österby");
    }

    [Fact]
    public async Task J_and_K_walk_a_list_and_Enter_opens_the_line()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements");
        var titles = await tab.Page.Locator("tbody td:first-child > a").AllInnerTextsAsync();
        await tab.Page.Keyboard.PressAsync("j");
        Assert.Equal(titles[0], await FocusedAsync(tab));
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("k");
        Assert.Equal(titles[1], await FocusedAsync(tab));
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync(titles[1]);
    }

    [Fact]
    public async Task The_question_mark_shows_the_keys_and_they_rest_meanwhile()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements");
        await tab.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(tab.Page.Locator("#keys")).ToBeVisibleAsync();
        await tab.ShouldBeAccessibleAsync();
        await tab.Page.Keyboard.PressAsync("n");
        Assert.EndsWith("/agreements", tab.Page.Url, StringComparison.Ordinal);
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Single_letters_can_be_turned_off_for_good()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements");
        await tab.Page.Keyboard.PressAsync("?");
        await tab.Page.Locator("#letters").UncheckAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.GoAsync("/agreements");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("n");
        Assert.Equal(0, await tab.Page.Locator("tbody :focus").CountAsync());
        Assert.EndsWith("/agreements", tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_only_letters_where_one_types()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements/register");
        await tab.Page.Locator("#title").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("jk?/n");
        Assert.Equal("jk?/n", await tab.Page.Locator("#title").InputValueAsync());
    }

    [Fact]
    public async Task Ctrl_Enter_saves_the_form_in_hand()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements/register");
        await tab.Page.Locator("#title").FillAsync("Letter of intent on tidal gauges");
        await tab.Page.Locator("#partner0").FillAsync("Harbour Marine Laboratory");
        await tab.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Letter of intent on tidal gauges");
        await Assertions.Expect(tab.Page.Locator(".flash")).ToContainTextAsync("Registered");
        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.Locator(".flash")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leaving_typed_words_behind_is_asked_about()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        var asked = new List<string>();
        tab.Page.Dialog += async (_, dialog) => { asked.Add(dialog.Type); await dialog.AcceptAsync(); };
        await tab.GoAsync("/agreements/register");
        await tab.Page.Locator("#title").PressSequentiallyAsync("Half a title");
        await tab.GoAsync("/agreements");
        Assert.Equal(["beforeunload"], asked);
    }

    [Fact]
    public async Task Focus_is_never_under_what_sticks()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync($"/agreements/{served["disputed"]}/edit");
        await tab.Page.SetViewportSizeAsync(1000, 500);
        for (var i = 0; i < 60; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            var hidden = await tab.Page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement, box = e.getBoundingClientRect();
                  if (e === document.body || e.closest(".save, .rail") || !box.height) return null;
                  const seen = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3].some(y => document.elementFromPoint(box.x + box.width / 2, y)?.closest(".save") === null);
                  return seen ? null : e.outerHTML;
                }
                """);
            Assert.Null(hidden);
        }
    }
}
