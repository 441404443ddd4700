using System.Text.Json.Nodes;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Agreements;

public sealed class DeadlinesPageTests(Browser browser)
{
    private static async Task MakeAsync(Served served, string title, int days, string officer, bool tacit)
    {
        var end = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd");
        var renewal = new JsonObject { ["sort"] = "tacit", ["count"] = 1, ["unit"] = "years", ["often"] = "again", ["noticeCount"] = 10, ["noticeUnit"] = "days" };
        List<Change> changes = [new Set("title", title), new Set("signed", "2020-01-01"), new Set("ends", end), new Set("deskOfficer", officer)];
        if (tacit) changes.Add(new Set(new FieldPath("renewal").Element(Ids.New(TimeProvider.System)), renewal));
        Assert.True((await served.Get<Journal>().SaveAsync(new Deed(Actor.Local, [Edit.Create(Ids.New(TimeProvider.System), "agreement", changes)]))).Done);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Deadlines_are_listed_by_day_narrowed_and_shown_as_a_month(bool script)
    {
        await using var served = await Served.StartAsync();
        await MakeAsync(served, "Study of Ice", 20, "Vera Holm", tacit: true);
        await MakeAsync(served, "Study of Snow", 60, "Ida Lund", tacit: false);
        await MakeAsync(served, "Study of Rain", 800, "Ida Lund", tacit: false);
        await using var tab = await browser.OpenAsync(served.Address, script: script);
        await tab.GoAsync("/agreements");
        await tab.Link("Deadlines").ClickAsync();
        Assert.Equal(["Last day for notice", "Renews by itself", "Ends"], (await tab["tbody tr td:nth-child(2)"].AllInnerTextsAsync()).Select(t => t.Trim()));
        await tab.Link("Within 30 days").ClickAsync();
        Assert.Equal(2, await tab["tbody tr"].CountAsync());
        await tab.Link("Last day for notice").ClickAsync();
        Assert.Equal("10 days", (await tab["tbody td:nth-child(4)"].InnerTextAsync()).Trim());
        await tab.GoAsync("/deadlines?officer=Ida+Lund");
        Assert.Equal("Study of Snow", (await tab["tbody td"].First.InnerTextAsync()).Trim());
        await tab.GoAsync("/deadlines");
        await tab.Link("As a month").ClickAsync();
        await tab.Link("Later").ClickAsync();
        await tab.Link("Earlier").ClickAsync();
        Assert.Equal(7, await tab[".month thead th"].CountAsync());
        Assert.Equal(1, await tab[".month td.on"].CountAsync());
        await tab.GoAsync("/");
        var today = await tab.MainAsync();
        Assert.Contains("renewed by itself unless notice is given by", today);
        Assert.Contains("in 10 days. Decide whether to let it go on.", today);
    }

    [Fact]
    public async Task Files_carry_the_list_as_seen()
    {
        await using var served = await Served.StartAsync();
        await MakeAsync(served, "Study of Ice", 20, "Vera Holm", tacit: true);
        using var caller = served.Caller();
        var csv = (await caller.GetStringAsync("/deadlines?sort-of=Notice&format=csv")).Split("\r\n");
        Assert.StartsWith("Title,What,Earliest,Latest,Desk officer,Record", csv[0]);
        Assert.Equal(3, csv.Length);
        Assert.StartsWith("Study of Ice,Last day for notice,", csv[1]);
        using var xlsx = await caller.GetAsync("/deadlines?format=xlsx");
        Assert.True(xlsx.IsSuccessStatusCode);
        using var calendar = await caller.GetAsync("/deadlines?format=ics");
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType!.MediaType);
        var lines = (await calendar.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.All(lines, l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(2, lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        foreach (var odd in new[] { "/deadlines?month=9999-99", "/deadlines?month=x", "/deadlines?within=none&sort-of=77", "/deadlines?sort-of=nothing" }) Assert.True((await caller.GetAsync(odd)).IsSuccessStatusCode, odd);
    }
}
