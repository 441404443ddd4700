using System.Linq.Expressions;

namespace Concordat.Agreements;

/// <summary>The states that lists show; never stored, always computed from dated values.</summary>
public enum AgreementState
{
    InPreparation, Signed, InForce, Suspended, Ended, ToBeConfirmed,
}

/// <summary>Computes states for a day. The first rule that holds decides; every agreement is in exactly one state.</summary>
public static class AgreementStates
{
    /// <summary>The state on a day and why, in one sentence.</summary>
    /// <param name="today">Proleptic day number. The last day of a term still belongs to it.</param>
    public static (AgreementState State, string Why) On(AgreementRow row, long today) => row switch
    {
        { TerminatedHi: { } day } when day <= today => (AgreementState.Ended, "A termination is recorded."),
        { EndsHi: { } last } when last < today => (AgreementState.Ended, "Its last day has passed."),
        { TerminatedLo: { } day } when day <= today => (AgreementState.ToBeConfirmed, "It may have been terminated: the day is stated within a range."),
        { EndsLo: { } first } when first < today => (AgreementState.ToBeConfirmed, "Its last day may have passed: the end is stated within a range."),
        { SuspendedLo: { } day } when day <= today && !(row.ResumedLo <= today) => (AgreementState.Suspended, "The last suspension was not lifted."),
        { InForceLo: { } day } when day <= today => (AgreementState.InForce, "The day of entry into force has come."),
        { SignedLo: { } day } when day <= today => (AgreementState.Signed, "Signed; no entry into force is recorded."),
        { SignedLo: not null } or { InForceLo: not null } => (AgreementState.InPreparation, "Its dates lie ahead."),
        { Announced: true } => (AgreementState.InPreparation, "Announced; no signature is recorded."),
        _ => (AgreementState.ToBeConfirmed, "No signature and no entry into force is recorded."),
    };

    /// <summary>The same rules as a condition for queries.</summary>
    public static Expression<Func<AgreementRow, bool>> Is(AgreementState state, long today) => state switch
    {
        AgreementState.Ended => r => r.TerminatedHi <= today || r.EndsHi < today,
        AgreementState.Suspended => r => !(r.TerminatedLo <= today || r.EndsLo < today) && r.SuspendedLo <= today && !(r.ResumedLo <= today),
        AgreementState.InForce => r => !(r.TerminatedLo <= today || r.EndsLo < today || (r.SuspendedLo <= today && !(r.ResumedLo <= today))) && r.InForceLo <= today,
        AgreementState.Signed => r => !(r.TerminatedLo <= today || r.EndsLo < today || (r.SuspendedLo <= today && !(r.ResumedLo <= today)) || r.InForceLo <= today) && r.SignedLo <= today,
        AgreementState.InPreparation => r => !(r.TerminatedLo <= today || r.EndsLo < today || (r.SuspendedLo <= today && !(r.ResumedLo <= today)) || r.InForceLo <= today || r.SignedLo <= today)
            && (r.SignedLo != null || r.InForceLo != null || r.Announced),
        _ => r => !(r.TerminatedHi <= today || r.EndsHi < today) && (r.TerminatedLo <= today || r.EndsLo < today
            || (!(r.SuspendedLo <= today && !(r.ResumedLo <= today)) && r.SignedLo == null && r.InForceLo == null && !r.Announced)),
    };

    public static string Label(this AgreementState state) => state switch
    {
        AgreementState.InPreparation => "In preparation", AgreementState.InForce => "In force", AgreementState.ToBeConfirmed => "To be confirmed", _ => state.ToString(),
    };
}
