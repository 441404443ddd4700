using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.Intake;

/// <summary>Scores whether an organisation of a text is one of the register.</summary>
/// <remarks>
/// <list type="table">
/// <item>0.97 the same name, in any spelling, present or former; 0.88 where the name is one that many have (Ministry of Defence) and a country is not stated on both sides</item>
/// <item>0.92 the same name but for what follows a comma ("X Laboratory, Y Agency"), when the name has a word of its own</item>
/// <item>0.93 the text gives only the acronym, the country is the same; 0.88 where no country is stated</item>
/// <item>0.90 the same acronym and names alike by half or more</item>
/// <item>0.55 the same acronym, other names · 0.60 the acronym fits the initials of the name · up to 0.80 names alike</item>
/// <item>+0.03 the same country; other countries: half the score, so never suggested; university and company, state and other: at most 0.5</item>
/// </list>
/// </remarks>
internal static class RecogniseOrganisation
{
    public static (double Score, string Why) Score(Read read, Document document)
    {
        var it = document.As<Organisation>();
        var names = read.Items("names", "text").Append(read.Proposal.Title).Distinct().ToList();
        var held = it.Names.Select(n => n.Text).ToList();
        var acronym = read.Text("acronym") ?? names.Find(IsAcronym);
        var (mine, theirs) = (read.Text("country"), it.Country);
        var (score, why) = Best(ByName(names, held, mine is not null && theirs is not null), ByAcronym(names, acronym, it, held, mine == theirs && mine is not null));
        if (score == 0) return (0, "");
        if (mine is not null && theirs is not null && mine != theirs) return (score / 2, $"{why}, but in {Countries.Name(theirs) ?? theirs}");
        if (Contradict(read.Text("organisationSort"), it.OrganisationSort)) return (Math.Min(0.5, score), $"{why}, but another kind of organisation");
        return mine is not null && mine == theirs ? (Math.Min(0.99, score + 0.03), why + ", same country") : (score, why);
    }

    private static (double, string) ByName(List<string> names, List<string> held, bool countriesStated)
    {
        var best = (Score: 0.0, Why: "");
        foreach (var a in names)
            foreach (var b in held)
            {
                if (IsAcronym(a) && a != b) continue;
                best = Best(best, Pair(a, b, countriesStated));
            }

        return best;
    }

    private static (double, string) Pair(string a, string b, bool countriesStated)
    {
        if (Likeness.Key(a) == Likeness.Key(b)) return OwnWords(a) ? (0.97, "same name") : (countriesStated ? 0.97 : 0.88, "same name, which others have too");
        var (head, other) = (Head(a), Head(b));
        if ((head != a) ^ (other != b) && Likeness.Key(head) == Likeness.Key(other)) return (OwnWords(head) ? 0.92 : 0.6, "same name without what it is part of");
        var alike = Likeness.OfNames(a, b);
        return alike >= 0.5 ? (Math.Min(0.8, alike), "similar name") : (0, "");
    }

    private static (double, string) ByAcronym(List<string> names, string? acronym, Organisation it, List<string> held, bool sameCountry)
    {
        if (acronym is null) return (0, "");
        var key = Fold.Key(acronym);
        var full = names.Where(n => Fold.Key(n) != key).ToList();
        var theirs = it.Acronym is null ? held.Find(h => Fold.Key(h) == key) : it.Acronym;
        if (theirs is null || Fold.Key(theirs) != key) return held.Exists(h => Initials.Of(h) == key) ? (0.6, "the acronym fits the name") : (0, "");
        if (full.Count == 0) return (sameCountry ? 0.93 : 0.88, "same acronym");
        var alike = full.Max(a => held.Max(b => Likeness.OfNames(a, b)));
        return alike >= 0.5 ? (0.9, "same acronym, similar name") : (0.55, "same acronym, but another name");
    }

    private static bool Contradict(string? a, string? b) => (a, b) switch
    {
        ("university", "company") or ("company", "university") => true,
        (null or "other", _) or (_, null or "other") => false,
        _ => a == "state" ^ b == "state",
    };

    private static (double Score, string Why) Best((double Score, string Why) a, (double Score, string Why) b) => b.Score > a.Score ? b : a;

    private static string Head(string name) => name.IndexOf(',') is var at and > 0 ? name[..at] : name;

    private static bool IsAcronym(string name) => name.Length is > 1 and <= 12 && !name.Contains(' ') && name.Count(char.IsUpper) >= 2 && name.All(c => char.IsUpper(c) || c is '-' or '.' or '&' or '/' || char.IsDigit(c));

    /// <summary>False for names that every state has one of.</summary>
    private static bool OwnWords(string name) => Fold.Words(name).Any(w => !Common.Contains(w));

    private static readonly HashSet<string> Common =
    [
        .. ("of the and for in on at ministry department directorate division office agency authority government national federal state central royal general joint chief staff "
            + "defence war external foreign affairs home interior science sciences technology research development innovation education health energy space nuclear agriculture environment "
            + "army navy naval air force forces armed military police coast guard university institute institution college school faculty academy centre laboratory laboratories council "
            + "commission committee organisation service services headquarters secretariat embassy commerce industry trade finance transport").Split(' '),
    ];
}
