using System.Diagnostics;
using System.Text;

namespace Concordat.Sources.Extraction.Machine;

/// <summary>Runs a program without a shell, for a limited time and a limited output.</summary>
internal static class Tool
{
    /// <returns>What it wrote; null where it failed, took too long or wrote too much. It does not run on.</returns>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan time, int most, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        // One core per picture: the server has other work.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(time);
        using var process = Start(start);
        if (process is null) return null;
        try
        {
            process.StandardInput.Close();
            var errors = DrainAsync(process.StandardError, int.MaxValue, late.Token);
            var output = await DrainAsync(process.StandardOutput, most, late.Token);
            await Task.WhenAll(errors, process.WaitForExitAsync(late.Token));
            return process.ExitCode == 0 ? output : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested)) { return null; }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try { return Process.Start(start); }
        // There, but not allowed to run, or made for another machine.
        catch (System.ComponentModel.Win32Exception) { return null; }
    }

    private static async Task<string> DrainAsync(StreamReader reader, int most, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new char[8192];
        for (int read; (read = await reader.ReadAsync(buffer, stop)) > 0;)
        {
            if (most != int.MaxValue) text.Append(buffer, 0, read);
            if (text.Length > most) throw new InvalidDataException("The program wrote too much.");
        }
        return text.ToString();
    }
}
