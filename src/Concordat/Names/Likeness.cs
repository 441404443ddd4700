namespace Concordat.Names;

/// <summary>How alike two names are.</summary>
public static class Likeness
{
    private static readonly HashSet<string> Small = ["of", "and", "for", "in", "on", "de", "the", "at", "to", "la", "du", "des", "und"];

    /// <summary>Words in one order and one spelling: American and British forms, singular and plural are one. Equal keys are the same name.</summary>
    public static string Key(string name) => Read(name).Key;

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

    /// <summary>As <see cref="OfNames"/> without the sides of the name, at most 0.3 when both name sides and they differ.</summary>
    public static double OfBodies(string a, string b)
    {
        var (first, second) = (Sides.Split(a), Sides.Split(b));
        var alike = OfNames(first.Name, second.Name);
        return first.Of.Count > 0 && second.Of.Count > 0 && !first.Of.SetEquals(second.Of) ? Math.Min(0.3, alike) : alike;
    }

    /// <summary>
    /// People, in any order of names: 1 for the same words; 0.9 and 0.85 where a middle name is missing; 0.75 and less with initials, 0.05 less for each name
    /// that only one has; 0 when a name contradicts or no full name is common.
    /// </summary>
    public static double OfPeople(string a, string b)
    {
        var (first, second) = (People(a), People(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        if (first.Order().SequenceEqual(second.Order())) return 1;
        var (shorter, longer) = first.Count <= second.Count ? (first, second.ToList()) : (second, first.ToList());
        var (full, initials) = (0, 0);
        // Full names first, so that an initial does not take the place of one.
        foreach (var word in shorter.OrderByDescending(w => w.Length))
        {
            var at = longer.FindIndex(w => w == word);
            if (at >= 0 && word.Length > 1) full++;
            else if (at >= 0 || (at = longer.FindIndex(w => (word.Length == 1 || w.Length == 1) && w[0] == word[0])) >= 0) initials++;
            else return 0;
            longer.RemoveAt(at);
        }

        if (full == 0) return 0;
        var missing = longer.Count;
        return Math.Max(0.3, full == 1 && shorter.Count == 1 ? 0.45 : initials == 0 ? 0.95 - (0.05 * missing) : 0.75 - (0.05 * missing));
    }

    // "R.K. Orlin" and "R K Orlin" have the same initials.
    private static List<string> People(string name) => [.. Fold.Words(name.Replace('.', ' '))];

    private static List<string> Words(string name) => Read(name).Words;

    // Where many records are held against each other, each name is met again and again.
    private const int MostRead = 4_000;

    [ThreadStatic] private static Dictionary<string, (List<string> Words, string Key)>? _read;

    private static (List<string> Words, string Key) Read(string name)
    {
        var read = _read ??= new(StringComparer.Ordinal);
        if (read.TryGetValue(name, out var known)) return known;
        if (read.Count >= MostRead) read.Clear();
        List<string> words = [.. Fold.Words(name).Where(w => !Small.Contains(w)).Select(Spelled)];
        return read[name] = (words, string.Join(' ', words.Order(StringComparer.Ordinal)));
    }

    /// <summary>One spelling for "fibre, fiber", "labour, labor", "-isation, -ization", and for plural and singular.</summary>
    private static string Spelled(string word)
    {
        if (word.Length < 5) return word;
        word = word.Replace("our", "or", StringComparison.Ordinal).Replace('z', 's');
        if (word.EndsWith("re", StringComparison.Ordinal)) word = word[..^2] + "er";
        if (word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static (double Score, int At) Best(string word, List<string> among)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < among.Count; i++)
        {
            if (among[i] == word) return (1, i);
            // Numbers that differ by a digit are other numbers.
            if (word.Length < 5 || Math.Abs(among[i].Length - word.Length) > 2 || word.Any(char.IsDigit)) continue;
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
