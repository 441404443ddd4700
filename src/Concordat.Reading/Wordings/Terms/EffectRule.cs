namespace Concordat.Reading.Wordings.Terms;

/// <summary>When an agreement takes effect.</summary>
/// <param name="On">The moment that matters.</param>
/// <param name="After">How long after it; null is at once.</param>
/// <param name="MonthAfter">2 for "the first day of the second month following"; null otherwise.</param>
/// <param name="Retroactive">True where the text says that it takes effect backwards, from a date before it was signed.</param>
public sealed record EffectRule(TermEvent On, Period? After = null, int? MonthAfter = null, bool Retroactive = false)
{
    /// <summary>"last-signature", "2026-01-01", "30 days after last-notification", "retroactive 2024-10-01".</summary>
    public string Code =>
        Retroactive ? $"retroactive {On.Code}" : MonthAfter is { } n ? $"first day of the {Nth(n)} month after {On.Code}" : After is { } p ? $"{p.Code} after {On.Code}" : On.Code;

    public string Sentence =>
        Retroactive ? $"It takes effect backwards, from {On.Words}."
        : MonthAfter is { } n ? $"It takes effect on the first day of the {Nth(n)} month after {On.Words}."
        : After is { } p ? $"It takes effect {p.Code} after {On.Words}."
        : On.Moment is Moment.Date ? $"It takes effect on {On.Words}." : $"It takes effect upon {On.Words}.";

    public override string ToString() => Code;

    private static string Nth(int n) => n switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{n}th" };
}
