using Concordat.Reading.Dates;

namespace Concordat.Agreements.Terms;

/// <summary>In force from.</summary>
/// <param name="Day">What counts: the stated day before the recorded event before the clause; null where none of them says.</param>
/// <param name="Rival">What the clause gives, where it differs from what is stated.</param>
public sealed record Beginning(Reckoned? Day, Reckoned? Rival)
{
    internal static Beginning Of(Agreement it, TermClauses clauses, Moments moments)
    {
        var computed = clauses.Effect is { } rule ? ByClause(rule, moments) : null;
        var stated = Reckoned.Read(it.InForce) is { } day ? new Reckoned(day, [$"In force from {Reckoned.Say(day)} (stated)."]).Bounded()
            : moments.Last("in-force") is { } entered ? new Reckoned(entered, [$"Entered into force: {Reckoned.Say(entered)} (from the events)."]).Bounded() : null;
        return new(stated ?? computed, stated is not null && computed is not null && (computed.Day.Lo > stated.Day.Hi || computed.Day.Hi < stated.Day.Lo) ? computed : null);
    }

    private static Reckoned? ByClause(Reading.Wordings.Terms.EffectRule rule, Moments moments)
    {
        if (moments.Of(rule.On) is not { } moment) return null;
        if (rule.MonthAfter is { } month) return Then(Counting.FirstOfMonth(moment.Day, month), $"the first day of month no. {month} after it");
        return rule.After is { } length ? Then(Counting.After(moment.Day, length), $"{length.Code} after it") : moment with { Steps = moment.Steps.Add("It takes effect at once.") };

        Reckoned Then(When day, string how) => new(day, moment.Steps.Add($"In force from {Reckoned.Say(day)}: {how}."), moment.Assumed);
    }
}
