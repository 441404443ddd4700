namespace Concordat.Reading.Wordings.Terms;

/// <summary>Units as agreements write them; a month is a month of the calendar, a working day a day on which the parties work.</summary>
public enum TimeUnit { Hours, Days, WorkingDays, Weeks, Months, Years }

/// <summary>A length of time in the unit of the text: "24 months" stays 24 months and does not become two years.</summary>
/// <param name="Count">At least 1.</param>
public readonly record struct Period(int Count, TimeUnit Unit)
{
    /// <summary>"6 months", "10 working days", "1 year".</summary>
    public string Code => $"{Count} {(Count == 1 ? Word[..^1] : Word)}";

    public override string ToString() => Code;

    private string Word => Unit is TimeUnit.WorkingDays ? "working days" : Unit.ToString().ToLowerInvariant();
}
