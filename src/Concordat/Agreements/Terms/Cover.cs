using System.Collections.Immutable;
using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>A time that a term covers without a break.</summary>
/// <param name="From">Null for the first, which begins with the agreement.</param>
/// <param name="To">The last day.</param>
public sealed record Covered(When? From, When To);

/// <summary>What an extension or a renewal did, for the page.</summary>
/// <param name="Gap">Days without cover before it: certain, or only possible; null for none.</param>
/// <param name="Backwards">True where it covers backwards what had run without cover.</param>
public sealed record Moved(string Words, When? Gap, Truth GapIs, bool Backwards);

/// <summary>Which times the term covers, after extensions, renewals and notices.</summary>
internal sealed class Cover(Agreement it, TermClauses clauses, Reckoned? computed)
{
    private static readonly string[] Moving = ["extended", "renewed", "renewed-back"];

    private readonly List<Covered> _periods = [];

    public ImmutableArray<Covered> Periods => [.. _periods];

    public ImmutableArray<Moved>.Builder Moves { get; } = ImmutableArray.CreateBuilder<Moved>();

    public List<string> Steps { get; } = [];

    /// <summary>The last day before renewals that happen by themselves; null where nothing says.</summary>
    public When? Run()
    {
        var stated = Reckoned.Read(it.Ends);
        if (stated is { } day) Steps.Add($"The last day is {Reckoned.Say(day)} (stated).");
        else if (computed is not null) Steps.AddRange(computed.Steps);
        if ((stated ?? computed?.Day) is { } end) _periods.Add(new(null, end));
        foreach (var happening in it.Events.Where(e => Moving.Contains(e.Sort)).OrderBy(e => Reckoned.Read(e.On)?.Lo ?? -DayNumber.Unbounded)) Move(happening, stated);
        return _periods.Count == 0 ? null : _periods[^1].To;
    }

    private void Move(Happening happening, When? stated)
    {
        var on = Reckoned.Read(happening.On);
        var label = AgreementKind.EventSorts.First(s => s.Value == happening.Sort).Label;
        var words = on is { } day ? $"{label} on {Reckoned.Say(day)}" : label;
        var to = Reckoned.Read(happening.To);
        if (_periods.Count == 0)
        {
            if (to is { } only) { _periods.Add(new(null, only)); Steps.Add($"{words} until {Reckoned.Say(only)}."); }
            return;
        }

        var last = _periods[^1].To;
        var after = on is { } late && last != Reckoned.Never ? late.After(last) : Truth.No;
        if ((to ?? Length(happening, last, on, stated, after)) is not { } end) return;
        // A stated last day that lies later was entered since.
        if (to is not null && _periods.Count == 1 && stated is { } entered && entered.Lo > end.Hi) end = entered;
        Steps.Add($"{words}: the last day is {Reckoned.Say(end)}.");
        var backwards = happening.Sort == "renewed-back";
        if (after is Truth.No || backwards) _periods[^1] = _periods[^1] with { To = end };
        else _periods.Add(new(on!.Value, end));
        var gap = after is Truth.No ? null : (When?)Reckoned.Between(last.Lo + 1, Math.Max(last.Lo + 1, on!.Value.Hi - 1), last.IsCertain && on.Value.IsCertain);
        Moves.Add(new(words, gap, after, backwards));
    }

    /// <summary>How far it went where no new last day is recorded; null where the stated last day says it already.</summary>
    private When? Length(Happening happening, When last, When? on, When? stated, Truth after)
    {
        if (after is Truth.No && stated is not null) return null;
        if (last == Reckoned.Never) return null;
        var step = clauses.Agreed?.Step ?? (happening.Sort == "extended" ? null : (clauses.Duration as RunsFor)?.Length);
        var from = happening.Sort == "renewed" && after is Truth.Certain ? on!.Value : clauses.FirstDayCounts ? Counting.Days(last, 1) : last;
        if (step is { } length) return Counting.End(from, length, clauses.FirstDayCounts);
        Steps.Add($"{AgreementKind.EventSorts.First(s => s.Value == happening.Sort).Label}, and until when is not stated.");
        return Reckoned.Between(Math.Max(last.Lo, on?.Lo ?? last.Lo), DayNumber.Unbounded, last.IsCertain);
    }

    /// <summary>The last period ends with another day.</summary>
    public void EndWith(When end)
    {
        if (_periods.Count == 0) _periods.Add(new(null, end));
        else _periods[^1] = _periods[^1] with { To = end };
    }
}
