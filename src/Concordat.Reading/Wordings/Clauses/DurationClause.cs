using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Finds the words about how long the agreement runs; <see cref="TermWords"/> reads them.</summary>
internal static class DurationClause
{
    private const string Stays = @"(?:(?:remain|remains|remaining|continue|continues|stay|stays|be|is|are|shall be|kept?) (?:in |to be )?(?:full )?(?:force|effect|operation|valid|effective|operative|binding|in force)(?: and effect)?|continues?|runs?|lasts?|has effect)";

    private static readonly Regex Anchor = Rx.Of(
        @"\b(?:" + Stays + @"|valid|(?:term|duration|period|validity)(?: of [\w"" -]{2,60}?)? (?:shall be|is|will be|of)|concluded|entered into|made|(?:work|project) shall be (?:performed|completed|carried out)|(?:and |shall |will |it |agreement |arrangement |mou |contract )(?:ends?|expires?|terminates? automatically|terminates?|lapse)|be extended|is extended|extended)\b,? (?<term>(?:for|until|till|up to|to|through|on|by|with|upon|at|indefinite(?:ly)?|unlimited|an? (?:initial )?(?:period|term)|the (?:earlier|later)|" + NumberWords.Pattern + @"|within|without|not (?:less|exceed)|from the)\b.*)$");
    private static readonly Regex Bare = Rx.Of(@"^(?:(?:term|duration|period of validity|validity|period)(?: of [\w -]{2,40})? ?[:–-] ?)?(?<term>(?:for )?(?:a period of )?" + NumberWords.Pattern + @"(?: ?\(\w+\))? (?:years?|months?)\b.{0,120})$");
    private static readonly Regex Stop = Rx.Of(@"[,;]? (?:and|but|which)?,? ?(?:(?:it |thereafter )?(?:may|shall|will|can) (?:thereafter |then |afterwards )?(?:also |only )?(?:be )?(?:automatically |tacitly )?(?:renew|extend|prolong|terminate)|unless|thereafter|renewable|extendable|subject to|provided that|with the possibility|after which)|[,;]? (?:and )?(?:shall |is |will )?(?:automatically |tacitly )(?:renew|extend|prolong)");
    private static readonly Regex Other = Rx.Of(@"\b(?:confidential\w*|secre\w+|obligations?|provisions?|articles?|clauses?|sections?|paragraphs?|§§?|rights|licen[cs]es?|student|researcher|invoice|warranty|secondment|loan|member(?:ship)?|chair|annex|notice)\b");

    public static Finding<TermRule>? Read(AgreementPage page, Finding<EffectRule>? effect)
    {
        Finding<TermRule>? found = null;
        foreach (var clause in page.Clauses.Where(c => c.HasAny("force", "effect", "valid", "term", "duration", "until", "conclud", "expire", " end", "operati", "continue", "year", "month", "extended", "period")))
        {
            if (Term(page, clause, effect) is not { } term) continue;
            if (clause.Heads("duration", "term", "validity", "entry into", "commencement", "effect") || !Weak(clause)) return term;
            found ??= term;
        }
        return found;
    }

    private static Finding<TermRule>? Term(AgreementPage page, Clause clause, Finding<EffectRule>? effect)
    {
        var match = Anchor.Match(clause.Text);
        if (match.Success && !Ours(clause, match.Index)) return null;
        if (!match.Success && clause.Heads("duration", "validity", "term")) match = Bare.Match(clause.Text);
        if (!match.Success) return null;
        var group = match.Groups["term"];
        if ((match.Value.StartsWith("concluded", StringComparison.OrdinalIgnoreCase) || match.Value.StartsWith("entered", StringComparison.OrdinalIgnoreCase) || match.Value.StartsWith("made", StringComparison.OrdinalIgnoreCase)) && !group.Value.StartsWith("for", StringComparison.OrdinalIgnoreCase) && !group.Value.StartsWith("until", StringComparison.OrdinalIgnoreCase)) return null;
        var stop = Stop.Match(group.Value);
        var words = stop.Success && stop.Index > 0 ? group.Value[..stop.Index] : group.Value;
        var inForce = match.Value.AsSpan(0, group.Index - match.Index).ContainsAny(InForce) || clause.Has("continues for") || clause.Text.AsSpan(0, match.Index).ContainsAny(InForce);
        var before = clause.Text[..match.Index];
        var that = Events.Read(BeforeThat(before, effect)) ?? null;
        if (TermWords.Read(words, that, inForce) is not { } rule) return null;
        return page.Find(rule, clause, $"wording.duration.{rule.GetType().Name.ToLowerInvariant()}");
    }

    private static readonly System.Buffers.SearchValues<string> InForce = System.Buffers.SearchValues.Create(["force", "effect", "valid", " operati"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What "that date" means: the moment of the same sentence, else that of the effect.</summary>
    private static string BeforeThat(string before, Finding<EffectRule>? effect) =>
        effect is { } e && before.Length > 10 ? e.Value is { After: null, MonthAfter: null } rule ? rule.On.Moment is Moment.Date ? rule.On.Value! : rule.On.Words : "entry into force" : before;

    /// <summary>False where the sentence is about something else that lasts: secrecy, single articles, students, or the agreement told of in a recital.</summary>
    private static bool Ours(Clause clause, int at)
    {
        var before = clause.Text[..at];
        if (clause.HasAny("considered extended", "considered prolonged", "surviv", "considering", "whereas", "recalling", "has been in force", "proposal for", "acknowledge receipt")) return false;
        if (clause.In is null && !clause.HasAny("propose", "this ", "shall")) return false;
        if (!clause.Heads("duration", "validity", "term ", "term,") && clause.Heads("confidential", "disclosure", "intellectual", "surviv", "secrecy", "propriet", "governance", "staff", "withdraw")) return false;
        var lastBreak = Math.Max(before.LastIndexOf(" and ", StringComparison.Ordinal), 0);
        return !Other.IsMatch(before.Length > 90 ? before[Math.Min(lastBreak, before.Length - 90)..] : before) || clause.HasAny("amended to read", "replaced by");
    }

    /// <summary>A sentence that only continues or ends something, outside an article on the term.</summary>
    private static bool Weak(Clause clause) => !clause.HasAny("this ", "present", "it ", "term of", "duration", "the agreement", "the arrangement");
}
