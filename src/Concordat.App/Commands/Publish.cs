using System.Diagnostics;

namespace Concordat.App.Commands;

/// <summary>Makes of the sources one program that needs neither them nor an SDK.</summary>
internal static class Publish
{
    private static readonly Option Runtime = new("--runtime", "RID", "the platform to make it for, as linux-x64, linux-arm64, osx-arm64 or win-x64; this one unless named");

    public static readonly Command Command = new("publish", "Make one program file that runs without an SDK.", RunAsync)
    {
        Operands = "DIR",
        Options = [Runtime],
    };

    // The launcher says where the sources and the SDK are; a published program has neither.
    private static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken stop)
    {
        if (Environment.GetEnvironmentVariable("CONCORDAT_SOURCES") is not { Length: > 0 } sources) return terminal.Refuse(CommandRefusals.NoSources);
        var runtime = arguments.Value(Runtime.Name) ?? Here;
        var (folder, drafts) = (Path.GetFullPath(arguments.Operands[0]), Path.Combine(sources, "artifacts", "publish"));
        var draft = Path.Combine(drafts, $"{runtime}.{Environment.ProcessId}");
        try
        {
            await terminal.Error.WriteAsync($"Building for {runtime} … ");
            var clock = Stopwatch.StartNew();
            if (await BuildAsync(sources, draft, runtime, stop) is { Length: > 0 } log) return Failed(log, terminal);
            await terminal.Error.WriteLineAsync($"{clock.Elapsed.TotalSeconds:0} s");
            var made = Move(draft, folder, runtime);
            await terminal.Out.WriteLineAsync($"{made}: {new FileInfo(made).Length / 1_000_000:N0} MB");
            return Exit.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(CommandRefusals.NotPublished(folder, error.Message));
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private static string Here => (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <summary>All that the build said when it failed; nothing when it did not.</summary>
    private static async Task<string> BuildAsync(string sources, string draft, string runtime, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("CONCORDAT_DOTNET") is { Length: > 0 } sdk ? sdk : "dotnet",
        [
            "publish", "src/Concordat.App/Concordat.App.csproj", "-c", "Release", "-r", runtime, "--self-contained", "-o", draft, "--artifacts-path", "artifacts/build-publish",
            "--disable-build-servers", "--nologo", "-p:ConcordatSingle=true", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false",
        ]) { WorkingDirectory = sources, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["CONCORDAT_LOCKS"] = Path.Combine(sources, "artifacts", "build-publish", "locks");
        start.Environment.Remove("CONCORDAT_LOCKED");
        using var build = Process.Start(start)!;
        build.StandardInput.Close();
        var (said, wrong) = (build.StandardOutput.ReadToEndAsync(stop), build.StandardError.ReadToEndAsync(stop));
        try
        {
            await build.WaitForExitAsync(stop);
            return build.ExitCode == 0 ? "" : await said + await wrong;
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static int Failed(string log, Terminal terminal)
    {
        terminal.Error.WriteLine("failed.");
        foreach (var line in log.Split('\n').TakeLast(30)) terminal.Error.WriteLine(line);
        return terminal.Refuse(CommandRefusals.PublishFailed);
    }

    /// <summary>The one file, in place of an earlier one: a program that runs keeps its own.</summary>
    private static string Move(string draft, string folder, string runtime)
    {
        var suffix = runtime.StartsWith("win", StringComparison.Ordinal) ? ".exe" : "";
        Directory.CreateDirectory(folder);
        var (made, beside) = (Path.Combine(folder, "concordat" + suffix), Path.Combine(folder, $".concordat.{Environment.ProcessId}"));
        File.Move(Path.Combine(draft, "Concordat.App" + suffix), beside, overwrite: true);
        File.Move(beside, made, overwrite: true);
        return made;
    }
}
