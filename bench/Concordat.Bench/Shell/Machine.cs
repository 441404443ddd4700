using System.Globalization;
using System.Runtime.InteropServices;

namespace Concordat.Bench.Shell;

/// <summary>What the figures were measured on, without names or paths.</summary>
internal static class Machine
{
    public static async Task DescribeAsync(Report report, Settings settings, string? postgres)
    {
        var sdk = (await Child.OutputAsync("dotnet", "--version")).Trim();
        var node = (await Child.OutputAsync("node", "--version")).Trim();
        report.Table(["", ""],
        [
            ["Measured", TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture)],
            ["Processor", $"{Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores"],
            ["Memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB"],
            ["System", $"{Line("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}, kernel {Environment.OSVersion.Version.ToString(2)}"],
            ["Disk", $"{new DriveInfo(settings.Work).DriveFormat}, a flushed write of 4 KiB takes {Figures.Ms(Flush(settings.Work))} ms (median of 200)"],
            [".NET", $"SDK {sdk}, runtime {Environment.Version}, Release"],
            ["SQLite", new Microsoft.Data.Sqlite.SqliteConnection().ServerVersion],
            ["PostgreSQL", postgres ?? "none on this machine"],
            ["Node", node.Length == 0 ? "none on this machine" : node],
            ["Other load at the start", Load() is { } load ? $"{load} runnable processes (one-minute average)" : "not known"],
        ]);
    }

    private static string? Line(string file, string name) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split([':', '='], 2)[1].Trim() : null;

    private static string? Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;

    /// <summary>Milliseconds that one small write takes until it is on disk: the floor of a durable save.</summary>
    private static double Flush(string folder)
    {
        var (path, times, bytes) = (Path.Combine(folder, "flush"), new List<double>(), new byte[4096]);
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            for (var i = 0; i < 200; i++)
            {
                var began = System.Diagnostics.Stopwatch.GetTimestamp();
                file.Write(bytes);
                file.Flush(flushToDisk: true);
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

        File.Delete(path);
        return Figures.Median(times);
    }
}
