namespace Concordat.Names;

/// <summary>How alike two names are.</summary>
public static class Likeness
{
    /// <summary>Share of common words, 0 to 1, with words that differ by a letter or two counted in part; order does not matter.</summary>
    public static double OfNames(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        var left = second.ToList();
        var common = 0.0;
        foreach (var word in first)
        {
            var (best, at) = Best(word, left);
            if (at < 0) continue;
            common += best;
            left.RemoveAt(at);
        }

        return common / (first.Count + second.Count - common);
    }

    /// <summary>People: family and given names in any order, initials for given names; 0 when a full name contradicts.</summary>
    public static double OfPeople(string a, string b)
    {
        var (first, second) = (Fold.Words(a), Fold.Words(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        if (first.Order().SequenceEqual(second.Order())) return 1;
        var (shorter, longer) = first.Count <= second.Count ? (first, second.ToList()) : (second, first.ToList());
        var (full, initials) = (0, 0);
        foreach (var word in shorter)
        {
            var at = longer.FindIndex(w => w == word);
            if (at >= 0) full++;
            else if ((at = longer.FindIndex(w => (word.Length == 1 || w.Length == 1) && w[0] == word[0])) >= 0) initials++;
            else return 0;
            longer.RemoveAt(at);
        }

        return full == 0 ? 0 : Math.Min(0.95, 0.55 + (0.2 * full) - (0.05 * longer.Count) + (0.1 * initials));
    }

    private static List<string> Words(string name) => [.. Fold.Words(name).Where(w => w is not ("of" or "and" or "for" or "in" or "on" or "de" or "the"))];

    private static (double Score, int At) Best(string word, List<string> among)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < among.Count; i++)
        {
            if (among[i] == word) return (1, i);
            if (word.Length < 5 || Math.Abs(among[i].Length - word.Length) > 2) continue;
            var score = 1 - ((double)Distance(word, among[i]) / Math.Max(word.Length, among[i].Length));
            if (score >= 0.75 && score > best) (best, at) = (score, i);
        }

        return (best, at);
    }

    /// <summary>Levenshtein distance, in edits.</summary>
    public static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
