using System.Collections.Frozen;

namespace Concordat.Names;

/// <summary>The sides that a joint body's name begins with: "Indo-US Joint Technical Group", "India–Japan Joint Working Group".</summary>
public static class Sides
{
    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>Country codes of the sides, empty where the name states none, and the name without them.</summary>
    public static (IReadOnlySet<string> Of, string Name) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var parts = words[i].Trim('(', ')', ',').Split('-', '–', '—', '/');
            if (parts.Length < 2) continue;
            var of = parts.Select(p => Codes.GetValueOrDefault(Fold.Key(p))).OfType<string>().ToFrozenSet();
            // "Counter-Terrorism" has a hyphen and no sides.
            if (of.Count < 2) continue;
            words.RemoveAt(i);
            return (of, words.Count > 0 ? string.Join(' ', words) : name);
        }

        return (FrozenSet<string>.Empty, name);
    }

    private static FrozenDictionary<string, string> Load()
    {
        var codes = Countries.All.DistinctBy(c => Fold.Key(c.Name)).ToDictionary(c => Fold.Key(c.Name), c => c.Code);
        foreach (var word in Short.Split(' '))
        {
            var (code, names) = (word[..2], word[3..]);
            foreach (var name in names.Split(',')) codes.TryAdd(name, code);
        }

        return codes.ToFrozenDictionary();
    }

    // Short and combining forms; the full names are in Countries.
    private const string Short =
        "US:us,usa,american,america GB:uk,britain,british,anglo IN:indo,indian FR:franco,french DE:german,germano CN:sino,chinese,prc RU:russo,russian JP:japanese,nippon IT:italo,italian "
        + "AU:australian,aus ES:spanish,hispano GR:greek,greco TR:turkey,turkish,turco KR:korean,korea,rok IL:israeli EG:egyptian BR:brazilian CA:canadian SE:swedish NO:norwegian FI:finnish,finno "
        + "DK:danish,dano NL:dutch PL:polish,polono UA:ukrainian VN:vietnamese ID:indonesian SG:singaporean MY:malaysian TH:thai PH:philippine AE:uae,emirati SA:saudi ZA:safrican EU:eu,european AR:argentine,argentinian";
}
