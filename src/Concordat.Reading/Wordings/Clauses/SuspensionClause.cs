using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Whether and how it can be suspended.</summary>
internal static class SuspensionClause
{
    private static readonly Regex May = Rx.Of(@"\b(?:may|reserves? the right[^.]{0,140}|entitled|right) (?:\w+ ){0,6}?(?:to )?(?:temporarily )?suspend|\bmay be (?:\w+ )?suspended|\bright to (?:\w+ )?suspend");
    private static readonly Regex Each = Rx.Of(@"\b(?:either|each|any|a|one) (?:of the )?(?:contracting )?(?:party|parties|participant|side|signatory|partner|university|institution|government)\b");
    private static readonly Regex Agreed = Rx.Of(@"\b(?:mutual|joint|written) (?:written )?(?:agreement|consent|decision)\b|\bby agreement\b");

    public static Finding<string>? Read(AgreementPage page, PartyList parties)
    {
        foreach (var clause in page.Clauses)
        {
            if (!clause.Has("suspen") || May.Match(clause.Text) is not { Success: true } match) continue;
            var by = Each.IsMatch(clause.Text) ? "each" : Agreed.IsMatch(clause.Text) ? "agreement" : parties.First(clause.Text) is { } one && one.At < match.Index + match.Length ? one.Party : null;
            if (by is null) continue;
            var notice = PeriodWords.First(clause.Text[match.Index..]) is { } found && clause.HasAny("notice", "notif", "after", "effective") ? $" {found.Period.Code}" : "";
            return page.Find(by + notice, clause, "wording.suspension");
        }
        return null;
    }
}
