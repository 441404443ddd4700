using System.Text.Json;
using Concordat.Import.Mappings;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Import.Run;

/// <summary>A table that was brought, with its mapping as far as it is made and how far its import came. Workshop: no part of the record.</summary>
public sealed record ImportState
{
    private const string Prefix = "import:";

    /// <summary>SHA-256 (hex) of the file, which is kept.</summary>
    public required string Digest { get; init; }
    public required string Name { get; init; }
    /// <summary>Microseconds since 1970, UTC, of its coming.</summary>
    public required long At { get; init; }
    public Mapping? Mapping { get; init; }
    /// <summary>How often an import of it was begun; part of the names of its batches.</summary>
    public int Run { get; init; }
    /// <summary>Digest of the mapping that the run goes by.</summary>
    public string? RunBy { get; init; }
    /// <summary>Chunks of the run that are saved.</summary>
    public int Chunks { get; init; }
    /// <summary>True while a run is under way, or was broken off.</summary>
    public bool Open { get; init; }
    /// <summary>The last trial or import.</summary>
    public ImportReport? Report { get; init; }

    public SettingRow Row() => new() { Name = Prefix + Digest, Value = JsonSerializer.Serialize(this, Json.Options) };

    public static async Task<ImportState?> FindAsync(ReadDb db, string digest, CancellationToken stop = default) =>
        Read(await db.Settings.Where(s => s.Name == Prefix + digest).Select(s => s.Value).FirstOrDefaultAsync(stop));

    /// <summary>Those that were brought last, newest first.</summary>
    public static async Task<List<ImportState>> AllAsync(ReadDb db, int most, CancellationToken stop = default) =>
        [.. (await db.Settings.Where(s => s.Name.StartsWith(Prefix)).OrderBy(s => s.Name).Select(s => s.Value).Take(500).ToListAsync(stop)).Select(Read).OfType<ImportState>().OrderByDescending(s => s.At).Take(most)];

    private static ImportState? Read(string? json)
    {
        try { return json is null ? null : JsonSerializer.Deserialize<ImportState>(json, Json.Options); }
        // Written by another version: the file can be brought again.
        catch (JsonException) { return null; }
    }
}

/// <summary>A mapping that was saved under a name.</summary>
public sealed record SavedMapping(string Name, Mapping Mapping)
{
    private const string Prefix = "mapping:";

    public SettingRow Row() => new() { Name = Prefix + Name, Value = JsonSerializer.Serialize(this, Json.Options) };

    public static async Task<List<SavedMapping>> AllAsync(ReadDb db, CancellationToken stop = default) =>
        [.. (await db.Settings.Where(s => s.Name.StartsWith(Prefix)).OrderBy(s => s.Name).Select(s => s.Value).Take(200).ToListAsync(stop)).Select(v => JsonSerializer.Deserialize<SavedMapping>(v, Json.Options)!)];
}
