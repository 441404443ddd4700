using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Languages, originals, and which text prevails.</summary>
internal static class LanguageClause
{
    private static readonly Regex Tongue = Rx.Of(@"\b" + Tongues.Pattern + @"\b");
    private static readonly Regex About = Rx.Of(@"\b(?:languages?|originals?|duplicate|triplicate|quadruplicate|copies|copy|counterparts?|authentic|drawn up|versions?|texts?|executed|done (?:in|at)|made in|signed (?:in|at))\b");
    private static readonly Regex InTongues = Rx.Of(@"\b(?:in|into|each in|both in) (?:the |each |both )?(?:(?:official|original|authentic) )?" + Tongues.Pattern + @"\b|\b" + Tongues.Pattern + @" (?:and " + Tongues.Pattern + @" )?(?:languages?|texts?|versions?)\b");
    private static readonly Regex Count = Rx.Of(@"\b(?<n>" + NumberWords.Pattern + @")(?: ?\([\w -]{1,16}\))? (?:(?:identical|original|equally valid|authentic|signed|equal) )*(?:originals?|copies|counterparts|exemplars|specimens)\b|\bin (?<word>duplicate|triplicate|quadruplicate)\b");
    private static readonly Regex Equal = Rx.Of(@"\b(?:equally (?:authentic|valid|authoritative|binding)|equal (?:legal )?(?:force|validity|authenticity|value)|same (?:legal )?(?:force|validity))\b");
    private static readonly Regex Wins = Rx.Of(@"\b(?<tongue>" + Tongues.Pattern + @")(?: language)?(?: text| version| original| one)? (?:shall|will|is to|should)? ?(?:prevail|be used|govern|be decisive|take precedence|be authoritative|have precedence|control)s?\b|\bprevail[^.]{0,30}\b(?<tongue>" + Tongues.Pattern + @")\b|\bonly the (?<tongue>" + Tongues.Pattern + @") (?:text|version) (?:is|shall be) (?:authentic|binding)");

    public static (ImmutableArray<Finding<string>> Languages, Finding<int>? Originals, Finding<string>? Prevails) Read(AgreementPage page)
    {
        var languages = new List<Finding<string>>();
        Finding<int>? originals = null;
        Finding<string>? prevails = null, equal = null;
        foreach (var clause in page.Clauses)
        {
            if (!About.IsMatch(clause.Text) || clause.Text.Length > 900) continue;
            if (InTongues.IsMatch(clause.Text) && Formal(clause))
                foreach (Match tongue in Tongue.Matches(clause.Text))
                    if (Tongues.Code(tongue.Value) is { } code && languages.TrueForAll(l => l.Value != code) && !Quoted(clause.Text, tongue.Index, tongue.Length)) languages.Add(page.Find(code, clause.From + tongue.Index, clause.From + tongue.Index + tongue.Length, "wording.languages"));
            if (Formal(clause) && Number(clause.Text) is { } copies) originals ??= page.Find(copies.N, clause.From + copies.At, clause.From + copies.At + copies.Length, "wording.originals");
            if (Wins.Match(clause.Text) is { Success: true } wins) prevails ??= page.Find(Tongues.Code(wins.Groups["tongue"].Value)!, clause, "wording.prevails");
            if (Equal.Match(clause.Text) is { Success: true } same && Formal(clause)) equal ??= page.Find("equal", clause.From + same.Index, clause.From + same.Index + same.Length, "wording.prevails.equal");
        }
        return ([.. languages], originals, prevails ?? equal);
    }

    /// <summary>A sentence about this text, not about language tests, teaching or copies of reports.</summary>
    private static bool Formal(Clause clause) =>
        clause.HasAny("done ", "drawn up", "signed", "executed", "authentic", "originals", "duplicate", "triplicate", "quadruplicate", "equal", "made in", "prevail", "counterpart", "language of this", "original", "concluded in", "written in", "this agreement is made", "legal force")
        && !clause.HasAny("proficiency", "taught", "teaching", "reports shall be", "instruction", "language requirement", "reproduc");

    /// <summary>A word in quotes, or the adjective of a name: "the Bulgarian Foundation".</summary>
    private static bool Quoted(string text, int at, int length)
    {
        var after = text.AsSpan(at + length).TrimStart(' ');
        return at > 0 && text[at - 1] == '"' || after.StartsWith("translation") || after.Length > 1 && char.IsUpper(after[0]) && char.IsLower(after[1]) && !after.StartsWith("Language") && !after.StartsWith("Text") && !after.StartsWith("Version");
    }

    private static (int N, int At, int Length)? Number(string text)
    {
        var match = Count.Match(text);
        if (!match.Success) return null;
        var n = match.Groups["word"].Value.ToLowerInvariant() switch { "duplicate" => 2, "triplicate" => 3, "quadruplicate" => 4, _ => NumberWords.Of(match.Groups["n"].Value) ?? 0 };
        // "each party holding two copies" counts a share.
        var share = text[..match.Index].LastIndexOf("each", StringComparison.OrdinalIgnoreCase) is var each and >= 0 && match.Index - each < 30 && text[each..match.Index].Contains("part", StringComparison.OrdinalIgnoreCase);
        return n is > 0 and < 50 && !share ? (n, match.Index, match.Length) : null;
    }
}
