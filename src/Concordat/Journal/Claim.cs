using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Concordat;

/// <summary>How a quoted value stands to the value of the record.</summary>
[JsonConverter(typeof(StandingNames))]
public enum Standing
{
    /// <summary>Says the same as the record.</summary>
    Held,
    /// <summary>Says something else; nobody has settled it.</summary>
    Rival,
    /// <summary>Says the same as the record because a person chose it over others.</summary>
    Preferred,
    /// <summary>Was replaced or not chosen; kept for ever.</summary>
    SetAside,
}

internal sealed class StandingNames() : JsonStringEnumConverter<Standing>(System.Text.Json.JsonNamingPolicy.KebabCaseLower);

/// <summary>What a source says about one path of a record.</summary>
public sealed record Claim
{
    public required Guid Id { get; init; }
    public required string Path { get; init; }
    public required JsonNode Value { get; init; }
    public required Standing Standing { get; init; }
    public required Citation Citation { get; init; }
    public string Label { get; init; } = Concordat.Label.Default;
    /// <summary>Who accepted it, preferred it or set it aside last.</summary>
    public required Actor By { get; init; }
    /// <summary>When, UTC to the microsecond.</summary>
    public required string At { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }

    /// <summary>True when the record holds this value now.</summary>
    [JsonIgnore] public bool IsHeld => Standing is Standing.Held or Standing.Preferred;

    /// <summary>A standing as documents write it.</summary>
    internal static string Word(Standing standing) => standing switch
    {
        Standing.Held => "held", Standing.Rival => "rival", Standing.Preferred => "preferred", _ => "set-aside",
    };
}
