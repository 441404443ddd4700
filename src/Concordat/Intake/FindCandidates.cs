using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>Looks up, in four queries for a whole text, which records of the register proposals may be about.</summary>
public static class FindCandidates
{
    private const int MostRows = 3000, MostRecords = 200, Shown = 5;

    /// <summary>The proposals with their candidates, scored, best first.</summary>
    public static async Task<ImmutableArray<Proposal>> ForAsync(ReadDb db, ImmutableArray<Proposal> proposals, CancellationToken stop = default)
    {
        var pool = new Dictionary<Guid, Document>();
        await GatherAsync(db, await NamedAlikeAsync(db, proposals, stop), pool, stop);
        await GatherAsync(db, await LinkedAsync(db, [.. pool.Values.Where(d => d.Kind is "organisation" or "body").Select(d => d.Id)], stop), pool, stop);
        var known = proposals.ToDictionary(p => p.Key);
        foreach (var proposal in proposals.OrderBy(p => Order(p.Kind)))
        {
            var scored = pool.Values.Where(d => d.Kind == proposal.Kind && !d.Withdrawn).Select(d => Score(proposal, d, known)).Where(c => c.Score >= Candidate.Possible);
            known[proposal.Key] = proposal with { Candidates = [.. scored.OrderByDescending(c => c.Score).ThenBy(c => c.Record).Take(Shown)] };
        }

        return [.. proposals.Select(p => known[p.Key])];
    }

    // Agreements are recognised by their parties, meetings by their body: those must be known first.
    private static int Order(string kind) => kind switch { "organisation" => 0, "person" => 1, "body" => 2, "agreement" => 3, _ => 4 };

    private static async Task<List<Guid>> NamedAlikeAsync(ReadDb db, ImmutableArray<Proposal> proposals, CancellationToken stop)
    {
        var names = proposals.SelectMany(p => Spellings(p).Select(n => n)).ToList();
        var keys = names.Select(Fold.Key).Concat(names.SelectMany(Fold.Words).Where(w => w.Length > 1 && !Everywhere.Contains(w))).Where(k => k.Length > 0).Distinct().Take(500).ToList();
        var rows = await db.Known.Where(k => keys.Contains(k.Key)).Select(k => new { k.Record, k.Sort }).Take(MostRows).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Record).OrderByDescending(g => g.Any(r => r.Sort != "word") ? 100 : g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostRecords)];
    }

    internal static IEnumerable<string> Spellings(Proposal proposal) =>
        proposal.Values.Where(v => v.Key is "name" or "acronym" or "title" || v is { List: "names", Field.Name: "text" }).Select(v => v.Value).Append(proposal.Title).Distinct();

    private static async Task<List<Guid>> LinkedAsync(ReadDb db, List<Guid> around, CancellationToken stop) => around.Count == 0 ? [] :
        await db.Links.Where(l => around.Contains(l.Target) && (l.Field == "parties/organisation" || l.Field == "body" || l.Field == "host"))
            .OrderByDescending(l => l.Record).Select(l => l.Record).Distinct().Take(MostRecords).ToListAsync(stop);

    private static async Task GatherAsync(ReadDb db, List<Guid> records, Dictionary<Guid, Document> pool, CancellationToken stop)
    {
        var wanted = records.Where(r => !pool.ContainsKey(r)).ToList();
        if (wanted.Count == 0) return;
        foreach (var (id, document) in await db.FindAsync(wanted, stop)) pool[id] = document;
    }

    private static Candidate Score(Proposal proposal, Document document, Dictionary<string, Proposal> known)
    {
        var head = Kinds.Of(document.Kind).Head(document);
        var (score, why) = proposal.Kind switch
        {
            "organisation" => Recognise.Organisation(proposal, document),
            "person" => Recognise.Person(proposal, document, known),
            "agreement" => Recognise.Agreement(proposal, document, known),
            "body" => Recognise.Body(proposal, document),
            _ => Recognise.Meeting(proposal, document, known),
        };
        return new(document.Id, head.Title, head.Detail, Math.Round(score, 2), why);
    }

    // Words that half of all names hold: they narrow nothing down.
    private static readonly HashSet<string> Everywhere =
    [
        "of", "the", "and", "for", "in", "on", "university", "institute", "ministry", "department", "national", "centre", "agency", "organisation", "office", "council",
        "international", "research", "science", "technology", "defence", "agreement", "memorandum", "understanding", "framework", "meeting", "plenary", "joint", "group",
        "state", "federal", "government", "college", "school", "laboratory", "without", "title", "parties", "stated", "signed", "at", "project", "programme", "de",
    ];
}
