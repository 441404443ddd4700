namespace Concordat.Bench.Shell;

/// <summary>What <c>bench/run</c> says on the command line.</summary>
/// <param name="App">The published executable's library.</param>
/// <param name="Work">Folder for databases, on the disk that is to be measured.</param>
/// <param name="Postgres">Connection to an empty PostgreSQL with its default, durable settings; null when there is none.</param>
/// <param name="Node">Folder in which the rivals are installed; null when they are not.</param>
internal sealed record Settings(string App, string Work, string Out, string Root, string? Postgres, string? Node, bool Quick)
{
    public static Settings Of(IReadOnlyList<string> words)
    {
        string? Value(string name) => words.Contains(name) ? words[words.ToList().IndexOf(name) + 1] : null;
        string Needed(string name) => Value(name) ?? throw new ArgumentException($"{name} is needed: start bench/run.", nameof(words));
        return new(Needed("--app"), Needed("--work"), Needed("--out"), Needed("--root"), Value("--postgres"), Value("--node"), words.Contains("--quick"));
    }

    public int Agreements => Quick ? 1_000 : 10_000;
    public int Requests => Quick ? 60 : 300;
    public int Starts => Quick ? 3 : 10;
    /// <summary>How long one repetition of a steady load lasts.</summary>
    public TimeSpan Spell => TimeSpan.FromSeconds(Quick ? 1 : 3);

    public static string Host => Path.Combine(AppContext.BaseDirectory, "Concordat.Bench.dll");
}
