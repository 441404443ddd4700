using System.Collections.Immutable;

namespace Concordat.Organisations;

/// <summary>A laboratory, university, ministry, company, joint programme or state.</summary>
public sealed record Organisation
{
    /// <summary>At least one; the first is what lists show.</summary>
    public ImmutableArray<OrganisationName> Names { get; init; } = [];
    public string? Acronym { get; init; }
    /// <summary>One of <see cref="OrganisationKind.Sorts"/>.</summary>
    public string? OrganisationSort { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
    public string? Place { get; init; }
    public ImmutableArray<OrganisationParent> Parents { get; init; } = [];
    public ImmutableArray<Identifier> Identifiers { get; init; } = [];
    public string? Website { get; init; }
    public string? DeskOfficer { get; init; }
    public string? Note { get; init; }
}

/// <param name="Period">EDTF span in which it was called so; null when not known.</param>
public sealed record OrganisationName(Guid Id, string Text, string? Language, string? Period);

public sealed record OrganisationParent(Guid Id, Guid Organisation, string? Period);

/// <param name="Scheme">ROR, ISNI, Wikidata or a local scheme's name.</param>
public sealed record Identifier(Guid Id, string Scheme, string Value);
