using Concordat.Names;

namespace Concordat.Agreements;

/// <summary>What people mean by the words that they type into a column "Status".</summary>
public static class StatedStatus
{
    private static readonly (AgreementState State, string Words)[] Meant =
    [
        (AgreementState.InPreparation, "not signed|unsigned|draft|drafting|proposed|pending|in preparation|under preparation|under negotiation|negotiation|in process|under process|to be signed|planned|initialled|awaiting signature"),
        (AgreementState.Ended, "not active|not in force|inactive|no longer in force|ended|expired|terminated|closed|completed|concluded and closed|lapsed|cancelled|withdrawn|denounced|superseded|dead|finished|past|archived|discontinued"),
        (AgreementState.Suspended, "suspended|on hold|paused|frozen"),
        (AgreementState.Signed, "signed|awaiting ratification|not yet in force|signed not in force"),
        (AgreementState.InForce, "in force|active|current|valid|ongoing|operational|live|effective|in effect|running|renewed|extended|under implementation|functional|yes"),
    ];

    /// <summary>The state that the words mean; null where they mean none, or something that no state says.</summary>
    public static AgreementState? Read(string? words)
    {
        var key = Fold.Key(words ?? "");
        if (key.Length == 0) return null;
        foreach (var (state, known) in Meant) if (known.Split('|').Contains(key)) return state;
        // "Expired on 3.4.2019", "active (renewed)": what stands first counts, negations before what they deny.
        foreach (var (state, known) in Meant) if (known.Split('|').Any(w => key.StartsWith(w + " ", StringComparison.Ordinal))) return state;
        return null;
    }

    /// <summary>True where the words and the computed state say different things. "Active" is said of what is signed and of what is in force.</summary>
    public static bool Contradicts(string? words, AgreementState computed) =>
        Read(words) is { } said && said != computed && !(said is AgreementState.InForce or AgreementState.Signed && computed is AgreementState.InForce or AgreementState.Signed);
}
