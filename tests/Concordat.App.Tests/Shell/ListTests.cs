using System.Text.RegularExpressions;
using Concordat.App.Shell;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Shell;

public sealed partial class ListTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    [Theory]
    [InlineData("/agreements", 55), InlineData("/agreements?sort=signed", 55), InlineData("/organisations", 54), InlineData("/people", 54), InlineData("/bodies", 54), InlineData("/meetings", 54), InlineData("/sources", 57)]
    public async Task Forth_and_back_shows_every_line_once(string path, int count)
    {
        using var caller = served.Caller();
        var first = await caller.GetStringAsync(path);
        var second = await caller.GetStringAsync(Way(first, "next")!);
        Assert.Equal(count, Records(first).Union(Records(second)).Count());
        Assert.Equal(50, Records(first).Count);
        Assert.Null(Way(first, "prev"));
        Assert.Null(Way(second, "next"));
        Assert.Equal(Records(first), Records(await caller.GetStringAsync(Way(second, "prev")!)));
    }

    [Fact]
    public async Task A_spreadsheet_holds_the_whole_list_as_narrowed()
    {
        using var caller = served.Caller();
        var all = (await caller.GetStringAsync("/agreements?format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var few = (await caller.GetStringAsync("/agreements?q=propulsion&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(56, all.Length);
        Assert.EndsWith("Title,Partners,Kind,Signed,In force,Ends,State,File number,Desk officer,Record", all[0]);
        Assert.All(few.Skip(1), line => Assert.Contains("propulsion", line));
        Assert.InRange(few.Length, 5, 20);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("+44 20", "'+44 20"), InlineData("-2", "'-2"), InlineData("@SUM(A1)", "'@SUM(A1)"), InlineData("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"), InlineData("a, b", "\"a, b\""),
     InlineData("a \"b\"", "\"a \"\"b\"\"\""), InlineData("2026-03-10", "2026-03-10"), InlineData("", ""), InlineData("\ttab", "'\ttab"), InlineData("two\nlines", "\"two\nlines\"")]
    public void A_cell_is_never_a_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Theory]
    [InlineData("/agreements?after=nonsense"), InlineData("/agreements?before=0198b5a0-0000-7000-8000-000000000000"), InlineData("/agreements?state=Nowhere&sort=nothing"), InlineData("/agreements?partner=zzz"), InlineData("/meetings?kind=%00%ff")]
    public async Task An_address_that_says_nothing_sensible_still_shows_a_list(string path)
    {
        using var caller = served.Caller();
        using var answer = await caller.GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private static string? Way(string page, string rel) => Ways().Matches(page).FirstOrDefault(m => m.Groups["rel"].Value == rel)?.Groups["to"].Value.Replace("&amp;", "&", StringComparison.Ordinal);

    private static List<string> Records(string page) => [.. Rows().Matches(page).Select(m => m.Groups["id"].Value)];

    [GeneratedRegex("href=\"(?<to>[^\"]+)\" rel=\"(?<rel>next|prev)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Ways();

    [GeneratedRegex("<td><a href=\"/[a-z]+/(?<id>[0-9a-f-]{36})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Rows();
}
