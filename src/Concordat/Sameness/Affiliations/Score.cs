namespace Concordat.Sameness.Affiliations;

/// <summary>How likely a candidate is the one meant, of all that were met and of none.</summary>
/// <remarks>
/// A conditional logit: the odds of a candidate are the exponential of its sum, those of none are 1. The weights were fitted on the half of the strings that may be
/// looked at (see bench and docs/decisions/0009) and rounded; each is for a general property of a name and what stands around it, none for an organisation.
/// </remarks>
internal static class Score
{
    private static readonly (double Weight, Func<Candidate, double> Of)[] Table =
    [
        (-1.46, _ => 1), (-0.74, c => When(c.Met == Met.Turned)), (0.33, c => When(c.Met == Met.Acronym)), (-3.26, c => When(c.Met == Met.Nearly)),
        (-0.47, c => c.Met == Met.Nearly ? 1 - c.Alike : 0), (0.47, c => Math.Min(c.Weight, 30) / 10), (-1.74, c => Math.Log(c.Sharing)), (1.22, c => When(c.Main)),
        (1.09, c => When(c.WholePart)), (-0.45, c => When(c.GluedBefore)), (0.36, c => When(c.GluedAfter)), (0.29, c => When(c.City)),
        (-0.68, c => When(c.OtherCity && !c.City)), (0.54, c => When(c.Country)), (-0.23, c => When(c.OtherCountry)), (-1.41, c => When(c.CityInName)),
        (0.37, c => When(c.HasParent)), (0.52, c => When(c.HasChild)), (0.08, c => When(c.University)), (0.04, c => When(c.Hospital)), (-0.34, c => When(c.Company)),
        (0.27, c => When(c.Laboratory)), (-0.42, c => When(c.Government)), (-0.84, c => When(c.OtherUniversity && !c.University)), (-1.04, c => When(c.Words == 1)),
        (0.04, c => When(c.Words == 2)), (-0.41, c => When(c.First)), (0.1, c => When(c.Last)), (-0.23, c => When(c.AnotherNear)),
        (0.44, c => Math.Log(c.Sharing) * (c.City ? 1 : 0)), (-0.1, c => When(c.Met == Met.Stem)), (0.31, c => Math.Log(1 + c.Organisation.Referring)),
        (0.28, c => Math.Log(c.Organisation.Names.Count)), (-1.9, c => When(c.General)), (-0.34, c => When(c.CityAfter)), (0.33, c => When(c.University && c.WholePart)),
        (0.51, c => When(c.Hospital && c.HasParent)), (0.28, c => When(c.University && c.Last)),
        (0.54, c => Math.Log(1 + c.Organisation.Referring) * Math.Log(c.Sharing)), (0.38, c => When(c.Met == Met.Acronym && c.Sharing == 1)),
        (-1.56, c => When(c.OtherCountry && !c.City)), (-0.71, c => When(c.University && c.HasChild)), (-0.18, c => When(c.Met is Met.Whole && c.Words > 3)),
        (1.45, c => When(c.General && c.WholePart)), (0.03, c => When(c.Met == Met.Acronym && c.AnotherNear)), (-0.49, c => When(c.Alone)),
        (0.17, c => When(c.OtherUniversity && c.Hospital)), (0.17, c => When(c.OtherUniversity && c.Laboratory)), (0.38, c => When(c.OtherUniversity && c.Government)),
        (-0.3, c => When(c.OtherUniversity && c.HasParent)), (-0.38, c => When(c.OtherUniversity && c.University)), (0.57, c => Math.Min(c.Weight, 8) / 8),
        (-0.14, c => c.Country ? Math.Log(c.Sharing) : 0), (0.49, c => When(c.OtherUniversity && c.First)), (0.17, c => When(c.OtherUniversity && c.Last)),
        (-0.58, c => Math.Log(c.Organisation.Names.Count) * Math.Log(c.Sharing)), (0.18, c => When(c.Alone && c.University)), (0.69, c => When(c.Alone && c.WholePart)),
        (-0.05, c => When(c.Alone && c.General)), (1.61, c => When(c.Words > 1 && c.CityInName)), (-0.38, c => When(c.Organisation.Parents.Count > 0)),
    ];

    private static double When(bool holds) => holds ? 1 : 0;

    /// <summary>One score for each, in order; together with that of none they sum to 1.</summary>
    public static double[] Of(IReadOnlyList<Candidate> candidates)
    {
        var odds = new double[candidates.Count];
        for (var i = 0; i < odds.Length; i++) odds[i] = Math.Exp(Math.Min(60, Sum(candidates[i])));
        var all = 1 + odds.Sum();
        for (var i = 0; i < odds.Length; i++) odds[i] /= all;
        return odds;
    }

    private static double Sum(Candidate candidate)
    {
        var sum = 0.0;
        foreach (var (weight, of) in Table) sum += weight * of(candidate);
        return sum;
    }
}
