using System.Text.Json.Nodes;

namespace Concordat.Tests.Reading;

/// <summary>The labelled texts: our own in tests/Gold, and the corpus beside the repository where there is one.</summary>
internal static class Texts
{
    public static string Root { get; } = FindRoot();
    public static string Gold => Path.Combine(Root, "tests", "Gold");

    /// <summary>The corpus folder, or null.</summary>
    public static string? Corpus
    {
        get
        {
            var shared = Environment.GetEnvironmentVariable("CONCORDAT_SHARED") ?? Path.Combine(Root, "..", "shared");
            var folder = Path.Combine(shared, "corpus");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    public static IEnumerable<(string Name, string Text, JsonNode Labels)> In(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
        let labels = Path.ChangeExtension(file, ".json")
        where File.Exists(labels)
        select (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), JsonNode.Parse(File.ReadAllText(labels))!);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Concordat.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("Concordat.slnx is not above the tests.");
    }
}
