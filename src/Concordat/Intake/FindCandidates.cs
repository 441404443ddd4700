using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>Looks up, in at most six statements for a whole text, which records of the register proposals may be about.</summary>
/// <remarks>Each statement has a limit of rows, so that the cost does not grow with the register: a rare name is always found, one of common words only where it is written in full.</remarks>
public static class FindCandidates
{
    private const int MostKeys = 96, MostWords = 64, PerKey = 25, MostRecords = 250, MostLinked = 150, MostCited = 200, Shown = 5;

    // Two records that score nearly alike are not told apart: a person chooses.
    private const double Tie = 0.05;

    /// <summary>The proposals with their candidates, scored, best first.</summary>
    /// <param name="source">The source they were read from: what was accepted from it before is recognised by its quotes.</param>
    public static async Task<ImmutableArray<Proposal>> ForAsync(ReadDb db, ImmutableArray<Proposal> proposals, Guid? source = null, CancellationToken stop = default)
    {
        if (proposals.IsEmpty) return proposals;
        var taken = await TakenAsync(db, source, stop);
        return Scored(proposals, await PoolAsync(db, proposals, [.. taken.Select(t => t.Record)], [], stop), taken.ToLookup(t => t.Record));
    }

    /// <summary>Records that are worth scoring: of the same names, numbers or words, and what leads to them.</summary>
    /// <param name="also">Records that belong to the pool anyway.</param>
    /// <param name="around">Organisations and bodies whose agreements and meetings belong to it too.</param>
    internal static async Task<IReadOnlyCollection<Document>> PoolAsync(ReadDb db, ImmutableArray<Proposal> proposals, IReadOnlyCollection<Guid> also, IReadOnlyCollection<Guid> around, CancellationToken stop)
    {
        var named = (await NamedAsync(db, proposals, stop)).Concat(await WordsAsync(db, proposals, stop)).Concat(also).Distinct().Take(MostRecords + MostCited).ToList();
        var pool = await db.FindAsync(named, stop);
        var linked = (await LinkedAsync(db, [.. pool.Values.Where(d => d.Kind is "organisation" or "body").Select(d => d.Id).Concat(around).Distinct()], stop)).Except(named).ToList();
        var all = linked.Count == 0 ? pool : pool.Concat(await db.FindAsync(linked, stop)).ToDictionary(d => d.Key, d => d.Value);
        return [.. all.Values.Where(d => !d.Gone)];
    }

    /// <summary>Scores without a database. Agreements are recognised by their parties, meetings by their body: those come first.</summary>
    internal static ImmutableArray<Proposal> Scored(ImmutableArray<Proposal> proposals, IReadOnlyCollection<Document> pool, ILookup<Guid, Taken> taken)
    {
        var known = proposals.ToDictionary(p => p.Key);
        foreach (var proposal in proposals.OrderBy(p => Order(p.Kind)))
        {
            var scored = pool.Where(d => d.Kind == proposal.Kind).Select(d => Score(new(proposal, known), d, taken[d.Id])).Where(c => c.Score >= Candidate.Possible);
            known[proposal.Key] = proposal with { Candidates = Settle([.. scored.OrderByDescending(c => c.Score).ThenBy(c => c.Record).Take(Shown)]) };
        }

        return [.. proposals.Select(p => known[p.Key])];
    }

    private static ImmutableArray<Candidate> Settle(ImmutableArray<Candidate> best)
    {
        if (best.Length < 2 || best[0].Score >= 1 || best[1].Score < Candidate.Same || best[0].Score - best[1].Score > Tie) return best;
        return [.. best.Select(c => c.Score < Candidate.Same ? c : c with { Score = Candidate.Unsure, Why = c.Why + "; several fit, choose" })];
    }

    private static int Order(string kind) => kind switch { "organisation" => 0, "person" => 1, "body" => 2, "agreement" => 3, _ => 4 };

    private static Candidate Score(Read read, Document document, IEnumerable<Taken> taken)
    {
        var head = Kinds.Of(document.Kind).Head(document);
        if (taken.Any(t => t.IsOf(read.Proposal))) return new(document.Id, head.Title, head.Detail, 1, "accepted from this document before");
        var (score, why) = Recognised(read, document);
        return new(document.Id, head.Title, head.Detail, Math.Round(score, 2), why);
    }

