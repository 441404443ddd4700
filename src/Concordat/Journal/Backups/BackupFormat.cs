using System.Collections.Immutable;
using System.Text.Json;
using Concordat.Storage;

namespace Concordat.Backups;

/// <summary>The first member of a backup: what it holds, before any of it.</summary>
/// <param name="Format">1. A reader refuses a higher one.</param>
/// <param name="Seq">Number of the newest commit in it; 0 in an empty register.</param>
/// <param name="Head">Digest of that commit, hex.</param>
/// <param name="Kinds">Schema of every kind of record that its maker knew.</param>
/// <param name="Tables">The workshop tables in it.</param>
internal sealed record BackupHead(int Format, string Program, string Made, long Seq, string Head, ImmutableSortedDictionary<string, int> Kinds, ImmutableArray<string> Tables)
{
    public const int Newest = 1;
    public const string Member = "backup.json";
}

/// <summary>The last member: counts of all before it. A backup without it is cut.</summary>
/// <param name="Missing">Digests of files that records name and that were missing or damaged in the register, the first thousand.</param>
internal sealed record BackupEnd(long Commits, long Entries, long Rows, long Files, ImmutableArray<string> Missing)
{
    public const string Member = "end.json";
}

/// <summary>A commit with its entries, each one line of JSON: first the commit, then its entries in their order.</summary>
internal sealed record Committed(CommitRow Commit, IReadOnlyList<EntryRow> Entries)
{
    public void Write(Stream to)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteNumber("commit", Commit.Seq);
            json.WriteString("prev", Hex(Commit.Prev));
            json.WriteString("root", Hex(Commit.Root));
            json.WriteNumber("at", Commit.At);
            json.WriteNumber("entries", Commit.Entries);
            if (Commit.Batch is not null) json.WriteString("batch", Commit.Batch);
            json.WriteString("digest", Hex(Commit.Digest));
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
        foreach (var entry in Entries) Write(to, entry);
    }

    private static void Write(Stream to, EntryRow entry)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteString("record", entry.Record);
            json.WriteNumber("version", entry.Version);
            json.WriteString("digest", Hex(entry.Digest));
            if (entry.Salt is not null) json.WriteString("salt", Hex(entry.Salt));
            json.WritePropertyName("content");
            // The bytes as they are: the digest is over them, and canonical JSON has no line feed.
            if (entry.Content is null) json.WriteNullValue();
            else json.WriteRawValue(entry.Content, skipInputValidation: true);
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    /// <summary>All commits of one member.</summary>
    /// <exception cref="FormatException">It is none; also other exceptions of parsing.</exception>
    public static IEnumerable<Committed> Parse(byte[] member)
    {
        CommitRow? commit = null;
        var entries = new List<EntryRow>();
        foreach (var line in Lines(member))
        {
            using var json = JsonDocument.Parse(line);
            var it = json.RootElement;
            if (it.TryGetProperty("commit", out var seq))
            {
                if (commit is not null) yield return new(commit, entries);
                (commit, entries) = (Commit_(it, seq.GetInt64()), []);
            }
            else
            {
                entries.Add(Entry_(it, commit?.Seq ?? throw new FormatException("An entry stands before its commit."), entries.Count, line));
            }
        }

        if (commit is not null) yield return new(commit, entries);
    }

    private static CommitRow Commit_(JsonElement it, long seq) => new()
    {
        Seq = seq, Prev = Bytes(it, "prev"), Root = Bytes(it, "root"), At = it.GetProperty("at").GetInt64(), Entries = it.GetProperty("entries").GetInt32(),
        Batch = it.TryGetProperty("batch", out var batch) ? batch.GetString() : null, Digest = Bytes(it, "digest"),
    };

    private static EntryRow Entry_(JsonElement it, long seq, int ordinal, ReadOnlyMemory<byte> line) => new()
    {
        Seq = seq, Ordinal = ordinal, Record = it.GetProperty("record").GetGuid(), Version = it.GetProperty("version").GetInt32(), Digest = Bytes(it, "digest"),
        Salt = it.TryGetProperty("salt", out _) ? Bytes(it, "salt") : null, Content = Content(line.Span),
    };

    /// <summary>The bytes of the value as they stand in the line.</summary>
    private static byte[]? Content(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1 || !json.ValueTextEquals("content"u8)) continue;
            json.Read();
            if (json.TokenType == JsonTokenType.Null) return null;
            var start = (int)json.TokenStartIndex;
            json.Skip();
            return line[start..(int)json.BytesConsumed].ToArray();
        }

        throw new FormatException("An entry has no content.");
    }

    internal static IEnumerable<ReadOnlyMemory<byte>> Lines(byte[] member)
    {
        for (var start = 0; start < member.Length;)
        {
            var end = Array.IndexOf(member, (byte)'\n', start);
            if (end < 0) throw new FormatException("The last line has no end.");
            yield return member.AsMemory(start, end - start);
            start = end + 1;
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static byte[] Bytes(JsonElement it, string name) => Convert.FromHexString(it.GetProperty(name).GetString()!);
}
