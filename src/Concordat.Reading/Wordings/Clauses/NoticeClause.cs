using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>How a party ends it: "Either Party may terminate this MoU by giving six months' written notice."</summary>
internal static class NoticeClause
{
    private const string End = @"(?:terminat(?:e|es|ed|ing)|withdraw(?:s|al)?|denounc(?:e|es|ed)|cancel(?:led|s)?|rescind(?:ed)?|discontinue[sd]?|end its|end the|end this|bring [\w ]{3,30} to an end|leave the|terminat(?:ion))";

    private static readonly Regex Any = Rx.Of(@"\b" + End + @"\b");
    private static readonly Regex Who = Rx.Of(@"\b(?<each>(?:either|each|any|a|one|any one|one or (?:more|other)) (?:of the )?(?:two )?(?:contracting )?(?:party|parties|participants?|sides?|signator(?:y|ies)|partners?|universit(?:y|ies)|institutions?|governments?|member|organi[sz]ations?)|either|each)\b");
    private static readonly Regex Means = Rx.Of(@"\b(?:notice|notif\w+|written communication|in writing|letter|inform\w*|communication|diplomatic|prior|in advance)\b");
    private static readonly Regex Only = Rx.Of(@"\b(?:written (?:agreement|consent)|mutual|by agreement|good cause by the court)\b");
    private static readonly Regex Diplomatic = Rx.Of(@"\bdiplomatic channels?\b");
    private static readonly Regex Registered = Rx.Of(@"\bregistered (?:letter|mail|post)\b");
    private static readonly Regex Written = Rx.Of(@"\b(?:written|writing|letter|e-mail)\b");
    private static readonly Regex Lead = Rx.Of(PeriodWords.Pattern + @"'?s?,? (?:[\w-]+,? ){0,4}?(?:notice|notif\w+|in advance|before|prior|beforehand|following|after|from)");
    private static readonly Regex Failure = Rx.Of(@"\b(?:breach|default|fail(?:s|ure)? to|insolven|force majeure|good cause)\b");

    public static NoticeFinding? Read(AgreementPage page, PartyList parties)
    {
        NoticeFinding? best = null;
        for (var i = 0; i < page.Clauses.Count; i++)
        {
            var clause = page.Clauses[i];
            if (!clause.HasAny("terminat", "withdraw", "denounc", "cancel", "rescind", "discontinu", "end it", "end th", "an end") || !Any.IsMatch(clause.Text)) continue;
            if (One(page, clause, i, parties) is not { } notice) continue;
            if (notice.Period is not null && !Failure.IsMatch(clause.Text)) return notice;
            best ??= notice;
        }
        return best;
    }

    private static NoticeFinding? One(AgreementPage page, Clause clause, int at, PartyList parties)
    {
        if (clause.Heads("confidential", "secrecy") || clause.HasAny("confidential information", "surviv")) return null;
        var text = Right(clause.Text);
        if (!Means.IsMatch(text) && !Then(page, at) || !Who.IsMatch(text) && parties.First(text) is null && !text.Contains("may be terminated", StringComparison.OrdinalIgnoreCase) || Renewal(clause, text)) return null;
        if (Only.IsMatch(text) && !Who.IsMatch(text)) return null;
        var offset = clause.To - text.Length;
        return new()
        {
            Period = Period(page, text, offset) ?? Next(page, at),
            Form = Form(page, text, offset),
            By = Who.Match(text) is { Success: true } who ? page.Find("each", offset + who.Index, offset + who.Index + who.Length, "wording.notice.by")
                : parties.First(text) is { } one && one.At < Any.Match(text).Index ? page.Find(one.Party, offset + one.At, offset + one.At + one.Length, "wording.notice.by") : null,
        };
    }

    /// <summary>"The notice period is three months" in the sentence after.</summary>
    private static bool Then(AgreementPage page, int at) => at + 1 < page.Clauses.Count && page.Clauses[at + 1] is { } next && next.In == page.Clauses[at].In && next.HasAny("notice period", "period of notice");

    /// <summary>The part of the sentence that ends the agreement: after the term, from the party on.</summary>
    private static string Right(string text)
    {
        var unless = text.IndexOf("unless ", StringComparison.OrdinalIgnoreCase);
        return unless >= 0 && Any.Match(text, unless) is { Success: true } ? text[unless..] : text;
    }

    /// <summary>A notice that only stops a renewal is the renewal's.</summary>
    private static bool Renewal(Clause clause, string text) =>
        clause.HasAny("renewed", "extended", "prolonged", "renewal", "extension") && clause.HasAny("automatic", "tacit", "considered", "successive", "subsequent") && !text.Contains("may terminate", StringComparison.OrdinalIgnoreCase);

    private static Finding<Period>? Period(AgreementPage page, string text, int offset)
    {
        var lead = Lead.Match(text);
        if (lead.Success && PeriodWords.Read(lead) is { } period) return page.Find(period, offset + lead.Index, offset + lead.Index + lead.Length, "wording.notice.period");
        return PeriodWords.First(text) is { } bare && Means.IsMatch(text) ? page.Find(bare.Period, offset + bare.From, offset + bare.To, "wording.notice.period") : null;
    }

    /// <summary>"The termination takes effect six months after receipt of the notice." in the sentence after.</summary>
    private static Finding<Period>? Next(AgreementPage page, int at)
    {
        if (at + 1 >= page.Clauses.Count || page.Clauses[at + 1] is not { } next || next.In != page.Clauses[at].In || !next.HasAny("terminat", "withdraw", "notice", "denunc") || next.HasAny("renew", "extend")) return null;
        return PeriodWords.First(next.Text) is { } period ? page.Find(period.Period, next.From + period.From, next.From + period.To, "wording.notice.period") : null;
    }

    private static Finding<string>? Form(AgreementPage page, string text, int offset)
    {
        foreach (var (pattern, value) in ((Regex, string)[])[(Registered, "registered letter"), (Diplomatic, "diplomatic channels"), (Written, "written")])
            if (pattern.Match(text) is { Success: true } match) return page.Find(value, offset + match.Index, offset + match.Index + match.Length, "wording.notice.form");
        return null;
    }
}
