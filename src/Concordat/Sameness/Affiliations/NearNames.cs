using System.Runtime.InteropServices;
using Concordat.Names;

namespace Concordat.Sameness.Affiliations;

/// <summary>Finds names of which a part of a text has most words: in another order, one missing, or nearly spelt.</summary>
internal sealed class NearNames
{
    private const int MostHolding = 400, MostScored = 60;
    private const double Enough = 0.7;
    private readonly Dictionary<string, List<int>> _holding = new(StringComparer.Ordinal);
    private readonly List<(AffiliationOrganisation Organisation, string[] Words, double Weight)> _names = [];
    private readonly Func<string, double> _weight;

    public NearNames(IEnumerable<AffiliationOrganisation> organisations, Func<string, double> weight)
    {
        _weight = weight;
        foreach (var organisation in organisations)
            foreach (var name in organisation.Names)
            {
                var words = AffiliationText.Of(name).Words.Distinct().ToArray();
                if (words.Length is 0 or > 20) continue;
                foreach (var word in words)
                {
                    ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_holding, word, out _);
                    (list ??= []).Add(_names.Count);
                }

                _names.Add((organisation, words, words.Sum(weight)));
            }
    }

    public IEnumerable<Candidate> Find(AffiliationText text, List<Candidate> hits)
    {
        var covered = hits.ToList();
        foreach (var (from, to) in Parts(text))
        {
            if (covered.Exists(h => h.From < to && h.To > from && h.Met == Met.Whole)) continue;
            var words = text.Words[from..to].Distinct().ToHashSet();
            if (words.Count == 0) continue;
            var all = words.Sum(_weight);
            var best = new Dictionary<Guid, (int Name, double Alike)>();
            foreach (var name in Possible(words))
            {
                var (organisation, own, weight) = _names[name];
                var common = own.Where(words.Contains).Sum(_weight);
                var alike = common / (weight + all - common);
                if (alike >= Enough && alike > best.GetValueOrDefault(organisation.Record).Alike) best[organisation.Record] = (name, alike);
            }

            foreach (var (name, alike) in best.Values.OrderByDescending(b => b.Alike).Take(4))
                yield return new() { Organisation = _names[name].Organisation, From = from, To = to, Met = alike > 0.999 ? Met.Turned : Met.Nearly, Weight = _names[name].Weight * alike, Sharing = Math.Max(1, best.Count), Alike = alike };
        }
    }

    /// <summary>Each part alone, and each two that stand together.</summary>
    private static IEnumerable<(int From, int To)> Parts(AffiliationText text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Words.Length; i++)
            if (i == 0 || text.Part[i] != text.Part[i - 1]) starts.Add(i);
        starts.Add(text.Words.Length);
        for (var i = 0; i + 1 < starts.Count && i < 24; i++)
        {
            yield return (starts[i], starts[i + 1]);
            if (i + 2 < starts.Count) yield return (starts[i], starts[i + 2]);
        }
    }

    private IEnumerable<int> Possible(HashSet<string> words)
    {
        var counts = new Dictionary<int, double>();
        foreach (var word in words)
            if (_holding.TryGetValue(word, out var names) && names.Count <= MostHolding)
                foreach (var name in names) counts[name] = counts.GetValueOrDefault(name) + _weight(word);
        return counts.OrderByDescending(c => c.Value).Take(MostScored).Select(c => c.Key);
    }
}
