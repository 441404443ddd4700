using Concordat.Agreements;
using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.Import.Rows;

/// <summary>Which word of a fixed list a cell means.</summary>
internal static class KindWords
{
    private static readonly (string Sort, string Words)[] Agreements =
    [
        ("amendment", "amendment|addendum|extension|amending|renewal"), ("mou", "memorandum of understanding|memoranda of understanding|mou|memorandum of cooperation|moc|memorandum"), ("moa", "memorandum of agreement|moa"),
        ("loi", "letter of intent|loi|statement of intent|declaration of intent|letter of interest"), ("implementing-arrangement", "implementing|implementation"), ("nda", "non disclosure|nondisclosure|nda|confidentiality|cda"),
        ("licence", "licence|license|licensing"), ("exchange-agreement", "student exchange|exchange|mobility"), ("project-agreement", "project"), ("framework", "framework|umbrella|master"),
        ("treaty", "treaty|convention|intergovernmental"), ("initiative", "initiative"), ("other", "agreement|protocol|contract|arrangement|pact|accord|declaration|charter|statement|notes|exchange of notes|act|minutes|other"),
    ];

    private static readonly (string Sort, string Words)[] Organisations =
    [
        ("university", "university|education|college|school|academic|academia|higher education"), ("company", "company|industry|firm|corporate|private|commercial|enterprise"), ("laboratory", "laboratory|facility|research|institute|research institute|research centre|r d"),
        ("military", "military|armed forces|army|navy|defence forces"), ("state", "country|nation"), ("government", "government|ministry|agency|public|department|state"), ("body", "international|international organisation|joint|intergovernmental|nonprofit|ngo|association"), ("other", "other|healthcare|archive|funder|hospital"),
    ];

    /// <summary>The stored word; null where the cell means none of them.</summary>
    public static string? Read(string kind, string cell)
    {
        var (choices, known) = kind == OrganisationKind.Name ? (OrganisationKind.Sorts, Organisations) : (AgreementKind.Sorts, Agreements);
        string? weak = null;
        foreach (var key in cell.Split('\n', ';', '|').Select(Fold.Key).Where(k => k.Length > 0))
        {
            if (choices.FirstOrDefault(c => c.Value == key.Replace(' ', '-') || Fold.Key(c.Label) == key) is { } exact) { if (exact.Value != "other") return exact.Value; weak ??= exact.Value; continue; }
            var found = known.FirstOrDefault(k => k.Words.Split('|').Any(w => ($" {key} ").Contains($" {w} ", StringComparison.Ordinal)));
            if (found.Sort is not (null or "other")) return found.Sort;
            weak ??= found.Sort;
        }

        return weak;
    }

    /// <summary>ISO code of a country by code or name; the first of several lines counts.</summary>
    public static string? Country(string cell)
    {
        var first = Clip.Line(cell.Split('\n', ';', '|')[0]);
        if (first.Length == 2 && Countries.Name(first.ToUpperInvariant()) is not null) return first.ToUpperInvariant();
        return Known.GetValueOrDefault(Fold.Key(first));
    }

    private static readonly Dictionary<string, string> Known = Load();

    private static Dictionary<string, string> Load()
    {
        var codes = Countries.All.DistinctBy(c => Fold.Key(c.Name)).ToDictionary(c => Fold.Key(c.Name), c => c.Code);
        foreach (var other in Other.Split('|')) codes.TryAdd(other[3..], other[..2]);
        return codes;
    }

    // As tables write them, besides the names in Countries.
    private const string Other = "US usa|US united states of america|US u s a|US us|GB uk|GB great britain|GB united kingdom of great britain and northern ireland|GB britain|DE federal republic of germany|DE germany federal republic|KR republic of korea|KR south korea|KP north korea|KR korea|"
        + "CN peoples republic of china|CN people s republic of china|RU russian federation|IR islamic republic of iran|VN viet nam|CZ czech republic|NL the netherlands|NL netherlands the|AE uae|CI cote divoire|CI ivory coast|CD zaire|SZ swaziland|MM burma|MK macedonia|LA lao pdr|TZ united republic of tanzania|"
        + "BO plurinational state of bolivia|VE bolivarian republic of venezuela|MD republic of moldova|SY syrian arab republic|TR turkey|CV cape verde|LY libyan arab jamahiriya|CG congo brazzaville|EU european union|EU european communities|EU eu|ZA republic of south africa|IE republic of ireland|IN republic of india|FR french republic";
}
