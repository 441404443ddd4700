using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>Where and when all signed: "Done at Astana on 23 May 2017", "City of Irkutsk ... 12 September 2019", "This Deed is made on the 7th day of May 2025".</summary>
internal static class DoneClause
{
    private static readonly Regex Done = Rx.Of(@"\b(?:done|signed|made|concluded|executed|agreed)(?: and signed)?,?(?: (?:in duplicate|in two originals|in (?:the )?english(?: language)?|in triplicate),?)* (?:at|in) (?:the (?:city|town) of )?(?<place>[^\d,;:]{2,50}?),? ?(?:(?:on|this|dated|the|corresponding to|day|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|and)\b,? ?)*$");
    private static readonly Regex Simple = Rx.Of(@"\b(?:done|signed|concluded) (?:at|in) (?:the (?:city|town) of )?(?<place>\p{L}[\p{L} .'-]{1,40}?)(?:,| on| this| in (?:two|duplicate|three)|\.|$)");
    private static readonly Regex Opening = Rx.Of(@"\bthis (?:[\w-]+ ){0,5}[\w-]+,? (?:\(the ""[^""]{1,30}""\) )?(?:is )?(?:made|entered into|concluded|signed|executed|dated)(?: and entered into)? (?:on |this |the |as of )*$");
    private static readonly Regex Town = Rx.Of(@"^(?:city of |in |at )?(?<place>\p{L}[\p{L} .'-]{1,40}?),? +(?:on )?$");
    private static readonly Regex Headed = Rx.Of(@"^(?:concluded|signed|made|done|executed) (?:in|at) (?<place>[^\d,;:]{2,40}?),? (?:on |this |the )*$");
    private static readonly Regex Was = Rx.Of(@"\b(?:was|is|has been|were) (?:duly )?(?:signed|concluded) on (?:the |this )?$");
    private static readonly Regex Two = Rx.Of(@"\band (?:at|in) ");

    public static (Finding<string>? Place, Finding<string>? Date) Read(AgreementPage page)
    {
        if (SignatureReading.Each(page)) return Opened(page) ?? (null, null);
        foreach (var clause in page.Clauses.Where(c => c.Index > page.Clauses.Count / 2 || page.Clauses.Count < 12))
        {
            if (!clause.HasAny("done", "signed", "made", "conclud", "executed") || clause.HasAny("recalling", "considering", "refer to the", "has the honour") || clause.In is null && clause.From < page.FirstArticle && page.Articles.Count > 0) continue;
            if (DateWords.First(clause.Text) is { } date && Done.Match(clause.Text[..date.From]) is { Success: true } done) return Two.IsMatch(clause.Text[date.To..]) && DateWords.First(clause.Text[date.To..]) is not null ? (null, null) : (Place(page, clause, done), page.Find(date.Edtf, clause.From + date.From, clause.From + date.To, "wording.done.date"));
            if (clause.Text.Length < 400 && clause.HasAny("done at", "done in", "signed at", "signed in") && Simple.Match(clause.Text) is { Success: true } only && char.IsUpper(only.Groups["place"].Value[0]) && !only.Groups["place"].Value.Contains("original", StringComparison.OrdinalIgnoreCase) && !only.Groups["place"].Value.Contains("language", StringComparison.OrdinalIgnoreCase) && Clauses.Tongues.Code(only.Groups["place"].Value) is null)
                return (Place(page, clause, only), null);
        }
        return Opened(page) ?? Plain(page) ?? Line(page);
    }

    private static Finding<string>? Place(AgreementPage page, Clause clause, Match done)
    {
        var place = done.Groups["place"];
        var words = place.Value.TrimEnd(' ', ',');
        return words.Length < 2 || Two.IsMatch(words) || !char.IsUpper(words[0]) ? null : page.Words(clause.From + place.Index, clause.From + place.Index + words.Length, "wording.done.place");
    }

    private static (Finding<string>?, Finding<string>?)? Opened(AgreementPage page)
    {
        foreach (var clause in page.Clauses.Take(8))
            if (DateWords.First(clause.Text) is { } day && Headed.Match(clause.Text[..day.From]) is { Success: true } headed)
                return (Place(page, clause, headed), page.Find(day.Edtf, clause.From + day.From, clause.From + day.To, "wording.done.opening"));
        foreach (var clause in page.Clauses.Take(12))
            if (DateWords.First(clause.Text) is { } date && Opening.IsMatch(clause.Text[..date.From]) && !clause.Text[date.To..].Contains("Effective Date", StringComparison.OrdinalIgnoreCase))
                return (null, page.Find(date.Edtf, clause.From + date.From, clause.From + date.To, "wording.done.opening"));
        return null;
    }

    /// <summary>"... and was signed on 12 September 2016" at the end.</summary>
    private static (Finding<string>?, Finding<string>?)? Plain(AgreementPage page)
    {
        foreach (var clause in page.Clauses.Where(c => c.Index >= page.Clauses.Count * 2 / 3 && c.HasAny("signed on", "concluded on")))
            if (DateWords.First(clause.Text) is { } date && Was.IsMatch(clause.Text[..date.From]))
                return (null, page.Find(date.Edtf, clause.From + date.From, clause.From + date.To, "wording.done.plain"));
        return null;
    }

    /// <summary>"San Telmo, 19 August 2020": a line of place and day alone, once in the text.</summary>
    private static (Finding<string>?, Finding<string>?) Line(AgreementPage page)
    {
        (Finding<string>?, Finding<string>?) found = (null, null);
        var n = 0;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            if (line.IsBlank || line.Length >= 90 || i > 0 && !page.Lines[i - 1].IsBlank) continue;
            var text = page.Mended.Text[line.From..line.To];
            if (DateWords.First(text) is not { } date || date.To < text.TrimEnd('.').Length || Town.Match(text[..date.From]) is not { Success: true } town || SignatureWords.Label(new(text, 0, 0, 0)) is not null) continue;
            n++;
            var place = town.Groups["place"];
            if (!char.IsUpper(place.Value[0])) { n--; continue; }
            found = (page.FindInLines(place.Value, line.From + place.Index, line.From + place.Index + place.Length, "wording.done.line"), page.FindInLines(date.Edtf, line.From + date.From, line.From + date.To, "wording.done.line"));
        }
        return n == 1 ? found : (null, null);
    }
}
