using System.Net;

namespace Concordat.App.Tests.Commands;

/// <summary>The one program file, where there is neither an SDK nor a network.</summary>
public sealed class PublishTests : IDisposable
{
    private static readonly TimeSpan Build = TimeSpan.FromMinutes(10), Soon = TimeSpan.FromMinutes(4);

    private readonly Scratch _scratch = new();

    [Fact]
    [Trait("speed", "slow")]
    public async Task One_file_serves_its_first_page_without_SDK_network_or_home()
    {
        Assert.SkipWhen(CleanClone.Repository is null, "This is no git repository, so where its sources are is not known.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The network is taken away by unshare, which Linux has.");
        await using (var publish = Running.Concordat(_scratch.Folder, new Dictionary<string, string?> { ["CONCORDAT_SOURCES"] = CleanClone.Repository }, "publish", "my programs"))
        {
            var (exit, output) = await publish.EndAsync(Build);
            Assert.True(exit == 0, publish.Error);
            Assert.StartsWith(_scratch["my programs/concordat"], output);
        }

        Assert.Equal(["concordat"], Directory.GetFileSystemEntries(_scratch["my programs"]).Select(Path.GetFileName));
        Directory.CreateDirectory(_scratch["empty"]);
        File.Move(_scratch["my programs/concordat"], _scratch["empty/concordat"]);
        await ToolsAsync();
        await PagesAsync();
        await CommandsAsync();
    }

    /// <summary>The few programs that the test itself needs: where they are found there may be an SDK too.</summary>
    private async Task ToolsAsync()
    {
        Directory.CreateDirectory(_scratch["bin"]);
        await using var run = Running.Start(_scratch["bin"], null, "/bin/bash", "-c", "for p in bash seq sleep grep head cat ip; do q=$(command -v $p) && ln -s \"$q\" $p; done; ! command -v ./dotnet");
        Assert.Equal(0, (await run.EndAsync(Soon)).Exit);
    }

    /// <summary>A shell in a network of its own, which reaches nobody, asks for pages through bash's own sockets.</summary>
    private async Task PagesAsync()
    {
        const string script = """
            set -e
            ip link set lo up 2>/dev/null || true
            ./concordat demo --data data --port 5080 >address 2>log &
            served=$!
            for i in $(seq 1800); do [ -s address ] && break; sleep 0.1; done
            ask() { exec 3<>/dev/tcp/127.0.0.1/5080; printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3; cat <&3; exec 3>&-; }
            ask / >today; ask /agreements >agreements
            ask "$(grep -ao '/assets/concordat.css?v=[0-9a-f]*' today | head -1)" >css
            ask "$(grep -ao '/assets/app.js?v=[0-9a-f]*' today | head -1)" >js
            kill $served; wait $served
            """;
        var isolated = await CanUnshareAsync();
        string[] words = isolated ? ["-rn", "bash", "-c", script] : ["bash", "-c", script];
        await using var run = Running.Start(_scratch["empty"], Bare, isolated ? "/usr/bin/unshare" : "/usr/bin/env", words);
        var (exit, _) = await run.EndAsync(Soon);
        var log = File.Exists(_scratch["empty/log"]) ? await File.ReadAllTextAsync(_scratch["empty/log"]) : "";
        Assert.True(exit == 0, $"{exit}: {run.Error}\n{log}");
        foreach (var (file, holds) in new[] { ("today", "<h1"), ("agreements", "Letter of Intent"), ("css", "text/css"), ("js", "text/javascript") })
        {
            var answer = await File.ReadAllTextAsync(_scratch["empty/" + file]);
            Assert.StartsWith("HTTP/1.1 200", answer);
            Assert.Contains(holds, answer);
        }

        // Everything is where it was told to be: nothing was unpacked beside it or into a home.
        Assert.Equal(["address", "agreements", "concordat", "css", "data", "js", "log", "today"], Directory.GetFileSystemEntries(_scratch["empty"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task CommandsAsync()
    {
        foreach (var words in new[] { new[] { "verify", "--data", "data" }, ["backup", "b", "--data", "data"], ["restore", "b", "--data", "again"] })
        {
            await using var run = Running.Start(_scratch["empty"], Bare, _scratch["empty/concordat"], words);
            var (exit, _) = await run.EndAsync(Soon);
            Assert.True(exit == 0, run.Error);
        }

        await using var publish = Running.Start(_scratch["empty"], Bare, _scratch["empty/concordat"], "publish", "x");
        Assert.Equal(1, (await publish.EndAsync(Soon)).Exit);
        Assert.Contains("(publish.no-sources)", publish.Error);
    }

    private async Task<bool> CanUnshareAsync()
    {
        if (!File.Exists("/usr/bin/unshare")) return false;
        await using var run = Running.Start(_scratch.Folder, null, "/usr/bin/unshare", "-rn", "ip", "link", "set", "lo", "up");
        return (await run.EndAsync(Soon)).Exit == 0;
    }

    /// <summary>No variable but a path without any SDK; proxies that lead nowhere, where the network cannot be taken away.</summary>
    private Dictionary<string, string?> Bare
    {
        get
        {
            var bare = Environment.GetEnvironmentVariables().Keys.Cast<string>().ToDictionary(n => n, _ => (string?)null);
            (bare["PATH"], bare["HTTP_PROXY"], bare["HTTPS_PROXY"]) = (_scratch["bin"], "http://127.0.0.1:9", "http://127.0.0.1:9");
            return bare;
        }
    }

    public void Dispose() => _scratch.Dispose();
}
