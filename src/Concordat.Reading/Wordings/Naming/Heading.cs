using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Naming;

/// <summary>Title, kind and reference number, from the top of the text.</summary>
internal sealed record Heading(int From, int To, Finding<string>? Title, Finding<string>? Kind, Finding<string>? Reference)
{
    private const string Noun = @"(?:memorandum of (?:understanding|agreement|co-?operation|intent|collaboration)|memorandum|agreement|arrangement|letter of (?:intent|agreement)|statement of intent|declaration(?: of intent)?|joint statement|protocol|deed|contract|convention|treaty|amendment|addendum|mou|moa|accord|(?:executive|working|implementation) programme)";

    private static readonly Regex Opens = Rx.Of(@"^(?:(?:the|draft|final) )?(?:[\w'’(),/&-]+ ){0,7}?" + Noun + @"\b");
    private static readonly Regex HasNoun = Rx.Of(@"\b" + Noun + @"\b");
    private static readonly Regex Goes = Rx.Of(@"^(?:between\b|and$|and \w|among|by and between|on\b|concerning|regarding|relating|for\b|in the (?:field|area)|of\b|to\b|the\b|with\b|about\b|number|no\.|(?:in|under) the )|^[^a-z]{4,}$|^\([^()]{2,40}\)$");
    private static readonly Regex Body = Rx.Of(@"^(?:this |by this |date of|dated|preamble|recitals|whereas|considering|recalling|between:|parties|table of contents|contents|\(?(?:hereinafter|short title)|\d|article|section|clause|§|party a|contract no|ref|city of|which enter|made (?:on|this)|entered into)|\bhereinafter\b|\bhereafter\b|\(""|;$|:$|\bin accordance with\b");
    private static readonly Regex Number = Rx.Exact(@"\b(?:[Nn]o\.?|NO\.?|[Nn]umber|NUMBER|[Nn]r\.?|[Rr]ef(?:erence)?\.?(?: [Nn]o\.?)?|REF\.?|№|[Cc]ontract [Nn]o\.?|[Aa]greement [Nn]o\.?) ?:? ?(?<n>[0-9][A-Za-z0-9/.–-]{0,40}|[A-Z][A-Za-z0-9/.()–-]{0,40}[0-9][A-Za-z0-9/.–-]{0,20}|ONE|TWO|THREE|FOUR|FIVE|One|Two|Three|Four|Five|[IVX]{1,4})\b");
    private static readonly Regex Code = Rx.Exact(@"^(?<n>[A-Z]{2,}[A-Za-z0-9-]*/[A-Za-z0-9/–.-]*\d[A-Za-z0-9/–.-]*)\b");
    private static readonly Regex Cell = Rx.Exact(@" {3,}(?<n>(?:\d{4}/)?[A-Z]{2,}[A-Z0-9]*(?:[/-][A-Z0-9]+)*[/-]\d[\w/-]*)$");
    private static readonly Regex Nth = Rx.Of(@"^(?<n>first|second|third|fourth|fifth|sixth) (?:amendment|addendum|extension|supplement)\b");
    private static readonly Regex Foreign = Rx.Of(@"\b(?:grant agreement,?|abn|cnpj|registration|company|vat|tax|po box|p\.o\.|house|road|street|article|section|no\. \d{1,3} \w+ (?:road|street)|account)\b[^\n]{0,24}$");

    public static Heading Of(AgreementPage page)
    {
        var paragraphs = Paragraph.All(page.Flow).Take(40).ToList();
        var first = paragraphs.FindIndex(p => p.From < 3000 && p.To - p.From < 500 && IsTitle(page.Flow[p.From..p.To]));
        if (first < 0 || paragraphs.Take(first).Any(p => page.Flow[p.From..Math.Min(p.To, p.From + 5)].StartsWith("Dear", StringComparison.Ordinal))) return new(0, 0, null, null, Ref(page, 0));
        var last = first;
        while (last + 1 < paragraphs.Count && last < first + 14 && GoesOn(page, paragraphs, last)) last++;
        var (from, to) = (paragraphs[first].From, paragraphs[last].To);
        while (to > from && page.Flow[to - 1] is ' ' or ',' or '.' or ':' or '-' or '–') to--;
        var kind = Kinds.Of(page.Flow[from..paragraphs[first].To]) is "other" ? Kinds.Of(page.Flow[from..to]) : Kinds.Of(page.Flow[from..paragraphs[first].To]);
        return new(from, to, page.Words(from, to, "wording.title"), page.Find(kind, from, paragraphs[first].To, "wording.kind"), Ref(page, to));
    }

