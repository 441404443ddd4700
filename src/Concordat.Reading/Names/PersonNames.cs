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
        if (low is "h" && token.Length == 1 && page.Low(i + 1) is "h" or "e" && page.T[i + 1].Length == 1 || low is "h" or "e" && token.Length == 1 && i > 0 && page.Low(i - 1) is "h" && page.T[i - 1].Length == 1) return false;
        if (low is "dipl.-ing" or "dipl.-ing." or "dr.-ing" or "dr.-ing." or "dipl-ing") return false;
        if (Roles.Honorific.Contains(low) && page.Text[token.End - 1] == '.') return false;
        if (low.EndsWith("-based", StringComparison.Ordinal)) return false;
        if (token is { Length: 3, Shape: Shape.Capital } && page.Text[token.End - 1] == '.' && low is "ch" or "ts" or "kh" or "zh" or "sh" or "yu" or "ya" or "ju") return true;
        if (low.EndsWith('.') || token.Length == 1 || token.Length == 2 && page.Text[token.End - 1] == '.') return token.Shape is Shape.Upper && (token.Length > 1 || low is not "i" && !(low is "a" && (i == 0 || page.T[i - 1].Is('.'))));
        if (Words.Function.Contains(low) && low is not ("may" or "will" or "young" or "long")) return false;
        if (MalayTitle(page, i)) return false;
        if (token.Shape is Shape.Upper && token.Length > 2 && !page.Quote(i, i + 1).Contains('.')) return IsCapitalSurname(page, i) || IsCapitalSurnameFirst(page, i);
        return !Words.IsField(low) && !Heads.Is(low) && !Roles.Head.Contains(low) && !Roles.SureHonorific.Contains(low) && !(DateWords.IsMonth(low) && low is not "may" and not "april" and not "june" && !(low is "jan" or "august" && i + 1 < page.T.Count && page.T[i + 1].IsName && !Words.IsField(page.Low(i + 1)))) && !DateWords.IsWeekday(low)
            && !Brackets.InstrumentLetters(low) && !(NonNames.Contains(low) && !(low is "islam" && i > 0 && page.T[i - 1].IsName && page.At[i - 1] is null));
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> NonNames = Words.Set("""
        prime honourable honorable excellency excellencies republic kingdom airport airbase base road street hall building hotel palace house island islands river lake mount valley park garden square tower
        sign signs signed ink inks inked signing agree agrees agreed hold holds host hosts hosted meet meets visit visits launch launches join joins boost boosts strengthen deepen expand renew renews extend extends
        academicians professors ambassadors ministers messrs mr mrs day night morning parade prize award medal act bill law article section annex phase round stage series version part chapter summary background highlights
        times post express tribune herald gazette journal news daily telegraph guardian mirror agency reuters afp xinhua ani pti ians kuna bernama antara yonhap tass twitter facebook linkedin youtube whatsapp
        show expo exhibition fair airshow congress
        states member members associate balkans gulf chiefs staff city county province
        islam christian hindu muslim buddhist easter christmas
        """);

    /// <summary>"Rajan MEHTA": one word in capitals beside one that is not.</summary>
    private static bool IsCapitalSurname(Page page, int i) =>
        page.T[i].Length > 3 && KnownBodies.Of(page.Quote(i, i + 1)) is null && !Words.IsField(page.Low(i)) && !Heads.Is(page.Low(i)) && i > 0
        && page.T[i - 1].Shape is Shape.Capital && page.At[i - 1] is null && !Words.IsField(page.Low(i - 1)) && !Words.Function.Contains(page.Low(i - 1)) && !Roles.Head.Contains(page.Low(i - 1)) && (i < 2 || Roles.Honorific.Contains(page.Low(i - 2)) || Roles.Head.Contains(page.Low(i - 2)));

    /// <summary>"Prof. KAWADA Minoru": the surname first and in capitals, after an honorific, an office or a comma.</summary>
    private static bool IsCapitalSurnameFirst(Page page, int i) =>
        i > 0 && i + 1 < page.T.Count && page.T[i + 1].Shape is Shape.Capital && page.At[i + 1] is null && page.T[i + 1].Length > 2 && KnownBodies.Of(page.Quote(i, i + 1)) is null && !Words.IsField(page.Low(i)) && !Heads.Is(page.Low(i)) && !Roles.Head.Contains(page.Low(i))
        && !Words.IsField(page.Low(i + 1)) && !Heads.Is(page.Low(i + 1)) && !Roles.Head.Contains(page.Low(i + 1)) && !Words.Function.Contains(page.Low(i + 1)) && !DateWords.IsMonth(page.Low(i + 1)) && !DateWords.IsWeekday(page.Low(i + 1))
        && (Roles.SureHonorific.Contains(page.Low(i - 1)) || page.T[i - 1].Is(':') && Roles.Head.Contains(page.Low(i - 2)) || page.At[i - 1] is null && (Roles.Head.Contains(page.Low(i - 1)) || page.Low(i - 1) is "general" && Roles.Head.Contains(page.Low(i - 2))));

    /// <summary>"Tan Sri", "Datuk Seri Panglima": titles that are also names.</summary>
    private static bool MalayTitle(Page page, int i) =>
        page.Low(i) is "sri" or "seri" or "panglima" && i > 1 && page.T[i - 1].IsApostrophe && page.Low(i - 2) is "dato" or "datu" || page.Low(i) is "sri" or "seri" or "panglima" && page.Low(i - 1) is "tan" or "datuk" or "dato" or "dato'" or "puan" or "seri" || page.Low(i) is "tan" or "puan" && page.Low(i + 1) is "sri";

    /// <summary>Letters after a name: "AM", ", PhD", ", VSM"; returns the token after them.</summary>
    public static int AfterLetters(Page page, int i, int to)
    {
        while (i < to)
        {
            var at = page.T[i].Is(',') ? i + 1 : i;
            if (at >= to || !IsLetters(page, at) || at + 1 < to && page.T[at + 1].IsName && at == i) return i;
            if (at > i && at + 1 < to && !page.T[at + 1].Is(',') && !page.T[at + 1].Is('.') && !page.T[at + 1].Is(')') && page.Low(at + 1) is not "and") return i;
            i = at + 1;
        }
        return i;
    }

    private static bool IsLetters(Page page, int i) =>
        page.Low(i) is "phd" or "ph.d" or "ph.d." or "frs" or "dphil" or "msc" or "mba" or "obe" or "cbe" or "m.si." or "s.t." or "mp" or "m.p." or "retd"
        || page.T[i].Shape is Shape.Upper && page.T[i].Length is 2 or 3 or 4 && page.At[i] is null && KnownBodies.Of(page.Quote(i, i + 1)) is null && !Roles.Head.Contains(page.Low(i)) && !Brackets.InstrumentLetters(page.Low(i)) && !Roles.SureHonorific.Contains(page.Low(i)) && Countries.Any(page.Low(i)) is null;

    /// <summary>Token after the name that starts at <paramref name="i"/>; <paramref name="i"/> itself when none does.</summary>
    public static int End(Page page, int i, int to)
    {
        if (!IsPart(page, i)) return i;
        var end = i + 1;
        while (end < to && end < i + 7)
        {
            if (IsPart(page, end)) { end++; continue; }
            if (end + 3 < to && page.T[end].IsQuote && IsPart(page, end + 1) && page.T[end + 2].IsQuote && IsPart(page, end + 3)) { end += 4; continue; }
            var after = end;
            while (after < to && after < end + 3 && Roles.Particle.Contains(page.Low(after)) && page.T[after].Shape is Shape.Lower) after++;
            if (after < to && page.T[after].Shape is Shape.Lower && page.T[after].Length > 3 && (page.Low(after).StartsWith("d'", StringComparison.Ordinal) || page.Low(after).StartsWith("l'", StringComparison.Ordinal)) && char.IsUpper(page.Text[page.T[after].Start + 2])) { end = after + 1; continue; }
            if (after == end || after >= to || !IsPart(page, after)) break;
            end = after + 1;
        }
        if (end < to && end > i + 1 && page.T[end].Shape is Shape.Capital && page.Low(end) is "an" or "so" or "do" && !(end + 1 < to && page.T[end + 1].IsName)) end++;
        while (end - i > 2 && page.T[end - 1] is { Shape: Shape.Upper, Length: 2 or 3 } && !page.Quote(end - 1, end).Contains('.') && page.T[end - 2].Shape is not Shape.Upper && FullWords(page, i, end - 1) > 1) end--;
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

    /// <summary>"Ingénieur général", "Capitaine de vaisseau", "Capitán de Navío": the capital word of a rank that ends in small letters; <paramref name="name"/> itself where none stands.</summary>
    private static int RankTail(Page page, int name, int from)
    {
        if (name - 1 <= from || page.T[name - 1].IsName && page.Low(name - 1) is not ("vaisseau" or "navío" or "see") || page.Low(name - 1) is not ("général" or "générale" or "vaisseau" or "frégate" or "corvette" or "chef" or "navío" or "navio" or "fragata" or "corbeta" or "guerra" or "see" or "mar" or "división" or "brigada" or "brigade" or "division")) return name;
        for (var k = name - 2; k >= from && k > name - 5; k--)
        {
            if (page.T[k].IsName && Roles.SureHonorific.Contains(page.Low(k))) return k;
            if (page.Low(k) is not ("de" or "del" or "en" or "zur" or "da" or "e" or "mar")) return name;
        }
        return name;
    }

    /// <summary>First token of the honorifics right before <paramref name="name"/>; <paramref name="name"/> itself when there are none.</summary>
    public static int HonorificStart(Page page, int name, int from)
    {
        var start = RankTail(page, name, from);
        while (start > from && Roles.Honorific.Contains(page.Low(start - 1)) && page.T[start - 1].IsName && page.Low(start - 1) is not ("his" or "her" or "president" or "king" or "queen") && page.At[start - 1] is null) start--;
        if (start > from + 1 && page.Low(start - 1) is "seri" or "sri" or "panglima" && page.T[start - 2].IsApostrophe) start--;
        if (start < name && start > from + 1 && page.T[start - 1].IsApostrophe && page.Low(start - 2) is "dato" or "datu") start = HonorificStart(page, start - 2, from) is var above && above < start - 2 ? above : start - 2;
        if (start < name && start > from && page.T[start - 1].IsName && (page.Low(start) is "admiral" or "adm" && page.Low(start - 1) is "vice" or "rear" || page.Low(start) is "marshal" && page.Low(start - 1) is "vice" or "chief")) start--;
        while (start < name && start > from && page.Low(start) is "marshal" or "commodore" or "vice" or "chief" && page.Low(start - 1) is "air" or "vice" or "chief") start--;
        if (start < name && start > from + 1 && page.Low(start - 1) is "the" && page.Low(start) is "hon" or "honourable" or "honorable" && Roles.SureHonorific.Contains(page.Low(start - 2))) start = HonorificStart(page, start - 1, from);
        if (start + 1 < name && page.Low(start) is "commander" && page.Mention(start - 1) is OrganisationMention or StateMention) start++;
        if (start < name && page.Low(start) is "ambassador" && page.Mention(start - 1) is StateMention) start++;
        if (start < name && page.Low(start) is "general" && page.Low(start - 1) is "director" or "master" or "adjutant" or "quartermaster" or "accountant" or "solicitor" or "governor" or "advocate" or "comptroller" or "secretary" or "attorney" or "inspector" or "consul" or "auditor" or "surveyor") start++;
        if (start > from + 4 && page.T[start - 1].Is(')') && page.T[start - 2].Is('.') && page.Low(start - 3) is "ret" or "retd" or "res" or "rtd" && page.T[start - 4].Is('(')) return HonorificStart(page, start - 4, from) is var rank && rank < start - 4 ? rank : start;
        if (start > from + 1 && page.T[start - 1].Is(')') && (page.Low(start - 2).TrimEnd('.') is "retd" or "ret" or "res" or "rtd" or "rt" || page.T[start - 2].IsName && page.T[start - 2].Length < 5 && start > from + 3 && page.T[start - 3].Is('(') && Roles.SureHonorific.Contains(page.Low(start - 4))) && start > from + 3) start = HonorificStart(page, start - 3, from) is var before && before < start - 3 ? before : start;
        return start;
    }
}
