using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Concordat.Storage;

namespace Concordat;

/// <summary>Digests of commits: each names the one before and the Merkle root of its entries.</summary>
public static class CommitChain
{
    public static byte[] Origin { get; } = new byte[32];

    /// <summary>SHA-256 over the canonical JSON of <c>seq, prev, root, at, entries, batch?</c>.</summary>
    public static byte[] Digest(long seq, byte[] prev, byte[] root, long at, int entries, string? batch)
    {
        var json = new JsonObject
        {
            ["seq"] = seq.ToString(), ["prev"] = Convert.ToHexStringLower(prev), ["root"] = Convert.ToHexStringLower(root), ["at"] = at.ToString(), ["entries"] = entries,
        };
        if (batch is not null) json["batch"] = batch;
        return SHA256.HashData(CanonicalJson.Bytes(json));
    }

    /// <summary>All commits in order, for <see cref="Row"/>.</summary>
    internal const string Select = "SELECT seq, prev, root, at, entries, batch, digest FROM \"commit\" ORDER BY seq";

    /// <summary>A commit as read; what somebody damaged reads as a value that fits nothing.</summary>
    internal static CommitRow Row(object?[] cells) => new()
    {
        Seq = Rows.Number(cells[0]), Prev = Rows.Bytes(cells[1]), Root = Rows.Bytes(cells[2]), At = Rows.Number(cells[3]),
        Entries = Rows.Small(cells[4]), Batch = cells[5]?.ToString(), Digest = Rows.Bytes(cells[6]),
    };

    internal static CommitRow Next(long headSeq, byte[] headDigest, long headAt, long now, string? batch, IReadOnlyList<EntryRow> entries)
    {
        var (seq, at, root) = (headSeq + 1, Math.Max(now, headAt), MerkleRoot([.. entries.Select(Leaf)]));
        return new()
        {
            Seq = seq, Prev = headDigest, Root = root, At = at, Entries = entries.Count, Batch = batch,
            Digest = Digest(seq, headDigest, root, at, entries.Count, batch),
        };
    }

    /// <summary>What the root covers of an entry: the record (16 bytes), the version (4 bytes, highest first) and the digest. It stays when content is purged.</summary>
    internal static byte[] Leaf(EntryRow entry)
    {
        var leaf = new byte[20 + entry.Digest.Length];
        entry.Record.TryWriteBytes(leaf, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(leaf.AsSpan(16), entry.Version);
        entry.Digest.CopyTo(leaf, 20);
        return leaf;
    }

    /// <summary>The root over leaves in order.</summary>
    /// <remarks>Source: RFC 6962, section 2.1 (leaf and node prefixes 0 and 1).</remarks>
    public static byte[] MerkleRoot(IReadOnlyList<byte[]> leaves)
    {
        var level = leaves.Select(leaf => SHA256.HashData([0, .. leaf])).ToList();
        if (level.Count == 0) return SHA256.HashData([]);
        while (level.Count > 1)
        {
            var next = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
                next.Add(i + 1 < level.Count ? SHA256.HashData([1, .. level[i], .. level[i + 1]]) : level[i]);
            level = next;
        }

        return level[0];
    }
}
