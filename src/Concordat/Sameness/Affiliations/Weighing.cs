using Concordat.Names;

namespace Concordat.Sameness.Affiliations;

/// <summary>Looks at what stands around the names that were met: places, the words next to them, other names.</summary>
internal sealed class Weighing(AffiliationText text, Phrases<string> countries, Phrases<string> cities)
{
    public IEnumerable<Candidate> Weigh(List<Candidate> hits)
    {
        var (lands, towns) = (countries.Find(text.Words).ToList(), cities.Find(text.Words).ToList());
        var ids = hits.Select(h => h.Organisation.Record).ToHashSet();
        var parents = hits.SelectMany(h => h.Organisation.Parents).Where(ids.Contains).ToHashSet();
        foreach (var group in hits.GroupBy(h => h.Organisation.Record))
        {
            var hit = group.OrderBy(h => h.Met).ThenByDescending(h => h.Weight).First();
            var university = hits.Exists(h => h.Organisation.Record != hit.Organisation.Record && h.Met != Met.Acronym && IsUniversity(h));
            yield return Around(hit, [.. lands.Where(l => Outside(l.From, l.To, hits)).SelectMany(l => l.Values).Concat(States(hit))], towns) with
            {
                HasParent = hit.Organisation.Parents.Any(ids.Contains), HasChild = parents.Contains(hit.Organisation.Record), OtherUniversity = university, Alone = ids.Count == 1,
                First = hits.TrueForAll(h => h.From >= hit.From), Last = hits.TrueForAll(h => h.To <= hit.To), AnotherNear = hits.Exists(h => h.Organisation.Record != hit.Organisation.Record && (h.From != hit.From || h.To != hit.To)),
            };
        }
    }

    private static bool IsUniversity(Candidate hit) => hit.Organisation.Sort == "university";

    private bool Outside(int from, int to, List<Candidate> hits) => !hits.Exists(h => h.Met == Met.Whole && h.From <= from && h.To >= to && text.Words.Length > 0);

    private IEnumerable<string> States(Candidate hit)
    {
        for (var i = 0; i < text.Words.Length; i++)
            if ((i < hit.From || i >= hit.To) && text.Capitals[i] is { } capitals && i > 0 && text.Part[i] != text.Part[i - 1] && Places.States.TryGetValue(capitals, out var country))
                yield return country;
    }

    private Candidate Around(Candidate hit, HashSet<string> lands, List<(int From, int To, IReadOnlyList<string> Values)> towns)
    {
        var organisation = hit.Organisation;
        var city = organisation.Place is null ? [] : HeadWords.Words(organisation.Place);
        var key = string.Join(' ', city);
        var outside = towns.Where(t => t.To <= hit.From || t.From >= hit.To).ToList();
        var hospital = Enumerable.Range(hit.From, hit.To - hit.From).Any(i => text.Words[i] is "hospital" or "clinic");
        return hit with
        {
            City = city.Count > 0 && outside.Exists(t => t.Values[0] == key), OtherCity = outside.Exists(t => t.Values[0] != key),
            CityInName = city.Count > 0 && towns.Exists(t => t.From >= hit.From && t.To <= hit.To && t.Values[0] == key),
            Country = organisation.Country is not null && lands.Contains(organisation.Country), OtherCountry = organisation.Country is not null && lands.Count > 0 && !lands.Contains(organisation.Country),
            WholePart = (hit.From == 0 || text.Part[hit.From - 1] != text.Part[hit.From]) && (hit.To == text.Words.Length || text.Part[hit.To - 1] != text.Part[hit.To]),
            GluedBefore = hit.From > 0 && text.Part[hit.From - 1] == text.Part[hit.From] && !text.Loose[hit.From] && !HeadWords.IsGeneral(text.Words[hit.From - 1]) && !HeadWords.IsGeneral(text.Words[hit.From]),
            GluedAfter = hit.To < text.Words.Length && text.Part[hit.To - 1] == text.Part[hit.To] && !HeadWords.IsGeneral(text.Words[hit.To]) && !towns.Exists(t => t.From == hit.To && t.Values[0] == key),
            General = Enumerable.Range(hit.From, hit.To - hit.From).All(i => HeadWords.IsGeneral(text.Words[i])), CityAfter = towns.Exists(t => t.From == hit.To && t.Values[0] != key),
            University = IsUniversity(hit), Hospital = hospital, Company = organisation.Sort == "company", Laboratory = organisation.Sort == "laboratory", Government = organisation.Sort == "government",
        };
    }
}
