using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>"until 31 December 2029 or two years after the launch of the satellite, whichever is the later" as a rule.</summary>
internal static class TermWords
{
    private static readonly Regex Sooner = Rx.Of(@",? ?\(?(?:which|what)ever (?:date |event |of these |of the two |one |of them )?(?:shall )?(?:is|be|occurs?|comes?|happens?|falls?|ends?) (?:the )?(?:first|earlier|earliest|sooner|soonest)\b|,? ?\(?(?:which|what)ever (?:is )?(?:first|earlier|sooner)");
    private static readonly Regex Later = Rx.Of(@",? ?\(?(?:which|what)ever (?:date |event |of these |of the two |one |of them )?(?:shall )?(?:is|be|occurs?|comes?|happens?|falls?|ends?) (?:the )?(?:last|later|latest|longer)\b|,? ?\(?(?:which|what)ever (?:is )?(?:the )?(?:later|longer)");
    private static readonly Regex EarlierOfThe = Rx.Of(@"\bthe (?:earlier|earliest|sooner|first) (?:of|to occur of)\b:?");
    private static readonly Regex LaterOfThe = Rx.Of(@"\bthe (?:later|latest|longer|last) (?:of|to occur of)\b:?");
    private static readonly Regex Or = Rx.Of(@",? or (?:if later |if earlier )?|,? and (?:\(?[bii]{1,2}\)|until )|; ?(?:or |and )?");
    private static readonly Regex And = Rx.Of(@",? and |,? or |; ?(?:and |or )?");
    private static readonly Regex Floor = Rx.Of(@",? (?:but|and|however|yet),? (?:in any (?:case|event),? )?(?:for )?(?:at least|no less than|not less than|a minimum of|no earlier than|not earlier than|not before)(?: until| for)? ");
    private static readonly Regex Ceiling = Rx.Of(@",? (?:but|and|however|yet),? (?:in any (?:case|event),? )?(?:for )?(?:not|no) (?:longer|later|more) than (?:until |for )?|,? (?:but )?at the latest (?:until |on |by )?");
    private static readonly Regex Endless = Rx.Of(@"\b(?:indefinite(?:ly)?|unlimited|undetermined|unspecified|open[- ]ended|without (?:a )?limit|without end|no fixed (?:term|end))\b|^until (?:it is |such time as it is )?(?:terminated|denounced|ended)\b");
    private static readonly Regex From = Rx.Of(@"^'?(?: term| duration)?,? ?(?:(?:starting|beginning|commencing|counted|running|counting|reckoned|to run|calculated) )?(?:from and including|as from|as of|from|after|following|on|upon|since|with effect from|starting with)\b(?<event>.*)$");
    private static readonly Regex Until = Rx.Of(@"^(?:(?:for|in (?:full )?force) )?(?:a (?:period|term) )?(?:until|till|up to|through|to|on|by|upon|with|at|the)\b(?: and including| the end of the day)?(?<event>.*)$");
    private static readonly Regex Start = Rx.Of(@"^from [^.;]{3,120}? (?<until>(?:until|till|up to|to|through) )");
    private static readonly Regex ToDay = Rx.Of(@"^,? ?\(?(?:i\.e\.,? |that is,? |namely,? )?(?:until|till|up to|to|ending on) ");
    private static readonly Regex Mark = Rx.Of(@"^\(?(?:[ivab]{1,3}|[12])\) ");
    private static readonly Regex Cut = Rx.Of(@"[,;] (?:when|at which|it|this|the |and shall|in which|all )|\. ");

