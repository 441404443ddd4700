namespace Concordat.App.Tests.Commands;

/// <summary>What a newcomer has: a clone of HEAD in a path with a space, an empty HOME and so an empty package cache.</summary>
public sealed class CleanClone : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>The folder into which the newcomer clones.</summary>
    public string Folder => _scratch.Folder;

    /// <summary>Variables of a machine that never ran .NET; what the test run itself has set is taken away.</summary>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            Directory.CreateDirectory(Path.Combine(Folder, "home"));
            var mine = System.Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTheRun);
            return new Dictionary<string, string?>(mine.Select(n => KeyValuePair.Create(n, (string?)null))) { ["HOME"] = Path.Combine(Folder, "home") };
        }
    }

    /// <summary>The repository that the tests were built in; null outside of one.</summary>
    public static string? Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Concordat.slnx"))) folder = folder.Parent;
            return folder is not null && Path.Exists(Path.Combine(folder.FullName, ".git")) ? folder.FullName : null;
        }
    }

    private static bool IsOfTheRun(string name) => name is not "DOTNET_ROOT"
        && new[] { "CONCORDAT_", "DOTNET_", "MSBUILD", "NUGET_PACKAGES", "TESTINGPLATFORM_" }.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _scratch.Dispose();
}
