using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>What the text itself says about being binding, else the word in which it puts duties.</summary>
internal static class BindingClause
{
    private static readonly Regex Not = Rx.Of(@"\b(?:not|no|nor|neither|without|non)\b[^.]{0,110}\b(?:legally |legal |contractual(?:ly)? )?(?:binding|enforceable)\b|\b(?:does not|do not|shall not|will not|not intended to|is not intended to|nothing in)\b[^.]{0,60}\b(?:create|creat\w+|give rise|constitute|establish|impose|oblig)\w*\b[^.]{0,70}\b(?:legal|rights?|obligations?|treaty|international agreement|commitments?)\b|\bcreates? no (?:legal|rights|obligations)|\bno legal (?:rights|obligations|effect)|\bnon-binding\b|\bnot\b[^.]{0,80}\b(?:basis (?:for|of) any claims?|preliminary contract)\b");
    private static readonly Regex Yes = Rx.Of(@"\b(?:is|are|shall be|will be|be) (?:legally )?binding\b|\blegally binding (?:agreement|commitment|instrument|effect)");
    private static readonly Regex Itself = Rx.Of(@"\b" + Rx.This + @"\b");
    private static readonly Regex Except = Rx.Of(@"\b(?:except|exception|save (?:for|as|that)|other than|apart from|with the exclusion|excluding|without prejudice to)\b[^.]{0,60}\b(?:article|section|clause|paragraph|provision|§|confidential)");
    private static readonly Regex Money = Rx.Of(@"\bfinancial (?:obligation|commitment|liabilit)|\bobligation (?:of|to) (?:funds|pay)|\bexclusiv|\bpartnership|\bother agreement|\bfurther agreement|\bagency\b|\bany licen|\bfund");
    private static readonly Regex Word = Rx.Exact(@"\b(?:shall|must|undertakes?|will)\b");

    public static Finding<string>? Read(AgreementPage page)
    {
        foreach (var clause in page.Clauses)
        {
            if (!clause.HasAny("binding", "enforceable", "obligation", "legal", "rights", "claims") || clause.HasAny("variation", "amendment", "modification") || clause.Text == clause.In?.Heading || !Not.IsMatch(clause.Text)) continue;
            if (!clause.HasAny("binding", "enforceable", "claims") && (Money.IsMatch(clause.Text) || !About(clause))) continue;
            return page.Find(Except.IsMatch(clause.Text) || Next(page, clause) ? "partly" : "not-binding", clause, "wording.binding.said");
        }
        foreach (var clause in page.Clauses)
            if (clause.Has("binding") && clause.In is not null && Yes.Match(clause.Text) is { Success: true } yes && Itself.IsMatch(clause.Text) && !clause.HasAny("notwithstanding", "this article", "variation", "amendment", "modification", "decision", "award", "arbitra", "commitments among")) return page.Find("binding", clause, "wording.binding.said");
        return Modal(page);
    }

    private static bool About(Clause clause) => clause.HasAny("this ", "memorandum", "mou", "declaration", "letter", "statement", "arrangement") && clause.HasAny("rights", "legal", "international") && !clause.HasAny("intellectual", "patent", "third part", "transfers");

    /// <summary>"... is not binding. Articles 5 and 6 are, however, binding." is partly binding.</summary>
    private static bool Next(AgreementPage page, Clause clause)
    {
        for (var i = Math.Max(0, clause.Index - 2); i < Math.Min(page.Clauses.Count, clause.Index + 3); i++)
            if (i != clause.Index && page.Clauses[i].Has("binding") && Yes.IsMatch(page.Clauses[i].Text) && !Not.IsMatch(page.Clauses[i].Text)) return true;
        return false;
    }

    private static Finding<string>? Modal(AgreementPage page)
    {
        var counts = new Dictionary<string, (int N, int At, int Length)>(StringComparer.Ordinal);
        foreach (Match match in Word.Matches(page.Flow))
        {
            var word = match.Value == "will" ? "will" : "shall";
            var (n, at, length) = counts.GetValueOrDefault(word, (0, match.Index, match.Length));
            counts[word] = (n + 1, at, length);
        }
        if (counts.Count == 0) return null;
        var (most, best) = counts.OrderByDescending(c => c.Value.N).ThenBy(c => c.Key, StringComparer.Ordinal).First();
        return best.N < 1 ? null : page.Find(most, best.At, best.At + best.Length, "wording.binding.modal");
    }
}
