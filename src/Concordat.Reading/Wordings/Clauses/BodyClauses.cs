using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>The committee or commission that runs the cooperation: its name, how often it meets, who chairs it.</summary>
internal static class BodyClauses
{
    private const string Noun = "(?:Committee|Commission|Working Group|Board|Council|Assembly|Group|Dialogue|Secretariat|Forum|Panel|Task Force)";

    private static readonly Regex Named = Rx.Exact(@"\b(?<name>(?:(?:[A-Z][\w&-]*|and|of|on|for) ){0,5}?(?:[A-Z][\w&-]* )" + Noun + @"(?: (?:for|on) [A-Z][\w-]+(?:(?: and| of)? [A-Z][\w-]+){0,4})?)\b|\b(?<name>(?:planning|working|steering|coordination|project|management|joint|executive|technical) (?:(?:planning|working|steering|coordination|management|technical) )?(?:group|committee|board|council))\b|\b(?<name>General Assembly|Steering Committee)\b");
    private static readonly Regex SetUp = Rx.Of(@"\b(?:set up|establish\w*|form(?:ed)?|constitut\w+|create[sd]?|directed by|appoint|convene|oversee\w*|report to|held|meets?|sessions? of|chaired|led by|holds?|composed|consist\w*|comprise\w*|manage[ds]?|governed by|supervis\w+)\b");
    private static readonly Regex Meeting = Rx.Of(@"\b(?:meets?|meetings?|sessions?|conven\w+|held)\b");
    private static readonly Regex Chair = Rx.Of(@"\b(?:(?:co-)?chaired (?:jointly |in alternate years |in turn |alternately |in rotation )?by|under the (?:joint )?(?:co-)?chair(?:manship)? of|led by|presided over by|headed by|with) (?<who>[^;.]{3,140})|\bchair(?:person|man)?(?:ship)? (?:shall|will) (?:be (?:held|appointed|provided|nominated|exercised) by|rotate|alternate) (?<who>[^;.]{3,100})|(?<who>\b(?:the|a|one) [\w' ]{3,60}) (?:shall|will) (?:act as )?(?:co-)?(?:chair|preside over) ");
    private static readonly Regex ChairEnd = Rx.Of(@",? and (?:shall|will|meets?|consist|is |has |be )| and its |,? (?:which|who) |, |;| providing the chair| (?:shall|will|meets?) | at its| in (?:turn|alternation) (?:and|$)");
    private static readonly Regex With = Rx.Of(@"^with (?<who>.+?) providing the chair");
    private static readonly Regex Foreign = Rx.Of(@"\b(?:research council|european commission|ethics|court|university (?:council|board)|board of (?:trustees|directors|governors)|security council|arbitra|chamber)\b");

    public static ImmutableArray<GoverningBodyFinding> Read(AgreementPage page, IReadOnlyCollection<string> parties)
    {
        var found = new Dictionary<string, GoverningBodyFinding>(StringComparer.OrdinalIgnoreCase);
        Clause? last = null;
        string? name = null;
        foreach (var clause in page.Clauses.Where(c => c.In is not null))
        {
            var mention = Mention(clause.Text, parties);
            if (mention is { } match)
            {
                (name, last) = (found.Keys.FirstOrDefault(k => k.StartsWith(match.Name + " ", StringComparison.OrdinalIgnoreCase)) ?? match.Name, clause);
                if (!found.ContainsKey(name) && SetUp.IsMatch(clause.Text)) found[name] = new() { Name = page.Find(name, clause.From + match.At, clause.From + match.At + name.Length, "wording.body") };
            }
            else if (last is null || clause.In != last.In || clause.Index > last.Index + 3 || !Follows(clause.Text)) continue;
            if (name is not null && found.TryGetValue(name, out var body)) found[name] = body with { Meets = body.Meets ?? Meets(page, clause, mention?.At ?? 0), Chairs = body.Chairs ?? Chairs(page, clause, name) };
        }
        return [.. found.Values.Where(b => !found.Keys.Any(k => k.Length > b.Name.Value.Length && k.EndsWith(" " + b.Name.Value, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>"It shall meet", "The JWG is chaired": sentences that go on about the body just named.</summary>
    private static bool Follows(string text) => text.StartsWith("It ", StringComparison.Ordinal) || text.StartsWith("Its ", StringComparison.Ordinal) || text.StartsWith("The ", StringComparison.Ordinal) && (text.Contains("meet", StringComparison.Ordinal) || text.Contains("chair", StringComparison.Ordinal) || text.Contains("ession", StringComparison.Ordinal)) || text.StartsWith("Meetings ", StringComparison.Ordinal) || text.StartsWith("Sessions ", StringComparison.Ordinal);

    private static (string Name, int At)? Mention(string text, IReadOnlyCollection<string> parties)
    {
        foreach (Match match in Named.Matches(text))
        {
            var name = match.Groups["name"];
            var (words, at) = (name.Value, name.Index);
            foreach (var lead in (string[])["The ", "A ", "An "]) if (words.StartsWith(lead, StringComparison.Ordinal)) (words, at) = (words[lead.Length..], at + lead.Length);
            if (Foreign.IsMatch(words) || parties.Any(p => p.Contains(words, StringComparison.OrdinalIgnoreCase))) continue;
            return (words, at);
        }
        return null;
    }

    private static Finding<Terms.DueRule>? Meets(AgreementPage page, Clause clause, int mention)
    {
        var meeting = Meeting.Match(clause.Text);
        if (!meeting.Success) return null;
        var (due, offset) = (DueWords.Recurring(clause.Text[mention..]), mention);
        if (due is null) (due, offset) = (DueWords.Recurring(clause.Text), 0);
        return due is { } d ? page.Find(d.Rule, clause.From + offset + d.From, clause.From + offset + d.To, "wording.body.meets") : null;
    }

    private static Finding<string>? Chairs(AgreementPage page, Clause clause, string body)
    {
        foreach (Match match in Chair.Matches(clause.Text))
        {
            var who = match.Groups["who"];
            var words = who.Value;
            if (match.Value.StartsWith("with ", StringComparison.OrdinalIgnoreCase) && !With.IsMatch(match.Value)) continue;
            if (ChairEnd.Match(words) is { Success: true, Index: > 0 } end) words = words[..end.Index];
            words = words.TrimEnd();
            if (words.Length < 3 || words.Contains(body, StringComparison.OrdinalIgnoreCase)) continue;
            return page.Words(clause.From + who.Index, clause.From + who.Index + words.Length, "wording.body.chairs");
        }
        return null;
    }
}
