using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Whether information is kept confidential, and for how long.</summary>
internal static class SecrecyClause
{
    private static readonly Regex About = Rx.Of(@"\b(?:confidential\w*|secre(?:t|cy)|non-disclosure|undisclosed|not (?:to )?disclose|proprietary information|keep secret)\b");
    private static readonly Regex Duty = Rx.Of(@"\b(?:shall|will|undertakes?|must|agrees?|are|is|neither|may not|keep|observe|treat|maintain|obligations?|continues?|survives?|applies)\b");
    private static readonly Regex Tail = Rx.Of(@"^'?,? ?(?:(?:counted|starting|calculated|running) )?(?:from|after|following|as of|beyond|since)\b(?<event>.*)$");
    private static readonly Regex Then = Rx.Of(@"^'? (?:thereafter|afterwards|after that)\b");
    private static readonly Regex Marking = Rx.Of(@"\bmarked|""confidential information"" means|\bcopies\b");

    public static Finding<string>? Read(AgreementPage page)
    {
        Finding<string>? stated = null;
        foreach (var clause in page.Clauses)
        {
            var here = About.IsMatch(clause.Text);
            if (!here && !clause.Heads("confidential", "disclosure", "secrecy", "proprietary") || clause.In is null && !here || !Duty.IsMatch(clause.Text)) continue;
            if (!here && clause.Heads("use of information")) continue;
            if (Period(clause) is { } period) return page.Find(period, clause, "wording.confidentiality.period");
            if (here && !Marking.IsMatch(clause.Text) && !clause.HasAny("except for", "except article", "surviv", "except as") && clause.In is not null) stated ??= page.Find("stated", clause, "wording.confidentiality");
        }
        return stated;
    }

    private static string? Period(Clause clause)
    {
        foreach (var found in PeriodWords.All(clause.Text))
        {
            var before = clause.Text[Math.Max(0, found.From - 40)..found.From];
            if (found.Period.Unit is not (TimeUnit.Years or TimeUnit.Months) || before.Contains("notice", StringComparison.OrdinalIgnoreCase)) continue;
            var after = clause.Text[found.To..];
            if (after.TrimStart('\'', ' ').StartsWith("notice", StringComparison.OrdinalIgnoreCase)) continue;
            var moment = Tail.Match(after) is { Success: true } tail ? Events.ForSecrets(tail.Groups["event"].Value.Split(", ")[0]) : Then.IsMatch(after) ? new TermEvent(Moment.Termination) : clause.HasAny("surviv") ? new TermEvent(Moment.Termination) : null;
            // "for the duration of the project and five years after" counts from the end.
            return moment is { Moment: Moment.Told, Value: { Length: > 80 } } ? found.Period.Code : found.Period.Code + (moment is null ? "" : $" from {moment.Code}");
        }
        return null;
    }
}
