using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concordat.Sameness.Affiliations;

namespace Concordat.Bench.Parts;

/// <summary>One organisation of the public register of research organisations, as the shared file has it.</summary>
internal sealed record Listed(string Id, string Status, IReadOnlyList<string> Names, IReadOnlyList<string> Acronyms, string Sort, string? Country, string? City, string? Website, IReadOnlyList<(string How, string Id)> Related)
{
    public Guid Record => RecordOf(Id);

    /// <summary>The same id in every run.</summary>
    public static Guid RecordOf(string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(id))[..16];
        (bytes[6], bytes[8]) = ((byte)(0x70 | (bytes[6] & 0x0F)), (byte)(0x80 | (bytes[8] & 0x3F)));
        return new Guid(bytes, bigEndian: true);
    }

    public AffiliationOrganisation Organisation() =>
        new(Record, Names, Acronyms, Sort, Country, City, [.. Related.Where(r => r.How == "parent").Select(r => RecordOf(r.Id))], Related.Count);
}

/// <summary>Reads the shared files; nothing of them is kept in the project.</summary>
internal static class RegisterFile
{
    /// <summary>A shared folder: beside the repository, or where CONCORDAT_SHARED says. Null where there is none.</summary>
    public static string? Folder(string root, string name)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("CONCORDAT_SHARED") ?? Path.Combine(root, "..", "shared"), "data", name);
        return Directory.Exists(folder) ? folder : null;
    }

    public static List<Listed> Read(string folder)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "ror-organizations.jsonl.gz")), CompressionMode.Decompress));
        var all = new List<Listed>();
        while (file.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            all.Add(One(json.RootElement));
        }

        return all;
    }

    private static Listed One(JsonElement json)
    {
        string Text(string name) => json.GetProperty(name).GetString() ?? "";
        string[] Texts(string name) => [.. json.GetProperty(name).EnumerateArray().Select(e => (e.ValueKind == JsonValueKind.Array ? e[0] : e).GetString()!)];
        var types = Texts("types");
        var sort = types.Contains("education") ? "university" : types.Contains("company") ? "company" : types.Contains("government") ? "government" : types.Contains("facility") ? "laboratory" : "other";
        return new(Text("id"), Text("status"), [Text("name"), .. Texts("labels"), .. Texts("aliases")], Texts("acronyms"), sort, json.GetProperty("country").GetString(), json.GetProperty("city").GetString(), json.GetProperty("website").GetString(),
            [.. json.GetProperty("relationships").EnumerateArray().Select(r => (r[0].GetString()!, r[1].GetString()!))]);
    }

    /// <summary>Rows of a CSV file (RFC 4180), quoted line ends included, without the head.</summary>
    public static List<string[]> Csv(string path)
    {
        var (text, rows, row, cell, quoted) = (File.ReadAllText(path), new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append(c); i++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c is not (',' or '\n' or '\r'))) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return [.. rows.Skip(1).Where(r => r.Length == 3)];
    }
}
