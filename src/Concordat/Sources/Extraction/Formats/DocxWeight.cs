using System.IO.Compression;
using Concordat.Storage;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Finds out what a Word file would unpack to, without keeping any of it, before anything else opens it.</summary>
internal static class DocxWeight
{
    /// <returns>What is wrong, as a clause; null where the file may be opened.</returns>
    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    public static string? Bomb(byte[] bytes, Limits limits)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (zip.Entries.Count > limits.ArchiveParts) return $"it has {zip.Entries.Count:N0} parts, where {limits.ArchiveParts:N0} are the most that is opened";
        var declared = zip.Entries.Sum(e => (double)e.Length);
        if (declared > limits.ArchiveBytes) return $"it would unpack to {declared / Limits.Megabyte:N0} MB, where {Limits.Say(limits.ArchiveBytes)} is the most that is opened";
        long total = 0;
        foreach (var entry in zip.Entries.Where(IsXml))
        {
            // What a directory declares may be a lie: only counting tells.
            var size = Measure(entry, limits.PartBytes);
            total += size;
            if (size > limits.PartBytes) return $"its part {entry.FullName} unpacks to more than {Limits.Say(limits.PartBytes)}";
            if (total > limits.XmlBytes) return $"its parts unpack to more than {Limits.Say(limits.XmlBytes)}";
        }
        return null;
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static long Measure(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        Span<byte> buffer = stackalloc byte[16384];
        long size = 0;
        for (int read; size <= most && (read = stream.Read(buffer)) > 0;) size += read;
        return size;
    }
}

/// <summary>Ends a stream after so many bytes.</summary>
internal sealed class Capped(Stream inner, long most) : ReadOnlyStream
{
    private long _left = most;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }
}
