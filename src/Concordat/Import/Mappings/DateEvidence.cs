using System.Text.RegularExpressions;
using Concordat.Import.Tables;

namespace Concordat.Import.Mappings;

/// <summary>What the dates of a column show about the order of day and month.</summary>
/// <param name="DayFirst">Dates that can only be day-first, as 25/03/2019.</param>
/// <param name="MonthFirst">Dates that can only be month-first, as 03/25/2019.</param>
/// <param name="Ambiguous">Dates that may be either and differ, as 03/04/19.</param>
/// <param name="Sample">The first of those.</param>
public sealed partial record DateEvidence(int DayFirst, int MonthFirst, int Ambiguous, string? Sample)
{
    public static DateEvidence None { get; } = new(0, 0, 0, null);

    /// <summary>One more cell counted.</summary>
    public DateEvidence And(Cell cell)
    {
        if (cell.IsDay || Numbers().Match(cell.Text) is not { Success: true } match) return this;
        var (first, second) = (int.Parse(match.Groups["a"].ValueSpan), int.Parse(match.Groups["b"].ValueSpan));
        if (first == second || first > 31 || second > 31) return this;
        if (first > 12) return this with { DayFirst = DayFirst + 1 };
        if (second > 12) return this with { MonthFirst = MonthFirst + 1 };
        return this with { Ambiguous = Ambiguous + 1, Sample = Sample ?? match.Value };
    }

    /// <summary>The order that the column itself proves; null where it must be asked for: nothing speaks, or both do.</summary>
    public string? Order => (DayFirst, MonthFirst) switch
    {
        (> 0, 0) => Column.DayFirst,
        (0, > 0) => Column.MonthFirst,
        // A typing error now and then does not make a column mixed.
        var (day, month) when day > 20 * month && day > 20 => Column.DayFirst,
        var (day, month) when month > 20 * day && month > 20 => Column.MonthFirst,
        _ => null,
    };

    /// <summary>True where a person must say which comes first.</summary>
    public bool MustAsk => Ambiguous > 0 && Order is null;

    // Two numbers of one or two digits and a year at the end: 03/04/19, 3.4.2019, 03-04-2019.
    [GeneratedRegex(@"(?<![\d./-])(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})[./-](\d{4}|\d{2})(?![\d./-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
