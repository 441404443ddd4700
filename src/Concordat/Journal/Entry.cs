using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concordat.Storage;

namespace Concordat;

/// <summary>What one deed made of one record: the whole document, the paths that changed, who, when and why.</summary>
public sealed record Entry
{
    public required Document Document { get; init; }
    public required ImmutableArray<FieldPath> Paths { get; init; }
    public required Stamp Stamp { get; init; }
    /// <summary>The version that it undid, or null.</summary>
    public int? Undoes { get; init; }

    /// <summary>Canonical JSON: <c>record, kind, schema, version, document, paths, actor, at, reason?, undoes?</c>.</summary>
    public byte[] Canonical()
    {
        var json = new JsonObject
        {
            ["record"] = Document.Id.ToString("D"), ["kind"] = Document.Kind, ["schema"] = Document.Schema, ["version"] = Document.Version,
            ["document"] = Document.Root(), ["paths"] = new JsonArray([.. Paths.Select(p => (JsonNode)p.Text)]),
            ["actor"] = Json.Of(Stamp.By), ["at"] = Json.Time(Stamp.At),
        };
        if (!string.IsNullOrWhiteSpace(Stamp.Reason)) json["reason"] = Stamp.Reason;
        if (Undoes is not null) json["undoes"] = Undoes;
        return CanonicalJson.Bytes(json);
    }

    public static Entry Parse(ReadOnlySpan<byte> content)
    {
        var json = JsonNode.Parse(content)!.AsObject();
        return new()
        {
            Document = Document.Of(Upcast.Lift(json["document"]!.DeepClone().AsObject())),
            Paths = [.. json["paths"]!.AsArray().Select(p => new FieldPath((string)p!))],
            Stamp = new(json["actor"].Deserialize<Actor>(Json.Options)!, DateTimeOffset.Parse((string)json["at"]!), (string?)json["reason"]),
            Undoes = (int?)json["undoes"],
        };
    }

    /// <summary>False for content that is damaged: its digest does not fit either, and the chain names it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> content, out Entry entry)
    {
        try
        {
            entry = Parse(content);
            // Every part is looked at, so that nothing throws later.
            _ = (entry.Document.Id, entry.Document.Version, entry.Document.Label, entry.Document.Claims.Length, Kinds.Of(entry.Document.Kind));
            return true;
        }
        catch (Exception error) when (IsDamage(error))
        {
            entry = null!;
            return false;
        }
    }

    /// <summary>True for what reading and projecting a damaged document can throw.</summary>
    internal static bool IsDamage(Exception error) => error is JsonException or InvalidOperationException or FormatException or ArgumentException
        or NullReferenceException or KeyNotFoundException or OverflowException or IndexOutOfRangeException
        && StoreRefusals.From(error) is null;

    /// <summary>SHA-256 over salt and content: the salt keeps a purged content from being guessed.</summary>
    public static byte[] Digest(byte[] salt, byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    internal EntryRow Row(long seq, int ordinal)
    {
        var (salt, content) = (RandomNumberGenerator.GetBytes(32), Canonical());
        return new() { Seq = seq, Ordinal = ordinal, Record = Document.Id, Version = Document.Version, Salt = salt, Content = content, Digest = Digest(salt, content) };
    }

    internal ChangeRow Change(long seq) => new()
    {
        Record = Document.Id, Version = Document.Version, Seq = seq, At = Microseconds(Stamp.At), ActorId = Stamp.By.Id, ActorName = Stamp.By.Name,
        Reason = string.IsNullOrWhiteSpace(Stamp.Reason) ? null : Stamp.Reason, Paths = string.Join('\n', Paths), Undoes = Undoes,
    };

    internal static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}

/// <summary>Lifts documents of older schemas to the present one; kept for ever.</summary>
internal static class Upcast
{
    // Every kind is at schema 1. A released shape that changes adds its step here and a golden file to the tests.
    public static JsonObject Lift(JsonObject document) => document;
}
