using Concordat.Reading.Rules;
using Concordat.Reading.Rules.Segments;

namespace Concordat.Reading.Names;

/// <summary>The people of one text, found again by surname or by the whole name.</summary>
internal sealed class PeopleList
{
    private readonly Dictionary<string, Person?> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);

    public List<Person> All { get; } = [];
    /// <summary>Capitalised runs that may be people once more is known.</summary>
    public List<(Sentence Sentence, int From, int To)> Maybe { get; } = [];

    /// <summary>The office told after the name read last.</summary>
    public (int From, int To) LastRole { get; set; }

    /// <summary>Inside or right after the office told after the name read last.</summary>
    public bool InRole(int i) => i >= LastRole.From && i <= LastRole.To && LastRole.To > 0;

    /// <summary>Who these words name, when that is known and unambiguous.</summary>
    public Person? Known(Page page, int from, int to)
    {
        if (to - from == 1) return _byWord.GetValueOrDefault(Fold.Word(page.Low(from)));
        if (_byName.GetValueOrDefault(Short(page, from, to)) is { } whole) return whole;
        if (to - from != 2) return null;
        if (Gazetteer.Roles.Particle.Contains(page.Low(from))) return _byWord.GetValueOrDefault(Fold.Word(page.Low(from + 1)));
        return _byWord.GetValueOrDefault(Fold.Word(page.Low(from))) is { } first && first.Name.To - first.Name.From > 2 && page.Low(first.Name.From) == page.Low(from) && page.Low(first.Name.From + 1) == page.Low(from + 1) ? first : null;
    }

    public Person Add(Page page, int from, int to, string rule)
    {
        if (Known(page, from, to) is { } known)
        {
            if (to - from > known.Name.To - known.Name.From) known.Name = (from, to);
            return known;
        }
        var person = new Person { Name = (from, to), Rule = rule };
        All.Add(person);
        _byName.TryAdd(Short(page, from, to), person);
        foreach (var i in (int[])[to - 1, from])
        {
            var word = Fold.Word(page.Low(i));
            if (word.Length < 2 || word.EndsWith('.')) continue;
            _byWord[word] = _byWord.TryGetValue(word, out var other) && other != person ? null : person;
        }
        for (var i = from + 1; i < to - 1; i++) if (page.T[i].Length > 2 && page.T[i].IsName) _byWord.TryAdd(Fold.Word(page.Low(i)), person);
        return person;
    }

    /// <summary>First and last word: middle names may be left out later.</summary>
    private static string Short(Page page, int from, int to) => $"{Fold.Word(page.Low(from))} {Fold.Word(page.Low(to - 1))}";
}
