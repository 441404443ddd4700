using System.Net;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.ByCountry;

/// <summary>Briefs are one click away.</summary>
public sealed class BriefTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    [Theory, InlineData("/countries/SE"), InlineData("/organisations/{organisation}")]
    public async Task A_page_offers_its_brief_as_a_file_with_a_name(string page)
    {
        await using var tab = await browser.OpenAsync(served.Address, script: false);
        await tab.GoAsync(served.Path(page));
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab["a[href$='/brief.docx']"].ClickAsync());
        Assert.Matches(@"^\d{4}-\d\d-\d\d Brief .+\.docx$", download.SuggestedFilename);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 2000);
    }

    [Theory, InlineData("/countries/ZZ/brief.docx"), InlineData("/organisations/0198c0de-0000-7000-8000-000000000001/brief.docx"), InlineData("/organisations/{person}/brief.docx")]
    public async Task Of_what_is_not_there_is_no_brief(string path)
    {
        using var caller = served.Caller();
        using var answer = await caller.GetAsync(served.Path(path));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
