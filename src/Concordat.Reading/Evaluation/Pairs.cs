namespace Concordat.Reading.Evaluation;

/// <summary>Labels and findings joined one to one, the best pair first.</summary>
internal sealed record Pairs<T>(List<(T Label, T Found)> Hits, List<T> Missed, List<T> Extra)
{
    public static Pairs<T> Of(List<T> labels, List<T> found, Func<T, T, double> likeness)
    {
        var table = from i in Enumerable.Range(0, labels.Count)
                    from j in Enumerable.Range(0, found.Count)
                    let value = likeness(labels[i], found[j])
                    where value > 0
                    orderby value descending, i, j
                    select (i, j);
        var (usedLabels, usedFound, hits) = (new HashSet<int>(), new HashSet<int>(), new List<(T, T)>());
        foreach (var (i, j) in table)
        {
            if (usedLabels.Contains(i) || usedFound.Contains(j)) continue;
            usedLabels.Add(i);
            usedFound.Add(j);
            hits.Add((labels[i], found[j]));
        }
        return new(hits, [.. labels.Where((_, i) => !usedLabels.Contains(i))], [.. found.Where((_, j) => !usedFound.Contains(j))]);
    }

    public static bool AreAll(List<T> labels, List<T> found, Func<T, T, double> likeness) => Of(labels, found, likeness) is { Missed.Count: 0, Extra.Count: 0 };
}
