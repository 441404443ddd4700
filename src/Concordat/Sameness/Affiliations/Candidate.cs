namespace Concordat.Sameness.Affiliations;

/// <summary>How a name was met in a text.</summary>
internal enum Met
{
    /// <summary>All its words in order.</summary>
    Whole,
    /// <summary>With its kind before instead of after: "Bonn University".</summary>
    Turned,
    /// <summary>A university's own words before a kind of part: "Wake Forest School of Medicine".</summary>
    Stem,
    /// <summary>Its acronym in capitals.</summary>
    Acronym,
    /// <summary>Most of its words, in any order or nearly spelt.</summary>
    Nearly,
}

/// <summary>One organisation met at one place of a text, and what speaks for it.</summary>
internal sealed record Candidate
{
    public required AffiliationOrganisation Organisation { get; init; }
    public required int From { get; init; }
    public required int To { get; init; }
    public required Met Met { get; init; }
    /// <summary>Sum of the weights of the name's words: rare words weigh more.</summary>
    public required double Weight { get; init; }
    /// <summary>Organisations that the same words name.</summary>
    public required int Sharing { get; init; }
    /// <summary>Share of the weights that name and text have in common; 1 for whole names.</summary>
    public double Alike { get; init; } = 1;
    public bool Main { get; init; }
    public bool WholePart { get; init; }
    /// <summary>A word that is no kind of organisation stands directly before: "Northwest | Missouri State University".</summary>
    public bool GluedBefore { get; init; }
    public bool GluedAfter { get; init; }
    public bool City { get; init; }
    public bool OtherCity { get; init; }
    public bool Country { get; init; }
    public bool OtherCountry { get; init; }
    public bool CityInName { get; init; }
    /// <summary>It is part of another candidate, or another is part of it.</summary>
    public bool HasParent { get; init; }
    public bool HasChild { get; init; }
    public bool University { get; init; }
    public bool Hospital { get; init; }
    public bool Company { get; init; }
    public bool Laboratory { get; init; }
    public bool Government { get; init; }
    public bool OtherUniversity { get; init; }
    /// <summary>All its words are kinds: "Department of Public Health".</summary>
    public bool General { get; init; }
    /// <summary>Another city follows at once: "State University of New York at Buffalo".</summary>
    public bool CityAfter { get; init; }
    public int Words => To - From;
    /// <summary>Nothing else was met.</summary>
    public bool Alone { get; init; }
    public bool First { get; init; }
    public bool Last { get; init; }
    public bool AnotherNear { get; init; }
}
