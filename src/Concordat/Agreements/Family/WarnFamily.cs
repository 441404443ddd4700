using System.Collections.Frozen;
using Concordat.Reading.Dates;

namespace Concordat.Agreements.Family;

/// <summary>A party as a family is judged by it.</summary>
public sealed record Party(Guid Organisation, string Name, string? Country);

/// <summary>Says what does not fit between an agreement and the one it stands under.</summary>
/// <remarks>Nothing is inherited from what it is only guided by, so nothing is said of that.</remarks>
public static class WarnFamily
{
    /// <summary>Kinds that nothing, or only some kinds, can stand under; all others may stand under any kind.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Bears = new Dictionary<string, FrozenSet<string>>
    {
        ["amendment"] = [], ["nda"] = ["amendment"], ["loi"] = ["amendment"], ["licence"] = ["amendment"], ["project-agreement"] = ["amendment", "nda", "licence", "exchange-agreement", "implementing-arrangement"],
    }.ToFrozenDictionary();

    /// <param name="then">State of the parent on the day when the child was signed; null where that day is not known.</param>
    public static IEnumerable<string> Of(Relative child, Relative parent, IReadOnlyList<Party> mine, IReadOnlyList<Party> theirs, AgreementState? then)
    {
        var name = $"“{parent.Row.Title}”";
        if (Outlives(child.Row, parent.Row, name) is { } longer) yield return longer;
        if (child.Row.Sort is { } sort && parent.Row.Sort is { } above && Bears.TryGetValue(above, out var borne) && !borne.Contains(sort)) yield return $"{Kind(sort)} does not usually stand under {Kind(above).ToLowerInvariant()}: {name}.";
        if (then is AgreementState.Ended) yield return child.Row.Sort is "amendment" ? $"It amends {name}, which had ended when it was signed." : $"{name} had ended when it was signed.";
        else if (then is AgreementState.InPreparation) yield return $"{name} was not signed yet when it was.";
        if (Now(parent.State) is { } now && parent.State != then) yield return $"{name} {now}.";
        if (theirs.Count == 0) yield break;
        foreach (var party in mine.Where(p => theirs.All(t => t.Organisation != p.Organisation && (t.Country is null || t.Country != p.Country))))
            yield return $"{party.Name} is a party here, but neither it nor anyone of its country is one of {name}.";
    }

    private static string? Outlives(AgreementRow child, AgreementRow parent, string name)
    {
        if (child.Ended || parent.EndsHi is not { } last || parent.EndsLo is not { } first || last >= DayNumber.Unbounded) return null;
        if (child.EndsLo > last) return $"It ends {Say(child.Ends)}, after {name}, which ends {Say(parent.Ends)}.";
        if (child.EndsHi > first && child.EndsHi < DayNumber.Unbounded) return $"It may end after {name}: one ends {Say(child.Ends)}, the other {Say(parent.Ends)}.";
        return child is { EndsLo: null, GoesOn: true } ? $"It has no end, but {name} ends {Say(parent.Ends)}." : null;
    }

    private static string? Now(AgreementState state) => state switch
    {
        AgreementState.Ended => "has ended", AgreementState.Suspended => "is suspended", AgreementState.InPreparation => "is not signed yet",
        AgreementState.ToBeConfirmed => "may no longer hold: that is to be confirmed", _ => null,
    };

    private static string Kind(string sort) => AgreementKind.Sorts.First(s => s.Value == sort).Label;

    private static string Say(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : "on a day not known";
}
