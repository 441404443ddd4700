using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Who must do what by when: sentences with a due time, and those whose subject is one named party.</summary>
internal static class ObligationClauses
{
    private const string Must = @"(?:shall|will|must|undertakes? to|agrees? to|commits? (?:itself |themselves )?to|is (?:responsible for|obliged to|required to)|are (?:responsible for|obliged to|required to))";

    private static readonly Regex Duty = Rx.Of(@"^(?<who>[^.;:]{2,110}?) (?:(?:further|also|hereby|jointly|each) )?(?<must>" + Must + @")(?: (?:also|further|jointly|each|endeavour to|use (?:its|their) best efforts to|in particular))? (?<deed>.+)$");
    private static readonly Regex Incumbent = Rx.Of(@"^it (?:is|shall be) (?:incumbent up)?on (?<who>[^.;:]{2,60}?) to (?<deed>.+)$|^it is the responsibility of (?<who>[^.;:]{2,60}?) to (?<deed>.+)$");
    private static readonly Regex Present = Rx.Of(@"^(?<who>[^.;:,]{2,60}?) (?<deed>(?:pays|bears|provides|delivers|supplies|sends|makes|hosts|submits|grants|keeps|appoints|covers|contributes|performs|ensures) .+)$");
    private static readonly Regex Every = Rx.Of(@"^(?:the )?(?:each|every|either|both|all)(?: of the)? ?(?:contracting )?(?:part(?:y|ies)|participants?|sides?|partners?|signator(?:y|ies)|universit(?:y|ies)|institutions?|members?|beneficiar(?:y|ies))(?: to this[\w ]*)?$");
    private static readonly Regex Both = Rx.Of(@"^the (?:two )?(?:contracting )?(?:parties|participants|sides|partners|signatories|universities|institutions|members|beneficiaries)$|^they$|^both (?:parties|participants|sides|partners|signatories|universities|institutions)$");
    private static readonly Regex Passive = Rx.Of(@"^(?:neither |not be |be (?:\w+ ){0,3}?(?:ed|en|governed|borne|made|settled|held|set|done|drawn|owned)\b|be \w+ed\b|have no\b|enter into force|come into|take effect|take place|remain in|be\b|survive|prevail|continue\b|constitute|apply\b|commence|become|include|consist|comprise|cease|indicate|belong)");
    private static readonly Regex Term = Rx.Of(@"\b(?:terminat|renew|extend|prolong|amend|denounc|surviv|dispute|confidential\w* for|secret for|settle)\w*");
    private static readonly Regex Lead = Rx.Of(@"^(?:(?:unless|if|where|when|to this end|in addition|furthermore|at the request|upon|within|before|after|for)\b[^,]{0,90}, )");
    private static readonly Regex More = Rx.Of(@",? and (?:shall|will|must) ");
    private static readonly Regex SetsUp = Rx.Of(@"^(?:establish|set up|form|constitute|create) (?:a|an|the) [\w ]{3,60}(?:committee|group|board|commission|panel|council)");
    private static readonly Regex Item = Rx.Of(@"^(?:intends?|aims?|plans?)\b");

    public static ImmutableArray<ObligationFinding> Read(AgreementPage page, PartyList parties, ImmutableArray<GoverningBodyFinding> bodies)
    {
        var found = new List<ObligationFinding>();
        var names = bodies.Select(b => b.Name.Value).ToArray();
        foreach (var clause in page.Clauses)
            if (clause.In is not null && clause.Text.Length < 900 && One(page, clause, parties, names) is { } duty) found.Add(duty);
        return [.. found];
    }

