namespace Concordat.Reading.Evaluation;

/// <summary>Figures as lines of text.</summary>
public static class FiguresText
{
    /// <param name="detail">Every miss, extra and wrong value before the figures, and the rows that do not count.</param>
    public static void Print(Figures figures, bool detail, TextWriter to)
    {
        if (detail) foreach (var line in figures.Detail) to.WriteLine("  " + line);
        foreach (var r in figures.Rows)
            to.WriteLine($"{r.Type,-15} P {Share(r.Precision)}  R {Share(r.Recall)}  F1 {Share(r.F1)}  ({r.Labelled} labelled, {r.Found} found)");
        foreach (var a in figures.AllAttributes.Where(a => a.Counts)) to.WriteLine($"  {a.Name,-24} {a.Right}/{a.Of}  {a.Share:F3}");
        if (detail) foreach (var a in figures.AllAttributes.Where(a => !a.Counts)) to.WriteLine($"  {a.Name,-24} {a.Right}/{a.Of}  {a.Share:F3}  (not in the mean)");
        to.WriteLine($"{figures.Documents} documents  found {figures.Found:F3}  attributes {figures.Attributes:F3}  over-claims {figures.OverClaims}  false quotes {figures.FalseQuotes}");
    }

    private static string Share(double value) => Figures.Round(value).ToString("F3");
}
