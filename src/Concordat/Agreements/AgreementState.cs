using System.Linq.Expressions;

namespace Concordat.Agreements;

/// <summary>The states that lists show; never stored, always computed from dated values.</summary>
public enum AgreementState
{
    InPreparation, Signed, InForce, Suspended, Ended, ToBeConfirmed,
}

/// <summary>Computes states for a day.</summary>
public static class AgreementStates
{
    /// <summary>The state on a day and why, in one sentence.</summary>
    /// <param name="today">Proleptic day number.</param>
    public static (AgreementState State, string Why) On(AgreementRow row, long today) => row switch
    {
        { TerminatedLo: { } day } when day <= today => (AgreementState.Ended, "A termination is recorded."),
        { EndsHi: { } last } when last < today => (AgreementState.Ended, "Its last day has passed."),
        { EndsLo: { } first } when first <= today => (AgreementState.ToBeConfirmed, "Its last day may have passed: the end is stated within a range."),
        { Suspended: true } => (AgreementState.Suspended, "The last suspension was not lifted."),
        { InForceLo: { } day } when day <= today => (AgreementState.InForce, "The day of entry into force has come."),
        { SignedLo: { } day } when day <= today => (AgreementState.Signed, "Signed; no entry into force is recorded."),
        { SignedLo: null, InForceLo: null, EndsLo: null } => (AgreementState.InPreparation, "No signature is recorded."),
        _ => (AgreementState.InPreparation, "Its dates lie ahead."),
    };

    /// <summary>The same rules as a condition for queries.</summary>
    public static Expression<Func<AgreementRow, bool>> Is(AgreementState state, long today) => state switch
    {
        AgreementState.Ended => r => r.TerminatedLo <= today || r.EndsHi < today,
        AgreementState.ToBeConfirmed => r => !(r.TerminatedLo <= today || r.EndsHi < today) && r.EndsLo <= today,
        AgreementState.Suspended => r => !(r.TerminatedLo <= today || r.EndsLo <= today) && r.Suspended,
        AgreementState.InForce => r => !(r.TerminatedLo <= today || r.EndsLo <= today || r.Suspended) && r.InForceLo <= today,
        AgreementState.Signed => r => !(r.TerminatedLo <= today || r.EndsLo <= today || r.Suspended || r.InForceLo <= today) && r.SignedLo <= today,
        _ => r => !(r.TerminatedLo <= today || r.EndsLo <= today || r.Suspended || r.InForceLo <= today || r.SignedLo <= today),
    };

    public static string Label(this AgreementState state) => state switch
    {
        AgreementState.InPreparation => "In preparation", AgreementState.InForce => "In force", AgreementState.ToBeConfirmed => "To be confirmed", _ => state.ToString(),
    };
}
