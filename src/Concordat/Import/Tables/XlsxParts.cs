using System.IO.Compression;
using System.Xml;
using Concordat.Storage;

namespace Concordat.Import.Tables;

/// <summary>The parts of a workbook, each read as a bounded stream of XML.</summary>
internal sealed class XlsxParts(byte[] bytes, string name, TableLimits limits)
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true, CheckCharacters = false, MaxCharactersFromEntities = 1024,
    };

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public static XlsxParts Open(byte[] bytes, string name, TableLimits limits)
    {
        var parts = new XlsxParts(bytes, name, limits);
        using var zip = Zip(bytes);
        if (zip.Entries.Count > limits.Parts) throw new TableFault(ImportRefusals.Bomb(name, $"it has {zip.Entries.Count:N0} parts"));
        foreach (var entry in zip.Entries)
        {
            // What a directory declares may be a lie; the stream is bounded as well.
            if (entry.Length > limits.PartBytes || (entry.Length > 10_000_000 && entry.Length / Math.Max(1, entry.CompressedLength) > limits.Ratio))
                throw new TableFault(ImportRefusals.Bomb(name, $"its part {entry.FullName} would unpack to {entry.Length / 1048576:N0} MB"));
            parts._names.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry.FullName);
        }

        return parts;
    }

    private static ZipArchive Zip(byte[] bytes) => new(new MemoryStream(bytes, writable: false));

    /// <summary>The path of the workbook; null where this is another kind of archive.</summary>
    public string? Workbook()
    {
        if (!_names.ContainsKey("_rels/.rels")) return null;
        return Relations("").Values.FirstOrDefault(p => p.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase) && _names.ContainsKey(p));
    }

    /// <summary>What a part refers to: paths by the id of the relation.</summary>
    public Dictionary<string, string> Relations(string part)
    {
        var (folder, file) = part.LastIndexOf('/') is var at and >= 0 ? (part[..(at + 1)], part[(at + 1)..]) : ("", part);
        var relations = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_names.ContainsKey($"{folder}_rels/{file}.rels")) return relations;
        using var xml = Read($"{folder}_rels/{file}.rels");
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
                relations.TryAdd(id, Resolve(folder, target));
        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        while (target.StartsWith("../", StringComparison.Ordinal))
        {
            target = target[3..];
            folder = folder.TrimEnd('/') is var trimmed && trimmed.LastIndexOf('/') is var at and >= 0 ? trimmed[..(at + 1)] : "";
        }

        return folder + target;
    }

    public bool Has(string path) => _names.ContainsKey(path);

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    public XmlReader Read(string path)
    {
        if (!_names.TryGetValue(path, out var entry)) throw new InvalidDataException(path);
        var zip = Zip(bytes);
        var part = zip.GetEntry(entry)!;
        // A part that ends early where it was cut is no well-formed XML any more: it is refused as damaged if it was not as a bomb.
        return XmlReader.Create(new Measured(part.Open(), zip, part.CompressedLength, name, limits), Safe);
    }

    /// <summary>Counts what is unpacked and refuses beyond the limits.</summary>
    private sealed class Measured(Stream inner, ZipArchive zip, long packed, string name, TableLimits limits) : ReadOnlyStream
    {
        private long _read;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _read += read;
            if (_read > limits.PartBytes || (_read > 10_000_000 && _read / Math.Max(1, packed) > limits.Ratio)) throw new TableFault(ImportRefusals.Bomb(name, $"a part of it unpacks to more than {_read / 1048576:N0} MB"));
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) { inner.Dispose(); zip.Dispose(); }
            base.Dispose(disposing);
        }
    }
}
