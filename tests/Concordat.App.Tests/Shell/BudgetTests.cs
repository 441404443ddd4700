using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Shell;

/// <summary>What a page may weigh.</summary>
public sealed class BudgetTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    [Theory]
    [InlineData("concordat.css", 15 * 1024), InlineData("app.js", 8 * 1024)]
    public async Task Static_files_stay_small(string name, int most)
    {
        using var caller = served.Caller();
        Assert.InRange((await caller.GetByteArrayAsync("/assets/" + name)).Length, 1, most);
    }

    [Theory]
    [InlineData("/"), InlineData("/agreements"), InlineData("/agreements/new")]
    public async Task A_first_visit_stays_under_100_KB(string path)
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(path);
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.InRange(await tab.BytesAsync(), 1, 100 * 1024);
    }

    [Fact]
    public async Task A_page_of_50_rows_is_compressed_and_small()
    {
        using var caller = served.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/agreements");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await caller.SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, 8 * 1024);
        Assert.InRange((await caller.GetStringAsync("/agreements")).Length, 1, 45 * 1024);
    }

    [Fact]
    public async Task No_page_holds_style_or_script_of_its_own()
    {
        using var caller = served.Caller();
        foreach (var path in new[] { "/", "/agreements", "/agreements/register", "/gallery", $"/intake/{served["waiting"]}", $"/agreements/{served["disputed"]}" })
        {
            var page = await caller.GetStringAsync(path);
            Assert.DoesNotMatch("(?i) style=|<style| on[a-z]+=|<script(?! src=)|importmap|blazor", page);
        }
    }
}
