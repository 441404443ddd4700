using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Concordat.App.Tests.Commands;

/// <summary>A program started as a person would start it; ended when the test is, by its own id.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private Running(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => { if (line.Data is null) _lines.Writer.TryComplete(); else _lines.Writer.TryWrite(line.Data); };
        _process.ErrorDataReceived += (_, line) => { lock (_said) _said.AppendLine(line.Data); };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
    }

    /// <summary>All that it wrote to its error stream so far.</summary>
    public string Error { get { lock (_said) return _said.ToString(); } }

    public int Id => _process.Id;

    /// <summary>The built executable, beside the tests.</summary>
    public static Running Concordat(string folder, IReadOnlyDictionary<string, string?>? environment, params string[] words) =>
        Start(folder, environment, "dotnet", [Path.Combine(AppContext.BaseDirectory, "Concordat.App.dll"), .. words]);

    /// <param name="environment">Laid over the test's own; null takes a variable away.</param>
    public static Running Start(string folder, IReadOnlyDictionary<string, string?>? environment, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        return new Running(start);
    }

    /// <summary>The next line that it writes; fails with all it said when it ends, or the time is over, without one.</summary>
    public async Task<string> LineAsync(TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        try
        {
            return await _lines.Reader.ReadAsync(late.Token);
        }
        catch (Exception error) when (error is ChannelClosedException or OperationCanceledException)
        {
            throw new Xunit.Sdk.XunitException($"No line within {within}. It said:\n{Error}", error);
        }
    }

    /// <summary>The lines not read yet, once it has ended, and its exit code.</summary>
    public async Task<(int Exit, string Out)> EndAsync(TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(late.Token);
        var lines = new List<string>();
        await foreach (var line in _lines.Reader.ReadAllAsync(late.Token)) lines.Add(line);
        return (_process.ExitCode, string.Join('\n', lines));
    }

    /// <summary>Asks it to end, as Ctrl+C or a service manager does.</summary>
    public async Task AskToEndAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        // With what it started: a launcher that still builds has a compiler below it.
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
