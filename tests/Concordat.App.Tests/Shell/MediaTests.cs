using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>Pages in forced colours, and the checks themselves.</summary>
public sealed class MediaTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    [Fact]
    public async Task Forced_colours_keep_the_shape_of_states()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await tab.GoAsync("/gallery");
        await tab.ShootAsync("forced");
        Assert.Equal("1px", await tab[".state"].First.EvaluateAsync<string>("e => getComputedStyle(e).borderTopWidth"));
    }

    [Fact]
    public async Task The_checks_see_what_is_wrong()
    {
        await using var tab = await browser.OpenAsync(served.Address, width: 390);
        await tab.GoAsync("/gallery");
        await tab.Page.EvaluateAsync("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/assets/mark.svg\"><p class=\"sprawl\" style=\"color: red\">wide</p>')");
        await Assertions.Expect(tab[".sprawl"]).ToBeVisibleAsync();
        Assert.Contains(tab.Faults, f => f.StartsWith("policy: style-src", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => tab.ShouldBeAccessibleAsync());
        await tab.Page.EvaluateAsync("document.querySelector('.sprawl').style.cssText = 'width: 900px; max-width: none'");
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(tab.ShouldFitAsync);
        tab.Forgive();
    }
}
