using System.Text.Json.Nodes;
using Concordat.Agreements;
using Concordat.Sources;
using Concordat.Storage;

namespace Concordat.Intake.Many;

/// <summary>Puts documents among the texts of agreements and takes them off the desk, all in one commit.</summary>
public sealed class AttachTexts(Store store, Journal journal, TimeProvider clock)
{
    private const int Tries = 5;

    /// <param name="pairs">Sources with their agreements; a source that is among the texts already stays as it is.</param>
    /// <returns>How many were put there; refusals <c>many.nothing-ticked</c>, <c>record.not-found</c> and those of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<int>> RunAsync(Actor by, IReadOnlyCollection<(Guid Source, Guid Agreement)> pairs, CancellationToken stop = default)
    {
        if (pairs.Count == 0) return new Refusal("many.nothing-ticked", "No line is ticked. Tick those that are meant.");
        for (var attempt = 1; ; attempt++)
        {
            var attached = await OnceAsync(by, pairs, stop);
            // Somebody changed an agreement since it was read: look again, so that no text stands there twice.
            if (attached.Refusal is not ChangedMeanwhile || attempt == Tries) return attached;
        }
    }

    private async Task<Outcome<int>> OnceAsync(Actor by, IReadOnlyCollection<(Guid Source, Guid Agreement)> pairs, CancellationToken stop)
    {
        await using var db = store.Read(Reader.Local);
        var documents = await db.FindAsync([.. pairs.SelectMany(p => new[] { p.Source, p.Agreement }).Distinct()], stop);
        var (edits, workshop, attached) = (new List<Edit>(), new List<object>(), 0);
        foreach (var theirs in pairs.Distinct().GroupBy(p => p.Agreement).OrderBy(g => g.Key))
        {
            if (!documents.TryGetValue(theirs.Key, out var agreement) || agreement.Kind != AgreementKind.Name || agreement.Gone) return JournalRefusals.NotFound(theirs.Key);
            var changes = new List<Change>();
            foreach (var (source, _) in theirs.OrderBy(p => p.Source))
            {
                if (!documents.TryGetValue(source, out var held) || held.Kind != SourceKind.Name || held.Withdrawn) return JournalRefusals.NotFound(source);
                workshop.Add(new IntakeRow { Source = source, Title = held.As<Source>().Title, State = "accepted", At = Entry.Microseconds(clock.GetUtcNow()) });
                if ((agreement.At("texts") as JsonArray ?? []).Any(t => (string?)t!["source"] == source.ToString("D"))) continue;
                changes.Add(new Set($"texts/{Ids.New(clock):D}/source", source.ToString("D")));
            }

            attached += changes.Count;
            if (changes.Count > 0) edits.Add(Edit.Of(agreement, changes));
        }

        return (await journal.SaveAsync(new Deed(by, [.. edits]) { Reason = "Texts from the shared drive", Workshop = [.. workshop], Exact = true }, stop)).TryGet(out _, out var refusal) ? attached : refusal;
    }
}
