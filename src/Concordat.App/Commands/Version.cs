using System.Reflection;
using System.Runtime.InteropServices;

namespace Concordat.App.Commands;

/// <summary>Says which Concordat this is and what it runs on.</summary>
internal static class Version
{
    public static readonly Command Command = new("version", "Say which version this is.", (_, terminal, _) =>
    {
        terminal.Out.WriteLine($"Concordat {Number} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        return Task.FromResult(Exit.Done);
    });

    public static string Number { get; } = typeof(Version).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
