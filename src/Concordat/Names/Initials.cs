namespace Concordat.Names;

/// <summary>Short forms of names that texts use without explaining them.</summary>
public static class Initials
{
    private static readonly HashSet<string> Small = ["of", "and", "for", "in", "on", "the", "de", "at", "to"];

    /// <summary>"dipas" for "Defence Institute of Physiology and Allied Sciences"; null for fewer than three words.</summary>
    public static string? Of(string name)
    {
        var head = name.IndexOf(',') is var at and > 0 ? name[..at] : name;
        var words = Fold.Words(head).Where(w => !Small.Contains(w)).ToList();
        return words.Count is < 3 or > 12 ? null : string.Concat(words.Select(w => w[0]));
    }

    /// <summary>"r k orlin" and "r orlin" for "Renata K. Orlin": given names by their initials, in both ways of leaving middle names out; none for a single name.</summary>
    public static IEnumerable<string> OfPerson(string name)
    {
        var words = Fold.Words(name.Replace('.', ' '));
        if (words.Count < 2 || words[^1].Length < 2) return [];
        var given = words.Take(words.Count - 1).Select(w => w[..1]).ToList();
        return new[] { string.Join(' ', [.. given, words[^1]]), $"{given[0]} {words[^1]}" }.Distinct();
    }
}
