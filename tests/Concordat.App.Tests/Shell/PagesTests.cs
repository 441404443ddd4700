using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>What holds for every page.</summary>
public sealed class PagesTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/intake", "/intake/{waiting}", "/intake/{source}", "/agreements/register", "/agreements/register?source={waiting}", "/journal", "/clean-up", "/hand-over", "/hand-over?from=Nobody", "/same", "/api", "/import", "/find", "/find?q=north", "/find?q=nothingiscalledso", "/find?q=oint+technicl+group", "/find?q=joint&kind=meeting&page=2", "/no/such/page", "/gallery",
        "/agreements", "/agreements?state=InForce", "/agreements?open=partner", "/agreements?tick=1", "/countries", "/countries/SE", "/agreements?q=nothingiscalledso", "/organisations", "/people", "/bodies", "/meetings", "/actions", "/actions/new", "/?officer=Nobody", "/sources",
        "/correspondence", "/correspondence?reply=overdue", "/correspondence?q=nothingiscalledso", "/correspondence/log", "/correspondence/log?source={waiting}&about={agreement}", "/correspondence/log?reply={letter}", "/correspondence/write?about={agreement}", "/correspondence/write?template=reminder&reminds={letter}",
        "/correspondence/new", "/correspondence/{letter}", "/correspondence/{asked}", "/correspondence/{letter}/edit", "/correspondence/{letter}/history", "/agreements/new", "/organisations/new", "/people/new", "/bodies/new", "/meetings/new",
        "/agreements/{agreement}", "/agreements/{disputed}", "/organisations/{organisation}", "/people/{person}", "/bodies/{body}", "/meetings/{meeting}", "/sources/{source}",
        "/agreements/{disputed}/edit", "/agreements/{termed}", "/agreements/{termed}/term", "/deadlines", "/deadlines?within=30&sort-of=Notice", "/deadlines?month=2027-02", "/organisations/{organisation}/edit", "/people/{person}/edit", "/bodies/{body}/edit", "/meetings/{meeting}/edit", "/sources/{source}/edit",
        "/agreements/{disputed}/history", "/agreements/{disputed}/history/1", "/agreements/{disputed}/history/compare?from=0&to=1", "/agreements/{disputed}/known?on=3+May+2999", "/bodies/{body}/known?on=3+May+2999", "/sources/{source}/history",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_and_fits_wide_narrow_and_enlarged(string pattern)
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(served.Path(pattern));
        foreach (var (width, scheme) in new[] { (1400, ColorScheme.Light), (1400, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await tab.LookAsync(width, scheme);
            await tab.ShootAsync($"{Name(pattern)}-{width}-{scheme}".ToLowerInvariant());
            await tab.ShouldFitAsync();
            // Colours are the same at every width: one narrow pass tells the rest.
            if ((width, scheme) != (390, ColorScheme.Dark)) await tab.ShouldBeAccessibleAsync($"{width} {scheme}");
        }

        // 1400 pixels at 200 %, 1280 at 400 % (WCAG 1.4.10).
        foreach (var width in new[] { 700, 320 })
        {
            await tab.LookAsync(width, ColorScheme.Light);
            await tab.ShouldFitAsync();
        }
    }

    private static string Name(string pattern) => pattern == "/" ? "today" : string.Concat(pattern.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
