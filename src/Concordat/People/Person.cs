using System.Collections.Immutable;

namespace Concordat.People;

/// <summary>A person who signs, chairs, takes part or is written to.</summary>
public sealed record Person
{
    /// <summary>In the order in which the person writes it, without honorific.</summary>
    public required string Name { get; init; }
    public string? Honorific { get; init; }
    public ImmutableArray<Appointment> Appointments { get; init; } = [];
    public string? Email { get; init; }
    public string? Note { get; init; }
}

/// <summary>An office held: "who held this office on that day" is asked of these.</summary>
/// <param name="Period">EDTF span; null when not known.</param>
public sealed record Appointment(Guid Id, string Role, Guid? Organisation, string? Period, bool? Acting);
