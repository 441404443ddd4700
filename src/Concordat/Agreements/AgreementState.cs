using System.Linq.Expressions;
using Concordat.Agreements.Terms;
using Concordat.Reading.Dates;

namespace Concordat.Agreements;

/// <summary>The states that lists show; never typed, always computed from dated values.</summary>
public enum AgreementState
{
    InPreparation, Signed, InForce, InRenewal, Suspended, Ended, ToBeConfirmed,
}

/// <summary>Why an agreement is in a state; <see cref="AgreementStates.Say"/> has the sentences.</summary>
public enum StateReason
{
    NothingKnown, Announced, Ahead, Signed, InForce, Renewing, Suspended, Gap, PresumedExpired, MayHaveExpired, MayHaveEnded, Ended, SaidToHaveEnded,
}

/// <summary>What is shown on a day.</summary>
/// <param name="Certain">False where the dates leave another state open.</param>
public readonly record struct StateOn(AgreementState State, StateReason Reason, bool Certain)
{
    public string Why => AgreementStates.Say(Reason);
}

/// <summary>States by day. Every agreement is in exactly one shown state on every day.</summary>
public static class AgreementStates
{
    /// <summary>The state of a document on a day.</summary>
    /// <param name="today">Proleptic day number. The last day of a term still belongs to it.</param>
    public static StateOn On(Agreement it, long today) => StateSpans.On(it, TermTimes.Of(it), today);

    /// <summary>The spans of one state, for queries: a span is of that state on the day.</summary>
    public static Expression<Func<StateSpanRow, bool>> Is(AgreementState state, long today)
    {
        var name = state.ToString();
        return s => s.Shown && s.State == name && s.FromDay <= today && s.ToDay >= today;
    }

    public static string Say(StateReason reason) => reason switch
    {
        StateReason.Announced => "Announced; no signature is recorded.",
        StateReason.Ahead => "Its dates lie ahead.",
        StateReason.Signed => "Signed; no entry into force is recorded.",
        StateReason.InForce => "The day of entry into force has come.",
        StateReason.Renewing => "Its renewal is under way.",
        StateReason.Suspended => "The last suspension was not lifted.",
        StateReason.Gap => "Its term had ended, and it was renewed only later.",
        StateReason.PresumedExpired => "Its last day has passed and nothing says that it was renewed or ended: presumed expired, to be confirmed.",
        StateReason.MayHaveExpired => "Its last day may have passed: the end is stated within a range.",
        StateReason.MayHaveEnded => "It may have ended: the day is stated within a range.",
        StateReason.Ended => "Its end is recorded.",
        StateReason.SaidToHaveEnded => "Its last day has passed, and it was not to be renewed or is said to have ended.",
        _ => "No signature and no entry into force is recorded.",
    };

    public static string Label(this AgreementState state) => state switch
    {
        AgreementState.InPreparation => "In preparation", AgreementState.InForce => "In force", AgreementState.InRenewal => "In renewal", AgreementState.ToBeConfirmed => "To be confirmed", _ => state.ToString(),
    };
}
