using System.Collections.Immutable;

namespace Concordat.Reading.Evaluation;

/// <summary>How one field of agreement wordings was read.</summary>
/// <param name="Labelled">Texts (or list items) in which the labels have it.</param>
/// <param name="Found">In which the reader has it.</param>
/// <param name="Both">In which both have it.</param>
/// <param name="Right">Of those, with the same value.</param>
public sealed record WordingFieldRow(string Field, int Labelled, int Found, int Both, int Right)
{
    /// <summary>Share of what was found that is labelled; 1 where nothing was found.</summary>
    public double Precision => Found == 0 ? 1 : (double)Both / Found;
    /// <summary>Share of what is labelled that was found; 1 where nothing is labelled.</summary>
    public double Recall => Labelled == 0 ? 1 : (double)Both / Labelled;
    /// <summary>Share of right values among those that both have; 1 where there is none.</summary>
    public double Value => Both == 0 ? 1 : (double)Right / Both;
}

/// <summary>What the reading of agreement wordings came to.</summary>
/// <param name="Unrecognised">Texts that were not taken for agreements.</param>
/// <param name="FalseQuotes">Quotes that do not stand in the text at their place.</param>
public sealed record WordingFigures(int Documents, int Unrecognised, int FalseQuotes, ImmutableArray<WordingFieldRow> Rows, ImmutableArray<string> Detail)
{
    /// <summary>All fields together: values right of all that are labelled or found.</summary>
    public WordingFieldRow Total => new("all", Rows.Sum(r => r.Labelled), Rows.Sum(r => r.Found), Rows.Sum(r => r.Both), Rows.Sum(r => r.Right));

    /// <param name="detail">Every miss, extra and wrong value before the table.</param>
    public void Print(bool detail, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (detail) foreach (var line in Detail) to.WriteLine("  " + line);
        to.WriteLine($"{"field",-22} {"labelled",8} {"found",6} {"precision",10} {"recall",7} {"right value",12}");
        foreach (var r in Rows.Append(Total))
            to.WriteLine($"{r.Field,-22} {r.Labelled,8} {r.Found,6} {Figures.Round(r.Precision),10:F3} {Figures.Round(r.Recall),7:F3} {Figures.Round(r.Value),12:F3}");
        to.WriteLine($"{Documents} agreement texts  not recognised {Unrecognised}  false quotes {FalseQuotes}");
    }
}
