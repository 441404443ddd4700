using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Which capitalised words can be parts of a person's name.</summary>
internal static class PersonNames
{
    public static bool IsPart(Page page, int i)
    {
        var token = page.T[i];
        if (!token.IsName || page.At[i] is not null || token.Length > 24) return false;
        var low = token.Low;
        if (low.EndsWith('.') || token.Length == 1 || token.Length == 2 && page.Text[token.End - 1] == '.') return token.Shape is Shape.Upper && (token.Length > 1 || low is not "i" && !(low is "a" && (i == 0 || page.T[i - 1].Is('.'))));
        if (Words.Function.Contains(low) && low is not ("may" or "will" or "young" or "long")) return false;
        if (token.Shape is Shape.Upper && token.Length > 2 && !page.Quote(i, i + 1).Contains('.')) return IsCapitalSurname(page, i);
        return !Words.IsField(low) && !Heads.Is(low) && !Roles.Head.Contains(low) && !Roles.SureHonorific.Contains(low) && !(DateWords.IsMonth(low) && low is not "may" and not "april" and not "june") && !DateWords.IsWeekday(low)
            && !Brackets.InstrumentLetters(low) && !NonNames.Contains(low);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> NonNames = Words.Set("""
        prime honourable honorable excellency excellencies republic kingdom airport airbase base road street hall building hotel palace house island islands river lake mount valley park garden square tower
        sign signs signed ink inks inked signing agree agrees agreed hold holds host hosts hosted meet meets visit visits launch launches join joins boost boosts strengthen deepen expand renew renews extend extends
        mr mrs day night morning parade prize award medal act bill law article section annex phase round stage series version part chapter summary background highlights
        times post express tribune herald gazette journal news daily telegraph guardian mirror agency reuters afp xinhua ani pti ians kuna bernama antara yonhap tass twitter facebook linkedin youtube whatsapp
        states member members associate balkans gulf
        islam christian hindu muslim buddhist easter christmas
        """);

    /// <summary>"Rajan MEHTA": one word in capitals beside one that is not.</summary>
    private static bool IsCapitalSurname(Page page, int i) =>
        page.T[i].Length > 3 && KnownBodies.Of(page.Quote(i, i + 1)) is null && !Words.IsField(page.Low(i)) && !Heads.Is(page.Low(i)) && i > 0
        && page.T[i - 1].Shape is Shape.Capital && page.At[i - 1] is null && !Words.IsField(page.Low(i - 1)) && !Words.Function.Contains(page.Low(i - 1)) && !Roles.Head.Contains(page.Low(i - 1)) && (i < 2 || Roles.Honorific.Contains(page.Low(i - 2)) || Roles.Head.Contains(page.Low(i - 2)));

    /// <summary>Token after the name that starts at <paramref name="i"/>; <paramref name="i"/> itself when none does.</summary>
    public static int End(Page page, int i, int to)
    {
        if (!IsPart(page, i)) return i;
        var end = i + 1;
        while (end < to && end < i + 7)
        {
            if (IsPart(page, end)) { end++; continue; }
            var after = end;
            while (after < to && after < end + 3 && Roles.Particle.Contains(page.Low(after)) && page.T[after].Shape is Shape.Lower) after++;
            if (after == end || after >= to || !IsPart(page, after)) break;
            end = after + 1;
        }
        if (end < to && page.Low(end) is "jr" or "sr" or "ii" or "iii" && page.T[end].IsName) end++;
        return end;
    }

    /// <summary>Words that are not initials.</summary>
    public static int FullWords(Page page, int from, int to)
    {
        var n = 0;
        for (var i = from; i < to; i++) if ((page.T[i].Low.Length > 2 || page.T[i] is { Shape: Shape.Capital, Length: 2 } && page.Text[page.T[i].End - 1] != '.') && !page.T[i].Low.EndsWith('.')) n++;
        return n;
    }

    /// <summary>First token of the honorifics right before <paramref name="name"/>; <paramref name="name"/> itself when there are none.</summary>
    public static int HonorificStart(Page page, int name, int from)
    {
        var start = name;
        while (start > from && Roles.Honorific.Contains(page.Low(start - 1)) && page.T[start - 1].IsName && page.Low(start - 1) is not ("his" or "her" or "president" or "king" or "queen") && page.At[start - 1] is null) start--;
        if (start < name && page.Low(start) is "general" && page.Low(start - 1) is "director" or "secretary" or "attorney" or "inspector" or "consul" or "auditor" or "surveyor") start++;
        if (start > from + 1 && page.T[start - 1].Is(')') && page.Low(start - 2) is "retd" or "ret" && start > from + 3) start = HonorificStart(page, start - 3, from) is var before && before < start - 3 ? before : start;
        return start;
    }
}
