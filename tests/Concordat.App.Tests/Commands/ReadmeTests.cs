using System.Net;

namespace Concordat.App.Tests.Commands;

/// <summary>Follows the README from its first line in an empty place: each of its commands is run as it stands.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Clone = "git clone ADDRESS concordat";

    private readonly CleanClone _clone = new();

    private static readonly TimeSpan Build = TimeSpan.FromMinutes(10), Moment = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait("speed", "slow")]
    public async Task Every_command_of_the_README_works_for_a_newcomer()
    {
        Assert.SkipWhen(CleanClone.Repository is null, "This is no git repository, so there is nothing to clone.");
        await RunAsync(Clone.Replace("ADDRESS", $"'{CleanClone.Repository}'"), _clone.Folder);
        var inside = Path.Combine(_clone.Folder, "concordat");
        var commands = Commands(await File.ReadAllTextAsync(Path.Combine(inside, "README.md")));
        Assert.Equal([Clone + " && cd concordat", "./concordat demo"], commands.Take(2));
        foreach (var command in commands.Skip(1)) await FollowAsync(command, inside);
    }

    [Fact]
    public void Only_blocks_marked_as_commands_are_commands() =>
        Assert.Equal(["a b", "c"], Commands("text\n```sh\na b\n\nc\n```\n```text\nd\n```\n```\ne\n```\n"));

    private Task FollowAsync(string command, string folder) => command.Split(' ') switch
    {
        ["./concordat", "demo" or "serve", ..] => ServeAsync(command, folder),
        // This very run: it would start itself again without end.
        ["./check", ..] => Task.CompletedTask,
        _ => RunAsync(command, folder),
    };

    /// <summary>Up to the first answered page; then it is asked to end, and does.</summary>
    private async Task ServeAsync(string command, string folder)
    {
        var port = Running.FreePort();
        await using var served = Running.Start(folder, _clone.Environment, "bash", "-c", $"exec {command} --port {port}");
        Assert.Equal($"http://localhost:{port}", await served.LineAsync(Build));
        using var client = new HttpClient();
        var page = await client.GetAsync(new Uri($"http://localhost:{port}/"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<h1", await page.Content.ReadAsStringAsync());
        await served.AskToEndAsync("TERM");
        var (exit, _) = await served.EndAsync(Moment);
        Assert.True(exit == 0, $"{command} ended with {exit}:\n{served.Error}");
    }

    private async Task RunAsync(string command, string folder)
    {
        await using var run = Running.Start(folder, _clone.Environment, "bash", "-c", command);
        var (exit, output) = await run.EndAsync(Build);
        Assert.True(exit == 0, $"{command} ended with {exit}:\n{output}\n{run.Error}");
    }

    /// <summary>The lines of all code blocks marked as commands.</summary>
    internal static IReadOnlyList<string> Commands(string page)
    {
        var (commands, inside) = (new List<string>(), false);
        foreach (var line in page.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.StartsWith("```")) inside = !inside && line == "```sh";
            else if (inside && line.Length > 0) commands.Add(line);
        }

        return commands;
    }

    public void Dispose() => _clone.Dispose();
}
