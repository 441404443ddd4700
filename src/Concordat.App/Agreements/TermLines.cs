using System.Collections.Immutable;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;
using Concordat.Records;

namespace Concordat.App.Agreements;

/// <summary>A computed day as the page says it.</summary>
/// <param name="Rival">What the clauses give, where a stated day counts instead.</param>
internal sealed record TermDay(string Label, string Said, IReadOnlyList<string> Steps, bool Assumed = false, string? Rival = null);

/// <summary>Sentences of a term with their notes, and its computed days.</summary>
internal static class TermLines
{
    public static IEnumerable<(string Sentence, ImmutableArray<int> Notes)> Of(TermClauses clauses, RecordView view)
    {
        if (clauses.Effect is { } effect) yield return (effect.Sentence, Notes(view, "effect"));
        if (clauses.Duration is { } duration) yield return (duration.Sentence + (clauses.FirstDayCounts ? " The first day counts." : ""), Notes(view, "duration"));
        for (var i = 0; i < clauses.Renewals.Length; i++) yield return (clauses.Renewals[i].Sentence, Notes(view, "renewal", i));
        if (clauses.Notice is { } notice) yield return ($"A party may end it by notice of {notice.Code}.", Notes(view, "notice"));
        for (var i = 0; i < clauses.Survival.Length; i++) yield return (clauses.Survival[i].Sentence, Notes(view, "survival", i));
    }

    private static ImmutableArray<int> Notes(RecordView view, string field, int? at = null)
    {
        var values = view.Fields.FirstOrDefault(f => f.Field.Name == field)?.Values.Where(v => v.Text != "removed") ?? [];
        return [.. (at is { } i ? values.Skip(i).Take(1) : values).SelectMany(v => v.Beside.Prepend(v)).SelectMany(v => v.Notes).Distinct().Order()];
    }

    public static IEnumerable<TermDay> Days(TermTimes times, long today)
    {
        if (times.Beginning.Day is { } from) yield return new("In force from", Reckoned.Say(from.Day), from.Steps, from.Assumed, times.Beginning.Rival is { } rival ? Reckoned.Say(rival.Day) : null);
        if (times.Ends is { } ends) yield return new("Term ends", times.Cycle is not null && ends.IsNever ? "not by itself: it goes on until somebody gives notice" : Reckoned.Say(ends.Day), ends.Steps, ends is { Assumed: true, IsNever: false }, times.EndsRival is { } other ? Reckoned.Say(other.Day) : null);
        if (times.Cycle is { } cycle) foreach (var day in Cycle(cycle, today)) yield return day;
        foreach (var survives in times.Survival)
            yield return new("Survival ends", $"{survives.Rule.Code.Split(" for ")[0]}: {(survives.Ends is { } until ? Reckoned.Say(until.Day) : survives.Rule.Length is null ? "no limit is stated" : "not known: its end is open")}", survives.Ends?.Steps ?? []);
        foreach (var move in times.Moves.Where(m => m.Gap is not null))
            yield return new(move.Backwards ? "Covered backwards" : move.GapIs is Truth.Certain ? "Gap in cover" : "Possible gap", Stretch(move.Gap!.Value), [$"{move.Words}."]);
    }

    private static IEnumerable<TermDay> Cycle(TacitCycle cycle, long today)
    {
        var (certainly, possibly) = cycle.HappenedBy(today);
        if (possibly > 0) yield return new("Renewed so far", certainly == possibly ? Times(certainly) : $"certainly {Times(certainly)}, possibly {(possibly > 1000 ? "often" : Times(possibly))}", []);
        if (cycle.RunningOn(today) is not { } period || (cycle.Most is { } most && period >= most)) yield break;
        var (end, renewed) = (cycle.End(period), cycle.Renewed(period));
        string[] counted = [period == 0 ? $"The first term ends with {Reckoned.Say(end)}." : $"{Times(period)} {cycle.Step.Code} after the first term, which ends with {Reckoned.Say(cycle.First)}: the running period ends with {Reckoned.Say(end)}."];
        if (cycle.Notice is { } notice)
        {
            string[] steps = [.. counted, $"Notice {notice.Code} before that: at the latest on {Reckoned.Say(cycle.LastNotice(period))}. A month that has no such day gives its last one."];
            var passed = cycle.LastNotice(period).Hi < today;
            yield return new("Last day for notice", Reckoned.Say(cycle.LastNotice(period)) + (passed ? ": passed, the next renewal can no longer be stopped by notice" : ""), steps);
            if (passed && (cycle.Most is null || period + 1 < cycle.Most)) yield return new("The one after", Reckoned.Say(cycle.LastNotice(period + 1)), [$"For the renewal that follows, on {Reckoned.Say(cycle.Renewed(period + 1))}."]);
        }

        yield return new("Next renewal", $"{Reckoned.Say(renewed)}, for {cycle.Step.Code}", [.. counted, $"Renewed from the day after, {Reckoned.Say(renewed)}."]);
    }

    private static string Stretch(When days) => Span.TryParse(days.Text, out var span) ? span.Say() : days.Say();

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}
