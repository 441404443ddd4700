using System.Collections.Immutable;

namespace Concordat.Reading.Evaluation;

/// <summary>How many labelled items of a type were found.</summary>
public sealed record FoundRow(string Type, int Hits, int Found, int Labelled)
{
    public double Precision => Found == 0 ? 0 : (double)Hits / Found;
    public double Recall => Labelled == 0 ? 0 : (double)Hits / Labelled;
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>How often a value of the paired items is right.</summary>
public sealed record AttributeRow(string Name, int Right, int Of)
{
    /// <summary>False for rows that are shown in detail only.</summary>
    public bool Counts => !Name.StartsWith('+');
    public double Share => Figures.Round((double)Right / Of);
}

/// <summary>What an evaluation came to.</summary>
/// <param name="OverClaims">Instruments said to be signed, renewed, extended or ended now where the labels have no such event.</param>
/// <param name="FalseQuotes">Quotes that do not stand in the text.</param>
/// <param name="Detail">One line for each miss, extra and wrong value.</param>
public sealed record Figures(int Documents, int OverClaims, int FalseQuotes, ImmutableArray<string> Detail, ImmutableArray<FoundRow> Rows, ImmutableArray<AttributeRow> AllAttributes)
{
    internal static readonly string[] Types = ["organisations", "people", "instruments", "meetings"];

    /// <summary>Mean of the four F1 values.</summary>
    public double Found => Round(Rows.Average(r => r.F1));

    /// <summary>Mean over the attribute rows that count; 0 where no pair has any.</summary>
    public double Attributes => AllAttributes.Where(a => a.Counts).Select(a => a.Share).DefaultIfEmpty(0).Average() is var mean ? Round(mean) : 0;

    public FoundRow Row(string type) => Rows.First(r => r.Type == type);

    internal static double Round(double value) => (double)decimal.Round((decimal)value, 3, MidpointRounding.ToEven);
}
