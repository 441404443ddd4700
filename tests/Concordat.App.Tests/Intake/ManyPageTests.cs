using System.IO.Compression;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Intake;

/// <summary>An archive of a shared drive is taken in on the page, and its documents find their agreements.</summary>
public sealed class ManyPageTests(Browser browser)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task An_archive_is_taken_in_and_sorted(bool script)
    {
        await using var served = await Served.StartAsync();
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        var (id, reference) = (Ids.New(TimeProvider.System), Ids.New(TimeProvider.System));
        Assert.True((await served.Get<Journal>().SaveAsync(new Deed(Actor.Local, [Edit.Create(id, "agreement", [new Set("title", "Study of Ice"), new Set($"references/{reference}/scheme", "Our file"), new Set($"references/{reference}/text", "IC/2019/014")])]))).Done);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var path in (string[])["IC-2019-014/page.txt", "other/page.txt"])
            {
                await using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                await writer.WriteAsync($"What lies at {path[..5]}.");
            }

        await tab.GoAsync("/intake");
        await tab["input[type=file]"].First.SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "drive.zip", MimeType = "application/zip", Buffer = bytes.ToArray() });
        await tab["button:text-is('Take in')"].ClickAsync();
        await tab.ArriveAsync("**/intake/many/*");
        await tab.Button("Put the ticked among the texts").WaitForAsync();
        Assert.Contains("2 of 2 files", await tab.MainAsync());
        Assert.Contains("its number IC/2019/014 stands there", await tab.MainAsync());
        if (script) await tab.ShouldBeAccessibleAsync("many files");
        foreach (var width in (int[])[1400, 390, 320])
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.ShouldFitAsync();
        }

        await tab.Button("Put the ticked among the texts").ClickAsync();
        Assert.StartsWith("1 document is among the texts of its agreement now", await tab["[role=status]"].First.InnerTextAsync());
        await tab.GoAsync($"/agreements/{id}");
        Assert.Contains("What lies at", await tab.MainAsync());
    }
}