    private static bool IsTitle(string words) => Opens.IsMatch(words) && !Body.IsMatch(words) && words[^1] is not ('.' or ';') && (Flow.IsCapitals(words) || words.Length < 220 && char.IsUpper(words[0]));

    private static bool GoesOn(AgreementPage page, List<(int From, int To)> paragraphs, int last)
    {
        var (from, to) = paragraphs[last + 1];
        var words = page.Flow[from..to];
        var before = page.Flow[paragraphs[last].From..paragraphs[last].To];
        if (from >= page.FirstArticle || words.Length > 320 || Body.IsMatch(words) || words[^1] is '.' or ';' && !(Flow.IsCapitals(words) && Open(before))) return false;
        if (Goes.IsMatch(words) && (!words.StartsWith("The ", StringComparison.Ordinal) || words.Length < 120 && !words.EndsWith(',') && Open(before))) return Same(page, paragraphs, last);
        return Open(before) && words.Length < 200;
    }

    /// <summary>A name that stands after "between" or "and" belongs to the title, but an address under it ends it.</summary>
    private static bool Open(string before)
    {
        var low = before.ToLowerInvariant();
        return low is "and" or "between" or "among" or "by and between" or "concerning" or "on" or "regarding" or "relating to" or "to the" or "for" || low.EndsWith(" between", StringComparison.Ordinal) || low.EndsWith(" and", StringComparison.Ordinal) || low.EndsWith(" and the", StringComparison.Ordinal);
    }

    /// <summary>False where "between" already opens the clause of the parties: names with addresses, or what each is called.</summary>
    private static bool Same(AgreementPage page, List<(int From, int To)> paragraphs, int last)
    {
        var words = page.Flow[paragraphs[last + 1].From..paragraphs[last + 1].To].ToLowerInvariant();
        if (words is not ("between" or "by and between" or "among" or "between:")) return true;
        for (var i = last + 2; i < Math.Min(paragraphs.Count, last + 6); i++)
        {
            var next = page.Flow[paragraphs[i].From..paragraphs[i].To];
            if (next.Length > 500 || next.Contains("represented by", StringComparison.OrdinalIgnoreCase) || next.Contains("hereinafter", StringComparison.OrdinalIgnoreCase) || next.Contains("(\"", StringComparison.Ordinal) || next.Contains("(the \"", StringComparison.OrdinalIgnoreCase)) return i > last + 4;
            if (next.Equals("and", StringComparison.OrdinalIgnoreCase)) return i + 1 >= paragraphs.Count || !page.Flow[paragraphs[i + 1].From..paragraphs[i + 1].To].Contains("(\"", StringComparison.Ordinal);
        }
        return true;
    }

    private static Finding<string>? Ref(AgreementPage page, int titleEnd)
    {
        for (var i = 0; i < Math.Min(page.Lines.Count, 30); i++)
        {
            var line = page.Lines[i];
            if (line.IsBlank || line.Length > 300) continue;
            var words = page.Mended.Text[line.From..line.To];
            if (Cell.Match(words) is { Success: true } cell) return page.FindInLines(cell.Groups["n"].Value, line.From + cell.Groups["n"].Index, line.From + cell.Groups["n"].Index + cell.Groups["n"].Length, "wording.reference.head");
            if (Code.Match(words) is { Success: true } code) return page.FindInLines(code.Groups["n"].Value, line.From + code.Groups["n"].Index, line.From + code.Groups["n"].Index + code.Groups["n"].Length, "wording.reference.code");
            if (Nth.Match(words) is { Success: true } nth && NumberWords.Ordinal(nth.Groups["n"].Value) is { } change) return page.FindInLines($"{change}", line.From, line.From + nth.Groups["n"].Length, "wording.reference.ordinal");
            if (words.Length > 160 || i > 12 && titleEnd == 0 && i > 20) continue;
            foreach (Match match in Number.Matches(words))
            {
                var n = match.Groups["n"];
                if (Foreign.IsMatch(words[..n.Index]) || words[..n.Index].Contains("Regulation", StringComparison.Ordinal) || i > 0 && Street(words)) continue;
                var value = NumberWords.Of(n.Value) is { } figure && n.Value.All(char.IsLetter) ? $"{figure}" : n.Value.TrimEnd('.', '-');
                return page.FindInLines(value, line.From + n.Index, line.From + n.Index + n.Length, "wording.reference");
            }
        }
        return null;
    }

    private static bool Street(string words) => words.Contains("Road", StringComparison.OrdinalIgnoreCase) || words.Contains("Street", StringComparison.OrdinalIgnoreCase) || words.StartsWith("Address", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a paragraph's words hold the name of an instrument.</summary>
    public static bool NamesInstrument(string words) => HasNoun.IsMatch(words);
}
