using Concordat.Reading.Dates;

namespace Concordat.Agreements.Terms;

/// <summary>What the state of an agreement rests on: yes-or-no facts that become true on a day, which may be uncertain.</summary>
internal sealed class Facts
{
    /// <summary>More open questions on one day than this are not tried in all combinations.</summary>
    private const int MostOpen = 10;

    /// <param name="From">From its first day it is possible, from its last day on it is true.</param>
    private sealed record Fact(When From)
    {
        public Truth On(long day) => From.Hi <= day ? Truth.Certain : From.Lo <= day ? Truth.Possible : Truth.No;
    }

    private readonly List<Fact> _facts = [];
    private readonly List<(int? From, int To)> _periods = [];
    private readonly List<(int From, int? To)> _suspended = [], _renewing = [];
    private int? _signed, _inForce, _ended;
    private bool _announced, _saidToHaveEnded;

    public static Facts Of(Agreement it, TermTimes times)
    {
        var facts = new Facts { _announced = it.Events.Any(e => Preparing.Contains(e.Sort)), _saidToHaveEnded = times.Clauses.Renewals.Any(r => r is Reading.Wordings.Terms.NoRenewal) || StatedStatus.Read(it.StatedStatus) is AgreementState.Ended };
        facts._signed = facts.Add(Reckoned.Read(it.Signed) is { } signed ? new Reckoned(signed, []).Bounded().Day : null);
        facts._inForce = facts.Add(times.Beginning.Day?.Day);
        facts._ended = facts.Add(times.Ended?.Day);
        foreach (var period in times.Periods) facts._periods.Add((facts.Add(period.From), facts.Add(Counting.Days(period.To, 1))!.Value));
        facts._suspended.AddRange(facts.Stretches(it, ["suspended"], ["resumed"]));
        facts._renewing.AddRange(facts.Stretches(it, ["renewal-begun"], ["renewed", "renewed-back", "extended", "renewal-failed", .. Reckoning.Endings]));
        return facts;
    }

    private static readonly string[] Preparing = ["authority", "talks", "negotiation", "text-agreed", "announced", "approved"];

    /// <summary>Days from which some fact may be, or is, true.</summary>
    public IEnumerable<long> Turns => _facts.SelectMany(f => new[] { f.From.Lo, f.From.Hi });

    private int? Add(When? from)
    {
        if (from is not { } day) return null;
        _facts.Add(new(day));
        return _facts.Count - 1;
    }

    /// <summary>From each beginning to the first end after it. What has happened on a day that nobody stated lies in the past.</summary>
    private IEnumerable<(int, int?)> Stretches(Agreement it, string[] begin, string[] end)
    {
        static When Day(Happening e) => Reckoned.Read(e.On) ?? new When("..", -DayNumber.Unbounded, -DayNumber.Unbounded, true);
        var ends = it.Events.Where(e => end.Contains(e.Sort)).Select(Day).OrderBy(d => d.Lo).ToList();
        foreach (var from in it.Events.Where(e => begin.Contains(e.Sort)).Select(Day).OrderBy(d => d.Lo))
        {
            var at = ends.FindIndex(e => e.Lo >= from.Lo);
            yield return (Add(from)!.Value, at < 0 ? null : Add(ends[at]));
        }
    }

    /// <summary>Every state that some choice of days within the stated ranges gives on a day.</summary>
    public HashSet<(AgreementState State, StateReason Reason)> Possible(long day)
    {
        var truths = _facts.ConvertAll(f => f.On(day));
        var open = Enumerable.Range(0, truths.Count).Where(i => truths[i] is Truth.Possible).ToList();
        var states = new HashSet<(AgreementState, StateReason)>();
        var tried = Math.Min(open.Count, MostOpen);
        for (var choice = 0; choice < 1 << tried; choice++)
            states.Add(Decide(i => truths[i] is Truth.Certain || (truths[i] is Truth.Possible && (open.IndexOf(i) is var at && (at >= tried || (choice & (1 << at)) != 0)))));
        return states;
    }

    /// <summary>The state that lists show: the only possible one; where an end is left open “to be confirmed”; else what the earliest days give.</summary>
    public StateOn Shown(long day)
    {
        var possible = Possible(day);
        var doubted = _facts.Any(f => !f.From.IsCertain && f.On(day) is not Truth.No);
        if (possible.Count == 1) return new(possible.First().State, possible.First().Reason, !doubted);
        if (possible.Any(p => p.Reason is StateReason.Ended)) return new(AgreementState.ToBeConfirmed, StateReason.MayHaveEnded, false);
        if (possible.Any(p => p.Reason is StateReason.PresumedExpired or StateReason.SaidToHaveEnded or StateReason.Gap)) return new(AgreementState.ToBeConfirmed, StateReason.MayHaveExpired, false);
        var (state, reason) = Decide(i => _facts[i].On(day) is not Truth.No);
        return new(state, reason, false);
    }

    /// <summary>The first rule that holds decides.</summary>
    private (AgreementState, StateReason) Decide(Func<int, bool> isTrue)
    {
        bool Holds(int? fact) => fact is { } i && isTrue(i);
        bool Within((int From, int? To) stretch) => isTrue(stretch.From) && !Holds(stretch.To);
        var renewing = _renewing.Exists(Within);
        if (Holds(_ended)) return (AgreementState.Ended, StateReason.Ended);
        var current = _periods.FindLastIndex(p => p.From is null || Holds(p.From));
        if (current >= 0 && isTrue(_periods[current].To))
            return renewing ? (AgreementState.InRenewal, StateReason.Renewing) : current < _periods.Count - 1 ? (AgreementState.Ended, StateReason.Gap)
                : _saidToHaveEnded ? (AgreementState.Ended, StateReason.SaidToHaveEnded) : (AgreementState.ToBeConfirmed, StateReason.PresumedExpired);
        if (_suspended.Exists(Within)) return (AgreementState.Suspended, StateReason.Suspended);
        if (renewing) return (AgreementState.InRenewal, StateReason.Renewing);
        if (Holds(_inForce)) return (AgreementState.InForce, StateReason.InForce);
        if (Holds(_signed)) return (AgreementState.Signed, StateReason.Signed);
        if (_signed is not null || _inForce is not null) return (AgreementState.InPreparation, StateReason.Ahead);
        return _announced ? (AgreementState.InPreparation, StateReason.Announced) : (AgreementState.ToBeConfirmed, StateReason.NothingKnown);
    }
}
