using System.Collections.Immutable;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>Holds the parts of a term against what can be computed.</summary>
internal static class CheckTerm
{
    /// <summary>Longest length of a part, in each unit a thousand years; most renewals that a text may number.</summary>
    public const int MostYears = 1000, MostTimes = 1000;

    /// <returns>Refusals <c>term.incomplete</c>, <c>term.too-long</c>, <c>term.not-joined</c>, <c>term.twice</c>, <c>term.rests-on-itself</c>; null when all is well.</returns>
    public static Refusal? Of(Agreement it) =>
        it.Effect.Select(Effect).Concat(it.Duration.Select(Duration)).Concat(it.Renewal.Select(Renewal)).Concat(it.Notice.Select(n => Length("Notice", n.Count, n.Unit)))
            .Concat(it.Survival.Select(s => Length("Survives its end", s.Count, s.Unit))).FirstOrDefault(r => r is not null) ?? Twice(it) ?? Joined(it);

    private static Refusal? Effect(EffectPart part)
    {
        if (part.Event == TermWords.Of(Moment.EntryIntoForce)) return new("term.rests-on-itself", "Takes effect: entry into force is what is to be computed, so it cannot count from itself. Choose another event.");
        if (part is { Count: not null, Month: not null }) return Incomplete("Takes effect", "give either a time after the event or a month after it, not both");
        if (part.Month is < 1 or > 120) return TooLong("Takes effect", "between the 1st and the 120th month after");
        return Length("Takes effect", part.Count, part.Unit) ?? Told("Takes effect", part.Event, part.On, part.Words);
    }

    private static Refusal? Duration(DurationPart part) => part.Sort switch
    {
        "until" => part.On is null ? Incomplete("Runs until a day", "the day is missing") : null,
        "event" => part.Words is null && part.From is null or "day" ? Incomplete("Runs until an event", "the event is missing") : Told("Runs until an event", part.From, part.On, part.Words),
        "indefinite" => null,
        "at-least" when part is { Count: null, On: not null } => null,
        _ => part.Count is null ? Incomplete("Runs for a time", "the number is missing") : Length("Runs", part.Count, part.Unit) ?? Told("Runs", part.From, part.On, part.Words),
    };

    private static Refusal? Renewal(RenewalPart part)
    {
        if (part.Times is < 1 or > MostTimes) return TooLong("Renewal", $"between 1 and {MostTimes} times");
        if (part is { Times: not null, Often: not null }) return Incomplete("Renewal", "give a number of times, or choose how often, not both");
        return Length("Renewal", part.Count, part.Unit) ?? Length("Notice against renewal", part.NoticeCount, part.NoticeUnit);
    }

    private static Refusal? Told(string what, string? moment, string? on, string? words) => moment switch
    {
        "day" when on is null => Incomplete(what, "the day is missing"),
        "told" when words is null => Incomplete(what, "the event is missing: say it in a few words"),
        _ => null,
    };

    private static Refusal? Length(string what, int? count, string? unit)
    {
        if (count is null != unit is null) return Incomplete(what, "a number and its unit belong together");
        if (TermWords.Length(count, unit) is not { } length) return null;
        var most = length.Unit switch { TimeUnit.Years => MostYears, TimeUnit.Months => 12 * MostYears, TimeUnit.Weeks => 52 * MostYears, _ => 365 * MostYears };
        return count < 1 || count > most ? TooLong(what, $"between 1 and {most} {unit}") : null;
    }

    private static Refusal? Twice(Agreement it) => it.Effect.Length > 1 ? Several("Takes effect") : it.Renewal.Count(r => r.Sort == "tacit") > 1 || it.Renewal.Count(r => r.Sort != "tacit") > 1 ? Several("Renewal") : null;

    private static Refusal? Joined(Agreement it) => it.Duration.Where(d => d.Sort != "at-least").Skip(1).Any(d => d.Join is null)
        ? new("term.not-joined", "Runs: there are two ends. Say whether the earlier or the later of them counts.") : null;

    private static Refusal Incomplete(string what, string why) => new("term.incomplete", $"{what}: {why}.");

    private static Refusal TooLong(string what, string bounds) => new("term.too-long", $"{what}: give {bounds}.");

    private static Refusal Several(string what) => new("term.twice", $"{what} is stated twice. Change or remove one of the two.");
}
