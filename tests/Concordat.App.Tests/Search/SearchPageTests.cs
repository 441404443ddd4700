using System.Net;
using System.Text.Json;
using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Search;

/// <summary>The search page and the suggestions of every page, in a real browser.</summary>
public sealed class SearchPageTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    private static ILocator Options(Tab tab) => tab.Page.Locator("#suggestions [role=option]");

    private static async Task TypeAsync(Tab tab, string words)
    {
        await tab.Page.Keyboard.PressAsync("/");
        // At once: letter by letter, a slow machine would offer what fits the first letters.
        await tab.Page.Keyboard.InsertTextAsync(words);
        await Assertions.Expect(tab.Page.Locator("#suggestions")).ToBeVisibleAsync();
    }

    [Theory, InlineData(1400, ColorScheme.Light), InlineData(1400, ColorScheme.Dark), InlineData(390, ColorScheme.Light)]
    public async Task Suggestions_appear_while_typing_and_are_accessible(int width, ColorScheme scheme)
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements");
        await tab.LookAsync(width, scheme);
        await TypeAsync(tab, "joint tech");
        await Assertions.Expect(Options(tab)).ToHaveCountAsync(8);
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.ShootAsync($"suggestions-{width}-{scheme}".ToLowerInvariant());
        await tab.ShouldFitAsync();
        await tab.ShouldBeAccessibleAsync($"{width} {scheme}");
        var box = tab.Page.GetByRole(AriaRole.Combobox, new() { Expanded = true });
        Assert.Equal(await Options(tab).First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
    }

    [Fact]
    public async Task Typed_letter_by_letter_the_last_letter_decides_what_is_offered()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/");
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("joint", new() { Delay = 15 });
        for (var i = 0; i < 5; i++) await tab.Page.Keyboard.PressAsync("Backspace");
        await tab.Page.Keyboard.TypeAsync("osterby", new() { Delay = 15 });
        await Assertions.Expect(Options(tab).First).ToContainTextAsync("Österby");
        // Nothing that was asked before comes late.
        await Task.Delay(500);
        Assert.All(await Options(tab).AllInnerTextsAsync(), o => Assert.DoesNotContain("Joint", o, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arrows_choose_Enter_opens_and_Escape_puts_away()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/");
        await TypeAsync(tab, "osterby");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.Locator("#suggestions")).ToBeHiddenAsync();
        Assert.Equal("q", await tab.Page.EvaluateAsync<string>("document.activeElement.name"));
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(tab.Page.Locator("#suggestions")).ToBeVisibleAsync();
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "ArrowUp" }) await tab.Page.Keyboard.PressAsync(key);
        var title = await Options(tab).First.Locator("span").InnerTextAsync();
        Assert.Contains("Österby", title, StringComparison.Ordinal);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync(title);
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_and_a_click_on_a_suggestion_opens_it()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/");
        await TypeAsync(tab, "IAP1");
        await Options(tab).First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Institute of Applied Physiology 1");
        await TypeAsync(tab, "IAP1");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("“IAP1”");
        await Assertions.Expect(tab.Page.Locator("main li a").First).ToContainTextAsync("Institute of Applied Physiology 1");
    }

    [Fact]
    public async Task Results_stand_by_kind_with_counts_and_a_filter_pages_on()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/find?q=joint+technical+group");
        await Assertions.Expect(tab.Page.Locator(".facets a")).ToContainTextAsync(["All", "Bodies 54", "Meetings 54"]);
        await tab.Page.Locator(".facets a", new() { HasText = "Meetings" }).ClickAsync();
        Assert.Equal(20, await tab.Page.Locator(".found li").CountAsync());
        await tab.Link("Next").ClickAsync();
        await tab.Link("Next").ClickAsync();
        Assert.Equal(14, await tab.Page.Locator(".found li").CountAsync());
        Assert.Contains("q=joint", tab.Page.Url, StringComparison.Ordinal);
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("Session");
    }

    [Fact]
    public async Task A_word_of_a_document_leads_to_its_place_in_the_text()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/find?q=collaborating+exchanges");
        Assert.NotEqual(0, await tab.Page.Locator(".found mark").CountAsync());
        await tab.Page.Locator(".found a[href^='/sources/']").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("mark.quote").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_box_searches()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/");
        await tab.Page.Locator(".top input").FillAsync("osterbi");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator(".facts")).ToContainTextAsync("spelled nearly so");
        await Assertions.Expect(tab.Page.Locator("main li a").First).ToContainTextAsync("Österby");
    }

    [Fact]
    public async Task What_was_typed_is_never_markup_and_never_a_fault()
    {
        using var caller = served.Caller();
        string[] typed = ["<script>alert(1)</script>", new('x', 10_000), "\"unbalanced (AND +- name:[a TO", string.Concat(Enumerable.Repeat("\" * ", 3_000)), "%00", "\ud800"];
        foreach (var words in typed)
        {
            using var page = await caller.GetAsync("/find?q=" + Uri.EscapeDataString(words.Replace('\ud800', '\ufffd')));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.DoesNotContain("<script>alert", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var suggested = await caller.GetAsync("/find/suggest?q=" + Uri.EscapeDataString(words.Replace('\ud800', '\ufffd')));
            Assert.Equal((HttpStatusCode.OK, "application/json"), (suggested.StatusCode, suggested.Content.Headers.ContentType?.MediaType));
            Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(await suggested.Content.ReadAsStringAsync()).RootElement.ValueKind);
        }

        foreach (var odd in new[] { "/find?q=north&page=-3&kind=nonsense&as=nothing", "/find?q=north&kind=agreement&page=99999999999", "/find?q=north&kind=agreement&page=50", "/find?kind=agreement", "/find/suggest" })
            Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(odd)).StatusCode);
    }

    [Fact]
    public async Task While_there_is_no_index_names_are_found_and_the_page_says_why()
    {
        await using var other = await Served.StartAsync();
        await new Programme(other).FillAsync(3);
        var index = other.Get<Concordat.Search.SearchIndex>();
        await index.DisposeAsync();
        await using var tab = await browser.OpenAsync(other.Address);
        await tab.GoAsync("/find?q=osterby");
        await Assertions.Expect(tab.Page.Locator(".notice")).ToContainTextAsync("only names");
        await Assertions.Expect(tab.Page.Locator("main li a").First).ToContainTextAsync("Österby");
        await tab.ShouldBeAccessibleAsync();
    }
}
