using System.IO.Compression;
using Concordat.Sources.Extraction.Formats;

namespace Concordat.Intake.Many;

/// <summary>One file of a folder or an archive.</summary>
/// <param name="Path">From the folder or archive down, with slashes.</param>
/// <param name="Read">Its bytes; refusals <c>source.too-large</c>, <c>source.unreadable</c>.</param>
public sealed record FoundFile(string Path, Func<CancellationToken, Task<Outcome<byte[]>>> Read);

/// <summary>The files of a shared drive: of a folder, or of a ZIP archive.</summary>
public static class ManyFiles
{
    /// <summary>Files that one taking-in goes through.</summary>
    public const int Most = 20_000;

    /// <summary>Bytes of one file.</summary>
    public const long Largest = 50L * 1024 * 1024;

    private static readonly string[] Furniture = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Files below a folder in order of their paths; links to elsewhere are not followed, hidden ones and what programs leave behind are left out.</summary>
    public static IEnumerable<FoundFile> OfFolder(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System };
        return Directory.EnumerateFiles(folder, "*", options).Select(f => (Full: f, Path: System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/'))).Where(f => !IsFurniture(f.Path))
            .OrderBy(f => f.Path, StringComparer.Ordinal).Take(Most).Select(f => new FoundFile(f.Path, stop => ReadAsync(f.Full, f.Path, stop)));
    }

    private static async Task<Outcome<byte[]>> ReadAsync(string file, string path, CancellationToken stop)
    {
        try { return new FileInfo(file).Length > Largest ? TooLarge(path) : await File.ReadAllBytesAsync(file, stop); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { return Unreadable(path, error.Message); }
    }

    /// <summary>Files of an archive, in its order. Each is weighed while it is unpacked, whatever the archive says of its size.</summary>
    /// <returns>Refusal <c>source.unreadable</c> for what is no archive.</returns>
    public static Outcome<IReadOnlyList<FoundFile>> OfArchive(byte[] bytes, string name)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Where(e => e.Name.Length > 0 && !IsFurniture(e.FullName.Replace('\\', '/'))).Take(Most).Select(e => new FoundFile(e.FullName.Replace('\\', '/'), stop => UnpackAsync(e, stop))).ToList();
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or IOException)
        {
            return Unreadable(name, "it is no whole ZIP archive");
        }
    }

    private static async Task<Outcome<byte[]>> UnpackAsync(ZipArchiveEntry entry, CancellationToken stop)
    {
        try
        {
            await using var packed = entry.Open();
            using var bytes = new MemoryStream();
            await new Capped(packed, Largest + 1).CopyToAsync(bytes, stop);
            return bytes.Length > Largest ? TooLarge(entry.FullName) : bytes.ToArray();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Unreadable(entry.FullName, "it is damaged or locked");
        }
    }

    private static bool IsFurniture(string path) => path.Split('/') is var parts && (parts.Any(p => p.StartsWith('.') || p is "__MACOSX") || Furniture.Contains(parts[^1]) || parts[^1].StartsWith("~$", StringComparison.Ordinal));

    private static Refusal TooLarge(string path) => new("source.too-large", $"“{path}” is larger than 50 MB. Split it, or keep it elsewhere and register what it says.");

    private static Refusal Unreadable(string path, string why) => new("source.unreadable", $"“{path}” could not be read: {why}.");
}
