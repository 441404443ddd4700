using Concordat.App.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Tests.Intake;

/// <summary>A text comes in, is looked at, and becomes records.</summary>
public sealed class DeskTests(Browser browser)
{
    private const string Signed = "input.fix[aria-label='Signed, corrected']";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_press_release_becomes_records_with_their_quotes(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.PasteAsync(Releases.Signing, "Northfield Gazette");
        Assert.True(await tab[".text mark"].CountAsync() > 3);
        Assert.Contains("10 March 2026", await tab[".proposal"].First.InnerTextAsync());
        if (script) await tab.Page.Keyboard.PressAsync("Control+Enter");
        else await tab.Button("Accept what is ticked").ClickAsync();
        await tab.ArriveAsync("**/intake");
        await tab["[role=status] a"].ClickAsync();
        Assert.StartsWith("10 March 2026", await tab["dt:text-is('Signed') + dd"].InnerTextAsync());
        Assert.Contains("Northfield Technical University", await tab["dt:text-is('Partners') + dd"].InnerTextAsync());
        await tab["dt:text-is('Signed') + dd sup a"].First.ClickAsync();
        await tab["ol.sources li:target a"].ClickAsync();
        Assert.Contains("10 March 2026", await tab["mark#quote"].InnerTextAsync());
    }

    [Fact]
    public async Task A_second_text_adds_its_witness_and_shows_the_difference()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        foreach (var (text, outlet) in new[] { (Releases.Signing, "Northfield Gazette"), (Releases.SigningOtherwise, "Harbour News") })
        {
            await tab.PasteAsync(text, outlet);
            var same = tab[".proposal"].Filter(new() { HasText = "Agreement ·" }).Locator(".same input[type=radio]").First;
            if (outlet == "Harbour News") await same.CheckAsync();
            await tab.Button("Accept what is ticked").ClickAsync();
            await tab.ArriveAsync("**/intake");
        }

        await using var db = served.Store.Read(Reader.Local);
        Assert.Equal(1, await db.Agreements.CountAsync());
        await tab.GoAsync("/");
        await tab[".need a.button:has-text('Settle')"].ClickAsync();
        Assert.Contains("also stated: 11 March 2026", await tab["dt:text-is('Signed') + dd"].InnerTextAsync());
        Assert.Contains("2 independent sources", await tab.MainAsync());
    }

    [Fact]
    public async Task A_value_is_corrected_and_a_proposal_left_out()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.PasteAsync(Releases.Signing);
        var date = tab[".item"].Filter(new() { Has = tab.Page.Locator(Signed) });
        await date.Locator("summary").ClickAsync();
        await date.Locator(Signed).FillAsync("9 March 2026");
        var venn = tab[".proposal"].Filter(new() { HasText = "Person · Tomas Venn" });
        await venn.Locator("input[data-take]").FocusAsync();
        await tab.Page.Keyboard.PressAsync("x");
        Assert.False(await venn.Locator("input[data-take]").IsCheckedAsync());
        await tab.Button("Accept what is ticked").ClickAsync();
        await tab.ArriveAsync("**/intake");
        await using var db = served.Store.Read(Reader.Local);
        Assert.Equal("2026-03-09", (await db.Agreements.SingleAsync()).Signed);
        Assert.DoesNotContain(await db.People.Select(p => p.Title).ToListAsync(), name => name.Contains("Venn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_that_is_no_date_shows_the_desk_again_with_what_was_typed()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.PasteAsync(Releases.Signing);
        await tab[".item"].Filter(new() { Has = tab.Page.Locator(Signed) }).Locator("summary").ClickAsync();
        await tab[Signed].FillAsync("the day after");
        await tab.Button("Accept what is ticked").ClickAsync();
        Assert.Contains("date.", await tab[".problem"].InnerTextAsync());
        Assert.Equal("the day after", await tab[Signed].InputValueAsync());
    }

    [Fact]
    public async Task A_proposal_is_linked_to_the_record_that_it_is()
    {
        await using var served = await Served.StartAsync();
        var known = Ids.New(TimeProvider.System);
        await new Programme(served).SaveAsync(new Deed(Actor.Local, [Edit.Create(known, "organisation", [new Set($"names/{Ids.New(TimeProvider.System)}/text", "Northfield Technical University and College")])]));
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.PasteAsync(Releases.Signing);
        await tab[$"input[type=radio][value='{known}']"].CheckAsync();
        await tab.Button("Accept what is ticked").ClickAsync();
        await tab.ArriveAsync("**/intake");
        await using var db = served.Store.Read(Reader.Local);
        Assert.Contains(await db.AgreementParties.Select(p => p.Organisation).ToListAsync(), party => party == known);
        Assert.Equal(2, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task The_same_bytes_are_recognised_and_set_aside_comes_back()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.PasteAsync(Releases.Session);
        var desk = tab.Page.Url;
        await tab.Button("Set aside").ClickAsync();
        Assert.Contains("Nothing waits", await tab.MainAsync());
        await tab.PasteAsync(Releases.Session);
        Assert.Equal(desk, tab.Page.Url);
        Assert.Contains("came in before", await tab.MainAsync());
        await tab.Button("Put back on the desk").ClickAsync();
        Assert.Equal(1, await tab[".state.busy:text('waiting')"].CountAsync());
    }

    [Fact]
    public async Task An_expired_form_shows_again_with_what_was_typed()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/intake");
        await tab["#text"].FillAsync(Releases.Session);
        await tab.ForgetCookiesAsync();
        await tab.Button("Read it").ClickAsync();
        Assert.Contains("form.expired", await tab[".problem"].InnerTextAsync());
        Assert.Equal(Releases.Session, (await tab["#text"].InputValueAsync()).ReplaceLineEndings("\n"));
        await tab.Button("Read it").ClickAsync();
        await tab.ArriveAsync("**/intake/*-*");
    }
}
