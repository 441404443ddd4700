using Concordat.Sources.Extraction;

namespace Concordat.Import.Tables;

/// <summary>Tells what kind of table a file is, by its bytes, and opens it.</summary>
public static class OpenTable
{
    /// <param name="name">Settles only what the bytes leave open.</param>
    /// <returns>Refusals <c>import.empty</c>, <c>import.not-a-table</c>, <c>import.locked</c>, <c>import.damaged</c>, <c>import.bomb</c>, <c>import.too-large</c>.</returns>
    public static Outcome<TableFile> Read(byte[] bytes, string name, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        if (bytes.Length == 0) return ImportRefusals.Empty;
        if (bytes.Length > limits.FileBytes) return ImportRefusals.TooLarge($"“{name}” has {bytes.Length / 1048576.0:0.0} MB; tables up to {limits.FileBytes / 1048576} MB are read.");
        try
        {
            if (bytes is [0x1F, 0x8B, ..]) bytes = Packed.Open(bytes, name, limits);
            return Sniffed(bytes, name, limits);
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }
    }

    private static Outcome<TableFile> Sniffed(byte[] bytes, string name, TableLimits limits)
    {
        if (bytes is [(byte)'P', (byte)'K', ..]) return XlsxFile.Open(bytes, name, limits);
        var sniffed = Sniff.File(bytes, name, null);
        if (sniffed.Locked) return ImportRefusals.Locked(name);
        // A web page or mail may be a text too, but it is no table; a CSV file whose first cell looks like a header line of a mail is.
        var text = sniffed.Text ?? (sniffed.MediaType == MediaTypes.Mail ? Decode.Text(bytes) : null);
        if (text is null || sniffed.MediaType == MediaTypes.Html) return ImportRefusals.NotATable(name);
        return JsonLinesFile.Is(text.Text) ? JsonLinesFile.Open(text.Text, name, limits) : CsvFile.Open(text, name, limits);
    }
}

/// <summary>Files that were packed for the journey (.csv.gz, .jsonl.gz).</summary>
internal static class Packed
{
    public static byte[] Open(byte[] bytes, string name, TableLimits limits)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(bytes, writable: false), System.IO.Compression.CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > limits.FileBytes) throw new TableFault(ImportRefusals.Bomb(name, $"it unpacks to more than {limits.FileBytes / 1048576} MB"));
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new TableFault(ImportRefusals.Damaged(name));
        }
    }
}
