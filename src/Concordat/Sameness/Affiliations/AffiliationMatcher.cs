using Concordat.Names;

namespace Concordat.Sameness.Affiliations;

/// <summary>Finds the organisation of a register that a free affiliation string names. Pure; built once, used by many at once.</summary>
public sealed class AffiliationMatcher
{
    /// <summary>From this score on a match may be taken without a look: on the strings of the bench 95 of 100 such are right.</summary>
    public const double Threshold = 0.64;

    private const int MostLength = 2000;

    private readonly Phrases<(AffiliationOrganisation Organisation, Met Met, bool Main, int Breaks)> _names = new();
    private readonly Phrases<string> _countries = new();
    private readonly Phrases<string> _cities = new();
    private readonly Dictionary<string, int> _often = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AffiliationOrganisation>> _acronyms = new(StringComparer.Ordinal);
    private readonly Phrases<AffiliationOrganisation> _stems = new();
    private readonly NearNames _near;
    private readonly HashSet<string> _places = [];
    private readonly Dictionary<string, List<string[]>> _lands = new(StringComparer.Ordinal);
    private int _count;

    public AffiliationMatcher(IReadOnlyCollection<AffiliationOrganisation> organisations)
    {
        foreach (var (name, country) in Places.Countries())
        {
            _countries.Add(Bare(name), country);
            _places.Add(Key(Bare(name)));
            if (!_lands.TryGetValue(country, out var names)) _lands[country] = names = [];
            names.Add(Bare(name));
        }

        foreach (var organisation in organisations) Count(organisation);
        foreach (var organisation in organisations) Add(organisation);
        _near = new(organisations, Weight);
    }

    private static string[] Bare(string name) => AffiliationText.Of(name).Words;

    private void Count(AffiliationOrganisation organisation)
    {
        _count++;
        foreach (var word in organisation.Names.SelectMany(n => Bare(n)).Distinct()) _often[word] = _often.GetValueOrDefault(word) + 1;
        if (organisation.Place is not null && Bare(organisation.Place) is { Length: > 0 } city && _places.Add("city " + Key(city))) _cities.Add(city, Key(city));
        if (organisation.Place is not null) _places.Add(Key(Bare(organisation.Place)));
    }

    private static string Key(IEnumerable<string> words) => string.Join(' ', words);

    private double Weight(string word) => Math.Log((_count + 1.0) / (_often.GetValueOrDefault(word) + 1));

