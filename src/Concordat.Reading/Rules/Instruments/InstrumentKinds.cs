using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Rules.Instruments;

/// <summary>The kind of an agreement by the words before its noun, and after it.</summary>
internal static class InstrumentKinds
{
    public static string? Before(Page page, int i, Sentence s)
    {
        if (page.Low(i) is "protocol" or "protocols") return Amends(page, i + 1, s) ? "amendment" : "other";
        if (page.Low(i + 1) is "on" or "for" or "of" && Exchange(page, i + 2)) return "exchange-agreement";
        for (var k = i - 1; k >= s.From && k > i - 6 && (page.T[k].IsWord || page.Low(k) is "&"); k--)
        {
            switch (page.Low(k))
            {
                case "supplementary" or "supplemental" or "amending" or "amendatory": return "amendment";
                case "project": return "project-agreement";
                case "implementing" or "implementation": return "implementing-arrangement";
                case "licence" or "license" or "licensing" or "licencing": return "licence";
                case "non-disclosure" or "nondisclosure" or "confidentiality": return "nda";
                case "exchange" when page.Low(k + 1) is "and" && page.Low(k + 2) is "cooperation" or "co-operation": continue;
                case "exchange" or "exchanges" or "mobility": return "exchange-agreement";
                case "framework" or "umbrella": return "framework";
                case "international" when page.Low(k + 1) is "cooperation" or "co-operation": return "framework";
                case "technical" or "joint": return "other";
                case "signed" or "inked" or "sign" or "an" or "a" or "the" or "of" or "with" or "to": return null;
            }
        }
        return page.Low(i + 1) is "of" && page.Low(i + 2) is "intent" ? "loi" : null;
    }

    /// <summary>"on the exchange of students", "for student exchange".</summary>
    private static bool Exchange(Page page, int i)
    {
        if (page.Low(i) is "the") i++;
        return page.Low(i) is "exchange" && page.Low(i + 1) is "of" && page.Low(i + 2) is "students" or "staff" or "scholars" or "researchers" or "faculty" or "scientists" || page.Low(i) is "student" or "staff" or "faculty" && page.Low(i + 1) is "exchange" or "exchanges";
    }

    /// <summary>"amending the", "that amends and extends the", "to amend".</summary>
    public static bool Amends(Page page, int i, Sentence s)
    {
        for (var k = i; k < s.To && k < i + 4; k++) if (page.Low(k) is "amending" or "amends" or "amend" or "extending" or "extends" or "extend" or "prolonging" or "modifying") return true;
        return false;
    }
}
