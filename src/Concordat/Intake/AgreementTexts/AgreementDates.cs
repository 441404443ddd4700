using System.Globalization;
using System.Text.RegularExpressions;
using Concordat.Reading.Dates;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>Days as agreements write them: "12 March 2026", "this 12th day of March 2026", "March 12, 2026", "12/03/2026", "2026-03-12".</summary>
internal static partial class AgreementDates
{
    public const string Pattern = @"(?:\d{1,2}(?:\s*(?:st|nd|rd|th))?\s+(?:day\s+of\s+)?(?:of\s+)?[A-Z][a-z]{2,8}\.?,?\s+(?:in\s+the\s+year\s+)?\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})";

    /// <summary>Null for what is no day.</summary>
    public static When? Read(string words)
    {
        var plain = Filler().Replace(words, " ");
        plain = Ordinal().Replace(plain, "${digit}");
        return TypedDate.TryRead(string.Join(' ', plain.Split((char[])[' ', '\n', '\t', ','], StringSplitOptions.RemoveEmptyEntries)), DateOrder.DayFirst, new DateOnly(2000, 1, 1), out var when)
            && when.Lo == when.Hi ? when : null;
    }

    [GeneratedRegex(@"\b(?:day\s+of|in\s+the\s+year|of)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Filler();

    [GeneratedRegex(@"(?<digit>\d)\s*(?:st|nd|rd|th)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ordinal();

    /// <summary>"five (5) years", "36 months".</summary>
    public static int? Months(string count, string unit)
    {
        var number = int.TryParse(count, CultureInfo.InvariantCulture, out var digits) ? digits : Array.IndexOf(Numbers, count.ToLowerInvariant());
        return number is <= 0 or > 1200 ? null : unit.StartsWith("y", StringComparison.OrdinalIgnoreCase) ? number * 12 : number;
    }

    public const string Count = @"(?<count>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?:\s*\(\s*\w+\s*\))?[\s-]+(?:\w+\s+)?(?<unit>years?|months?)";

    private static readonly string[] Numbers =
        "- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ');
}

/// <summary>The day of the last signature: in the clause "done at … on", beside the names, or where the agreement says when it was made.</summary>
internal static partial class AgreementSigned
{
    public static SaidValue? Find(string text)
    {
        var found = Signing().Matches(text).Concat(Dated().Matches(text)).Select(m => (m.Groups["day"], Day: AgreementDates.Read(m.Groups["day"].Value))).Where(m => m.Day is not null).ToList();
        if (found.Count == 0) return null;
        var (group, day) = found.OrderByDescending(m => m.Day!.Value.Lo).ThenBy(m => m.Item1.Index).First();
        return new(day!.Value.Text, AgreementText.Evidence(text, new TextSpan(group.Index, group.Length), "agreement-text.signed"));
    }

    [GeneratedRegex(@"\b(?:signed|done|executed|made|entered\s+into|concluded)\b[^.;]{0,160}?\b(?:on|this|dated)\s+(?:this\s+|the\s+)?(?<day>" + AgreementDates.Pattern + ")", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Signing();

    // Beside a signature, on a line of its own.
    [GeneratedRegex(@"(?:^|\n)[^\n]{0,60}\b(?:dated?|date\s+of\s+signature)\s*[:\-–]?\s*(?<day>" + AgreementDates.Pattern + ")", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();
}

/// <summary>The end of the term.</summary>
/// <remarks>A term of years or months that runs from a day ends with the same date of the last year or month (Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c)).</remarks>
internal static partial class AgreementTerm
{
    /// <param name="signed">EDTF, when the text states it.</param>
    public static SaidValue? Find(string text, string? signed)
    {
        foreach (Match clause in Until().Matches(text))
            if (AgreementDates.Read(clause.Groups["day"].Value) is { } day) return Say(text, clause, day, "agreement-text.ends");
        foreach (Match clause in Term().Matches(text))
            if (AgreementDates.Months(clause.Groups["count"].Value, clause.Groups["unit"].Value) is { } months && Start(text, clause.Groups["from"].Value, signed) is { } start)
                return Say(text, clause, start.AddMonths(months), "agreement-text.term");
        return null;
    }

    private static SaidValue Say(string text, Match clause, When day, string rule) => new(day.Text, AgreementText.Evidence(text, new TextSpan(clause.Index, clause.Length), rule));

    /// <summary>The day from which the term runs: the signature, or the entry into force where the text says when that is.</summary>
    private static When? Start(string text, string from, string? signed)
    {
        var signing = When.TryParse(signed, out var day) ? day : (When?)null;
        if (from.Contains("sign", StringComparison.OrdinalIgnoreCase) || from.Contains("execution", StringComparison.OrdinalIgnoreCase)) return signing;
        if (AgreementDates.Read(from) is { } stated) return stated;
        var entry = Entry().Match(text);
        if (!entry.Success) return null;
        return entry.Groups["day"].Success ? AgreementDates.Read(entry.Groups["day"].Value) : signing;
    }

    private const string Stays = @"\b(?:remain|remains|continue|continues|stay|be|is|are)\s+(?:in\s+(?:full\s+)?(?:force|effect)(?:\s+and\s+effect)?|valid|effective|operative)";

    [GeneratedRegex(@"(?:(?:" + Stays + @"|\bvalid)\b[^.;]{0,80}?\b(?:until|till|up\s+to|through)|\b(?:expires?|terminates?|ends?)\s+on)\s+(?:and\s+including\s+)?(?:the\s+)?(?<day>" + AgreementDates.Pattern + ")", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Until();

    [GeneratedRegex(@"(?:" + Stays + @"|\bvalid|\b(?:initial\s+)?(?:term|duration|period|validity)\b[^.;]{0,60}?\b(?:is|be|of))\s*(?:for\s+)?(?:a\s+|an\s+)?(?:initial\s+)?(?:period\s+of\s+|term\s+of\s+|duration\s+of\s+)?" + AgreementDates.Count
        + @"\s+(?:from|after|following|starting|beginning|commencing|as\s+of|with\s+effect)\s+(?:from\s+|on\s+|with\s+|as\s+of\s+)?(?<from>[^.;,]{3,90})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Term();

    [GeneratedRegex(@"\b(?:enters?|comes?|take[s]?|becomes?|be)\s+(?:in(?:to)?\s+(?:force|effect)|effect|effective)\s+(?:up)?(?:on|from|as\s+of|with)?\s*(?:the\s+)?(?:(?:date|day)\s+of\s+)?(?:(?<day>" + AgreementDates.Pattern + @")|(?:its\s+|the\s+)?(?:last\s+|final\s+|later\s+)?signature|(?:its\s+)?signing|(?:being\s+)?signed)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Entry();
}
