using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>Names that a word before them makes a company's: "the Danish firm Nordlys Optik", "Pune-based Suvarna Alloys".</summary>
internal static class Firms
{
    /// <summary>Token after the company that starts at <paramref name="i"/>, once it is marked; null where none does.</summary>
    public static int? At(Page page, Register register, int i, Sentence sentence)
    {
        if (i <= sentence.From || page.T[i - 1].IsName && !page.Low(i - 1).EndsWith("-based", StringComparison.Ordinal) || page.At[i] is not null || !IsFirm(page.Low(i - 1)) || page.Low(i - 1).EndsWith("-based", StringComparison.Ordinal) && !page.T[i - 1].IsName || !Fits(page, i)) return null;
        var to = i;
        while (to < sentence.To && to < i + 5 && page.At[to] is null && Fits(page, to)) to++;
        if (to == i || to < sentence.To && page.T[to].IsName && Roles.Head.Contains(page.Low(to))) return null;
        var made = register.Named(Fold.Key(page.T, i, to)) ?? register.Add(page, new(i, to, i), "company", "kind.company-noun", "organisation.after-firm");
        register.AddForm(page, made, i, to);
        page.Mark(new OrganisationMention(i, to, made));
        Brackets.ReadAcronym(page, register, made, i, to, sentence.To);
        return to;
    }

    private static bool Fits(Page page, int i) =>
        page.T[i].IsName && !Words.Function.Contains(page.Low(i)) && !Roles.Head.Contains(page.Low(i)) && !Roles.SureHonorific.Contains(page.Low(i)) && !Brackets.InstrumentLetters(page.Low(i)) && !Heads.Is(page.Low(i));

    private static bool IsFirm(string low) =>
        low is "firm" or "company" or "startup" or "start-up" or "spin-off" or "spinoff" or "manufacturer" or "shipbuilder" or "planemaker" or "chipmaker" or "subsidiary" or "contractor" or "giant" or "maker" or "conglomerate" or "developer" or "supplier" or "drugmaker" or "carmaker" or "shipyard" or "yard" or "vendor" or "producer" || low.EndsWith("-based", StringComparison.Ordinal);
}
