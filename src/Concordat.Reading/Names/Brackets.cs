using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>"Long Name (LN)" and "LN (Long Name)".</summary>
internal static class Brackets
{
    public static void ReadAcronym(Page page, Register register, Organisation organisation, int from, int to, int end)
    {
        if (to + 2 < end && page.T[to].IsDash && page.T[to + 1].Shape is Shape.Upper && page.T[to + 1].Length is > 1 and < 8 && page.T[to + 2].Shape is Shape.Punct && IsAcronym(page, to + 1)) { Take(page, register, organisation, to + 1); return; }
        if (to + 1 >= end || !page.T[to].Is('(')) return;
        var close = to + 1;
        while (close < end && close < to + 6 && !page.T[close].Is(')')) close++;
        if (close >= end || !page.T[close].Is(')')) return;
        var last = close;
        for (var k = to + 1; k < close; k++) if (page.T[k].Is(',') || page.T[k].Is(';')) { last = k; break; }
        if (last - to == 2 && (IsAcronym(page, to + 1) || Spells(page, from, to, to + 1))) { Take(page, register, organisation, to + 1); return; }
        for (var k = to + 1; k < last; k++) if (page.T[k].Is(':')) return;
        if (last - to is 3 or 4 && page.T[to + 1].Shape is Shape.Upper or Shape.Mixed && page.T[last - 1].IsName && page.At[last - 1] is not StateMention)
        {
            register.AddForm(page, organisation, to + 1, last);
            page.Mark(new OrganisationMention(to + 1, last, organisation));
        }
    }

    /// <summary>After letters: "LN (Long Name)" joins both.</summary>
    public static void ReadLongForm(Page page, Register register, Organisation owner, int letters, int end)
    {
        if (letters + 2 >= end || !page.T[letters + 1].Is('(') || page.At[letters + 2] is not OrganisationMention { Of: var named } || named == owner) return;
        if (named.Acronym is null && owner.Forms.Count <= 1) { page.Mark(new OrganisationMention(letters, letters + 1, named)); register.SetAcronym(page, named, letters, letters + 1); }
    }

    public static bool IsAcronym(Page page, int i)
    {
        var token = page.T[i];
        return token.Length is > 1 and < 13 && (token.Shape is Shape.Upper || (token.Shape is Shape.Mixed && page.Quote(i, i + 1).Count(char.IsUpper) > 1))
            && !InstrumentLetters(token.Low) && !(Countries.Noun(token.Low) is { IsUnion: false });
    }

    /// <summary>Letters that could be an instrument's but are this name's initials ("Northern Dental Academy (NDA)").</summary>
    private static bool Spells(Page page, int from, int to, int i) =>
        page.T[i].Shape is Shape.Upper && page.Low(i) is not "mou" && (Fold.Initials(page.T, from, to) == page.Quote(i, i + 1) || Fold.Initials(page.T, from, to, all: true) == page.Quote(i, i + 1));

    public static bool InstrumentLetters(string low) => low is "mou" or "mous" or "moa" or "moas" or "loi" or "lois" or "moc" or "sta" or "nda" or "r&d" or "s&t" or "ai" or "pa";

    private static void Take(Page page, Register register, Organisation organisation, int i)
    {
        register.SetAcronym(page, organisation, i, i + 1);
        page.Mark(new OrganisationMention(i, i + 1, organisation));
    }
}
