using System.Text.RegularExpressions;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>Every refusal that the interface can give is explained where its type leads.</summary>
public sealed partial class CodesTests(ServedRegister served) : IClassFixture<ServedRegister>
{
    /// <summary>Beginnings of the codes that the interface gives; other features have codes of their own, and are explained when they come here.</summary>
    private static readonly string[] Families = ["request.", "record.", "claim.", "citation.", "entry.", "list.", "past.", "changes.", "journal.", "value.", "register.", "desk.", "source.", "term.", "storage.", "page.", "merge.", "view.", "many.", "today.", "handover.", "absence.", "import.", "intake.", "letter.", "cleanup."];

    /// <summary>Notes beside a text that was read, faults that a verification names, and rows of a table that a report names.</summary>
    private static readonly string[] Elsewhere =
    [
        "source.attachment", "source.attachment-left", "source.machine-failed", "source.bytes-replaced", "source.damaged", "source.encoding-guessed", "source.locked", "source.machine-read", "source.pages-without-text", "source.reader-busy", "source.text-cut",
        "source.text-too-long", "source.too-slow", "source.unreadable", "entry.content", "entry.missing", "entry.stray", "entry.purged",
        "import.record-gone", "import.withdrawn", "import.title-missing", "import.several-match",
        // Warnings on a page, never refusals.
        "term.gap", "term.ends-before-start", "term.ended-before-start", "term.notice-after-end", "term.notice-without-period",
    ];

    [Fact]
    public async Task Every_code_of_the_sources_is_on_the_page()
    {
        var page = await new ApiCaller(served).Client.GetStringAsync("/api");
        var explained = Anchor().Matches(page).Select(m => m.Groups["code"].Value).ToHashSet();
        var given = Given().ToList();
        Assert.True(given.Count > 50, $"only {given.Count} codes were found in the sources");
        var unexplained = given.Where(g => Families.Any(f => g.StartsWith(f, StringComparison.Ordinal)) && !explained.Contains(g) && !Elsewhere.Contains(g)).ToList();
        Assert.True(unexplained.Count == 0, string.Join(", ", unexplained));
        Assert.Contains("date", explained);
        var never = explained.Where(e => e.Contains('.', StringComparison.Ordinal) && !given.Contains(e)).ToList();
        Assert.True(never.Count == 0, string.Join(", ", never));
    }

    [GeneratedRegex("<tr id=\"(?<code>[a-z.-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Anchor();

    /// <summary>What the sources make refusals of.</summary>
    private static IEnumerable<string> Given()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Concordat.slnx"))) root = root.Parent!;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.EndsWith("/Codes.cs", StringComparison.Ordinal))
            .SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).Distinct();
    }

    [GeneratedRegex("(?:new|Refusal|FormRefusal|ReasonNeeded)[^\"\\n]{0,80}\\((?:\"[a-z]+\", )?\\s*\"(?<code>[a-z-]+\\.[a-z-]+)\"|: Refusal\\(\"(?<code>[a-z-]+\\.[a-z-]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
