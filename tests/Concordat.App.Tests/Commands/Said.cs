using Concordat.App.Commands;

namespace Concordat.App.Tests.Commands;

/// <summary>One command run inside the test's process, and what it said.</summary>
public sealed record Said(int Exit, string Out, string Error)
{
    public static async Task<Said> ByAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(words, new Terminal(output, error, Live: false));
        return new(exit, output.ToString(), error.ToString());
    }
}
