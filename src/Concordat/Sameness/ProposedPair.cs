namespace Concordat.Sameness;

/// <summary>Two records of one kind that may be the same.</summary>
/// <param name="One">The smaller id of the two.</param>
/// <param name="Score">0 to 1; from <see cref="Likely"/> on it is proposed with confidence.</param>
/// <param name="Why">What speaks for it and against it, in a few words.</param>
public sealed record ProposedPair(Guid One, Guid Other, string Kind, double Score, string Why)
{
    /// <summary>Below this a pair is not proposed.</summary>
    public const double Possible = 0.6;

    public const double Likely = 0.85;

    public bool Has(Guid record) => One == record || Other == record;

    public Guid Beside(Guid record) => One == record ? Other : One;

    /// <summary>The two in the order in which pairs name them.</summary>
    public static (Guid One, Guid Other) Key(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
