using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Names the moment that words speak of.</summary>
internal static class Events
{
    private const string Signing = @"(?:signatures?|signing|sign(?:ed|s)?|execution|executed|signatory|signatories|subscription)";

    private static readonly Regex Sign = Rx.Of(@"\b" + Signing + @"\b");
    private static readonly Regex Last = Rx.Of(@"\b(?:last|latest|final|later|latter|second)\b[^.]{0,60}\b" + Signing + @"\b|\b" + Signing + @"\b[^.]{0,50}\b(?:(?:by|of) (?:the )?(?:last|both|all|each|two)\b|last)|\b(?:both|all) (?:of )?(?:the )?[\w ]{0,24}(?:have |has )?" + Signing + @"\b");
    private static readonly Regex First = Rx.Of(@"\bfirst (?:signature|of the signatures)");
    private static readonly Regex Force = Rx.Of(@"\b(?:entry into (?:force|effect|operation)|ent(?:ers|ered|ering) into (?:force|effect)|com(?:es|ing|mencement) into (?:force|effect|operation)|effective date|date of (?:commencement|effect)|commencement date|becoming effective|start of (?:the|this) (?:agreement|arrangement|mou))\b");
    private static readonly Regex Notified = Rx.Of(@"\bnotif(?:ication|ications|y|ied)\b|\b(?:written )?notice of (?:the )?(?:completion|fulfil)|\bnotes? verbale|\b(?:exchange|receipt) of (?:the )?(?:last |second |latter )?(?:diplomatic )?notes?\b");
    private static readonly Regex LastNotified = Rx.Of(@"\b(?:last|later|latter|final|second)\b[^.]{0,40}(?:notif|notice|note)|\b(?:notif\w+|notes?)\b[^.]{0,40}\b(?:last|later|latter)\b|by which (?:the|both)|\bboth\b[^.]{0,60}notif");
    private static readonly Regex Ratified = Rx.Of(@"\bratif|\binstruments? of (?:approval|acceptance)");
    private static readonly Regex Approved = Rx.Of(@"\bapprov");
    private static readonly Regex Replied = Rx.Of(@"\b(?:your|the|this) (?:note in )?reply\b|\bnote in reply\b|\bletter of (?:reply|acceptance)\b");
    private static readonly Regex Ended = Rx.Of(@"^(?:(?:the|its|after|such|any|date|of) )*(?:expir|terminat|end(?:ing)?\b(?: of (?:this|the present|the agreement|the arrangement|the mou|its term|the cooperation|the co-operation))?(?:$|[.,;]| or | and )|end of (?:this|the) (?:agreement|arrangement|mou|deed|memorandum|contract|protocol)|its end\b|conclusion of this)");
    private static readonly Regex Disclosed = Rx.Of(@"\b(?:disclos|communicat(?:ion|ed)|its receipt|receipt of (?:the|such) (?:confidential )?information|of receipt$|transmission)");
    private static readonly Regex That = Rx.Of(@"^(?:that|such|the same|said) (?:date|day)\b|^thereof|^then\b");
    private static readonly Regex Lead = Rx.Of(@"^(?:(?:the|date|day|moment|of|on|when|upon|its|which|from|time|as|at|after) )*");

    /// <summary>The moment of a few words after "from", "after", "upon"; null where there are none.</summary>
    /// <param name="that">What "that date" stands for.</param>
    public static TermEvent? Read(string words, TermEvent? that = null)
    {
        words = words.Trim(' ', ',', '.', ';', ')', '(', ':');
        if (words.Length < 3) return null;
        if (That.IsMatch(words)) return that ?? new(Moment.Told, words);
        if (DateWords.First(words) is { From: < 6 } first) return new(Moment.Date, first.Edtf);
        var (force, notified) = (Force.Match(words), Notified.Match(words));
        if (force.Success && (!notified.Success || notified.Index > force.Index)) return new(Moment.EntryIntoForce);
        if (Sign.IsMatch(words) && !Notified.IsMatch(words)) return new(Last.IsMatch(words) ? Moment.LastSignature : First.IsMatch(words) ? Moment.FirstSignature : Moment.Signature);
        if (DateWords.First(words) is { } date && date.From < 30) return new(Moment.Date, date.Edtf);
        if (Replied.IsMatch(words)) return new(Moment.Reply);
        if (Ratified.IsMatch(words)) return new(Moment.Ratification);
        if (Notified.IsMatch(words)) return new(LastNotified.IsMatch(words) ? Moment.LastNotification : Moment.Notification);
        if (Ended.IsMatch(words)) return new(Moment.Termination);
        return Told(words);
    }

    /// <summary>As <see cref="Read"/>, where approval by an authority is what counts.</summary>
    public static TermEvent? ForEffect(string words) => Read(words) switch
    {
        { Moment: Moment.Told } when Approved.IsMatch(words) => new(Moment.Approval),
        var read => read,
    };

    /// <summary>As <see cref="Read"/>, where the words are about information that is kept secret.</summary>
    public static TermEvent? ForSecrets(string words) => Disclosed.IsMatch(words) && !Ended.IsMatch(words) ? new(Moment.Disclosure) : Read(words);

    private static TermEvent? Told(string words)
    {
        var told = words[Lead.Match(words).Length..].Trim(' ', ',');
        if (told.StartsWith("it ", StringComparison.Ordinal) && Lead.Match(words).Value.Contains("date", StringComparison.OrdinalIgnoreCase)) told = "the date " + told;
        return told.Length < 3 || !told.Any(char.IsLetter) ? null : new(Moment.Told, told);
    }
}
