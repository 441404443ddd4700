namespace Concordat.Sources.Extraction.Machine;

/// <summary>The program tesseract, with a folder of its own that goes when it is disposed.</summary>
internal sealed class Tesseract : IDisposable
{
    private const int MostOutput = 32 * Limits.Megabyte;

    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(20);

    private readonly string _program, _languages, _mode;
    private readonly TimeSpan _time;
    private readonly DirectoryInfo _folder;
    private int _pictures;

    private Tesseract(string program, string version, string languages, string mode, TimeSpan time)
    {
        (_program, Version, _languages, _mode, _time) = (program, version, languages, mode, time);
        _folder = Directory.CreateTempSubdirectory("concordat-ocr-");
    }

    /// <summary>As the program says: "tesseract 5.3.0".</summary>
    public string Version { get; }

    /// <summary>Full path of the program, or null where the PATH has none.</summary>
    public static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Where(Path.IsPathFullyQualified).Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
    }

    /// <returns>Null where the program or one of the languages is not installed.</returns>
    public static async Task<Tesseract?> StartAsync(string languages, TimeSpan time, CancellationToken stop)
    {
        if (Find() is not { } program) return null;
        var version = await Tool.RunAsync(program, ["--version"], Path.GetTempPath(), Asking, MostOutput, stop);
        var installed = await Tool.RunAsync(program, ["--list-langs"], Path.GetTempPath(), Asking, MostOutput, stop);
        if (version is null || installed is null) return null;
        var names = installed.Split('\n').Select(l => l.Trim()).ToHashSet();
        if (!languages.Split('+').All(names.Contains)) return null;
        // Mode 1 turns a page that lies on its side, for which the program needs a file of its own.
        return new(program, version.Split('\n')[0].Trim(), languages, names.Contains("osd") ? "1" : "3", time);
    }

    /// <summary>Reads one picture; several pages where the file has them.</summary>
    public async Task<(IReadOnlyList<OcrText> Pages, bool Failed)> ReadAsync(OcrPicture picture, CancellationToken stop)
    {
        var file = Path.Combine(_folder.FullName, $"picture{_pictures++}");
        await File.WriteAllBytesAsync(file, picture.Bytes, stop);
        try
        {
            List<string> arguments = [file, "stdout", "-l", _languages, "--psm", _mode];
            if (picture.Dpi is { } dpi) arguments.AddRange(["--dpi", dpi.ToString()]);
            arguments.Add("tsv");
            var output = await Tool.RunAsync(_program, arguments, _folder.FullName, _time, MostOutput, stop);
            return output is null ? ([], true) : (OcrTable.Read(output), false);
        }
        finally { File.Delete(file); }
    }

    public void Dispose()
    {
        try { _folder.Delete(recursive: true); }
        // A file that another program still holds is left to the system's own tidying.
        catch (IOException) { }
    }
}
