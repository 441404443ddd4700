using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Who owns what was there before and what comes out.</summary>
internal static class PropertyClause
{
    private static readonly Regex About = Rx.Of(@"\b(?:intellectual property|inventions?|results?|foreground|background|patents?|knowledge|rights|data|creations?|copyright|know-how|licen[cs]es?|confidential information|title|works)\b");

    private static readonly (Regex Pattern, string Value)[] Kinds =
    [
        (Rx.Of(@"\b(?:(?:retain|keep|maintain)s?\b[^.]{0,70}\b(?:title|ownership|rights?|background|existing|property)|remains? (?:the )?(?:sole )?(?:owner|property|with the)|(?:continue|remain)s? to (?:own|be owned)|rights remain|background[^.]{0,60}\b(?:remain|belong)s?)\b"), "background-kept"),
        (Rx.Of(@"\b(?:jointly[ -]owned|joint(?:ly)? (?:property|ownership)|owned jointly|joint property|belongs? (?:to|jointly)[^.]{0,40}\b(?:both|jointly|equal)|belong jointly|co-owned|co-ownership|equal shares|owned by (?:both|all) )"), "results-joint"),
        (Rx.Of(@"\b(?:owned by|belongs? to|property of|vests? in|owner(?:ship)? (?:of|by)) (?:the |each |that )?(?:party|partner|participant|institution|university|beneficiary|side)\b[^.]{0,30}\b(?:generat|creat|whose|produc|develop|making|made|which)"), "owner-generates"),
        (Rx.Of(@"\b(?:intellectual property|rights|results|ownership|inventions?)\b[^.]{0,160}\b(?:separate|specific|individual|case[- ]by[- ]case|implementing|project) ?(?:written )?(?:agreements?|arrangements?|basis|contracts?)\b"), "separate-agreement"),
        (Rx.Of(@"\bno licen[cs]e\b|\bnothing (?:in|herein)[^.]{0,60}\b(?:grant|licen[cs]e)|\bnot (?:grant|confer)[^.]{0,40}\blicen[cs]e"), "no-licence"),
    ];

    public static ImmutableArray<Finding<string>> Read(AgreementPage page)
    {
        var found = new List<Finding<string>>();
        foreach (var clause in page.Clauses)
        {
            if (clause.In is null || !clause.HasAny("own", "property", "right", "licen", "title", "belong", "result", "background", "copyright") || clause.HasAny("equipment", "reserves the right") || !About.IsMatch(clause.Text) && !clause.Heads("intellectual", "ownership", "results", "property", "rights to")) continue;
            foreach (var (pattern, value) in Kinds)
                if (pattern.Match(clause.Text) is { Success: true } match && found.TrueForAll(f => f.Value != value)) found.Add(page.Find(value, clause.From + match.Index, clause.From + match.Index + match.Length, $"wording.ip.{value}"));
            if (found.Count == 0 && clause.Heads("intellectual property") && clause.HasAny("shall", "will", "agree")) found.Add(page.Find("stated", clause, "wording.ip"));
        }
        if (found.Count > 1) found.RemoveAll(f => f.Value is "stated");
        return [.. found];
    }
}
