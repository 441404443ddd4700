using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.DateExpressions;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>People named like towns or states: "Dr Florence Nakato", "Secretary Lloyd Austin", "Jandira Lima Sampaio", "Defence Minister Israel Katz".</summary>
internal static class Namesakes
{
    /// <summary>True where the one word at <paramref name="i"/> is part of a person's name, by what stands around it.</summary>
    public static bool Is(Page page, int i, int to)
    {
        if (page.T[i].Shape is not Shape.Capital) return false;
        var goesOn = i + 1 < to && Part(page, i + 1);
        if (goesOn && i > 0 && Titled(page, i - 1)) return true;
        if (i == 0 || !Part(page, i - 1) || i > 1 && page.T[i - 1].IsName && page.T[i - 2].IsName && !Titled(page, i - 2) && !Part(page, i - 2) && !Office(page, i - 2)) return false;
        return goesOn ? i > 1 && (Titled(page, i - 2) || !page.T[i - 2].IsName && i + 2 < to && !page.T[i + 2].IsName) : i > 1 && (Titled(page, i - 2) || Office(page, i - 2));
    }

    /// <summary>An honorific, or an office written with a capital.</summary>
    private static bool Titled(Page page, int i) => page.T[i].IsName && (Roles.SureHonorific.Contains(page.Low(i)) || Roles.Head.Contains(page.Low(i)) && page.Low(i) is not ("principal" or "lead" or "fellow" or "member" or "king" or "queen" or "prince" or "sultan" or "emir"));

    /// <summary>"Secretary of Defense": the last word of an office that "of" or "for" goes on with.</summary>
    private static bool Office(Page page, int i)
    {
        if (!page.T[i].IsName || !Words.IsField(page.Low(i))) return false;
        for (var k = i - 1; k > 0 && k > i - 5; k--) if (page.Low(k) is "of" or "for") return Roles.Head.Contains(page.Low(k - 1));
        return false;
    }

    private static bool Part(Page page, int i)
    {
        var low = page.Low(i);
        return page.T[i].Shape is Shape.Capital && page.T[i].Length > 2 && page.At[i] is null && !Words.IsField(low) && !Heads.Is(low) && !Roles.Head.Contains(low) && !Roles.Honorific.Contains(low) && !Words.Function.Contains(low)
            && Countries.Any(low) is null && !DateWords.IsMonth(low) && !DateWords.IsWeekday(low) && !low.Contains('-');
    }
}
