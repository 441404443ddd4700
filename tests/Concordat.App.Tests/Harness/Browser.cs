using Concordat.App.Tests.Harness;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]
// Pages are waited for more than computed.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace Concordat.App.Tests.Harness;

/// <summary>One Chromium for all tests: <c>CONCORDAT_CHROMIUM</c>, else Debian's; tests that need it are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _driver;
    private IBrowser? _chromium;

    private static string Program => Environment.GetEnvironmentVariable("CONCORDAT_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A fresh profile with one page; nothing is shared with another.</summary>
    /// <param name="address">Where relative addresses begin.</param>
    /// <param name="scale">Device dots per pixel: 2 and half the width is a zoom of 200 %.</param>
    public async Task<Tab> OpenAsync(string address, int width = 1400, bool script = true, float scale = 1)
    {
        if (!File.Exists(Program)) Assert.Skip($"No Chromium at {Program}: install Debian's chromium, or name one with CONCORDAT_CHROMIUM.");
        var chromium = await ChromiumAsync();
        var profile = await chromium.NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, DeviceScaleFactor = scale, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce,
        });
        profile.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return await Tab.OpenAsync(profile);
    }

    private async Task<IBrowser> ChromiumAsync()
    {
        await _once.WaitAsync();
        try
        {
            _driver ??= await Playwright.CreateAsync();
            return _chromium ??= await _driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Headless = true, Args = Switches });
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
