using System.Diagnostics;
using Concordat.App.Tests.Commands;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>The description as two linters of others see it; they need Node, and npm's registry the first time.</summary>
public sealed class LintTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    private static readonly string[] Packages = ["@stoplight/spectral-cli@6.16.3", "@redocly/cli@2.77.0"];

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "concordat-api-lint");

    // Two checkouts may be tested at the same time.
    private static readonly string Described = $"openapi-{Environment.ProcessId}.json", Wrong = $"wrong-{Environment.ProcessId}.json";

    [Fact, Trait("speed", "slow")]
    public async Task Neither_spectral_nor_redocly_finds_anything_wrong()
    {
        if (!IsHere("node") || !IsHere("npm")) Assert.Skip("Node and npm are not installed here: the description was not linted.");
        Directory.CreateDirectory(Folder);
        using var api = new ApiCaller(served);
        await File.WriteAllTextAsync(Path.Combine(Folder, Described), await api.Client.GetStringAsync("/api/openapi.json"));
        await File.WriteAllTextAsync(Path.Combine(Folder, ".spectral.yaml"), "extends: [\"spectral:oas\"]\n");
        await File.WriteAllTextAsync(Path.Combine(Folder, "redocly.yaml"), "extends: [recommended]\ntelemetry: off\n");
        var (installed, why) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix", Folder, .. Packages]);
        if (installed != 0) Assert.Skip($"npm could not fetch {string.Join(" and ", Packages)}: the description was not linted.\n{why}");
        foreach (var (program, words) in new[] { ("spectral", (string[])["lint", Described, "--fail-severity", "warn"]), ("redocly", ["lint", Described, "--max-problems", "50"]) })
        {
            var (exit, said) = await RunAsync(Path.Combine(Folder, "node_modules", ".bin", program), words);
            Assert.True(exit == 0, $"{program} found:\n{said}");
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, Wrong), (await File.ReadAllTextAsync(Path.Combine(Folder, Described))).Replace("\"operationId\":\"getPerson\"", "\"operationId\":\"getBody\"", StringComparison.Ordinal));
        Assert.NotEqual(0, (await RunAsync(Path.Combine(Folder, "node_modules", ".bin", "spectral"), "lint", Wrong)).Exit);
        foreach (var file in (string[])[Described, Wrong]) File.Delete(Path.Combine(Folder, file));
    }

    private static bool IsHere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<(int Exit, string Said)> RunAsync(string program, params string[] words)
    {
        await using var run = Running.Start(Folder, new Dictionary<string, string?> { ["REDOCLY_TELEMETRY"] = "off", ["NO_UPDATE_NOTIFIER"] = "1", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true", ["npm_config_cache"] = Path.Combine(Folder, "cache") }, program, words);
        var (exit, said) = await run.EndAsync(TimeSpan.FromMinutes(5));
        return (exit, said + run.Error);
    }
}
