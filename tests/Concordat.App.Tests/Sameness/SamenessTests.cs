using Concordat.App.Tests.Harness;
using Concordat.Sameness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Samenesses;

/// <summary>Same or not: side by side, merged, parted, kept apart, put off; with and without script.</summary>
public sealed class SamenessTests(Browser browser)
{
    private static async Task<Guid> AddAsync(Served served, string name, params (string Path, string Value)[] values)
    {
        var id = Ids.New(TimeProvider.System);
        var saved = await served.Get<Journal>().SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "organisation", [new Set($"names/{Ids.New(TimeProvider.System)}/text", name), .. values.Select(v => new Set(v.Path, v.Value))])]));
        Assert.True(saved.Done, saved.Refusal?.ToString());
        return id;
    }

    private static async Task<(Served Served, Guid One, Guid Other)> TwoAsync()
    {
        var served = await Served.StartAsync();
        var one = await AddAsync(served, "Norvik Polar Laboratory", ("country", "NO"), ("website", "https://norvik.example"));
        return (served, one, await AddAsync(served, "Norvik Polar Lab", ("country", "NO"), ("place", "Norvik"), ("website", "https://polar.example")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Two_records_are_merged_found_under_the_old_address_and_parted(bool script)
    {
        var (served, one, other) = await TwoAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync("/same");
        await tab["tbody tr a"].ClickAsync();
        Assert.Contains("Are these two the same?", await tab.MainAsync(), StringComparison.Ordinal);
        Assert.Equal(["https://norvik.example", "https://polar.example"], await tab["tr:has(th:has-text('Website')) mark"].AllInnerTextsAsync());
        await tab[$"input[name=stays][value='{one}']"].CheckAsync();
        await tab[$"input[name='take.website'][value='{other}']"].CheckAsync();
        await tab["button.primary:text('Merge')"].ClickAsync();
        Assert.Contains("record.reason-needed", await tab["main .problem"].InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await tab[$"input[name='take.website'][value='{other}']"].IsCheckedAsync());
        await tab["input[name=reason]"].FillAsync("One laboratory");
        await tab["button.primary:text('Merge')"].ClickAsync();
        Assert.Contains("Merged", await tab[".flash"].InnerTextAsync(), StringComparison.Ordinal);
        var answer = await tab.GoAsync($"/organisations/{other}");
        Assert.Equal((200, 301), (answer.Status, (await answer.Request.RedirectedFrom!.ResponseAsync())!.Status));
        Assert.EndsWith($"/organisations/{one}", tab.Page.Url, StringComparison.Ordinal);
        Assert.Contains("https://polar.example", await tab["dl.values"].InnerTextAsync(), StringComparison.Ordinal);
        await tab.Link("Undo the merge").ClickAsync();
        await tab["button.primary:text('Undo the merge')"].ClickAsync();
        Assert.EndsWith($"/organisations/{other}", tab.Page.Url, StringComparison.Ordinal);
        await tab.GoAsync($"/organisations/{one}");
        Assert.Contains("https://norvik.example", await tab["dl.values"].InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_choose_who_stays_and_judge_and_the_page_of_a_record_says_so()
    {
        var (served, one, other) = await TwoAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/same");
        await tab.GoAsync($"/organisations/{one}");
        await tab[".card:has-text('May be the same as') a"].First.ClickAsync();
        await tab.Page.Keyboard.PressAsync("2");
        Assert.True(await tab["input[name=stays]"].Nth(1).IsCheckedAsync());
        await tab.Page.Keyboard.PressAsync("d");
        await Assertions.Expect(tab[".flash"]).ToContainTextAsync("Kept apart");
        await tab.GoAsync($"/organisations/{other}");
        await Assertions.Expect(tab[".card:has-text('Judged different from')"]).ToContainTextAsync("Local operator");
        await tab.Button("Take back").ClickAsync();
        await Assertions.Expect(tab[".flash"]).ToContainTextAsync("Taken back");
        await tab.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await tab.Page.Keyboard.PressAsync("l");
        await Assertions.Expect(tab[".flash"]).ToContainTextAsync("Put off");
        Assert.Contains("Nothing looks the same", await tab.MainAsync(), StringComparison.Ordinal);
        await tab.GoAsync($"/same/compare?r={one}&r={other}");
        await tab["input[name=reason]"].FillAsync("One laboratory");
        await tab.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(tab[".flash"]).ToContainTextAsync("Merged");
    }

    [Fact]
    public async Task A_group_is_judged_at_once_and_the_history_leads_to_the_undoing()
    {
        var (served, one, other) = await TwoAsync();
        await using var open = served;
        var third = await AddAsync(served, "Laboratory, Norvik Polar", ("country", "NO"));
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/same");
        Assert.Contains("3 organisation records", await tab.MainAsync(), StringComparison.Ordinal);
        await tab["tbody tr a"].ClickAsync();
        await tab[$"input[name=stays][value='{one}']"].CheckAsync();
        await tab[$"input[name=same][value='{third}']"].UncheckAsync();
        await tab["input[name=reason]"].FillAsync("Two of them");
        await tab["button.primary:text('Merge')"].ClickAsync();
        Assert.Contains("Are these two the same?", await tab.MainAsync(), StringComparison.Ordinal);
        await tab.GoAsync($"/organisations/{one}/history");
        await tab.Button("Undo version 2").ClickAsync();
        Assert.EndsWith($"/same/part/{other}", tab.Page.Url, StringComparison.Ordinal);
        await tab.GoAsync($"/organisations/{other}/history");
        Assert.Contains("Merge", await tab["table"].InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_accessible_and_fit()
    {
        var (served, one, other) = await TwoAsync();
        await using var open = served;
        await using var tab = await browser.OpenAsync(served.Address);
        await AddAsync(served, "Laboratory, Norvik Polar", ("country", "NO"));
        Assert.True((await served.Get<MergeRecords>().MergeAsync(Actor.Local, one, other, "One laboratory")).Done);
        var document = (await served.Store.Read(Reader.Local).FindAsync(one))!;
        Assert.True((await served.Get<Journal>().SaveAsync(new Deed(Actor.Local, [Edit.Of(document, new Set("website", "https://new.example"))]))).Done);
        foreach (var path in new[] { "/same", "/same?kind=person", $"/same/part/{other}", $"/organisations/{one}" })
        {
            await tab.GoAsync(path);
            await LookAsync(tab, path);
        }

        await tab.GoAsync("/same");
        await tab["tbody tr a"].First.ClickAsync();
        await LookAsync(tab, "compare");
    }

    private static async Task LookAsync(Tab tab, string name)
    {
        foreach (var (width, scheme) in new[] { (1400, ColorScheme.Light), (1400, ColorScheme.Dark), (390, ColorScheme.Light) })
        {
            await tab.LookAsync(width, scheme);
            await tab.ShouldFitAsync();
            await tab.ShouldBeAccessibleAsync($"{name} {width} {scheme}");
        }
    }
}
