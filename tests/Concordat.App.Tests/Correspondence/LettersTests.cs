using System.Text;
using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Correspondence;

/// <summary>A letter is dropped, logged, answered and waited for.</summary>
public sealed class LettersTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    private static byte[] Mail(string subject) => Encoding.UTF8.GetBytes(
        $"From: Ilse Marrow <ilse@harbour.example>\r\nTo: office@here.example\r\nDate: Thu, 12 Nov 2026 10:00:00 +0000\r\nMessage-ID: <{Ids.New(TimeProvider.System):N}@harbour.example>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
        + "Our ref: HM/2026/9\r\n\r\nDear all,\r\n\r\nWe would be grateful for your reply by 15 December 2026.\r\n");

    private string Agreement => served.Path("/agreements/{agreement}");

    [Fact]
    public async Task A_mail_dropped_on_a_record_fills_the_form_and_one_press_logs_it()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(Agreement);
        var title = await tab["h1"].InnerTextAsync();
        await tab.DropAsync(Mail("Berths for the survey vessel"), "mail.eml", "message/rfc822");
        await tab.ArriveAsync("**/correspondence/log?*");
        Assert.Equal(("Berths for the survey vessel", "12 November 2026", "15 December 2026", "HM/2026/9"), (await tab["#subject"].InputValueAsync(), await tab["#sent"].InputValueAsync(), await tab["#due"].InputValueAsync(), await tab["#their"].InputValueAsync()));
        Assert.Equal("Ilse Marrow", await tab["#fromPerson"].InputValueAsync());
        await tab["#direction"].SelectOptionAsync("in");
        await tab["#from"].FillAsync("Harbour Marine Works");
        await tab["#fromPerson"].FillAsync("");
        await tab.ShouldBeAccessibleAsync();
        await tab.Button("Log it").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Berths for the survey vessel");
        await Assertions.Expect(tab["main"]).ToContainTextAsync("15 December 2026");
        await tab.GoAsync(Agreement);
        await Assertions.Expect(tab["main table"].Last).ToContainTextAsync("Berths for the survey vessel");
        Assert.Equal(title, await tab["h1"].InnerTextAsync());
    }

    [Fact]
    public async Task Without_script_a_file_is_sent_and_what_was_not_understood_shows_again()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync(Agreement);
        await tab["main form[enctype] input[type=file]"].SetInputFilesAsync(new FilePayload { Name = "mail.eml", MimeType = "message/rfc822", Buffer = Mail("Tank time <script>alert(1)</script>") });
        await tab.Button("Read it").ClickAsync();
        Assert.Equal("Tank time <script>alert(1)</script>", await tab["#subject"].InputValueAsync());
        await tab["#due"].FillAsync("32 March");
        await tab["#direction"].SelectOptionAsync("in");
        await tab.Button("Log it").ClickAsync();
        await Assertions.Expect(tab[".wrong"]).ToContainTextAsync("date.");
        Assert.Equal("Tank time <script>alert(1)</script>", await tab["#subject"].InputValueAsync());
        await tab["#due"].FillAsync("");
        await tab.Button("Log it").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Tank time <script>alert(1)</script>");
        await Assertions.Expect(tab["main"]).Not.ToContainTextAsync("Reply due");
    }

    [Fact]
    public async Task Without_script_a_letter_is_written_waits_on_today_is_reminded_of_and_answered()
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync(Agreement);
        await tab.Link("Write a letter").ClickAsync();
        await tab.Link("Renewal offer").ClickAsync();
        await tab["#from"].FillAsync("Northern Partnerships Office");
        await tab["#subject"].FillAsync("Renewal of the good work");
        await tab.Button("Make and log it").ClickAsync();
        await Assertions.Expect(tab[".problem"]).ToContainTextAsync("letter.unfilled");
        await tab["#text"].FillAsync("Dear all,\n\nPlease let us know by [reply due].\n\nYours sincerely,");
        await tab["#sent"].FillAsync("3 March 2026");
        await tab["#due"].FillAsync("3 April 2026");
        await tab.Button("Make and log it").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Renewal of the good work");
        var letter = tab.Page.Url;
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Link("Download it").ClickAsync());
        Assert.Equal("2026-03-03 Renewal of the good work.docx", download.SuggestedFilename);
        await tab.GoAsync("/");
        await Assertions.Expect(tab["aside"]).ToContainTextAsync("Renewal of the good work");
        await tab.Link("Remind of Renewal of the good work").ClickAsync();
        Assert.Equal("Reminder: Renewal of the good work", await tab["#subject"].InputValueAsync());
        await tab["#from"].FillAsync("Northern Partnerships Office");
        await tab.Button("Make and log it").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Reminder: Renewal of the good work");
        await tab.GoAsync(letter);
        await Assertions.Expect(tab["aside"]).ToContainTextAsync("Reminder: Renewal of the good work");
        await tab.Link("Log the reply").ClickAsync();
        Assert.Equal("in", await tab["#direction"].InputValueAsync());
        await tab["#subject"].FillAsync("Yes to the good work");
        await tab.Button("Log it").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Yes to the good work");
        await tab.GoAsync("/");
        await Assertions.Expect(tab["main"]).Not.ToContainTextAsync("Reminder: Renewal of the good work: ");
        await tab.GoAsync("/correspondence?reply=theirs");
        await Assertions.Expect(tab["tbody"]).Not.ToContainTextAsync("good work");
    }

    [Fact]
    public async Task The_desk_leads_to_the_form_and_the_list_narrows()
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(served.Path("/intake/{waiting}"));
        await tab.Link("Log as correspondence").ClickAsync();
        await Assertions.Expect(tab["h1"]).ToContainTextAsync("Log a letter");
        await tab.GoAsync("/correspondence");
        await tab.Link("We owe a reply").ClickAsync();
        Assert.All(await tab["tbody td:first-child small"].AllInnerTextsAsync(), t => Assert.EndsWith("in", t, StringComparison.Ordinal));
        await Assertions.Expect(tab["tbody"]).ToContainTextAsync("Letter 4 on");
        await Assertions.Expect(tab["tbody"]).Not.ToContainTextAsync("Letter 1 on");
        await tab.GoAsync("/correspondence?direction=out&officer=A.+Lind&q=letter+1");
        Assert.Contains(await tab["tbody td:first-child a"].AllInnerTextsAsync(), t => t.StartsWith("Letter 1 ", StringComparison.Ordinal));
    }

    [Theory, InlineData("", "source.empty"), InlineData(null, "source.no-file")]
    public async Task A_file_that_is_none_is_refused_by_its_code(string? text, string code)
    {
        using var caller = served.Caller();
        var form = new MultipartFormDataContent();
        if (text is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "mail.eml");
        using var answer = await Served.PostAsync(caller, Agreement, "/correspondence/drop", form);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
