using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Shell;

/// <summary>What is sent, and how.</summary>
public sealed class SentTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    [Fact]
    public async Task The_script_is_at_most_eight_thousand_bytes()
    {
        using var caller = served.Caller();
        Assert.InRange((await caller.GetByteArrayAsync("/assets/app.js")).Length, 1_000, 8_000);
    }

    [Theory]
    [InlineData("/agreements", 8_000), InlineData("/assets/concordat.css", 6_000), InlineData("/assets/app.js", 3_000)]
    public async Task What_is_text_goes_compressed(string path, int most)
    {
        using var caller = served.Caller();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await caller.SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, most);
    }

    [Fact]
    public async Task No_page_holds_style_or_script_of_its_own()
    {
        using var caller = served.Caller();
        foreach (var path in new[] { "/", "/agreements", "/agreements/register", "/gallery", "/intake/{waiting}", "/agreements/{disputed}", "/agreements/{disputed}/edit" })
        {
            var page = await caller.GetStringAsync(served.Path(path));
            Assert.DoesNotMatch("(?i) style=|<style| on[a-z]+=|<script(?! src=)|importmap|blazor", page);
        }
    }
}
