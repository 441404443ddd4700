using Concordat.Storage;

namespace Concordat;

/// <summary>Finds what would stand above itself in a tree of references, however far one follows.</summary>
internal static class Circles
{
    // No office has so many levels; a longer way is left to whoever made it.
    private const int Most = 10_000;

    private sealed record Risen(Guid Record, Guid? Merged, Field Field);

    /// <returns>Refusal <c>record.circle</c>, or null.</returns>
    public static async Task<Refusal?> FindAsync(Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        var risen = steps.Values.SelectMany(Of).ToList();
        // Two who change what stands above at once could close a circle between them.
        if (risen.Count > 0) await writer.TurnAsync("above", stop);
        foreach (var one in risen)
            if (await IsRoundAsync(one, steps, writer, stop)) return JournalRefusals.Circle(one.Field.Label);
        return null;
    }

    /// <summary>Records that get something else above them, and survivors of a merge: what stood above or below the other one does so now above or below them.</summary>
    private static IEnumerable<Risen> Of(Step step)
    {
        if (step.Entry is null || step.Next.Withdrawn) yield break;
        var joins = step.Next.MergedInto is { } into && step.Old?.MergedInto != into ? into : (Guid?)null;
        foreach (var field in Kinds.Of(step.Next.Kind).Fields.Where(f => f.Tree))
            if (joins is { } survivor) yield return new(survivor, step.Next.Id, field);
            else if (step.Next.MergedInto is null && step.Next.TextAt(field.Name) is { } above && above != step.Old?.TextAt(field.Name)) yield return new(step.Next.Id, null, field);
    }

    private static async Task<bool> IsRoundAsync(Risen risen, Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        var (next, seen) = (new Queue<Guid>(await AboveAsync(risen.Record, risen.Field, steps, writer, stop)), new HashSet<Guid>());
        while (next.TryDequeue(out var above) && seen.Count < Most)
        {
            if (above == risen.Record || above == risen.Merged) return true;
            if (!seen.Add(above)) continue;
            foreach (var further in await AboveAsync(above, risen.Field, steps, writer, stop)) next.Enqueue(further);
        }

        return false;
    }

    private static async Task<List<Guid>> AboveAsync(Guid record, Field field, Dictionary<Guid, Step> steps, Writer writer, CancellationToken stop)
    {
        if (!steps.TryGetValue(record, out var step)) return await writer.TargetsAsync(record, field.Name, stop);
        var followed = (await writer.RedirectsAsync([step.Next], stop)).Follow(step.Next, Kinds.Of(step.Next.Kind));
        return Guid.TryParse(followed.TextAt(field.Name), out var above) ? [above] : [];
    }
}
