using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Shell;

public sealed class HeadersTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    [Theory]
    [InlineData("/"), InlineData("/agreements/register"), InlineData("/no/such/page"), InlineData("/agreements?format=csv"), InlineData("/assets/app.js")]
    public async Task Every_answer_is_bound_to_this_site(string path)
    {
        using var caller = served.Caller();
        using var answer = await caller.GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("blazor-enhanced-nav"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_are_not_kept_by_browsers_and_files_are()
    {
        using var caller = served.Caller();
        using var page = await caller.GetAsync("/agreements/register");
        using var file = await caller.GetAsync("/assets/app.js");
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.True(file.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Ordinary_pages_log_nothing()
    {
        using var caller = served.Caller();
        foreach (var path in new[] { "/", "/agreements/register", "/intake", "/agreements?format=csv" }) await caller.GetStringAsync(path);
        Assert.Empty(served.Log.Lines);
    }

    [Theory]
    [InlineData("/agreements/0198b5a0-0000-7000-8000-000000000000"), InlineData("/people/0198b5a0-0000-7000-8000-000000000000/edit"), InlineData("/intake/0198b5a0-0000-7000-8000-000000000000"),
     InlineData("/sources/0198b5a0-0000-7000-8000-000000000000/file"), InlineData("/agreements/not-an-id"), InlineData("/bodies/{agreement}"), InlineData("/agreements/{agreement}/history/99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var caller = served.Caller();
        using var answer = await caller.GetAsync(served.Path(path));
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("not-found</code>", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("DELETE", "/agreements"), InlineData("PUT", "/intake/text"), InlineData("GET", "/intake/text"), InlineData("POST", "/agreements")]
    public async Task A_wrong_method_does_nothing(string method, string path)
    {
        using var caller = served.Caller();
        using var answer = await caller.SendAsync(new(new(method), path));
        Assert.InRange((int)answer.StatusCode, 404, 405);
    }
}
