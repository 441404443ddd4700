using Concordat.App.Tests.Shell;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Concordat.App.Tests.Shell;

/// <summary>One Chromium for all tests: <c>CONCORDAT_CHROMIUM</c>, else Debian's.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _driver;
    private IBrowser? _chromium;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh profile with one page; nothing is shared with another.</summary>
    /// <param name="address">Where relative addresses begin.</param>
    public async Task<Tab> OpenAsync(string address, int width = 1400, ColorScheme scheme = ColorScheme.Light, bool script = true, ForcedColors? forced = null, ReducedMotion? motion = null)
    {
        var chromium = await ChromiumAsync();
        var profile = await chromium.NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = script, ForcedColors = forced, ReducedMotion = motion, Locale = "en-GB",
        });
        profile.SetDefaultTimeout(15_000);
        return await Tab.OpenAsync(profile);
    }

    private async Task<IBrowser> ChromiumAsync()
    {
        await _once.WaitAsync();
        try
        {
            _driver ??= await Playwright.CreateAsync();
            return _chromium ??= await _driver.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CONCORDAT_CHROMIUM") ?? "/usr/bin/chromium", Headless = true, Args = Switches,
            });
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.CloseAsync();
        _driver?.Dispose();
        _once.Dispose();
    }
}
