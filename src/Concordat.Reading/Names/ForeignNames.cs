using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Names in other languages inside an English text: "Direction générale de l'armement (DGA)", "École d'Ingénieurs de la Confluence", "Université du Québec en Haute-Côte".</summary>
internal static class ForeignNames
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Links = Words.Set("de du des d la le les l en à aux au sur sous et e y del della delle dei degli di do da dos das e para pour für der und zur zum den van voor het een of och for och i w na las los el na ve");

    /// <summary>Token after the name whose foreign head noun is at <paramref name="head"/>; the one after the head where nothing more belongs.</summary>
    public static int End(Page page, int head, int to)
    {
        if (Lettered(page, head, to) is > 0 and var closed) return closed;
        var end = head + 1;
        var elided = false;
        for (var i = head + 1; i < to && i < head + 12; i++)
        {
            if (Elided(page, i)) { (end, elided) = (i + 1, true); continue; }
            if (page.T[i].IsName && (!Words.Function.Contains(page.Low(i)) || elided) && !Roles.Head.Contains(page.Low(i)) && page.At[i] is null or PlaceMention or StateMention { IsAdjective: false }) { if (page.T[i].Shape is Shape.Upper && i + 1 < to && page.T[i + 1].Is(')')) break; end = i + 1; continue; }
            if (page.T[i].Shape is Shape.Lower && Links.Contains(page.Low(i)) && page.Low(i) is not ("of" or "for" or "i") && i + 1 < to && (page.T[i + 1].IsName || Elided(page, i + 1) || page.Low(i + 1) is "la" or "las" or "los" or "l" or "el" or "de")) continue;
            break;
        }
        return elided || Links.Contains(page.Low(end - 2)) ? end : head + 1;
    }

    /// <summary>Small words of the other language up to letters in brackets; 0 where an English word or a mark stands in between.</summary>
    private static int Lettered(Page page, int head, int to)
    {
        var small = 0;
        for (var i = head + 1; i < to && i < head + 12; i++)
        {
            if (page.T[i].Is('(')) return small > 0 && i + 2 < to && page.T[i + 1].Shape is Shape.Upper or Shape.Mixed && page.T[i + 2].Is(')') && page.T[i + 1].Length is > 1 and < 12 && Spells(page, head, i + 1) ? i : 0;
            if (!page.T[i].IsWord || page.T[i].Shape is Shape.Lower && Words.Function.Contains(page.Low(i)) && !Links.Contains(page.Low(i))) return 0;
            if (page.T[i].Shape is Shape.Lower && !Links.Contains(page.Low(i))) small++;
        }
        return 0;
    }

    /// <summary>The letters begin with those of the first two words.</summary>
    private static bool Spells(Page page, int head, int letters)
    {
        var low = page.Low(letters);
        var next = head + 1;
        while (Links.Contains(page.Low(next))) next++;
        return low[0] == page.Low(head)[0] && Fold.Word(low)[1] == Fold.Word(page.Low(next))[0];
    }

    private static bool Elided(Page page, int i) => page.T[i].Length > 3 && (page.Low(i).StartsWith("d'", StringComparison.Ordinal) || page.Low(i).StartsWith("l'", StringComparison.Ordinal)) && char.IsLetter(page.Text[page.T[i].Start + 2]);
}
