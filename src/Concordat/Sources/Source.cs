using System.Collections.Immutable;

namespace Concordat.Sources;

/// <summary>A document as received: its bytes by digest, and the text that each extractor made of them.</summary>
public sealed record Source
{
    public required string Title { get; init; }
    /// <summary>SHA-256 (hex) of the bytes; the stored file has this name.</summary>
    public required string Digest { get; init; }
    public string? FileName { get; init; }
    public string? MediaType { get; init; }
    /// <summary>Bytes.</summary>
    public int Size { get; init; }
    public int? Pages { get; init; }
    /// <summary>True when a password keeps it shut.</summary>
    public bool? Locked { get; init; }
    /// <summary>One of <see cref="SourceKind.Sorts"/>, which are in order of rank.</summary>
    public string? SourceSort { get; init; }
    public string? Outlet { get; init; }
    public string? Address { get; init; }
    /// <summary>EDTF.</summary>
    public string? Published { get; init; }
    /// <summary>EDTF day on which it came in.</summary>
    public string? Received { get; init; }
    public ImmutableArray<Relayed> Relays { get; init; } = [];
    /// <summary>An earlier source of which this one is nearly a copy: both are one witness.</summary>
    public Guid? NearCopyOf { get; init; }
    /// <summary>The mail that brought it.</summary>
    public Guid? CameWith { get; init; }
    public ImmutableArray<SourceText> Texts { get; init; } = [];
    public string? Note { get; init; }
}

/// <summary>Agency, statement or press release whose words it passes on.</summary>
public sealed record Relayed(Guid Id, string Text);

/// <param name="Digest">SHA-256 (hex) of the text as UTF-8; it is stored as a file of that name.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="MachineRead">True when characters were recognised in an image.</param>
/// <param name="Fingerprint">See <see cref="Sources.Fingerprint"/>.</param>
/// <param name="PageStarts">Offsets at which pages begin, comma-separated; null where there are no pages.</param>
public sealed record SourceText(Guid Id, string Extractor, string Version, string Digest, int Length, bool? MachineRead, string? PageStarts, string? Fingerprint);
