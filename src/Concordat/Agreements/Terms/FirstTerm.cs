using System.Collections.Immutable;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>The last day of the first term, by the clauses on its duration.</summary>
internal sealed class FirstTerm(TermClauses clauses, Moments moments)
{
    /// <param name="Open">True where it rests on an event that is not recorded: it has not happened as far as the record knows.</param>
    private sealed record End(When Day, ImmutableArray<string> Steps, bool Open = false, bool Assumed = false);

    /// <summary>Null where no clause says; <see cref="Reckoned.Never"/> where it has no end as far as is recorded.</summary>
    public Reckoned? Compute()
    {
        if (clauses.Duration is not { } rule || Of(rule) is not { } end) return null;
        return new(end.Open ? Reckoned.Never : end.Day, end.Steps, end.Assumed);
    }

    private End? Of(TermRule rule) => rule switch
    {
        UntilDate until => Reckoned.Read(until.Date) is { } day ? new(day, [$"It runs until {Reckoned.Say(day)} (stated)."]) : null,
        Indefinite => new(Reckoned.Never, ["It runs without an end."]),
        UntilEvent until => moments.Of(until.Event) is { } happened ? new(happened.Day, happened.Steps.Add($"It ends with that: {Reckoned.Say(happened.Day)}."), Assumed: happened.Assumed) : Awaited(until.Event),
        RunsFor runs => Runs(runs),
        LaterOf later => Join(later.Rules, later: true),
        EarlierOf earlier => Join(earlier.Rules, later: false),
        AtLeast least => Join([least.Rule, least.Floor], later: true),
        _ => null,
    };

    private static End Awaited(TermEvent on) => new(When.Unknown, [$"{Moments.Upper(on.Words)} is not recorded: as far as the record knows it has not happened."], Open: true);

    private End? Runs(RunsFor runs)
    {
        // Where the text does not say from when, a term begins with the agreement.
        var from = runs.From is { } on ? moments.Of(on) : moments.Of(new(Moment.EntryIntoForce)) ?? moments.Of(new(Moment.LastSignature));
        if (from is null) return runs.From is { } awaited ? Awaited(awaited) : null;
        var day = Counting.End(from.Day, runs.Length, clauses.FirstDayCounts);
        var how = clauses.FirstDayCounts ? "the first day counts, so the last day is the day before the same date" : "the day from which it runs is not counted, so the last day has the same date";
        return new(day, from.Steps.Add($"{Moments.Upper(runs.Length.Code)} from {Reckoned.Say(from.Day)}: the last day is {Reckoned.Say(day)} ({how}{Shortened(from.Day, day, runs.Length)})."), Assumed: from.Assumed);
    }

    private string Shortened(When from, When end, Period length)
    {
        if (Counting.Months(length) is null || !Counting.IsDay(from.Lo) || !Counting.IsDay(end.Lo)) return "";
        var (wanted, got) = (DayNumber.Civil(from.Lo).Day - (clauses.FirstDayCounts ? 1 : 0), DayNumber.Civil(end.Lo).Day);
        return wanted > got ? "; that month has no such day, so its last day stands for it" : "";
    }

    /// <summary>An event that is not recorded never ends the earlier of two, and leaves the later of two open.</summary>
    private End? Join(ImmutableArray<TermRule> rules, bool later)
    {
        var ends = rules.Select(Of).OfType<End>().ToList();
        if (ends.Count == 0) return null;
        ImmutableArray<string> steps = [.. ends.SelectMany(e => e.Steps)];
        var known = ends.Where(e => !e.Open).ToList();
        if (known.Count == 0) return new(When.Unknown, steps, Open: true);
        var day = known.Select(e => e.Day).Aggregate(later ? Reckoned.Later : Reckoned.Earlier);
        if (later && known.Count < ends.Count && day != Reckoned.Never) day = Reckoned.Between(day.Lo, DayNumber.Unbounded, day.IsCertain);
        if (ends.Count > 1) steps = steps.Add($"The {(later ? "later" : "earlier")} of these counts: {Reckoned.Say(day)}.");
        return new(day, steps, Assumed: known.Exists(e => e.Assumed));
    }
}
