using System.Text.Json.Nodes;
using Concordat.Reading;
using Concordat.Reading.Evaluation;
using Concordat.Reading.Evidence;

namespace Concordat.Tests.Reading;

/// <summary>The labelled texts: our own in tests/Gold, and the corpus beside the repository where there is one.</summary>
internal static class Texts
{
    public static string Root { get; } = FindRoot();
    public static string Gold => Path.Combine(Root, "tests", "Gold");

    /// <summary>The folder of shared data beside the repository, or null.</summary>
    public static string? Shared => (Environment.GetEnvironmentVariable("CONCORDAT_SHARED") ?? Path.Combine(Root, "..", "shared")) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The corpus folder, or null.</summary>
    public static string? Corpus => Shared is { } shared && Path.Combine(shared, "corpus") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>What the reader comes to on a folder.</summary>
    public static Figures Score(string folder)
    {
        var evaluator = new Evaluator();
        foreach (var (name, text, labels) in In(folder)) evaluator.Add(name, text, labels, JsonNode.Parse(FindingsJson.Write(DocumentReader.Read(text))));
        return evaluator.Total();
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
