using System.Diagnostics;

namespace Concordat.Tests.Storage;

/// <summary>A process that saves without pause; what it was told is saved is kept line by line.</summary>
internal sealed class HammerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _lines = new(0);

    private HammerProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    /// <summary>Acknowledged commits by register: number, and versions by record.</summary>
    private readonly List<(int Register, long Seq, Dictionary<Guid, int> Versions)> _saved = [];

    public IEnumerable<(long Seq, Dictionary<Guid, int> Versions)> Saved => SavedIn(0);

    public (long Seq, Dictionary<Guid, int> Versions)[] SavedIn(int register)
    {
        lock (_saved) return [.. _saved.Where(s => s.Register == register).Select(s => (s.Seq, s.Versions))];
    }

    private readonly HashSet<string> _under = [];

    /// <summary>Once it has ended: saves that had begun and of which it was told no end.</summary>
    public int Under => _under.Count;

    public List<string> Other { get; } = [];

    public int ExitCode => _process.ExitCode;

    public static HammerProcess StartKilled(IReadOnlyList<Concordat.Storage.StorePlace> places, int seed) => Start(places[0], seed, 2, 1_000_000, "killed", null, places.Skip(1));

    /// <param name="shell">Runs it through this shell line, in which "$@" is the program; null starts it directly.</param>
    public static HammerProcess Start(Concordat.Storage.StorePlace place, int seed, int writers, int saves, string mode = "saves", string? shell = null, IEnumerable<Concordat.Storage.StorePlace>? others = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Concordat.Tests", "Concordat.Hammer", StringComparison.Ordinal), "Concordat.Hammer");
        string[] arguments = [place.Folder, $"{seed}", $"{writers}", $"{saves}", mode, place.Postgres ?? "-", .. (others ?? []).SelectMany(p => new[] { p.Folder, p.Postgres ?? "-" })];
        var start = shell is null ? new ProcessStartInfo(program, arguments) : new ProcessStartInfo("/bin/bash", ["-c", shell, "bash", program, .. arguments]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, true, false);
        start.Environment["CONCORDAT_WAIT"] = $"{place.Wait.TotalSeconds:F0}";
        // The runtime keeps code in a file of its own, which a limit on the size of files would stop first.
        if (shell is not null) start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new(Process.Start(start)!);
    }

    private async Task ReadAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line that was cut by a kill has no end mark.
            if (!line.EndsWith(" ;", StringComparison.Ordinal)) { Other.Add(line); continue; }
            var words = line.Split(' ');
            if (words[0] == "ready") { _ready.TrySetResult(); continue; }
            if (words[0] == "begin") { _under.Add(words[1]); continue; }
            if (words[0] == "end") { _under.Remove(words[1]); continue; }
            var (register, number) = words[0].Split('/') is [var at, var rest] ? (int.Parse(at, System.Globalization.CultureInfo.InvariantCulture), rest) : (0, words[0]);
            if (long.TryParse(number, out var seq)) lock (_saved) _saved.Add((register, seq, words[1..^1].Select(w => w.Split(':')).ToDictionary(w => Guid.Parse(w[0]), w => int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture))));
            if (_ready.Task.IsCompleted) _lines.Release();
        }

        if (await errors is { Length: > 0 } said) Other.Add(said);
        _ready.TrySetResult();
    }

    /// <summary>Lets a process that waits after its first save go on, until it has acknowledged so many more.</summary>
    public async Task GoAsync(int saves)
    {
        await _ready.Task.WaitAsync(TimeSpan.FromSeconds(120));
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
        for (var i = 0; i < saves; i++) await _lines.WaitAsync(TimeSpan.FromSeconds(120));
    }

    /// <summary>What it has acknowledged so far, while it goes on.</summary>
    public (long Seq, Dictionary<Guid, int> Versions)[] SavedSoFar() => SavedIn(0);

    /// <summary>Ends it as a power cut would: no signal handler runs.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await DoneAsync();
    }

    public async Task DoneAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        _lines.Dispose();
    }
}
