using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>What outlives the end: named articles, secrecy, running projects.</summary>
internal static class SurvivalClause
{
    private static readonly Regex Lives = Rx.Of(@"\bsurviv\w*|\b(?:remain|continue|stay)s? (?:in (?:full )?(?:force|effect)|valid|binding|to (?:apply|bind|be bound|be binding)|effective)\b[^.]{0,120}\b(?:after|notwithstanding|beyond|despite|following|even|for (?:a period of )?\w+ \(?\w*\)? ?years)|\b(?:continue|remain)s?\b[^.]{0,40}\bnotwithstanding\b|\b(?:continue|remain|appl)\w*\b[^.]{0,80}\b(?:after|beyond|following) (?:the |its |any )?(?:expir|terminat|end of this|end of the agreement)");
    private static readonly Regex Running = Rx.Of(@"\b(?:not|without) (?:be )?(?:affect|prejudic|impact|impair)\w*\b|\bunaffected\b|\bwithout prejudice to\b|\b(?:until|through to|to) (?:their|its|the) (?:conclusion|completion)\b|\b(?:may|shall|will|can|are able to) (?:be )?(?:complete|finish)d?\b|\b(?:projects?|students?|activit\w+|programmes?)\b[^.]{0,60}\b(?:shall|will|may) continue\b|\b(?:brought|carried|continued?) (?:on )?(?:to|until) (?:their |its )?(?:completion|conclusion|end)\b|\bactivities in progress being (?:ensured|assured)\b|\bbeing ensured\b|\ballowed to complete\b|\bcarried (?:on|through) to (?:completion|their end)");
    private static readonly Regex Ending = Rx.Of(@"\b(?:terminat|expir|denunciat|withdraw|end of (?:this|the)|notice)\w*");
    private static readonly Regex Going = Rx.Of(@"\b(?:projects?|programmes?|programs?|activit(?:y|ies)|students?|trials?|undertakings?|commitments?|actions?|exchanges?|obligations? (?:already )?(?:entered into|incurred|undertaken)|contracts?|initiatives?|works?)\b");
    private static readonly Regex Articles = Rx.Of(@"(?:\barticles?|\bclauses?|\bsections?|\bparagraphs?|§§?) (?<list>(?:no\.? )?[\divx]+(?:\.\d+)*\b(?: ?\([^)]{1,60}\))?(?:(?:,| and|, and| to| or|;| &|, as well as) (?:(?:articles?|clauses?|sections?) )?[\divx]+(?:\.\d+)*\b(?: ?\([^)]{1,60}\))?){0,12})");
    private static readonly Regex Number = Rx.Of(@"\b(?:\d+(?:\.\d+)*|[ivx]{1,6})\b");
    private static readonly Regex Brackets = Rx.Of(@"\([^)]*\)");
    private static readonly Regex Secret = Rx.Of(@"\bconfidential|\bsecre|\bnon-disclosure|\bclassified|\bsecurity\b");
    private static readonly Regex Ideas = Rx.Of(@"\bintellectual property\b");
    private static readonly Regex Debts = Rx.Of(@"\b(?:accrued|liabilit|payment)");

    public static ImmutableArray<Finding<SurvivalRule>> Read(AgreementPage page)
    {
        var found = new List<Finding<SurvivalRule>>();
        foreach (var clause in page.Clauses)
        {
            if (clause.Text.Contains("duly", StringComparison.Ordinal) && clause.Has("witness")) continue;
            if (Lives.IsMatch(clause.Text) && Ending.IsMatch(clause.Text) && Named(clause.Text, clause.In?.Heading, clause.In?.Number) is { } rule) found.Add(page.Find(rule, clause, "wording.survival"));
            else if (Running.IsMatch(clause.Text) && Ending.IsMatch(clause.Text) && Going.IsMatch(clause.Text) && !Running.Match(clause.Text).Value.StartsWith("may", StringComparison.OrdinalIgnoreCase) | clause.HasAny("student", "accepted", "ongoing", "under way", "progress", "already"))
                found.Add(page.Find(new SurvivalRule([], ["ongoing-activities"], null), clause, "wording.survival.ongoing"));
            else if (Running.IsMatch(clause.Text) && AfterEnding(page, clause) && Going.IsMatch(clause.Text) && !clause.HasAny("may be")) found.Add(page.Find(new SurvivalRule([], ["ongoing-activities"], null), clause, "wording.survival.ongoing"));
        }
        return [.. found.DistinctBy(f => f.Value.Code)];
    }

    /// <summary>"Obligations already entered into shall not be affected." right after a sentence on termination.</summary>
    private static bool AfterEnding(AgreementPage page, Clause clause)
    {
        var at = clause.Index;
        return at > 0 && page.Clauses[at - 1] is { } before && before.In == clause.In && Ending.IsMatch(before.Text) && before.HasAny("terminat", "notice");
    }

    private static SurvivalRule? Named(string text, string? heading, string? number)
    {
        var numbers = new List<string>();
        foreach (Match list in Articles.Matches(text))
            numbers.AddRange(Number.Matches(Brackets.Replace(list.Groups["list"].Value, "")).Select(m => m.Value));
        if (numbers.Count == 0 && number is { Length: > 0 } && text.Contains("this article", StringComparison.OrdinalIgnoreCase) | text.Contains("this clause", StringComparison.OrdinalIgnoreCase) | text.Contains("this section", StringComparison.OrdinalIgnoreCase)) numbers.Add(number);
        var topics = new List<string>();
        var bare = Brackets.Replace(text, "");
        if (numbers.Count == 0 && heading is not null) bare += " " + heading;
        if (Secret.IsMatch(bare)) topics.Add("confidentiality");
        if (Ideas.IsMatch(bare)) topics.Add("intellectual-property");
        if (numbers.Count == 0 && topics.Count == 0 && Debts.IsMatch(bare)) topics.Add("obligations");
        if (numbers.Count == 0 && topics.Count == 0) return null;
        return new([.. numbers.Distinct(StringComparer.Ordinal)], [.. topics], PeriodWords.First(text)?.Period);
    }
}
