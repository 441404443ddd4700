using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Who pays what, and amounts with their currency.</summary>
internal static class FundingClause
{
    private static readonly (Regex Pattern, string Value)[] Kinds =
    [
        (Rx.Of(@"\b(?:bears?|borne|carr(?:y|ies)|covers?|covered|meets?|pays?|finances?|responsible for|funds?|assumes?)\b[^.]{0,40}\b(?:its|their|his|the)(?: \w+)? own (?:\w+ )?(?:costs?|expens\w+|participation|activities|tasks|part)|\b(?:bears?|cover\w*|responsible for|carr(?:y|ies)|meets?) the (?:costs?|expenses) (?:of|arising from|for) its (?:own )?\w+|\bcosts (?:shall |will )?(?:lie where they fall|be borne by the party (?:that|which) incurs)|\bexpenses (?:shall|will) be (?:covered|borne|met) by (?:the participating|each|the respective)|\bits own (?:costs?|expenses)\b|\bbears? its (?:\w+ )?costs?\b|\b(?:funds|finances) the participation of its own\b|\b(?:bears?|financ\w+|covers?|meets?) the (?:costs?|expenses) of \w+ing its\b|\b(?:bears?|financ\w+|covers?|meets?) the (?:costs?|expenses) of[^.]{0,40}\bits own\b|\bborne by the (?:party|participant) (?:that|which|incurring)"), "own-costs"),
        (Rx.Of(@"\b(?:no|not|without|nor)\b[^.]{0,60}\b(?:exchange|transfer)s? of (?:\w+ )?(?:funds|resources|money)|\bno (?:funds|money) (?:shall|will) (?:be )?(?:change|exchanged|transferred)"), "no-exchange"),
        (Rx.Of(@"\b(?:not|no|nor|without)\b[^.]{0,60}\bfinancial (?:obligations?|commitments?|liabilit\w+|implications?)\b|\bnot (?:an )?obligat\w* (?:of )?funds"), "no-obligation"),
        (Rx.Of(@"\b(?:subject to|within|depend\w* (?:on|upon)|limits of)\b[^.]{0,30}\b(?:availability|available)\b[^.]{0,40}\b(?:funds?|resources?|budget\w*|appropriat\w+|money)|\bsubject to (?:the )?(?:appropriation|budgetary)"), "subject-to-funds"),
        (Rx.Of(@"\b(?:financial|funding|financing|costs?)\b[^.]{0,120}\b(?:separate|specific|case[- ]by[- ]case|individual) ?(?:written )?(?:agreements?|arrangements?|basis|contracts?)\b"), "separate-agreement"),
    ];

    private const string Signs = "euros?|eur|€|us\\$|usd|u\\.?s\\.? dollars?|us dollars?|dollars?|\\$|gbp|£|pounds(?: sterling)?|chf|swiss francs?|inr|₹|rs\\.?|rupees?|jpy|yen|¥|rmb|cny|yuan|krw|won|nok|sek|dkk|aud|a\\$|cad|c\\$|nzd|nz\\$|brl|r\\$|zar|rand|rm|pen|clp|cop|uyu|mad|tnd|dzd|jod|omr|bhd|pkr|bdt|lkr|npr|uah|rsd|gel|amd|azn|uzs|ghs|ugx|tzs|etb|rwf|zmw|bwp|mur|r|aed|sar|qar|kwd|rub|kzt|pln|czk|huf|try|ils|sgd|s\\$|hkd|mxn|myr|idr|thb|php|vnd|egp|ngn|kes|xof|ron|bgn|isk|twd";

    private static readonly Regex Amount = Rx.Of(@"(?:^|[\s(""])(?<sign>" + Signs + @") ?(?<n>\d[\d,. ]*\d|\d)(?: ?(?<scale>million|billion|thousand|m|bn|k|crores?|lakhs?)\b)?|(?:^|[\s(""])(?<n>\d[\d,.]*\d|\d)(?: ?(?<scale>million|billion|thousand|crores?|lakhs?))? ?(?<sign>" + Signs + @")(?:$|[\s.,;)])");

    public static ImmutableArray<Finding<string>> Read(AgreementPage page)
    {
        var found = new List<Finding<string>>();
        foreach (var clause in page.Clauses)
        {
            if (clause.HasAny("cost", "expens", "fund", "financ", "resource", "money", "budget", "appropriat"))
                foreach (var (pattern, value) in Kinds)
                    if (pattern.Match(clause.Text) is { Success: true } match) Add(found, page.Find(value, clause.From + match.Index, clause.From + match.Index + match.Length, $"wording.funding.{value}"));
            if (!clause.Text.AsSpan().ContainsAnyInRange('0', '9')) continue;
            foreach (Match match in Amount.Matches(clause.Text))
                if (Value(match) is { } amount && !Replaced(clause.Text, match.Index + match.Length)) Add(found, Exact(page, clause, match, amount));
        }
        return [.. found];
    }

    private static void Add(List<Finding<string>> found, Finding<string> one)
    {
        if (found.TrueForAll(f => f.Value != one.Value)) found.Add(one);
    }

    private static Finding<string> Exact(AgreementPage page, Clause clause, Match match, string amount)
    {
        var from = Math.Min(match.Groups["sign"].Index, match.Groups["n"].Index);
        var to = new[] { match.Groups["sign"], match.Groups["n"], match.Groups["scale"] }.Where(g => g.Success).Max(g => g.Index + g.Length);
        return page.Find(amount, clause.From + from, clause.From + to, "wording.funding.amount");
    }

    /// <summary>The old amount of an amendment.</summary>
    private static bool Replaced(string text, int after) => text[after..].TrimStart('"', ' ').StartsWith("is replaced", StringComparison.OrdinalIgnoreCase) || text[after..].TrimStart('"', ' ').StartsWith("shall be replaced", StringComparison.OrdinalIgnoreCase);

    private static string? Value(Match match) => Money.Read(match.Groups["n"].Value, match.Groups["scale"].Value) is { } n && Money.Currency(match.Groups["sign"].Value) is { } currency ? $"{currency} {n}" : null;
}