    private static ObligationFinding? One(AgreementPage page, Clause clause, PartyList parties, string[] bodies)
    {
        var lead = Lead.Match(clause.Text).Length;
        var text = clause.Text[lead..].TrimEnd('.', ';', ' ');
        var match = Duty.Match(text);
        if (!match.Success) match = Incumbent.Match(text);
        var isPresent = !match.Success;
        if (isPresent) match = Present.Match(text);
        if (!match.Success) return null;
        Group who = match.Groups["who"], deed = match.Groups["deed"];
        if (More.Match(deed.Value) is { Success: true } more) { text = text[..(deed.Index + more.Index)]; match = isPresent ? Present.Match(text) : Duty.Match(text) is { Success: true } again ? again : Incumbent.Match(text); (who, deed) = (match.Groups["who"], match.Groups["deed"]); }
        if (!match.Success || deed.Value.EndsWith(':')) return null;
        if (Passive.IsMatch(deed.Value) || SetsUp.IsMatch(deed.Value) || Item.IsMatch(deed.Value) || Term.IsMatch(clause.Text) && !clause.HasAny("report", "within") || IsBody(who.Value, bodies)) return null;
        var (owner, single) = Owner(who.Value, parties);
        var due = DueWords.First(deed.Value);
        if (due is null && lead > 0 && DueWords.First(clause.Text[..lead]) is { Rule: DueWithin or DueBy } ahead) return Make(page, clause, lead, owner, who, deed, (deed.Index, deed.Index + deed.Length), (ahead.From - lead, ahead.To - lead, ahead.Rule));
        if (due is null ? !single : owner is null || isPresent && !single) return null;
        var span = due is { } d ? Deed(deed, d) : (deed.Index, deed.Index + deed.Length);
        return Make(page, clause, lead, owner, who, deed, span, due is { } at ? (deed.Index + at.From, deed.Index + at.To, at.Rule) : null);
    }

    /// <summary>The body itself, by its name or its letters ("JWG"): when it meets is told with the body.</summary>
    private static bool IsBody(string who, string[] bodies) =>
        Array.Exists(bodies, b => who.Contains(b, StringComparison.OrdinalIgnoreCase) || who.Length > 8 && b.StartsWith(who.StartsWith("The ", StringComparison.Ordinal) ? who[4..] : who, StringComparison.OrdinalIgnoreCase) || who.EndsWith(" " + string.Concat(b.Split(' ').Where(w => char.IsUpper(w[0])).Select(w => w[0])), StringComparison.Ordinal));

    private static ObligationFinding? Make(AgreementPage page, Clause clause, int lead, string? owner, Group who, Group deed, (int From, int To) span, (int From, int To, DueRule Rule)? due)
    {
        var from = clause.From + lead;
        if (owner is null || deed.Length < 3 || span.To <= span.From) return null;
        return new()
        {
            Owner = page.Find(owner, from + who.Index, from + who.Index + who.Length, "wording.obligation.owner"),
            Deed = page.Find(Words(clause.Text[(lead + span.From)..(lead + span.To)], span, due), from + span.From, from + span.To, "wording.obligation.deed"),
            Due = due is { } d ? page.Find(d.Rule, from + d.From, from + d.To, $"wording.obligation.{d.Rule.GetType().Name.ToLowerInvariant()}") : null,
        };
    }

    /// <summary>The deed without the words of its due time, where these end it or begin it.</summary>
    private static (int From, int To) Deed(Group deed, FoundDue due)
    {
        var before = deed.Value[..due.From].TrimEnd(' ', ',');
        var after = deed.Value[due.To..];
        // "transfer the data set monthly by secure link" goes on; "by 30 June and report" begins something else.
        if (before.Length >= 4 && after.Length > 5 && after[0] == ' ' && !after.StartsWith(" and ", StringComparison.Ordinal) && due.Rule is DueEvery or DueBy) return (deed.Index, deed.Index + deed.Length);
        if (before.Length >= 4) return (deed.Index, deed.Index + before.Length);
        var rest = deed.Value[due.To..];
        return (deed.Index + due.To + (rest.Length - rest.TrimStart(' ', ',').Length), deed.Index + deed.Length);
    }

    private static string Words(string deed, (int From, int To) span, (int From, int To, DueRule Rule)? due) =>
        due is { } d && d.From > span.From && d.To < span.To ? $"{deed[..(d.From - span.From)].TrimEnd(' ', ',')} {deed[(d.To - span.From)..].TrimStart(' ', ',')}" : deed;

    private static (string? Owner, bool Single) Owner(string who, PartyList parties)
    {
        var words = who.Trim(' ', ',', '"');
        if (Every.IsMatch(words) && !words.StartsWith("both", StringComparison.OrdinalIgnoreCase) && !words.StartsWith("all", StringComparison.OrdinalIgnoreCase)) return ("each party", false);
        if (Both.IsMatch(words) || Every.IsMatch(words)) return ("parties", false);
        if (parties.Exactly(words) is { } party) return (party, true);
        words = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        var low = words.ToLowerInvariant();
        return low is "it" or "this" or "which" or "who" or "that" || low.Length > 70 || words.Contains(',') || low.StartsWith("this ", StringComparison.Ordinal) || low.EndsWith("agreement", StringComparison.Ordinal) ? (null, false) : (words, false);
    }
}
