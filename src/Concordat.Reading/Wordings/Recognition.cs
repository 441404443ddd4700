using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings;

/// <summary>Tells the wording of an agreement from news about one, by the marks that only wordings bear.</summary>
internal static class Recognition
{
    private const int Looked = 60_000;

    private static readonly Regex[] Marks =
    [
        Rx.Of(@"\bhereinafter\b|\bhereafter (?:referred|called)"),
        Rx.Of(@"\bin witness whereof\b|\bdone (?:at|in) [\w ]{2,40}|\bfor and on behalf of\b|\bsigned at (?-i:[A-Z])|\b(?:in|two) (?:duplicate|originals)\b"),
        Rx.Of(@"\b(?:have|has|hereby) (?:agreed?|reached|decided|concluded)(?: the following| as follows| on the following| to the following)|\bagree(?: and \w+)? as follows|\bis (?:deleted and )?replaced by|\bhave reached the following|\bit is (?:hereby )?agreed|\bhave agreed to (?:amend|the following)|\bdeclare the following|\bstate the following|\bthe following (?:terms|clauses|understandings|provisions)"),
        Rx.Of(@"\b(?:shall|will) (?:enter|come) into (?:force|effect|operation)|\bshall (?:take|have) effect|\b(?:it|this [\w ]{3,40}) (?:enters into force|takes effect|comes into force)|\bshall (?:become|be) effective|\bthis (?:mou|agreement|memorandum|arrangement|deed|protocol|letter of intent|declaration|contract)\b[^.]{0,60}\b(?:commences|enters into|is governed|may be (?:amended|terminated|modified|varied))"),
        Rx.Of(@"\bwhereas\b|\bthe (?:contracting )?parties (?:shall|will|agree|undertake)|\bthe (?:participants|signatories|sides|partners) (?:will|shall|intend)|\beach (?:party|participant|partner) (?:shall|will)"),
        Rx.Of(@"(?:^|\n)[ \t]*(?:name|title|position|designation|signature|date)(?:\(s\))?[ \t]*:"),
        Rx.Of(@"\bi have the honou?r to|\bhas the honou?r to"),
        Rx.Of(@"\b(?:shall|will)? ?constitute an (?:agreement|understanding)|\bthis letter and your reply"),
        Rx.Of(@"\byours (?:sincerely|faithfully)|\bpresents its compliments|\bassurances of (?:its|my) highest"),
        Rx.Of(@"\((?:the |together,? the |jointly,? the |each a )?""(?-i:[A-Z])[^""\n]{1,40}""\)"),
        Rx.Of(@"\bany disputes? (?:arising|concerning|shall|will)|\bdisputes? (?:shall|will) be"),
        Rx.Of(@"\b(?:not|non-?) ?legally binding|\bcreates? no (?:\w+ )?(?:rights|obligations)|\b(?:either|each|any|a) (?:party|participant|institution|university|signatory)[^.]{0,40}\b(?:terminate|withdraw)|\bby giving [^.]{0,40}\bnotice"),
    ];

    private static readonly Regex Title = Rx.Of(@"^(?:(?:the|draft) )?(?:[\w()/-]+ ){0,4}(?:agreement|memorandum of (?:understanding|agreement|co-?operation)|arrangement|letter of intent|statement of intent|declaration of intent|protocol|deed|contract|executive programme)(?: (?:no\.?|number|on|of|for|concerning)[^\n]{0,60}| \(mou\))?$");

    private static readonly Regex Heads = Rx.Of(@"(?:^|\n)[ \t]*(?:(?:article|artic1e|art\.|section|clause|paragraph|§)[ ]*\(?(?:[\divx]+|one|two|three|four|five|six|seven|first|second|third)\b|(?:first|second|third|fourth)[.:–-]|[a-h]\.\d?[ ]|(?:\d{1,2}|[ivx]{1,4})[.)][ ]+[a-z][^\n.]{2,60}(?:\n|\.)|\d{1,2}\.\d{1,2}[ ])");

    /// <summary>At least three kinds of marks, or two with articles.</summary>
    public static bool IsAgreement(string text)
    {
        var head = text.Length > Looked ? text[..Looked] : text;
        var marks = Marks.Count(m => m.IsMatch(head)) + (Titled(head) ? 1 : 0);
        if (marks < 2) return false;
        var articles = Heads.Matches(head).Take(4).Count();
        return marks + (articles >= 3 ? 2 : 0) >= 4;
    }

    /// <summary>The name of an instrument alone on one of the first lines.</summary>
    private static bool Titled(string head)
    {
        var seen = 0;
        foreach (var range in head.AsSpan(0, Math.Min(head.Length, 1500)).Split('\n'))
        {
            var line = head.AsSpan(0, Math.Min(head.Length, 1500))[range].Trim();
            if (line.Length == 0) continue;
            if (line.Length < 110 && Title.IsMatch(line)) return true;
            if (++seen >= 5) return false;
        }

        return false;
    }
}
