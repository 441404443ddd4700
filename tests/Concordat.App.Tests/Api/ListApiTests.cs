using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

public sealed partial class ListApiTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private readonly ApiCaller _api = new(served);

    [Theory]
    [InlineData("agreements"), InlineData("organisations"), InlineData("people"), InlineData("bodies"), InlineData("meetings"), InlineData("sources"), InlineData("correspondence")]
    public async Task A_list_has_the_rows_of_its_page_in_the_same_order(string list)
    {
        var page = await _api.Client.GetStringAsync("/" + list);
        var onPage = Row().Matches(page).Select(m => m.Groups["id"].Value).Distinct().ToList();
        var items = (await _api.GetAsync("/api/" + list))["items"]!.AsArray();
        Assert.Equal(50, items.Count);
        Assert.Equal(onPage, items.Select(i => (string)i!["id"]!));
        Assert.All(items, i => Assert.Contains(WebUtility.HtmlEncode((string)i!["title"]!).Split('&')[0], page, StringComparison.Ordinal));
    }

    [GeneratedRegex("<tr><td><a href=\"/[a-z]+/(?<id>[0-9a-f-]{36})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [Fact]
    public async Task Following_next_meets_every_record_once_and_prev_leads_back()
    {
        var (seen, pages, at) = (new List<string>(), new List<string>(), "/api/agreements?take=7");
        while (at is not null)
        {
            var answer = await _api.SendAsync("GET", at, (JsonNode?)null);
            seen.AddRange(answer.Body["items"]!.AsArray().Select(i => (string)i!["id"]!));
            pages.Add(at);
            var next = (string?)answer.Body["links"]!["next"];
            Assert.Equal(next is not null, answer.Link!.Contains($"<{next}>; rel=\"next\"", StringComparison.Ordinal) && next is not null);
            at = next;
        }

        Assert.Equal(55, seen.Count);
        Assert.Equal(55, seen.Distinct().Count());
        var last = await _api.GetAsync(pages[^1]);
        var before = await _api.GetAsync((string)last["links"]!["prev"]!);
        Assert.Equal(seen[^(last["items"]!.AsArray().Count + 1)], (string)before["items"]!.AsArray()[^1]!["id"]!);
    }

    [Fact]
    public async Task The_filters_and_orders_of_the_page_narrow_and_order_here_too()
    {
        var all = (await _api.GetAsync("/api/agreements?take=200"))["items"]!.AsArray();
        var doubtful = (await _api.GetAsync("/api/agreements?state=ToBeConfirmed&take=200"))["items"]!.AsArray();
        Assert.InRange(doubtful.Count, 1, all.Count - 1);
        Assert.All(doubtful, e => Assert.Equal("To be confirmed", (string)e!["columns"]!["State"]!));
        var officer = (await _api.GetAsync("/api/agreements?officer=A.%20Lind&q=water&take=200"))["items"]!.AsArray();
        Assert.NotEmpty(officer);
        Assert.All(officer, o => Assert.Equal("A. Lind", (string)o!["columns"]!["Desk officer"]!));
        var signed = (await _api.GetAsync("/api/agreements?sort=signed&values=true&take=200"))["items"]!.AsArray().Select(s => (string)s!["values"]!["signed"]!).ToList();
        Assert.Equal(signed.OrderDescending(StringComparer.Ordinal), signed);
        Assert.All((await _api.GetAsync("/api/organisations?country=NZ"))["items"]!.AsArray(), o => Assert.Equal("New Zealand", (string)o!["columns"]!["Country"]!));
    }

    [Fact]
    public async Task Values_come_with_the_list_when_they_are_asked_for()
    {
        Assert.Null((await _api.GetAsync("/api/people?take=1"))["items"]![0]!["values"]);
        var whole = (await _api.GetAsync("/api/people?take=1&values=true"))["items"]![0]!;
        Assert.StartsWith("Ilse Marrow", (string)whole["values"]!["name"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)whole["version"]!);
    }

    [Fact]
    public async Task Every_filter_that_a_page_offers_is_taken_here()
    {
        var tried = 0;
        foreach (var list in (string[])["agreements", "organisations", "people", "bodies", "meetings", "sources", "correspondence"])
        {
            var first = await OfferedAsync("/" + list);
            var offered = new HashSet<string>(first);
            foreach (var facet in first.Where(q => q.StartsWith("open=", StringComparison.Ordinal))) offered.UnionWith(await OfferedAsync($"/{list}?{facet}"));
            foreach (var query in offered.Where(q => !Manner().IsMatch(q)))
            {
                var answer = await _api.SendAsync("GET", $"/api/{list}?{query}", (JsonNode?)null);
                Assert.True(answer.Status == 200, $"{list}?{query}: {answer.Text}");
                tried++;
            }
        }

        Assert.True(tried > 20, $"only {tried} filters were found on the pages");
    }

    [Theory, InlineData("2020-01-01", 200, null), InlineData("2999-01-01", 422, "past.not-past")]
    public async Task A_list_is_given_as_it_was_known_on_a_day(string day, int status, string? code)
    {
        var answer = await _api.SendAsync("GET", "/api/agreements?known=" + day, (JsonNode?)null);
        Assert.Equal(status, answer.Status);
        if (code is null) Assert.Empty((await _api.GetAsync("/api/agreements?known=" + day))["items"]!.AsArray());
        else Assert.Equal(code, answer.Code);
    }

    private async Task<IEnumerable<string>> OfferedAsync(string path) => Offer().Matches(await _api.Client.GetStringAsync(path)).Select(m => WebUtility.HtmlDecode(m.Groups["query"].Value));

    [GeneratedRegex("(^|&)(format|open|tick|columns)=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Manner();

    [GeneratedRegex("href=\"(?:/[a-z]+)?\\?(?<query>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Offer();

    [Theory]
    [InlineData("stat=Ended"), InlineData("state=doubtful!"), InlineData("take=0"), InlineData("take=201"), InlineData("take=ten"), InlineData("after=here"), InlineData("take=5&take=6"), InlineData("colour=red")]
    public async Task A_parameter_that_is_not_known_is_refused_rather_than_passed_over(string query)
    {
        var answer = await _api.SendAsync("GET", "/api/agreements?" + query, (JsonNode?)null);
        Assert.Equal((400, "request.wrong-parameter"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_page_that_begins_at_a_record_no_longer_listed_says_so()
    {
        var answer = await _api.SendAsync("GET", "/api/agreements?after=01a20527-a989-7000-b17b-699424501979", (JsonNode?)null);
        Assert.Equal((410, "list.place-gone"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_is_held_already_is_not_sent_again()
    {
        var first = await _api.SendAsync("GET", "/api/bodies?take=3", (JsonNode?)null);
        var second = await _api.SendAsync("GET", "/api/bodies?take=3", (JsonNode?)null, $"If-None-Match: {first.Tag}");
        Assert.Equal((304, "", first.Tag), (second.Status, second.Text, second.Tag));
        Assert.Equal(200, (await _api.SendAsync("GET", "/api/bodies?take=4", (JsonNode?)null, $"If-None-Match: {first.Tag}")).Status);
    }

    [Theory]
    [InlineData("/api/agreements?take=200", 3), InlineData("/api/agreements?values=true", 4), InlineData("/api/meetings", 3), InlineData("/api/agreements/{disputed}", 1), InlineData("/api/agreements/{disputed}/history", 2), InlineData("/api/agreements/{disputed}/shown", 6), InlineData("/api/changes?take=1000", 3), InlineData("/api/changes?after=1&take=5", 4), InlineData("/api/same", 3), InlineData("/api/today?officer=A.%20Lind", 9), InlineData("/api/hand-over?from=A.%20Lind", 10), InlineData("/api/officers", 1), InlineData("/api/absences", 1), InlineData("/api/imports", 1), InlineData("/api/mappings", 1), InlineData("/api/clean-up", 5), InlineData("/api/countries", 1), InlineData("/api/countries/NZ", 7), InlineData("/api/correspondence/templates", 0), InlineData("/api/correspondence/draft?template=invitation&about={meeting}", 10)]
    public async Task An_answer_asks_few_statements(string path, int most) => Assert.InRange(await served.StatementsAsync(served.Path(path)), Math.Min(1, most), most);
}
