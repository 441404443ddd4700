using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>Instruments told of in recitals and openings, with their day and what they are to this one.</summary>
internal static class EarlierInstruments
{
    private const string Noun = @"(?:Memorandum of (?:Understanding|Agreement|Cooperation|Intent)|Memorandum|MoU|MOU|MOA|MoA|(?:[A-Z][\w-]+ ){0,5}(?:Agreement|Arrangement|Statement|Declaration|Treaty|Convention|Protocol|Contract|Letter of Intent|Statement of Intent|Accord))";

    private static readonly Regex Named = Rx.Exact(@"(?:\b(?:the|The|a|an|that|of|its|their|said|existing|Whereas the)\b (?:[Pp]arties signed (?:a|an|the) )?(?:first |earlier |previous |existing |original |present )?)(?<title>" + Noun + @"\b[^.;\n""()]{0,260})");
    private static readonly Regex Dated = Rx.Of(@",? ?(?:which )?(?:was |were |has been |had been )?(?:(?:signed|dated|done|concluded|made|executed|entered into(?: force)?|adopted|in force|effective|agreed)(?: (?:by|between) (?:the|both) (?:two )?(?:parties|participants|sides))?(?: (?:at|in) [^,\d;]{2,50}?)?(?:,? (?:on|of|since|in|as of))?|of|on|from) ?(?:the )?$");
    private static readonly Regex Under = Rx.Of(@"\b(?:pursuant to|under|in accordance with|based (?:up)?on|within the framework of|in (?:the )?(?:implementation|pursuance|execution|application) of|subject to|on the basis of|in furtherance of|as provided (?:for )?in|by virtue of)\b[^.;]{0,40}$");
    private static readonly Regex Replaces = Rx.Of(@"\b(?:replac\w+|supersed\w+|substitut\w+)\b[^.;]{0,40}$");
    private static readonly Regex Cut = Rx.Of(@",? (?:hereinafter|which|the terms|and (?:wishing|that|desiring|considering)|\bthe ""|as amended|that (?:was|were)|between the two (?:countries|governments))");
    private static readonly Regex Ahead = Rx.Of(@"\b(?:signed|concluded|entered into) (?:a|an|the) $");
    private static readonly Regex Verb = Rx.Of(@"\b(?:expires?|shall|will|may|is|enters|remains|ends)\b");
    private static readonly Regex Self = Rx.Of(@"^(?:agreement|arrangement|memorandum|mou|moa|protocol|contract|present|this|joint declaration|declaration|letter of intent|statement)$");

    public static ImmutableArray<EarlierFinding> Read(AgreementPage page, Heading heading)
    {
        var found = new List<EarlierFinding>();
        var own = heading.Kind?.Value;
        foreach (var clause in page.Clauses)
        {
            if (clause.From < heading.To || clause.Index > 60 && found.Count > 0) continue;
            foreach (Match match in Named.Matches(clause.Text))
                if (One(page, clause, match, own) is { } one && found.TrueForAll(f => !Same(f, one))) found.Add(one);
        }
        return [.. found.Take(12)];
    }

    private static bool Same(EarlierFinding a, EarlierFinding b) => a.Date?.Value == b.Date?.Value && (b.Title.Value.StartsWith(a.Title.Value, StringComparison.OrdinalIgnoreCase) || a.Title.Value.StartsWith(b.Title.Value, StringComparison.OrdinalIgnoreCase));

    private static EarlierFinding? One(AgreementPage page, Clause clause, Match match, string? own)
    {
        var title = match.Groups["title"];
        var date = DateWords.First(clause.Text, title.Index, Math.Min(clause.Text.Length, title.Index + title.Length + 12));
        if (date is null && Ahead.Match(clause.Text[..title.Index]) is { Success: true } ahead && DateWords.First(clause.Text[..title.Index]) is { } early) return Told(page, clause, title, early, own);
        if (date is not { } day) return null;
        var before = clause.Text[title.Index..day.From];
        var lead = Dated.Match(before);
        // A date that belongs to something else ("hold a meeting on ...") leaves no instrument with a day, and those are not told.
        if (!lead.Success) return null;
        var to = title.Index + lead.Index;
        if (Cut.Match(clause.Text[title.Index..to]) is { Success: true, Index: > 4 } cut) to = title.Index + cut.Index;
        var words = clause.Text[title.Index..to].TrimEnd(' ', ',');
        if (words.Length < 3 || Verb.IsMatch(words) || clause.Text[..title.Index].EndsWith("this ", StringComparison.OrdinalIgnoreCase)) return null;
        return new()
        {
            Title = page.Words(clause.From + title.Index, clause.From + title.Index + words.Length, "wording.earlier.title"),
            Date = page.Find(day.Edtf, clause.From + day.From, clause.From + day.To, "wording.earlier.date"),
            Relation = page.Find(Relation(page, clause, title.Index, words, own), clause, "wording.earlier.relation"),
        };
    }

    /// <summary>"on 3 October 2021 both parties signed a Framework Agreement for cooperation".</summary>
    private static EarlierFinding Told(AgreementPage page, Clause clause, Group title, FoundDate day, string? own)
    {
        var words = title.Value;
        if (Cut.Match(words) is { Success: true, Index: > 4 } cut) words = words[..cut.Index];
        words = words.TrimEnd(' ', ',');
        return new()
        {
            Title = page.Words(clause.From + title.Index, clause.From + title.Index + words.Length, "wording.earlier.title"),
            Date = page.Find(day.Edtf, clause.From + day.From, clause.From + day.To, "wording.earlier.date.before"),
            Relation = page.Find(Relation(page, clause, title.Index, words, own), clause, "wording.earlier.relation"),
        };
    }

    private static string Relation(AgreementPage page, Clause clause, int at, string title, string? own)
    {
        var before = clause.Text[..at];
        if (Replaces.IsMatch(before)) return "replaces";
        if (clause.HasAny("be extended", "extension of") || own is "extension") return "extends";
        if (own is "amendment" || page.Flow.Contains("be amended to read", StringComparison.OrdinalIgnoreCase)) return "amends";
        if (own is null && page.Flow.Contains("be extended", StringComparison.OrdinalIgnoreCase)) return "extends";
        if (Under.IsMatch(before)) return "under";
        // "Having regard to the Framework Agreement ... concluded pursuant to the Framework Agreement".
        var name = title.Split(" between ")[0].Split(" on ")[0].Split(" for ")[0];
        if (Self.IsMatch(name)) return "recalls";
        foreach (var link in (string[])["pursuant to the ", "under the ", "within the framework of the ", "in accordance with the ", "of the said "])
            if (page.Flow.Contains(link + name, StringComparison.OrdinalIgnoreCase)) return "under";
        return "recalls";
    }
}
