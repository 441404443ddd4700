namespace Concordat.App.Tests.Commands;

/// <summary>The launcher with an SDK that only pretends: it notes each build and says with what it was run.</summary>
public sealed class LauncherTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly Scratch _scratch = new();

    public LauncherTests()
    {
        var launcher = Path.Combine(Root(), "concordat");
        foreach (var folder in new[] { "repo/src/App/obj", "repo/samples", "bin", "home" }) Directory.CreateDirectory(_scratch[folder]);
        File.Copy(launcher, _scratch["repo/concordat"]);
        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "src/App/Program.cs" }) File.WriteAllText(_scratch["repo/" + file], file);
        File.WriteAllText(_scratch["bin/dotnet"], """
            #!/bin/bash
            case $1 in
            --list-sdks) echo "${FAKE_SDK:-10.0.401} [/sdk]" ;;
            publish)
              echo "$HOME" >>"$FAKE_LOG"
              sleep "${FAKE_SLEEP:-0}"
              [ -z "${FAKE_FAIL:-}" ] || { echo "error CS9999: no such thing"; exit 1; }
              while [ "$1" != -o ]; do shift; done
              mkdir -p "$2" && : >"$2/Concordat.App.dll" ;;
            *) echo "run with ${*:2}" ;;
            esac
            """.Replace("\r", ""));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_scratch["bin/dotnet"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private int Builds => File.Exists(_scratch["builds"]) ? File.ReadAllLines(_scratch["builds"]).Length : 0;

    [Fact]
    public async Task It_builds_once_and_hands_the_words_on()
    {
        Assert.Equal((0, "run with read a b"), await LaunchAsync([], "read", "a b"));
        Assert.Equal((0, "run with version"), await LaunchAsync([], "version"));
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task A_changed_source_is_built_and_a_changed_output_is_not()
    {
        await LaunchAsync([]);
        await File.WriteAllTextAsync(_scratch["repo/src/App/obj/made.cs"], "made");
        await LaunchAsync([]);
        Assert.Equal(1, Builds);
        await File.WriteAllTextAsync(_scratch["repo/src/App/Program.cs"], "changed");
        await LaunchAsync([]);
        Assert.Equal(2, Builds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_starts_at_once_build_once(bool flock)
    {
        var path = flock ? null : await WithoutFlockAsync();
        var settings = new Dictionary<string, string?> { ["FAKE_SLEEP"] = "1" };
        if (path is not null) settings["PATH"] = path;
        var ends = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => LaunchAsync(settings, $"{i}")));
        Assert.Equal([(0, "run with 0"), (0, "run with 1"), (0, "run with 2")], ends);
        Assert.Equal(1, Builds);
        Assert.False(Directory.Exists(_scratch["repo/artifacts/build.lock.d"]));
    }

    [Fact]
    public async Task A_lock_whose_holder_died_holds_nobody_up()
    {
        Directory.CreateDirectory(_scratch["repo/artifacts/build.lock.d"]);
        await File.WriteAllTextAsync(_scratch["repo/artifacts/build.lock.d/pid"], "99999999\n");
        Assert.Equal(0, (await LaunchAsync(new() { ["PATH"] = await WithoutFlockAsync() })).Exit);
    }

    [Fact]
    public async Task Without_a_home_the_build_gets_one_of_its_own()
    {
        Assert.Equal(0, (await LaunchAsync(new() { ["HOME"] = null })).Exit);
        Assert.Equal(_scratch["repo/artifacts/home"], (await File.ReadAllTextAsync(_scratch["builds"])).Trim());
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_left_alone()
    {
        await File.WriteAllTextAsync(_scratch["file"], "");
        Assert.Equal(0, (await LaunchAsync(new() { ["HOME"] = _scratch["file/home"] })).Exit);
        Assert.Equal(_scratch["repo/artifacts/home"], (await File.ReadAllTextAsync(_scratch["builds"])).Trim());
    }

    [Fact]
    public async Task An_old_SDK_is_named_with_the_one_that_is_needed()
    {
        await using var run = Start(new() { ["FAKE_SDK"] = "8.0.404" });
        Assert.Equal((1, ""), await run.EndAsync(Soon));
        Assert.Contains("8.0.404", run.Error);
        Assert.Contains("10.0.100 or later", run.Error);
        Assert.Contains("(launch.no-sdk)", run.Error);
    }

    [Fact]
    public async Task A_failed_build_shows_its_log_and_leaves_nothing_to_run()
    {
        await using var run = Start(new() { ["FAKE_FAIL"] = "1" });
        Assert.Equal((1, ""), await run.EndAsync(Soon));
        Assert.Contains("error CS9999: no such thing", run.Error);
        Assert.Contains("(launch.build-failed)", run.Error);
        Assert.Empty(Directory.GetDirectories(_scratch["repo/artifacts"], "app-*"));
    }

    private async Task<(int Exit, string Out)> LaunchAsync(Dictionary<string, string?> settings, params string[] words)
    {
        await using var run = Start(settings, words);
        return await run.EndAsync(Soon);
    }

    private Running Start(Dictionary<string, string?> settings, params string[] words)
    {
        var environment = new Dictionary<string, string?>
        {
            ["PATH"] = $"{_scratch["bin"]}:{Environment.GetEnvironmentVariable("PATH")}", ["HOME"] = _scratch["home"], ["FAKE_LOG"] = _scratch["builds"],
            ["FAKE_SDK"] = null, ["FAKE_FAIL"] = null, ["FAKE_SLEEP"] = null,
        };
        foreach (var (name, value) in settings) environment[name] = value;
        return Running.Start(_scratch.Folder, environment, "/bin/bash", [_scratch["repo/concordat"], .. words]);
    }

    /// <summary>A PATH as on macOS, where there is no flock.</summary>
    private async Task<string> WithoutFlockAsync()
    {
        await using var which = Running.Start(_scratch.Folder, null, "/bin/bash", "-c",
            $"for p in bash dirname find ls sort tr xargs sha256sum cut grep mkdir cat rm mv tail sleep; do ln -s \"$(command -v $p)\" '{_scratch["bin"]}/'$p; done");
        Assert.Equal(0, (await which.EndAsync(Soon)).Exit);
        return _scratch["bin"];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Concordat.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    public void Dispose() => _scratch.Dispose();
}