    /// <param name="that">What "that date" stands for.</param>
    /// <param name="inForce">True after "in force", "valid": then a bare period runs from entry into force.</param>
    public static TermRule? Read(string words, TermEvent? that, bool inForce)
    {
        words = Since(words);
        if (Endless.IsMatch(words)) return new Indefinite();
        if (Sooner.Match(words) is { Success: true } sooner) return Parts(words[..sooner.Index], that, inForce, Or) is { Length: > 1 } first ? new EarlierOf(first) : null;
        if (Later.Match(words) is { Success: true } later) return Parts(words[..later.Index], that, inForce, Or) is { Length: > 1 } last ? new LaterOf(last) : null;
        if (EarlierOfThe.Match(words) is { Success: true } e) return Parts(words[(e.Index + e.Length)..], that, inForce, And) is { Length: > 1 } first ? new EarlierOf(first) : null;
        if (LaterOfThe.Match(words) is { Success: true } l) return Parts(words[(l.Index + l.Length)..], that, inForce, And) is { Length: > 1 } last ? new LaterOf(last) : null;
        if (Ceiling.Match(words) is { Success: true } top && One(words[..top.Index], that, inForce) is { } under && One(words[(top.Index + top.Length)..], that, inForce) is { } most) return new EarlierOf([under, most]);
        if (Floor.Match(words) is { Success: true } floor && One(words[..floor.Index], that, inForce) is { } rule && One(words[(floor.Index + floor.Length)..], that, inForce) is { } least) return new AtLeast(rule, least);
        return One(words, that, inForce);
    }

    /// <summary>"from the day of signature until 31 December": only the end matters.</summary>
    private static string Since(string words) => Start.Match(words) is { Success: true } start ? words[(start.Length - start.Groups["until"].Length)..] : words;

    private static ImmutableArray<TermRule> Parts(string words, TermEvent? that, bool inForce, Regex parts)
    {
        var rules = new List<TermRule>();
        var at = 0;
        foreach (var (index, length) in parts.Matches(words).Select(m => (m.Index, m.Length)).Append((words.Length, 0)))
        {
            // "and" and "or" also stand inside a part.
            if (index <= at || One(words[at..index], that, inForce) is not { } rule) continue;
            rules.Add(rule);
            at = index + length;
        }
        return [.. rules];
    }

    private static TermRule? One(string words, TermEvent? that, bool inForce)
    {
        words = words.Trim(' ', ',', '.', ';', ':');
        var mark = Mark.Match(words).Length;
        words = words[mark..];
        if (Endless.IsMatch(words)) return new Indefinite();
        var period = PeriodWords.First(words);
        if (period is { From: < 60 } found && !StartsUntil(words, found.From))
        {
            var from = From.Match(words[found.To..]);
            if (!from.Success && ToDay.Match(words[found.To..]) is { Success: true } and && DateWords.First(words, found.To, words.Length) is { } end2 && end2.From <= found.To + and.Length + 2) return new UntilDate(end2.Edtf);
            var told = from.Success ? Events.Read(Short(from.Groups["event"].Value), that) : null;
            if (told is { Moment: Moment.Told, Value: var value } && DateWords.First(value!) is { } date) told = new(Moment.Date, date.Edtf);
            return new RunsFor(found.Period, told ?? (inForce && !from.Success ? new(Moment.EntryIntoForce) : null));
        }
        var until = Until.Match(words);
        var rest = until.Success ? until.Groups["event"].Value : words;
        if (DateWords.First(rest) is { } day && day.From < 40) return new UntilDate(day.Edtf);
        return (until.Success || mark > 0) && Events.Read(Short(rest), that) is { } end && end.Moment is not (Moment.Termination or Moment.EntryIntoForce) ? new UntilEvent(end) : null;
    }

    /// <summary>"until two years after the launch" has a period of its own; "until the meeting, within two years" has not.</summary>
    private static bool StartsUntil(string words, int period) => period > 14 && Until.IsMatch(words) && !words.AsSpan(0, period).ContainsAny(Lead);

    private static readonly System.Buffers.SearchValues<string> Lead = System.Buffers.SearchValues.Create(["period of", "term of", "duration of", "initial"], StringComparison.OrdinalIgnoreCase);

    private static string Short(string words) => Cut.Match(words) is { Success: true } cut ? words[..cut.Index] : words;
}
