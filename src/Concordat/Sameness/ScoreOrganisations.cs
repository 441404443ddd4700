using Concordat.Names;
using Concordat.Organisations;

namespace Concordat.Sameness;

/// <summary>What two records of organisations tell beyond their names; figures at <see cref="ScorePair"/>.</summary>
internal static class ScoreOrganisations
{
    public static void Weigh(Scored score, Organisation a, Guid one, Organisation b, Guid other)
    {
        if (a.Parents.Any(p => p.Organisation == other) || b.Parents.Any(p => p.Organisation == one)) { score.Nothing(); return; }
        Names(score, a, b);
        var shared = Shared(a, b);
        if (score.Value == 0 && shared is not Identity.Same) return;
        Where(score, a, b);
        if (shared == Identity.Same) score.AtLeast(0.99, "same identifier");
        if (shared == Identity.Other) score.AtMost(0.55, "but another identifier");
    }

    private static void Names(Scored score, Organisation a, Organisation b)
    {
        var (mine, theirs) = (a.Names.Select(n => HeadWords.Words(n.Text)).ToList(), b.Names.Select(n => HeadWords.Words(n.Text)).ToList());
        var sorted = theirs.Select(Key).ToHashSet();
        var agree = a.Country is null || b.Country is null || a.Country == b.Country;
        if (score.Value < 0.9 && agree && mine.Exists(m => m.Count > 1 && m.Exists(Own) && sorted.Contains(Key(m)))) score.AtLeast(0.9, "same name in another language");
        if (a.Names.All(n => b.Names.All(o => ScorePair.OtherNumber(n.Text, o.Text)))) score.AtMost(0.3, "but other numbers");
    }

    private static string Key(List<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    // Kinds of organisation are no names of their own.
    private static bool Own(string word) => word.Length > 2 && HeadWords.Of(word) == word && !HeadWords.IsGeneral(word);

    private static void Where(Scored score, Organisation a, Organisation b)
    {
        if (a.Place is not null && b.Place is not null)
            if (Place(a.Place) == Place(b.Place)) score.Add(0.05, "same place");
            else score.AtMost(0.7, "but in another place");
        if (a.Website is not null && b.Website is not null && Host(a.Website) == Host(b.Website)) score.AtLeast(0.9, "same website");
        if (a.Parents.IsEmpty || b.Parents.IsEmpty) return;
        if (a.Parents.Any(p => b.Parents.Any(o => o.Organisation == p.Organisation))) score.Add(0.05, "part of the same");
        else score.Less(0.1, "but part of another");
    }

    private static string Place(string place) => string.Join(' ', HeadWords.Words(place));

    private static string Host(string website)
    {
        var host = website.Contains("://", StringComparison.Ordinal) ? website[(website.IndexOf("://", StringComparison.Ordinal) + 3)..] : website;
        host = host.Split('/', '?', '#')[0].ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private enum Identity { Unknown, Same, Other }

    /// <summary>An organisation has one identifier of a scheme.</summary>
    private static Identity Shared(Organisation a, Organisation b)
    {
        var found = Identity.Unknown;
        foreach (var mine in a.Identifiers)
            foreach (var theirs in b.Identifiers.Where(i => Fold.Key(i.Scheme) == Fold.Key(mine.Scheme)))
                if (Bare(mine.Value) == Bare(theirs.Value)) return Identity.Same;
                else found = Identity.Other;
        return found;
    }

    // "https://ror.org/05a28rw58" and "05a28rw58", "0000 0001 2159 0001" and "0000000121590001".
    private static string Bare(string value) => Fold.SortKey(value.TrimEnd('/')[(value.TrimEnd('/').LastIndexOf('/') + 1)..]).Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
