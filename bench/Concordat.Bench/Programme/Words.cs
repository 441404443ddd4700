using System.Collections.Immutable;

namespace Concordat.Bench.Programme;

/// <summary>Invented names, drawn from a seed: towns, people, organisations and subjects that exist nowhere.</summary>
internal sealed class Words(Random random)
{
    private static readonly string[] Heads = ["Var", "Ost", "Mel", "Kar", "Tol", "Bren", "Sund", "Lau", "Fer", "Hald", "Quin", "Ros", "Tav", "Vel", "Wex", "Zor", "Ald", "Cor", "Dun", "Ély", "Grü", "Ill", "Jas", "Norr"];
    private static readonly string[] Middles = ["a", "e", "en", "in", "or", "um", "el", "ash", "i", "ou", "ber", "ta", "ven", "ri"];
    private static readonly string[] Tails = ["holt", "mouth", "wick", "stad", "burg", "pur", "field", "haven", "ville", "dal", "nagar", "by", "ton", "mar", "gard", "sk"];
    private static readonly string[] First = ["Adaeze", "Anton", "Beatriz", "Cormac", "Dalia", "Emeka", "Farah", "Gunnar", "Hana", "Ilse", "Jovan", "Kavita", "Leif", "Mirela", "Niamh", "Oskar", "Pilar", "Rasheed", "Sunniva", "Tomas", "Uma", "Vikram", "Wanda", "Yusuf", "Zofia", "Étienne"];
    private static readonly string[] Last = ["marrow", "lund", "ash", "quist", "ova", "ander", "wala", "mere", "stein", "ieri", "oux", "abe", "vedt", "nath", "combe", "escu"];

    public static ImmutableArray<string> Fields { get; } =
    [
        "Cold Climate Materials", "Ocean Acoustics", "Applied Physiology", "Propulsion Research", "Survey Vessels", "Photonics", "Arid Land Water", "Signal Processing", "Marine Robotics",
        "High Altitude Medicine", "Composite Structures", "Atmospheric Studies", "Energy Storage", "Radar Science", "Soil Mechanics", "Human Factors", "Corrosion Science", "Satellite Navigation",
    ];

    public static ImmutableArray<string> Countries { get; } = ["SE", "NZ", "PT", "CA", "IN", "US", "FR", "NO", "JP", "KE", "CL", "PL"];

    public static ImmutableArray<string> Officers { get; } =
    [
        "A. Lind", "M. Okafor", "P. Varga", "S. Iyer", "T. Brandvold", "L. Castellan", "R. Haddad", "J. Whitlock", "N. Sørby", "E. Duarte", "K. Obi", "D. Marchetti",
    ];

    public T Of<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public string Town() => random.Next(3) == 0 ? Of(Heads) + Of(Tails) : Of(Heads) + Of(Middles) + Of(Tails);

    public string Person() => $"{Of(First)} {(random.Next(3) == 0 ? Of(Heads) + Of(Last) + " " : "")}{Of(Heads)}{Of(Middles)}{Of(Last)}";

    /// <summary>A name with the kind of organisation that bears it, and its town.</summary>
    public (string Name, string Sort, string Town) Organisation()
    {
        var (town, field) = (Town(), Of(Fields));
        return random.Next(6) switch
        {
            0 => ($"University of {town}", "university", town),
            1 => ($"{town} Institute of {field}", "university", town),
            2 => ($"{town} Laboratory for {field}", "laboratory", town),
            3 => ($"National {field} Centre at {town}", "laboratory", town),
            4 => ($"{town} {field} Limited", "company", town),
            _ => ($"{field} Agency of {town}", "government", town),
        };
    }

    public string Subject() => $"{Lead()} {Of(Fields).ToLowerInvariant()} {Where()}";

    private string Lead() => Of(["joint research on", "exchange of researchers in", "shared trials of", "data from", "development of", "training in", "standards for", "a test range for"]);

    private string Where() => Of(["in coastal waters", "at low temperatures", "for small vessels", "in mountain regions", "for field hospitals", "in crowded spectrum", "over long distances", "under ice"]) + " near " + Town();

    /// <summary>Initial letters of the long words, in upper case.</summary>
    public static string Acronym(string name) => string.Concat(name.Split(' ').Where(w => w.Length > 3).Select(w => char.ToUpperInvariant(w[0])));
}
