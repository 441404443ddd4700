using System.Diagnostics;

namespace Concordat.Bench.Shell;

/// <summary>A process of ours: its first line of output that begins with http is its address.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public string Address { get; private set; } = "";

    /// <summary>Resident memory now, in bytes.</summary>
    public long Memory()
    {
        if (!OperatingSystem.IsLinux()) { _process.Refresh(); return _process.WorkingSet64; }
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    public static Child Start(string file, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in words) start.ArgumentList.Add(word);
        // As an operator's shell would start it.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("DOTNET_", StringComparison.Ordinal) && k is not ("DOTNET_ROOT" or "DOTNET_CLI_HOME")).ToList()) start.Environment.Remove(name);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Starts a server and waits until it names its address.</summary>
    public static async Task<Child> ServeAsync(string file, params IEnumerable<string> words)
    {
        var child = Start(file, words);
        while (await child._process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("http", StringComparison.Ordinal)) 
            {
                child.Address = line.Trim();
                // A pipe that nobody empties would stop the server when it is full.
                _ = child._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return child;
            }

        throw new InvalidOperationException($"{file} {string.Join(' ', words)} ended without an address.");
    }

    /// <summary>All that it writes; empty when it fails.</summary>
    public static async Task<string> OutputAsync(string file, params IEnumerable<string> words)
    {
        try
        {
            await using var child = Start(file, words);
            var text = await child._process.StandardOutput.ReadToEndAsync();
            await child._process.WaitForExitAsync();
            return child._process.ExitCode == 0 ? text : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
