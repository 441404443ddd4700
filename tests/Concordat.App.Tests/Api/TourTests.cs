using System.Text.Json.Nodes;
using Concordat.App.Tests.Commands;
using Concordat.App.Tests.Harness;

namespace Concordat.App.Tests.Api;

/// <summary>The tour of docs/api.md, command by command.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task Every_command_of_the_tour_does_what_it_says()
    {
        if (!File.Exists("/usr/bin/curl") && !File.Exists("/bin/curl")) Assert.Skip("curl is not installed here: the tour of docs/api.md was not run.");
        await using var served = await Served.StartAsync();
        await new Programme(served).FillAsync(4);
        var commands = ReadmeTests.Commands(await File.ReadAllTextAsync(Document()));
        Assert.True(commands.Count > 12);
        Assert.Equal("api=http://localhost:5080/api", commands[0]);
        var script = string.Join('\n', ["set -euo pipefail", $"api={served.Address}/api", .. commands.Skip(1).Select(c => c.StartsWith("curl", StringComparison.Ordinal) ? c + "; echo" : c)]);
        await using var run = Running.Start(Path.GetTempPath(), null, "bash", "-c", script);
        var (exit, said) = await run.EndAsync(TimeSpan.FromMinutes(1));
        Assert.True(exit == 0, said + run.Error);
        var answers = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        Assert.Equal(commands.Count(c => c.StartsWith("curl", StringComparison.Ordinal)), answers.Count);
        Assert.Equal("Memorandum of Understanding on tidal power", (string)answers[3]["title"]!);
        Assert.Equal(("2026-05-04", "4 May 2026"), ((string)answers[4]["values"]!["signed"]!, (string)answers[4]["claims"]![0]!["citation"]!["quote"]!));
        Assert.NotEmpty(answers[5]["records"]!.AsArray());
        Assert.True((bool)answers[8]["withdrawn"]!);
        Assert.NotEmpty(answers[9]["changes"]!.AsArray());
        // A table that takes its time answers 202 first: what it came to is asked for in the end.
        Assert.Equal(1, (int)answers[12]["report"]!["made"]!);
        Assert.NotEmpty(answers[13]["groups"]!.AsArray());
        Assert.Equal(2, answers[14]["records"]!.AsArray().Count);
        Assert.Equal("A. Lind", (string)answers[15]["officer"]!);
        Assert.True((int)answers[17]["records"]! > 0);
        Assert.Equal("out", (string)answers[19]["letter"]!["values"]!["direction"]!);
    }

    private static string Document()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Concordat.slnx"))) root = root.Parent!;
        return Path.Combine(root.FullName, "docs", "api.md");
    }
}
