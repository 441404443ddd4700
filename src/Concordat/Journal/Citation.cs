using System.Text.Json.Serialization;

namespace Concordat;

/// <summary>The place in a source that says a value.</summary>
public sealed record Citation
{
    /// <summary>The source record.</summary>
    public required Guid Source { get; init; }
    /// <summary>SHA-256 (hex) of the text that was read; null where the evidence is a page without text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Text { get; init; }
    /// <summary>First UTF-16 unit of the quote in that text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Start { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Length { get; init; }
    /// <summary>The exact words; null where the evidence is a page or a rectangle on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Quote { get; init; }
    /// <summary>Page, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Page { get; init; }
    /// <summary>"x y width height" in thousandths of the page from its upper left corner.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Rectangle { get; init; }
    /// <summary>Rule and version of the reader that found it; null when a person pointed at it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Rule { get; init; }
}
