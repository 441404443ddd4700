using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>"It shall be automatically renewed for successive periods of five years unless either Party gives notice six months before."</summary>
internal static class RenewalClause
{
    private const string Renew = @"(?:renew(?:ed|als?|able|s)?|exten(?:d|ds|ded|sions?|dable|ded)|prolong(?:ed|ation|s)?|rolled over|roll over|continue[sd]?|thereafter for (?:successive|further|additional|subsequent|consecutive))";

    private static readonly Regex Any = Rx.Of(@"\b" + Renew + @"\b");
    private static readonly Regex Never = Rx.Of(@"\b(?:shall|will|may|is|can)(?: not|not) (?:be )?(?:automatically )?" + Renew + @"\b|\bnon-renewable\b|\bno (?:automatic )?(?:renewal|extension)\b|\bwithout (?:possibility of )?(?:renewal|extension)\b");
    private static readonly Regex Tacit = Rx.Of(@"\b(?:automatic(?:ally)?|tacit(?:ly)?)\b|\bthereafter for (?:successive|further|additional|subsequent|consecutive)\b|\bconsidered (?:as )?(?:prolonged|extended|renewed)\b|\bdeemed (?:to be |to have been )?(?:prolonged|extended|renewed)\b|\b(?:shall|will|is) (?:thereafter )?(?:be )?" + Renew + @"\b[^.]{0,140}\b(?:unless|if (?:no|neither|none))\b|\bif (?:no|neither|none)\b[^.]{0,200}\b(?:shall|will|is) (?:be )?(?:considered )?" + Renew + @"\b");
    private static readonly Regex Objection = Rx.Of(@"\bunless\b|\bif (?:no|neither|none)\b|\bin the absence of\b|\bprovided (?:that )?(?:no|neither)\b|\bexcept where\b|\bfailing\b");
    private static readonly Regex Agreed = Rx.Of(@"\b(?:may|can|could|shall only|renewable|extendable|possibility)\b|\b(?:agree|agreed|consent|consult|review|mutual|written|writing)\b");
    private static readonly Regex Same = Rx.Of(@"\b(?:similar|same|equal|like|identical|equivalent|further such|corresponding) (?:period|term|duration|length)s?\b|\bsame duration\b");
    private static readonly Regex Often = Rx.Of(@"\b(?:once|one time|a single time|one further period|one additional (?:period|term)|only one)\b|\b(?<n>two|three|twice|2|3) (?:further|additional|successive|times|more)\b");
    private static readonly Regex Repeats = Rx.Of(@"\b(?:successive|subsequent|consecutive|each|every|periods|terms|again|indefinitely|year to year|from time to time)\b");
    private static readonly Regex Elsewhere = Rx.Of(@"\b(?:deadline|students?'? stay|invitation|confidential\w*|loan|visit|secondment|delivery)\b|^(?:considering|recalling|whereas|having)\b|\bwas (?:extended|renewed)|\bhas been (?:extended|renewed)|\b(?:tasks?|cooperation|network|assurances)\b[^.]{0,20}" + Renew + @"|\brenew to\b|\bextend (?:the )?(?:cooperation|assistance|courtes|hospitality|their)|obligations? (?:shall |will )?continue");

    public static Finding<RenewalRule>? Read(AgreementPage page, Finding<TermRule>? duration)
    {
        Finding<RenewalRule>? agreed = null;
        foreach (var clause in page.Clauses)
        {
            if (!clause.HasAny("renew", "exten", "prolong", "roll", "thereafter for") || Any.Match(clause.Text) is not { Success: true } at || Elsewhere.IsMatch(clause.Text)) continue;
            if (Never.IsMatch(clause.Text) && !Objection.IsMatch(clause.Text)) return page.Find<RenewalRule>(new NoRenewal(), clause, "wording.renewal.none");
            if (Tacit.IsMatch(clause.Text)) return page.Find<RenewalRule>(ByItself(page, clause, duration), clause, "wording.renewal.tacit");
            if (agreed is null && Agreed.IsMatch(clause.Text) && !clause.HasAny("i propose", "proposes that")) agreed = page.Find<RenewalRule>(new AgreedRenewal(Step(clause.Text, at.Index, duration)), clause, "wording.renewal.agreed");
        }
        return agreed;
    }

    private static TacitRenewal ByItself(AgreementPage page, Clause clause, Finding<TermRule>? duration)
    {
        var text = clause.Text;
        var auto = Tacit.Match(text).Index;
        var verb = Any.Matches(text).Where(m => m.Index >= auto - 30).Select(m => m.Index).DefaultIfEmpty(auto).First();
        var unless = Objection.Match(text);
        var after = unless.Success && unless.Index > verb ? text[verb..unless.Index] : text[verb..];
        var step = PeriodWords.First(after)?.Period ?? (Same.IsMatch(after) ? Length(duration) : null);
        var notice = !unless.Success ? null : PeriodWords.First(unless.Index > verb ? text[unless.Index..] : text[unless.Index..verb])?.Period;
        var times = Often.Match(after) is not { Success: true } often ? (int?)null : often.Groups["n"].Value.ToLowerInvariant() switch { "" => 1, "three" or "3" => 3, _ => 2 };
        return new(step, notice ?? (unless.Success ? null : NoticeOf(page, clause)), times, unless.Success || NoticeOf(page, clause) is not null, times is null && Repeats.IsMatch(after));
    }

    /// <summary>An objection told in the sentence after: "Notice of non-renewal shall be given three months before".</summary>
    private static Period? NoticeOf(AgreementPage page, Clause clause)
    {
        var at = clause.Index + 1;
        return at < page.Clauses.Count && page.Clauses[at] is { } next && next.In == clause.In && next.HasAny("non-renewal", "not to renew", "object") ? PeriodWords.First(next.Text)?.Period : null;
    }

    private static Period? Step(string text, int verb, Finding<TermRule>? duration)
    {
        var after = text[verb..];
        var found = PeriodWords.First(after);
        if (found is { } f && (after[f.To..].TrimStart('\'', ' ').StartsWith("before", StringComparison.OrdinalIgnoreCase) || after[f.To..Math.Min(after.Length, f.To + 25)].Contains("prior", StringComparison.OrdinalIgnoreCase) || after[f.To..].StartsWith("' notice", StringComparison.Ordinal))) found = null;
        return found?.Period ?? (Same.IsMatch(after) ? Length(duration) : null);
    }

    private static Period? Length(Finding<TermRule>? duration) => duration?.Value is RunsFor runs ? runs.Length : null;
}
