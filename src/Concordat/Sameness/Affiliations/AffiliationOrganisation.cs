namespace Concordat.Sameness.Affiliations;

/// <summary>What the matching needs to know of an organisation.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Names">All names, in all languages; the first is the present one.</param>
/// <param name="Sort">As the register sorts organisations: university, laboratory, government, company …; null when not known.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Parents">Organisations that it is part of.</param>
/// <param name="Referring">How many records refer to it: of namesakes, the one that an office deals with is the likelier.</param>
public sealed record AffiliationOrganisation(Guid Record, IReadOnlyList<string> Names, IReadOnlyList<string> Acronyms, string? Sort, string? Country, string? Place, IReadOnlyList<Guid> Parents, int Referring);

/// <summary>The organisation that an affiliation names.</summary>
/// <param name="Score">0 to 1; from <see cref="AffiliationMatcher.Threshold"/> on it may be taken without a look.</param>
/// <param name="Words">The part of the string that named it, in folded words.</param>
public sealed record AffiliationMatch(Guid Record, double Score, string Words);
