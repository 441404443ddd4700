using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>What holds for every page.</summary>
public sealed class PagesTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/intake", "/intake/{waiting}", "/intake/{source}", "/agreements/register", "/agreements/register?source={waiting}", "/journal", "/find", "/find?q=north", "/find?q=nothingiscalledso", "/no/such/page",
        "/agreements", "/agreements?state=InForce", "/agreements?q=nothingiscalledso", "/organisations", "/people", "/bodies", "/meetings", "/sources",
        "/agreements/new", "/organisations/new", "/people/new", "/bodies/new", "/meetings/new",
        "/agreements/{agreement}", "/agreements/{disputed}", "/organisations/{organisation}", "/people/{person}", "/bodies/{body}", "/meetings/{meeting}", "/sources/{source}",
        "/agreements/{disputed}/edit", "/organisations/{organisation}/edit", "/people/{person}/edit", "/bodies/{body}/edit", "/meetings/{meeting}/edit", "/sources/{source}/edit",
        "/agreements/{disputed}/history", "/agreements/{disputed}/history/1", "/sources/{source}/history",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_and_fits(string pattern)
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(served.Path(pattern));
        foreach (var (width, scheme) in new[] { (1400, ColorScheme.Light), (1400, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await tab.LookAsync(width, scheme);
            await tab.ShootAsync($"{Name(pattern)}-{width}-{scheme}".ToLowerInvariant());
            await tab.ShouldFitAsync();
            await tab.ShouldBeAccessibleAsync($"{width} {scheme}");
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_at_twice_the_size(string pattern)
    {
        await using var tab = await browser.OpenAsync(served.Address, width: 700, scale: 2);
        await tab.GoAsync(served.Path(pattern));
        await tab.ShouldFitAsync();
    }

    private static string Name(string pattern) => pattern == "/" ? "today" : string.Concat(pattern.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
