namespace Concordat.Tests.Storage;

/// <summary>Where the sources of this build are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A folder of shared data, or a skipped test where it is absent.</summary>
    public static string Shared(params string[] path)
    {
        var shared = Environment.GetEnvironmentVariable("CONCORDAT_SHARED") ?? Path.Combine(Root, "..", "shared");
        var folder = Path.Combine([shared, .. path]);
        if (!Directory.Exists(folder)) Assert.Skip($"No {folder}; set CONCORDAT_SHARED.");
        return folder;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Concordat.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("No folder above the tests holds Concordat.slnx.");
    }
}
