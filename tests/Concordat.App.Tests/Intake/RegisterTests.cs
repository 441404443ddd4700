using System.Text.RegularExpressions;
using Concordat.App.Tests.Harness;
using Concordat.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Intake;

/// <summary>The one-minute job: a paper arrives, one form, Enter.</summary>
public sealed partial class RegisterTests(Browser browser)
{
    private const string Title = "Memorandum on acclimatisation", Partner = "Varuna Institute of Cold Physiology";

    /// <summary>Counts what a person does beside typing.</summary>
    private sealed class Person(Tab tab)
    {
        public int Deeds { get; private set; }

        public async Task DropAsync(byte[] pdf)
        {
            Deeds++;
            await tab.DropAsync(pdf, "memorandum.pdf", "application/pdf");
            await tab.ArriveAsync("**/agreements/register?source=*", 90_000);
        }

        public async Task ClickAsync(string selector)
        {
            Deeds++;
            await tab[selector].ClickAsync();
        }

        /// <summary>Goes to an input and types: one deed.</summary>
        public async Task TypeAsync(string selector, string text)
        {
            await ClickAsync(selector);
            await tab[selector].FillAsync(text);
        }

        public async Task PressAsync(string key)
        {
            Deeds++;
            await tab.Page.Keyboard.PressAsync(key);
        }
    }

    [Theory]
    [InlineData(true, "/"), InlineData(false, "/"), InlineData(true, "/agreements/register")]
    public async Task A_dropped_pdf_is_registered_in_eight_deeds(bool readable, string where)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(where);
        var person = new Person(tab);
        await person.DropAsync(readable ? SamplePdf.Readable : SamplePdf.Scanned);
        await person.TypeAsync("#title", Title);
        await person.TypeAsync("#partner0", Partner);
        await person.TypeAsync("#signed", "12 March 2024");
        await person.TypeAsync("#ends", "11 March 2029");
        await person.TypeAsync("#officer", "A. Lind");
        await person.TypeAsync("#number", "IC/2024/117");
        await person.PressAsync("Enter");
        await Tab.ArriveAsync(tab.Page, Record());
        Assert.InRange(person.Deeds, 1, 8);
        var page = await tab.MainAsync();
        foreach (var value in new[] { Title, Partner, "12 March 2024", "11 March 2029", "A. Lind", "IC/2024/117" }) Assert.Contains(value, page);
        Assert.Equal(1, await tab["dt:text-is('Texts') + dd a[href^='/sources/']"].CountAsync());
        await using var db = served.Store.Read(Reader.Local);
        Assert.Equal("accepted", (await db.Intake.SingleAsync()).State);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_file_may_be_chosen_instead_without_a_script(bool readable)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/agreements/register");
        await tab["main input[type=file]"].SetInputFilesAsync(new FilePayload { Name = "memorandum.pdf", MimeType = "application/pdf", Buffer = readable ? SamplePdf.Readable : SamplePdf.Scanned });
        await tab.Button("Read the paper").ClickAsync(new() { Timeout = 90_000 });
        await tab["#title"].FillAsync(Title);
        await tab["#partner0"].FillAsync(Partner);
        await tab["#number"].PressAsync("Enter");
        Assert.StartsWith(Title, await tab["h1"].InnerTextAsync());
    }

    [Fact]
    public async Task Only_a_title_and_a_partner_are_needed()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync("/agreements/register");
        Assert.Equal("title", await tab[":focus"].GetAttributeAsync("id"));
        await tab["#title"].PressAsync("Enter");
        Assert.Contains("register.title-missing", await tab.MainAsync());
        await tab["#title"].FillAsync(Title);
        await tab["#title"].PressAsync("Enter");
        Assert.Contains("register.partner-missing", await tab.MainAsync());
        Assert.Equal(Title, await tab["#title"].InputValueAsync());
        await tab["#partner0"].FillAsync(Partner);
        await tab["#ends"].FillAsync("someday");
        await tab["#partner0"].PressAsync("Enter");
        Assert.Contains("date.", await tab.MainAsync());
        Assert.Equal("someday", await tab["#ends"].InputValueAsync());
        await tab["#ends"].FillAsync("spring 2029");
        await tab["#ends"].PressAsync("Enter");
        Assert.Contains("spring 2029", await tab.MainAsync());
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_record()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements/register");
        await tab["#title"].FillAsync(Title);
        await tab["#partner0"].FillAsync(Partner);
        await tab.Button("Register").DblClickAsync();
        await Tab.ArriveAsync(tab.Page, Record());
        await using var db = served.Store.Read(Reader.Local);
        Assert.Equal(1, await db.Agreements.CountAsync());
    }

    [Fact]
    public async Task A_date_is_read_back_while_it_is_typed()
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync("/agreements/register");
        await tab["#ends"].PressSequentiallyAsync("11/3/2029");
        await Assertions.Expect(tab["#ends-echo"]).ToHaveTextAsync("Read as 11 March 2029");
    }

    [GeneratedRegex("/agreements/[0-9a-f-]{36}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Record();
}
