namespace Concordat.Storage;

/// <summary>A small fact about this installation: its format, its identity.</summary>
public sealed record SettingRow
{
    public required string Name { get; init; }
    public required string Value { get; init; }
}
