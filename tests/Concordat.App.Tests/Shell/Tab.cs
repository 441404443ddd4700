using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Shell;

/// <summary>A page under watch: closing it fails the test when the content policy was broken, a script failed or a file was missing.</summary>
public sealed class Tab : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private readonly IBrowserContext _profile;
    private readonly List<string> _faults = [];
    private readonly List<IResponse> _answers = [];

    private Tab(IBrowserContext profile, IPage page) => (_profile, Page) = (profile, page);

    public IPage Page { get; }

    /// <summary>What went wrong so far, one line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    internal static async Task<Tab> OpenAsync(IBrowserContext profile)
    {
        var tab = new Tab(profile, await profile.NewPageAsync());
        await profile.ExposeFunctionAsync<string, bool>("policyBroken", report => { tab._faults.Add($"policy: {report}"); return true; });
        await profile.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => policyBroken(`${e.effectiveDirective} refused ${e.blockedURI} ${e.sample} at ${e.sourceFile}:${e.lineNumber}`));");
        tab.Page.Console += (_, message) =>
        {
            // A page that was not found is asked for on purpose; a missing file is told by its answer.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) tab._faults.Add($"console: {message.Text}");
        };
        tab.Page.PageError += (_, error) => tab._faults.Add($"script: {error}");
        tab.Page.Response += (_, answer) =>
        {
            tab._answers.Add(answer);
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest) tab._faults.Add($"{answer.Status} for {answer.Url}");
        };
        return tab;
    }

    /// <summary>Goes there; the answer of the server, after redirects.</summary>
    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>No violation of WCAG 2.2 A or AA that a machine can tell, on the page as it stands.</summary>
    public async Task ShouldBeAccessibleAsync()
    {
        var found = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        Assert.True(found.Passes.Length > 8, "the rules did not run");
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html} {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"))));
    }

    /// <summary>The page itself never scrolls sideways; a wide table does, within its own frame.</summary>
    public async Task ShouldFitAsync()
    {
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const edge = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= edge) return [];
              return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > edge + 1 && !e.closest(".wide, .rail")).map(e => `${e.outerHTML.slice(0, 90)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${edge}`);
            }
            """);
        Assert.Empty(wide);
    }

    /// <summary>Bytes over the wire since the page was opened, heads included.</summary>
    public async Task<long> BytesAsync()
    {
        var sum = 0L;
        foreach (var answer in _answers.ToList())
        {
            var sizes = await answer.Request.SizesAsync();
            sum += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return sum;
    }

    /// <summary>A picture of the whole page, kept when <c>CONCORDAT_SHOTS</c> names a folder.</summary>
    public async Task ShootAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CONCORDAT_SHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _profile.CloseAsync();
        Assert.True(_faults.Count == 0, string.Join("\n", _faults));
    }
}
