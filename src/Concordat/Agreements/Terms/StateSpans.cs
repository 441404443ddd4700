using Concordat.Reading.Dates;

namespace Concordat.Agreements.Terms;

/// <summary>Days on which an agreement is in a state.</summary>
/// <param name="Shown">True for the one state that lists show; others are what the dates also leave open.</param>
/// <param name="Certain">True where nothing else is possible on these days.</param>
public sealed record StateSpan(AgreementState State, StateReason Reason, bool Shown, bool Certain, long From, long To);

/// <summary>The states of an agreement over all days: between the days on which a date begins or ends to be possible, every combination that is left open is tried.</summary>
internal static class StateSpans
{
    public static StateOn On(Agreement it, TermTimes times, long day) => Facts.Of(it, times).Shown(day);

    public static IEnumerable<StateSpan> Of(Agreement it, TermTimes times)
    {
        var facts = Facts.Of(it, times);
        var starts = facts.Turns.Where(Counting.IsDay).Distinct().Order().Prepend(-DayNumber.Unbounded).ToList();
        var open = new Dictionary<(AgreementState, StateReason, bool, bool), long>();
        for (var i = 0; i <= starts.Count; i++)
        {
            var now = i == starts.Count ? [] : Kinds(facts, starts[i]);
            foreach (var ended in open.Keys.Where(k => !now.Contains(k)).ToList())
            {
                open.Remove(ended, out var from);
                var (state, reason, shown, certain) = ended;
                yield return new(state, reason, shown, certain, from, i == starts.Count ? DayNumber.Unbounded : starts[i] - 1);
            }

            foreach (var begun in now) open.TryAdd(begun, starts[i]);
        }
    }

    private static HashSet<(AgreementState State, StateReason Reason, bool Shown, bool Certain)> Kinds(Facts facts, long day)
    {
        var shown = facts.Shown(day);
        var kinds = facts.Possible(day).Where(p => p.State != shown.State).Select(p => (p.State, p.Reason, false, false)).ToHashSet();
        kinds.Add((shown.State, shown.Reason, true, shown.Certain));
        return kinds;
    }
}
