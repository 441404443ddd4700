using System.Collections.Immutable;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>Computes the days of one agreement, in order: beginning, first term, extensions and renewals, renewals by themselves, notices, survival.</summary>
internal sealed class Reckoning(Agreement it)
{
    internal static readonly string[] Endings = ["terminated", "superseded", "completed", "expired"];

    private readonly TermClauses _clauses = TermClauses.Of(it);
    private readonly Moments _moments = new(it);
    private readonly ImmutableArray<TermWarning>.Builder _warnings = ImmutableArray.CreateBuilder<TermWarning>();

    public TermTimes Run()
    {
        var beginning = Beginning.Of(it, _clauses, _moments);
        _moments.Entry = beginning.Day;
        var computed = new FirstTerm(_clauses, _moments).Compute();
        var cover = new Cover(it, _clauses, computed);
        var first = cover.Run();
        var cycle = Cycle(first, cover);
        var ended = Ended();
        if (cycle is not null) cycle = Stopped(cycle, cover);
        Terminated(cover);
        var last = cover.Periods.IsEmpty ? (When?)null : cover.Periods[^1].To;
        var ends = last is { } end ? new Reckoned(end, [.. cover.Steps], it.Ends is null && computed?.Assumed == true) : null;
        Warn(beginning, ends, cover, ended);
        return new()
        {
            Clauses = _clauses, Beginning = beginning, Ends = ends, EndsRival = Rival(computed), Cycle = cycle, Periods = cover.Periods, Moves = cover.Moves.ToImmutable(),
            Survival = [.. _clauses.Survival.Select(s => Survive(s, ended?.Day ?? last))], Warnings = _warnings.ToImmutable(), Ended = ended,
        };
    }

    private Reckoned? Rival(Reckoned? computed) => computed is not null && Reckoned.Read(it.Ends) is { } stated && (computed.Day.Lo > stated.Hi || computed.Day.Hi < stated.Lo) ? computed : null;

    private TacitCycle? Cycle(When? first, Cover cover)
    {
        if (_clauses.Tacit is not { } tacit || first is not { } end || end.Lo == DayNumber.Unbounded) return null;
        var step = tacit.Step ?? (_clauses.Duration as RunsFor)?.Length;
        if (step is not { } length) { cover.Steps.Add("It is renewed by itself; for how long is not stated, so no later end is computed."); cover.EndWith(Reckoned.Between(end.Lo, DayNumber.Unbounded, end.IsCertain)); return null; }
        if (tacit.Step is null) cover.Steps.Add($"For how long it is renewed is not stated: taken for as long as the first term, {length.Code}.");
        // A text that says neither how often nor "again and again" makes one renewal certain.
        var cycle = new TacitCycle(end, length, tacit.Notice, tacit.Times, tacit.Again ? null : tacit.Times ?? 1, _clauses.FirstDayCounts);
        cover.Steps.Add($"{tacit.Sentence} With all of that its last day is {(cycle.Last == Reckoned.Never ? "not fixed" : Reckoned.Say(cycle.Last))}.");
        cover.EndWith(cycle.Last);
        return cycle;
    }

    /// <summary>An objection that was not withdrawn ends the renewals with the period whose notice it still meets.</summary>
    private TacitCycle? Stopped(TacitCycle cycle, Cover cover)
    {
        var objections = _clauses.Notice is null ? (string[])["objection", "notice"] : ["objection"];
        if (Standing(objections) is not { } day) return cycle;
        var end = cycle.EndBy(day);
        cover.Steps.Add($"Notice against renewal on {Reckoned.Say(day)}: it ends with {Reckoned.Say(end)}.");
        cover.EndWith(end);
        return null;
    }

    private void Terminated(Cover cover)
    {
        if (_clauses.Tacit is not null && _clauses.Notice is null) return;
        if (Standing(["notice"]) is not { } day) return;
        if (_clauses.Notice is not { } notice) { _warnings.Add(new("term.notice-without-period", $"Notice was given on {Reckoned.Say(day)}, and no notice period is stated: when it ends is not computed.")); return; }
        var end = Counting.After(day, notice);
        if (!cover.Periods.IsEmpty) end = Reckoned.Earlier(end, cover.Periods[^1].To);
        cover.Steps.Add($"Notice to end it on {Reckoned.Say(day)}, {notice.Code}: it ends with {Reckoned.Say(end)}.");
        cover.EndWith(end);
    }

    /// <summary>The last notice of these sorts that was not withdrawn later.</summary>
    private When? Standing(string[] sorts)
    {
        var given = it.Events.Where(e => sorts.Contains(e.Sort)).Select(e => Reckoned.Read(e.On)).OfType<When>().OrderBy(d => d.Lo).ToList();
        if (given.Count == 0) return null;
        return it.Events.Where(e => e.Sort == "notice-withdrawn").Any(e => Reckoned.Read(e.On) is not { } day || day.Lo >= given[^1].Lo) ? null : given[^1];
    }

    /// <summary>The latest recorded ending by its day; one without a day lies in the past.</summary>
    private (When Day, string Label)? Ended()
    {
        (When Day, string Label)? last = null;
        foreach (var happening in it.Events.Where(e => Endings.Contains(e.Sort)))
        {
            var day = Reckoned.Read(happening.On) ?? new When("..", -DayNumber.Unbounded, -DayNumber.Unbounded, true);
            if (last is null || day.Lo >= last.Value.Day.Lo) last = (day, AgreementKind.EventSorts.First(s => s.Value == happening.Sort).Label);
        }

        return last;
    }

    private static Survives Survive(SurvivalRule rule, When? end)
    {
        if (rule.Length is not { } length || end is not { } last || last == Reckoned.Never) return new(rule, null);
        var day = Counting.After(last, length);
        return new(rule, new(day, [$"It ends with {Reckoned.Say(last)}.", $"{Moments.Upper(length.Code)} after that: {Reckoned.Say(day)}."]));
    }

    private void Warn(Beginning beginning, Reckoned? ends, Cover cover, (When Day, string Label)? ended)
    {
        if (beginning.Day is { } start && ends is { IsNever: false } end && end.Day.Before(start.Day) is var before and not Truth.No && start.Day.Lo > end.Day.Lo)
            _warnings.Add(new("term.ends-before-start", before is Truth.Certain ? "It ends before it is in force." : "It may end before it is in force: the dates leave that open."));
        foreach (var move in cover.Moves.Where(m => m.Gap is not null && !m.Backwards))
            _warnings.Add(new("term.gap", $"{move.Words}, after the term had {(move.GapIs is Truth.Certain ? "" : "possibly ")}ended: no cover {(Span.TryParse(move.Gap!.Value.Text, out var days) ? days.Say() : Reckoned.Say(move.Gap!.Value))}."));
        if (cover.Periods is [var only] && only.To != Reckoned.Never)
            foreach (var given in it.Events.Where(e => e.Sort is "notice" or "objection"))
                if (Reckoned.Read(given.On) is { } day && day.After(only.To) is Truth.Certain) _warnings.Add(new("term.notice-after-end", $"Notice was given on {Reckoned.Say(day)}, after the last day."));
        if (ended is { } over && Counting.IsDay(over.Day.Lo) && beginning.Day is { } began && over.Day.Before(began.Day) is Truth.Certain) _warnings.Add(new("term.ended-before-start", $"{over.Label} before it was in force."));
    }
}
