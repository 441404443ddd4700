using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>The title of an instrument: capitals around its noun, or what follows "titled", "called", "known as".</summary>
internal static class Titles
{
    public static (int From, int To)? Of(Page page, int from, int to, int noun, string? kind, Sentence s)
    {
        if (Called(page, to, s) is { } called) return called;
        if (s.Kind is BlockKind.Paragraph && kind is "mou" or "moa" or "loi" or "nda" && page.T[noun].IsName && page.T[noun].Length > 4 && page.Low(to) is "on" or "for" or "concerning" or "regarding" && to + 1 < s.To && page.T[to + 1].IsName && page.At[to + 1] is null) return Right(page, to, noun, s) is var far && far > to + 1 ? (from, far) : null;
        if (s.Kind is not BlockKind.Paragraph || kind is "mou" or "moa" or "loi" or "nda") return null;
        var start = from;
        while (start > s.From && start > noun - 9 && Part(page, start - 1, s)) start--;
        var end = Right(page, to, noun, s);
        while (start < from && Words.Function.Contains(page.Low(start))) start++;
        var names = 0;
        for (var i = start; i < end; i++) if (page.T[i].IsName) names++;
        var own = page.T[noun].IsName || kind is "framework";
        return own && names >= 2 && !page.Low(noun).EndsWith('s') ? (start, end) : null;
    }

    /// <summary>The words of an instrument with what follows "on" in capitals.</summary>
    public static (int From, int To) Long(Page page, InstrumentMention m, Sentence s) =>
        page.T[m.Noun].IsName && page.Low(m.To) is "on" or "for" && m.To + 1 < s.To && page.T[m.To + 1].IsName ? (m.From, Right(page, m.To, m.Noun, s)) : (m.From, m.To);

    private static bool Part(Page page, int i, Sentence s)
    {
        if (page.At[i] is Names.OrganisationMention or Names.PersonMention) return false;
        if (page.T[i].IsName) return !(i == s.From && Words.Function.Contains(page.Low(i)));
        if (page.T[i].Is(',')) return i > s.From && page.T[i - 1].IsName && page.T[i + 1].IsName && page.At[i - 1] is null && Words.IsField(page.Low(i - 1)) && Words.IsField(page.Low(i + 1)) && page.Low(i + 2) is "and" or "&" or ",";
        if (page.Low(i) is "of" && i > s.From + 1) return page.T[i - 1].Shape is Shape.Capital && page.T[i + 1].Shape is Shape.Capital && page.At[i - 1] is null && page.At[i + 1] is null && Words.IsField(page.Low(i - 1)) && Words.IsField(page.Low(i + 1));
        return page.Low(i) is "and" or "&" && i > s.From && page.T[i - 1].IsName && page.T[i + 1].IsName && (Words.IsField(page.Low(i - 1)) || Names.NameEnd.LooksField(page.Low(i - 1))) && Words.IsField(page.Low(i + 1));
    }

    /// <summary>"Framework for the … Partnership", "Agreement Between A and B on Cooperation in …".</summary>
    private static int Right(Page page, int to, int noun, Sentence s)
    {
        var end = to;
        if (!page.T[noun].IsName && page.Low(noun) is not "framework") return end;
        var i = to;
        while (i < s.To && i < to + 24)
        {
            if (page.T[i].IsName && !(page.Low(i) is "mou")) { end = ++i; continue; }
            if (i > to && page.Low(i) is "of" or "and" or "&" or "in" or "the" or "for" or "on" or "with" || i == to && page.Low(i) is "for" or "on" or "concerning" || i == to && page.Low(i) is "in" && page.T[i - 1].IsName && i + 1 < s.To && page.At[i + 1] is null) { i++; continue; }
            if (i == to && page.Low(i) is "of" && page.T[noun].IsName) { i++; continue; }
            break;
        }
        return DropDate(page, to, end);
    }

    private static int DropDate(Page page, int to, int end)
    {
        foreach (var date in page.DatesIn(to, end))
        {
            end = date.From;
            while (end > to && page.Low(end - 1) is "on" or "in" or "of" or "the") end--;
            break;
        }
        return end;
    }

    private static (int, int)? Called(Page page, int to, Sentence s)
    {
        for (var i = to; i < s.To && i < to + 14; i++)
        {
            if (page.Low(i) is not ("titled" or "entitled" or "called" or "named" or "dubbed") && !(page.Low(i) is "as" && page.Low(i - 1) is "known")) continue;
            var start = i + 1;
            if (start < s.To && page.Low(start) is "the" or "a") start++;
            var quoted = start < s.To && (page.T[start].IsQuote || page.T[start].IsApostrophe);
            if (quoted) start++;
            if (start < s.To && page.T[start].Shape is Shape.Lower) return null;
            return Chunk(page, start, s, quoted) is var end && end > start + 1 ? (start, end) : null;
        }
        return null;
    }

    private static int Chunk(Page page, int start, Sentence s, bool quoted)
    {
        var end = start;
        for (var i = start; i < s.To && i < start + 24; i++)
        {
            if (quoted && (page.T[i].IsQuote || page.T[i].IsApostrophe && page.Low(i - 1) is not "ministers")) break;
            if (page.T[i].IsName) { end = i + 1; continue; }
            if (page.Low(i) is "of" or "and" or "&" or "in" or "the" or "for" or "on" or "to" or "with" || page.T[i].IsPossessive) continue;
            if (!quoted || page.T[i].Is(',')) break;
            end = i + 1;
        }
        return end;
    }
}
