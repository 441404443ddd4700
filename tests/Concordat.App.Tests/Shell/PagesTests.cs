using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>What holds for every page.</summary>
public sealed class PagesTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/intake", "/intake/{waiting}", "/agreements", "/agreements?state=InForce", "/agreements?q=nothingiscalledso", "/agreements/register", "/agreements/new", "/agreements/{agreement}", "/agreements/{agreement}/edit",
        "/agreements/{agreement}/history", "/agreements/{agreement}/history/1", "/bodies", "/meetings", "/organisations", "/people", "/sources", "/sources/{waiting}", "/journal", "/find?q=north", "/no/such/page",
    ];

    private string Path(string pattern) => pattern.Replace("{waiting}", served.Waiting.ToString(), StringComparison.Ordinal).Replace("{agreement}", served.Agreement.ToString(), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_and_fits(string pattern)
    {
        foreach (var (width, scheme) in new[] { (1400, ColorScheme.Light), (1400, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var tab = await browser.OpenAsync(served.Address, width, scheme);
            await tab.GoAsync(Path(pattern));
            await tab.ShootAsync($"{Name(pattern)}-{width}-{scheme}".ToLowerInvariant());
            await tab.ShouldFitAsync();
            await tab.ShouldBeAccessibleAsync();
        }
    }

    private static string Name(string pattern) => pattern == "/" ? "today" : string.Concat(pattern.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
