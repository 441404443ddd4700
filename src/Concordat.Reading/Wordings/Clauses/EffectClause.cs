using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>"This MoU shall enter into force on the date of the last signature."</summary>
internal static class EffectClause
{
    private const string Becomes = @"(?:ent(?:er|ers|ered|ering) (?:into|in) (?:force|effect|operation)|(?:come|comes|coming|came) in(?:to)? (?:force|effect|operation)|take(?:s)? effect|(?:become|becomes|be|is|has|have|having) (?:legally )?(?:effect(?:ive)?|operative|operational|valid|in force)|(?:commence|commences|begin|begins|start|starts)|enter(?:s)? in(?:to)? vigou?r|has effect|effective)";

    private static readonly Regex Subject = Rx.Of(@"(?:^|\b)(?:" + Rx.This + @"|it|cooperation under this [\w ]{3,40}|your (?:letter|note)|an agreement between us|which|they|this) (?:[\w" + "\"'’(),/-]+ ){0,9}?" + Becomes + @"\b(?<tail>.*)$");
    private static readonly Regex Effective = Rx.Of(@"\b(?<date>effective date|commencement date)""?(?: of this [\w ]{2,30}?)?(?: shall)? (?:is|be|means|shall mean)\b(?<tail>.*)$|^\W*(?:effective|commencement) date ?[:\-–](?<tail>.*)$");
    private static readonly Regex Stop = Rx.Of(@"(?:,? and |,? | ?)(?:shall |will |must |it )?(?:remain|continue|stay|be valid|is valid|valid for|ends?\b|expires?\b|unless|be in force|run for|for a (?:period|term|duration)|for (?:an )?(?:initial|indefinite|unlimited)|until|has a (?:term|duration)|terminat|shall be concluded)|;|\(the """);
    private static readonly Regex Retro = Rx.Of(@"\bretro(?:active|spective)(?:ly)?\b|\bwith effect (?:from|as of)[^.]{0,60}\bprior to\b");
    private static readonly Regex After = Rx.Of(@"^(?:[\w,' ]{0,14} )?(?:on the (?:date|day) (?:which is |falling )?)?" + PeriodWords.Pattern + @"'? (?:after|following|from|upon|counted from|as of)\b(?<event>.*)$");
    private static readonly Regex MonthDay = Rx.Of(@"\bfirst day of the (?:(?<n>" + NumberWords.OrdinalPattern + @") )?month (?:following|after|next following|that follows)\b(?<event>.*)$");
    private static readonly Regex Lasting = Rx.Of(@"^ (?:for|until|till|during)\b");
    private static readonly Regex Hereof = Rx.Of(@"\b(?:date|day) (?:of this [\w ]{2,30}|hereof|first (?:above )?written|(?:stated |mentioned |first )?above)$");
    private static readonly Regex Refers = Rx.Of(@"\beffective date\b");
    private static readonly Regex DefinedDay = Rx.Of(@"""?(?:effective|commencement) date""?");

    public static Finding<EffectRule>? Read(AgreementPage page)
    {
        Finding<EffectRule>? found = null;
        foreach (var clause in page.Clauses)
        {
            if (!clause.HasAny("force", "effect", "operation", "commence", "begin", "operative", "vigo", "start", "valid") || About(clause)) continue;
            if (Subject.Match(clause.Text) is not { Success: true } match) match = Effective.Match(clause.Text);
            if (!match.Success || Rule(page, match.Groups["tail"].Value, clause.Text) is not { } rule) continue;
            found ??= page.Find(rule, clause, "wording.effect");
            if (rule.Retroactive) return page.Find(rule, clause, "wording.effect.retroactive");
        }
        return found ?? Defined(page);
    }

    /// <summary>Amendments, withdrawals and surviving articles take effect too; theirs is not the agreement's.</summary>
    private static bool About(Clause clause) =>
        clause.HasAny("termination shall", "termination will", "terminated by", "such amendment", "amendments shall", "amendment shall enter", "amendments enter", "any amendment", "withdrawal shall", "shall survive", "suspen", "which entered into force", "modifications")
        && !clause.HasAny("this amendment", "signature", "date of signing") || clause.Has("after its expiry or");

    private static EffectRule? Rule(AgreementPage page, string tail, string all)
    {
        if (Lasting.IsMatch(tail)) return null;
        var stop = Stop.Match(tail);
        var head = stop.Success ? tail[..stop.Index] : tail;
        if (Retro.IsMatch(all) && DateWords.First(tail) is { } back) return new(new(Moment.Date, back.Edtf), Retroactive: true);
        if (MonthDay.Match(head) is { Success: true } month && Events.ForEffect(month.Groups["event"].Value) is { } follows)
            return new(follows, MonthAfter: NumberWords.Ordinal(month.Groups["n"].Value) ?? 1);
        if (After.Match(head.Trim()) is { Success: true } delayed && PeriodWords.Read(delayed) is { } wait && Events.ForEffect(delayed.Groups["event"].Value) is { } then) return new(then, wait);
        if (Hereof.IsMatch(head) && Signing.DoneClause.Read(page).Date is { } done) return new(new(Moment.Date, done.Value));
        if (Refers.IsMatch(head)) return EffectiveDate(page);
        return Events.ForEffect(head) is { Moment: not (Moment.Told or Moment.EntryIntoForce or Moment.Termination) } on ? new(on) : null;
    }

    private static Finding<EffectRule>? Defined(AgreementPage page)
    {
        foreach (var clause in page.Clauses)
            if (Refers.IsMatch(clause.Text) && EffectiveDate(page) is { } rule) return page.Find(rule, clause, "wording.effect.defined");
        return null;
    }

    /// <summary>"made on 2 December 2022, hereinafter referred to as the "Effective Date"", "as of the date of last signature (the "Effective Date")".</summary>
    private static EffectRule? EffectiveDate(AgreementPage page)
    {
        foreach (var clause in page.Clauses)
        {
            var at = DefinedDay.Match(clause.Text);
            if (!at.Success || !clause.Text.AsSpan(at.Index, at.Length).Contains('"')) continue;
            var before = clause.Text[Math.Max(0, at.Index - 140)..at.Index];
            if (DateWords.First(before) is { } date) return new(new(Moment.Date, date.Edtf));
            if (Events.ForEffect(before) is { Moment: Moment.Signature or Moment.LastSignature } signed) return new(signed);
            var after = clause.Text[(at.Index + at.Length)..];
            if (Events.ForEffect(after) is { Moment: Moment.Signature or Moment.LastSignature or Moment.Date } told) return new(told);
        }
        return null;
    }
}