    /// <summary>How well a record fits what was read, without what was accepted before.</summary>
    internal static (double Score, string Why) Recognised(Read read, Document document) => document.Kind switch
    {
        "organisation" => RecogniseOrganisation.Score(read, document),
        "person" => RecognisePerson.Score(read, document),
        "agreement" => RecogniseAgreement.Score(read, document),
        "body" => RecogniseBody.Score(read, document),
        "meeting" => RecogniseMeeting.Score(read, document),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document.Kind, "Records of this kind are not recognised."),
    };

    /// <summary>A claim that cites the text: where, and which field of which record it is about.</summary>
    internal readonly record struct Taken(Guid Record, string Path, int Start, int Length)
    {
        /// <summary>True when the proposal quotes the same place for the same field.</summary>
        public bool IsOf(Proposal proposal)
        {
            var (path, start, length) = (Path, Start, Length);
            return proposal.Values.Any(v => v.Evidence is { } e && e.Place.Start == start && e.Place.Length == length
                && path.StartsWith(v.List ?? v.Field.Name, StringComparison.Ordinal) && path.EndsWith(v.Field.Name, StringComparison.Ordinal));
        }
    }

    private static async Task<List<Taken>> TakenAsync(ReadDb db, Guid? source, CancellationToken stop)
    {
        if (source is null) return [];
        var rows = await db.Claims.Where(c => c.Source == source && c.Start != null && c.Standing != "set-aside").OrderBy(c => c.Record).ThenBy(c => c.Id)
            .Select(c => new { c.Record, c.Path, c.Start, c.Length }).Take(2000).ToListAsync(stop);
        var most = rows.Select(r => r.Record).Distinct().Take(MostCited).ToHashSet();
        return [.. rows.Where(r => most.Contains(r.Record)).Select(r => new Taken(r.Record, r.Path, r.Start!.Value, r.Length ?? 0))];
    }

    /// <summary>Records whose whole name, acronym, number or initials are those of a proposal.</summary>
    private static Task<List<Guid>> NamedAsync(ReadDb db, ImmutableArray<Proposal> proposals, CancellationToken stop) =>
        FewOfEachAsync(db.Known.Where(k => k.Sort != "word"), [.. proposals.SelectMany(p => LookUp.Keys(p)).Distinct().Take(MostKeys)], stop);

    /// <summary>Records that share words with a proposal, those that share most first.</summary>
    private static async Task<List<Guid>> WordsAsync(ReadDb db, ImmutableArray<Proposal> proposals, CancellationToken stop)
    {
        var found = await FewOfEachAsync(db.Known.Where(k => k.Sort == "word"), [.. proposals.SelectMany(p => LookUp.Words(p)).Distinct().Take(MostWords)], stop);
        return [.. found.GroupBy(r => r).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(MostRecords)];
    }

    /// <summary>A few of each key, in one statement: a name that thousands share must not crowd out the others.</summary>
    private static async Task<List<Guid>> FewOfEachAsync(IQueryable<KnownRow> known, List<string> keys, CancellationToken stop)
    {
        if (keys.Count == 0) return [];
        // Statements of few lengths, so that few are compiled; nothing is known by an empty key.
        while (keys.Count % 16 != 0) keys.Add("");
        var each = keys.ConvertAll(key => known.Where(k => k.Key == key).OrderBy(k => k.Record).Select(k => k.Record).Take(PerKey));
        while (each.Count > 1) each = [.. each.Chunk(2).Select(pair => pair.Length == 2 ? pair[0].Concat(pair[1]) : pair[0])];
        return await each[0].ToListAsync(stop);
    }

    /// <summary>Agreements of two of the organisations, then the newest of one; meetings of the bodies and at the hosts.</summary>
    private static async Task<List<Guid>> LinkedAsync(ReadDb db, List<Guid> around, CancellationToken stop)
    {
        if (around.Count == 0) return [];
        var near = db.Links.Where(l => around.Contains(l.Target));
        var parties = near.Where(l => l.Field == "parties/organisation");
        var both = parties.Where(l => db.Links.Any(o => o.Record == l.Record && o.Field == "parties/organisation" && o.Target != l.Target && around.Contains(o.Target)));
        var records = Newest(both).Concat(Newest(parties)).Concat(Newest(near.Where(l => l.Field == "body"))).Concat(Newest(near.Where(l => l.Field == "host")));
        return [.. (await records.ToListAsync(stop)).Distinct()];
    }

    private static IQueryable<Guid> Newest(IQueryable<LinkRow> links) => links.Select(l => l.Record).Distinct().OrderByDescending(r => r).Take(MostLinked);
}
