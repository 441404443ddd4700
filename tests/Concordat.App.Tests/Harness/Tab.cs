using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Concordat.App.Tests.Harness;

/// <summary>A page under watch: closing it fails the test when the content policy was broken, a script failed or a file was missing.</summary>
public sealed class Tab : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _profile;
    private readonly List<string> _faults = [];
    private readonly List<IResponse> _answers = [];

    private Tab(IBrowserContext profile, IPage page) => (_profile, Page) = (profile, page);

    public IPage Page { get; }

    /// <summary>What went wrong so far, one line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>For a test that breaks something on purpose.</summary>
    public void Forgive() => _faults.Clear();

    internal static async Task<Tab> OpenAsync(IBrowserContext profile)
    {
        var tab = new Tab(profile, await profile.NewPageAsync());
        await profile.ExposeFunctionAsync<string, bool>("policyBroken", report => { tab._faults.Add($"policy: {report}"); return true; });
        await profile.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => policyBroken(`${e.effectiveDirective} refused ${e.blockedURI} ${e.sample} at ${e.sourceFile}:${e.lineNumber}`));");
        tab.Watch(tab.Page);
        return tab;
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            // A page that was not found is asked for on purpose; a missing file is told by its answer.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) _faults.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add($"script: {error}");
        page.Response += (_, answer) =>
        {
            _answers.Add(answer);
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest) _faults.Add($"{answer.Status} for {answer.Url}");
        };
    }

    /// <summary>A second tab of the same person.</summary>
    public async Task<IPage> AnotherAsync()
    {
        var page = await _profile.NewPageAsync();
        Watch(page);
        return page;
    }

    public async Task ForgetCookiesAsync() => await _profile.ClearCookiesAsync();

    /// <summary>Goes there; the answer of the server, after redirects.</summary>
    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    public ILocator this[string selector] => Page.Locator(selector);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>What the page shows, as a person would read it.</summary>
    public async Task<string> MainAsync() => await Page.Locator("main").InnerTextAsync();

    /// <summary>Waits until the page stands at an address, in which ** and * are any letters; waiting for the navigation itself would miss one that was quicker.</summary>
    public Task ArriveAsync(string address, float most = 30_000) => ArriveAsync(Page, address, most);

    public static Task ArriveAsync(IPage page, string address, float most = 30_000) =>
        ArriveAsync(page, new Regex($"^{Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1)), most);

    public static async Task ArriveAsync(IPage page, Regex address, float most = 30_000)
    {
        await Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = most });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Registers an agreement by the short form, and stands on its page.</summary>
    public async Task RegisterAsync(string title, string partner = "Goldmark Naval Yard", string signed = "2020", string ends = "")
    {
        await GoAsync("/agreements/register");
        await Page.FillAsync("#title", title);
        await Page.FillAsync("#partner0", partner);
        await Page.FillAsync("#signed", signed);
        await Page.FillAsync("#ends", ends);
        await Page.PressAsync("#ends", "Enter");
        await ArriveAsync("**/agreements/*-*");
    }

    /// <summary>Pastes a text at the intake page and opens the desk.</summary>
    public async Task PasteAsync(string text, string outlet = "")
    {
        await GoAsync("/intake");
        await Page.FillAsync("#text", text);
        await Page.FillAsync("input[name=outlet]", outlet);
        await Button("Read it").ClickAsync();
        await ArriveAsync("**/intake/*-*");
    }

    /// <summary>Drops a file on the page, as from the desktop.</summary>
    public Task DropAsync(byte[] bytes, string name, string type) => Page.EvaluateAsync(
        """
        ({ base64, name, type }) => {
          const file = new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name, { type });
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(file);
          for (const event of ["dragenter", "dragover", "drop"]) document.querySelector("main").dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
        }
        """,
        new { base64 = Convert.ToBase64String(bytes), name, type });

    public async Task LookAsync(int width, ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 900);
        // As high as the page, so that what sticks to the edge lies over nothing.
        await Page.SetViewportSizeAsync(width, Math.Clamp(await Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 900, 8000));
    }

    /// <summary>No violation of WCAG 2.2 A or AA that a machine can tell, on the page as it stands.</summary>
    public async Task ShouldBeAccessibleAsync(string how = "")
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in globalThis")) await Page.EvaluateAsync(Axe);
        var found = await Page.EvaluateAsync<string[]>(
            """
            async tags => {
              const told = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
              if (!told.passes.length) return ["no rule ran"];
              return told.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`));
            }
            """, Rules);
        Assert.True(found.Length == 0, $"{how}\n{string.Join("\n", found)}");
    }

    /// <summary>The page itself never scrolls sideways; a wide table does, within its own frame.</summary>
    public async Task ShouldFitAsync()
    {
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const edge = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= edge) return [];
              const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > edge + 1 && !e.closest(".wide, .rail")).map(e => `${e.outerHTML.slice(0, 90)} ends at ${Math.round(e.getBoundingClientRect().right)} of ${edge}`);
              return out.length ? out : [`the page is ${document.documentElement.scrollWidth} wide of ${edge}`];
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