    private void Add(AffiliationOrganisation organisation)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < organisation.Names.Count; i++)
        {
            var name = AffiliationText.Of(Unmarked(organisation.Names[i]));
            // A kind alone names nobody.
            if (name.Words.Length == 0 || (name.Words.Length == 1 && HeadWords.IsGeneral(name.Words[0])) || !seen.Add(Key(name.Words))) continue;
            _names.Add(name.Words, (organisation, Met.Whole, i == 0, Breaks(name, 0, name.Words.Length)));
        }

        foreach (var shortened in organisation.Names.SelectMany(n => Shortened(Bare(Unmarked(n)), organisation)))
            if (seen.Add(Key(shortened))) _names.Add(shortened, (organisation, Met.Turned, false, 0));
        if (organisation.Sort == "university" && Stem(organisation) is { } stem) _stems.Add(stem, organisation);
        foreach (var name in organisation.Names)
            foreach (var turned in Turned([.. Bare(Unmarked(name))]))
                if (seen.Add(Key(turned))) _names.Add(turned, (organisation, Met.Turned, false, 0));
        foreach (var acronym in organisation.Acronyms.Select(a => Key(Fold.Words(a))).Where(a => a.Length > 1).Distinct())
            if (_acronyms.TryGetValue(acronym, out var all)) all.Add(organisation);
            else _acronyms[acronym] = [organisation];
    }

    /// <summary>"Washington University" for "Washington University in St. Louis": without the place or country at an end.</summary>
    private IEnumerable<string[]> Shortened(string[] words, AffiliationOrganisation organisation)
    {
        var ends = _lands.GetValueOrDefault(organisation.Country ?? "", []).Append(organisation.Place is null ? [] : Bare(organisation.Place));
        foreach (var end in ends.Where(e => e.Length > 0 && words.Length - e.Length > 1))
        {
            if (words.AsSpan(words.Length - end.Length).SequenceEqual(end) && words[..^end.Length] is var before && !before.All(HeadWords.IsGeneral)) yield return before;
            if (words.AsSpan(0, end.Length).SequenceEqual(end) && words[end.Length..] is var after && !after.All(HeadWords.IsGeneral)) yield return after;
        }
    }

    /// <summary>What is left of a name without its kind: "wake forest". Null where that is a place.</summary>
    private string[]? Stem(AffiliationOrganisation organisation)
    {
        string[] own = [.. Bare(Unmarked(organisation.Names[0])).Where(w => !HeadWords.IsGeneral(w))];
        return own.Length == 0 || own[0].Length < 4 || _places.Contains(Key(own)) ? null : own;
    }

    /// <summary>Before which of its words a part begins, as bits.</summary>
    private static int Breaks(AffiliationText text, int from, int to)
    {
        var breaks = 0;
        for (var i = from + 1; i < to && i - from < 31; i++)
            if (text.Part[i] != text.Part[i - 1]) breaks |= 1 << (i - from);
        return breaks;
    }

    // "Thermo Fisher Scientific (United States)": the register's own mark.
    private static string Unmarked(string name) => name.EndsWith(')') && name.LastIndexOf('(') is var at and > 2 ? name[..at] : name;

    private static IEnumerable<List<string>> Turned(List<string> words)
    {
        if (words.Count is < 2 or > 5) yield break;
        if (words[0] is "university" or "institute" or "hospital" or "academy" && words[1] is not ("hospital" or "technology")) yield return [.. words.Skip(1), words[0]];
        if (words[^1] is "university" or "institute" or "hospital" or "academy" && !HeadWords.IsGeneral(words[0])) yield return [words[^1], .. words.Take(words.Count - 1)];
    }

    /// <summary>The organisation that is most likely meant, or null where none is named. Strings of more than <see cref="MostLength"/> are read up to there.</summary>
    public AffiliationMatch? Match(string affiliation)
    {
        var (text, candidates) = Candidates(affiliation.Length > MostLength ? affiliation[..MostLength] : affiliation);
        var scores = Score.Of(candidates);
        if (candidates.Count == 0) return null;
        var best = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ThenBy(i => candidates[i].Organisation.Record).First();
        return new(candidates[best].Organisation.Record, scores[best], string.Join(' ', text.Words[candidates[best].From..candidates[best].To]));
    }

    internal (AffiliationText Text, List<Candidate> Candidates) Candidates(string affiliation)
    {
        var text = AffiliationText.Of(affiliation);
        var hits = Hits(text);
        hits.AddRange(_near.Find(text, hits));
        return (text, [.. new Weighing(text, _countries, _cities).Weigh(hits)]);
    }

    private List<Candidate> Hits(AffiliationText text)
    {
        var hits = new List<Candidate>();
        foreach (var (from, to, values) in _names.Find(text.Words))
        {
            var weight = Enumerable.Range(from, to - from).Sum(i => Weight(text.Words[i]));
            var breaks = Breaks(text, from, to);
            var fitting = values.Where(v => Fits(breaks, v.Breaks, v.Organisation, text, from, to)).ToList();
            var whole = fitting.Count(v => v.Met == Met.Whole);
            foreach (var (organisation, met, main, _) in fitting.Where(v => whole == 0 || v.Met == Met.Whole))
                hits.Add(new() { Organisation = organisation, From = from, To = to, Met = met, Weight = weight, Sharing = whole == 0 ? fitting.Count : whole, Main = main });
        }

        // What lies within a longer name is part of that name.
        hits.RemoveAll(h => hits.Exists(o => o.From <= h.From && o.To >= h.To && o.To - o.From > h.To - h.From && (o.Met == Met.Whole || h.Met != Met.Whole)));
        Stems(text, hits);
        Acronyms(text, hits);
        return hits;
    }

    /// <summary>A part may end within a name only where the name has a comma too, or before the name's own city.</summary>
    private static bool Fits(int breaks, int own, AffiliationOrganisation organisation, AffiliationText text, int from, int to)
    {
        if ((breaks & ~own) == 0) return true;
        var at = from + System.Numerics.BitOperations.TrailingZeroCount(breaks & ~own);
        return organisation.Place is not null && !text.Words[from..at].All(HeadWords.IsGeneral) && Key(text.Words[at..to]) == Key(Bare(organisation.Place));
    }

    /// <summary>"Wake Forest School of Medicine": the university's own words, then a kind of part.</summary>
    private void Stems(AffiliationText text, List<Candidate> hits)
    {
        foreach (var (from, to, values) in _stems.Find(text.Words).ToList())
        {
            var end = to;
            while (end < text.Words.Length && text.Part[end] == text.Part[from] && HeadWords.IsGeneral(text.Words[end])) end++;
            if (end == to || values.Count > 1 || hits.Exists(h => h.From < to && h.To > from)) continue;
            hits.Add(new() { Organisation = values[0], From = from, To = to, Met = Met.Stem, Weight = Enumerable.Range(from, to - from).Sum(i => Weight(text.Words[i])), Sharing = 1 });
        }
    }

    private void Acronyms(AffiliationText text, List<Candidate> hits)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (text.Capitals[i] is not { } capitals || !_acronyms.TryGetValue(Key(Fold.Words(capitals)), out var all) || hits.Exists(h => h.From <= i && h.To > i) || Places.States.ContainsKey(capitals) || _places.Contains(Key(Fold.Words(capitals)))) continue;
            foreach (var organisation in all.Take(20))
                hits.Add(new() { Organisation = organisation, From = i, To = i + 1, Met = Met.Acronym, Weight = Weight(text.Words[i]), Sharing = all.Count });
        }
    }
}
