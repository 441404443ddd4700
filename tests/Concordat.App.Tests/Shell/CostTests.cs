using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Shell;

/// <summary>What a page costs: bytes and statements, whatever the size of the register.</summary>
public sealed class CostTests(Browser browser, ServedRegister served) : IClassFixture<ServedRegister>
{
    [Theory]
    [InlineData("/agreements"), InlineData("/organisations"), InlineData("/people"), InlineData("/bodies"), InlineData("/meetings"), InlineData("/sources"), InlineData("/correspondence")]
    public async Task A_list_of_fifty_lines_is_under_twenty_five_thousand_bytes(string path)
    {
        using var caller = served.Caller();
        var page = await caller.GetByteArrayAsync(path);
        TestContext.Current.SendDiagnosticMessage("{0}: {1:N0} bytes", path, page.Length);
        Assert.InRange(page.Length, 5_000, 25_000);
    }

    [Theory]
    [InlineData("/"), InlineData("/agreements"), InlineData("/agreements/{disputed}"), InlineData("/intake/{waiting}")]
    public async Task A_first_visit_is_under_a_hundred_thousand_bytes_in_all(string path)
    {
        await using var tab = await browser.OpenAsync(served.Address);
        await tab.GoAsync(served.Path(path));
        await tab.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.InRange(await tab.BytesAsync(), 3_000, 100_000);
    }

    [Theory, InlineData("concordat.css", 15_000), InlineData("desk.css", 4_000)]
    public async Task The_style_sheets_are_small(string sheet, int most)
    {
        using var caller = served.Caller();
        Assert.InRange((await caller.GetByteArrayAsync("/assets/" + sheet)).Length, 1_000, most);
    }

    /// <summary>On Today the names of desk officers count, which are read every ten seconds. Each bound counts the one statement of the rail; those of lists one for the newest commit, and the list is read anew.</summary>
    public static TheoryData<string, int> Bounds => new()
    {
        { "/", 11 }, { "/?officer=Nobody", 12 }, { "/actions", 4 }, { "/agreements", 4 }, { "/agreements?state=Signed&q=memo", 4 }, { "/organisations", 3 }, { "/people", 4 }, { "/bodies", 4 }, { "/meetings", 4 }, { "/sources", 3 },
        { "/agreements/{agreement}", 6 }, { "/organisations/{organisation}", 7 }, { "/people/{person}", 6 }, { "/bodies/{body}", 7 }, { "/meetings/{meeting}", 7 }, { "/sources/{source}", 8 },
        { "/agreements/{agreement}/edit", 7 }, { "/meetings/{meeting}/edit", 7 }, { "/agreements/{agreement}/history", 6 }, { "/agreements/{agreement}/history/1", 9 },
        { "/intake", 3 }, { "/intake/{waiting}", 9 }, { "/agreements/register", 2 }, { "/journal", 4 }, { "/find?q=north", 4 }, { "/hand-over", 4 }, { "/hand-over?from=Nobody", 11 }, { "/import", 3 }, { "/countries", 2 }, { "/countries/SE", 9 }, { "/agreements?open=partner&sort=ends", 5 },
        { "/correspondence", 4 }, { "/correspondence?reply=overdue&sort=due", 4 }, { "/correspondence/{letter}", 8 }, { "/correspondence/{letter}/edit", 8 }, { "/correspondence/log", 5 }, { "/correspondence/write?template=reminder&reminds={letter}", 11 },
    };

    [Theory, MemberData(nameof(Bounds))]
    public async Task A_page_asks_few_statements(string path, int most) => Assert.InRange(await served.StatementsAsync(served.Path(path)), 1, most);

    [Theory, InlineData("/agreements"), InlineData("/agreements?state=Signed&q=memo"), InlineData("/organisations"), InlineData("/meetings")]
    public async Task A_list_that_was_read_before_asks_only_whether_there_was_a_commit_since(string path) => Assert.Equal(2, await served.StatementsAsync(path, fresh: false));

    [Fact]
    public async Task Twenty_times_as_many_records_ask_no_statement_more()
    {
        await using var few = await Served.StartAsync();
        await using var many = await Served.StartAsync();
        var (small, large) = (await new Programme(few).FillAsync(10), await new Programme(many).FillAsync(200));
        foreach (var (path, of) in Growing)
            Assert.Equal((path, await few.StatementsAsync(string.Format(path, of(small)))), (path, await many.StatementsAsync(string.Format(path, of(large)))));
    }

    private static readonly (string Path, Func<Programme, Guid> Of)[] Growing =
    [
        ("/", p => default), ("/agreements", p => default), ("/organisations", p => default), ("/people", p => default), ("/bodies", p => default), ("/meetings", p => default), ("/sources", p => default), ("/correspondence", p => default), ("/meetings/{0}", p => p.Meetings[0]), ("/correspondence/{0}", p => p.Letters[0]),
        ("/journal", p => default), ("/find?q=joint", p => default), ("/agreements/{0}", p => p.Agreements[0]), ("/organisations/{0}", p => p.Organisations[0]), ("/bodies/{0}", p => p.Bodies[0]), ("/people/{0}", p => p.People[0]),
    ];
}
