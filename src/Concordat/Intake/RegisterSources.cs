using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Reading;
using Concordat.Reading.Dates;
using Concordat.Reading.Evidence;
using Concordat.Sources;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>What taking a parcel in will write.</summary>
/// <param name="Known">True when the file itself is in the register: then nothing is written.</param>
internal sealed record SourcePlan(Guid Source, bool Known, ImmutableArray<Guid> Attachments, ImmutableArray<Edit> Edits, ImmutableArray<object> Workshop);

/// <summary>Plans the source records of a parcel: those not in the register yet, with near copies recognised.</summary>
internal static class RegisterSources
{
    private const int MostRelays = 10;

    public static async Task<SourcePlan> PlanAsync(ReadDb db, Parcel parcel, TimeProvider clock, CancellationToken stop)
    {
        var digests = parcel.Pieces.Select(p => p.Digest).ToList();
        var known = (await db.Sources.Where(s => digests.Contains(s.Digest)).OrderBy(s => s.Record).Select(s => new { s.Digest, s.Record }).ToListAsync(stop))
            .DistinctBy(s => s.Digest).ToDictionary(s => s.Digest, s => s.Record);
        if (known.TryGetValue(parcel.Digest, out var here)) return new(here, true, [.. digests.Skip(1).Where(known.ContainsKey).Select(d => known[d])], [], []);
        var (edits, workshop, prints) = (ImmutableArray.CreateBuilder<Edit>(), ImmutableArray.CreateBuilder<object>(), new List<(string Print, Guid Source)>());
        var at = Entry.Microseconds(clock.GetUtcNow());
        foreach (var piece in parcel.Pieces.Where(p => !known.ContainsKey(p.Digest)))
        {
            var id = known[piece.Digest] = Ids.New(clock);
            Guid? brought = piece.Digest == parcel.Digest ? null : known[parcel.Digest];
            var near = Near(piece, prints) ?? await NearCopies.OfAsync(db, piece.Text, stop);
            edits.Add(Edit.Create(id, SourceKind.Name, Changes(id, piece, near, brought, clock)));
            workshop.Add(new IntakeRow { Source = id, Title = piece.Title, State = "waiting", At = at });
            if (piece.IsPicture) workshop.Add(new ReadingRow { Source = id, State = ReadingRow.Waiting, At = at });
            if (piece.Text?.Fingerprint is { } print) prints.Add((print, near ?? id));
        }

        return new(known[parcel.Digest], false, [.. digests.Skip(1).Select(d => known[d])], edits.ToImmutable(), workshop.ToImmutable());
    }

    private static Guid? Near(Piece piece, List<(string Print, Guid Source)> prints) => piece.Text?.Fingerprint is { } mine
        ? prints.Where(p => Fingerprint.Likeness(p.Print, mine) >= Fingerprint.NearCopy).Select(p => (Guid?)p.Source).FirstOrDefault() : null;

    private static IEnumerable<Change> Changes(Guid source, Piece piece, Guid? nearCopy, Guid? brought, TimeProvider clock)
    {
        var (file, read) = (piece.File, piece.Read);
        yield return new Set("title", piece.Title);
        yield return new Set("digest", piece.Digest);
        if (Clip.Line(file.Name) is { Length: > 0 } name) yield return new Set("fileName", Clip.To(name, 300));
        yield return new Set("mediaType", read.MediaType);
        yield return new Set("size", file.Bytes.Length);
        if (read.Pages > 0) yield return new Set("pages", read.Pages);
        if (read.Locked) yield return new Set("locked", true);
        if (file.Sort is not null) yield return new Set("sourceSort", file.Sort);
        if (Clip.Line(file.Outlet ?? read.From ?? "") is { Length: > 0 } outlet) yield return new Set("outlet", Clip.To(outlet, 200));
        if (Clip.Line(file.Address ?? "") is { Length: > 0 } address) yield return new Set("address", Clip.To(address, 1000));
        if (When.TryParse(file.Published ?? read.Dated?.ToString("yyyy-MM-dd"), out var published)) yield return new Set("published", published.Text);
        else if (piece.Said.Published is { } day && When.TryParse(day.Value, out published)) yield return new Witness("published", published.Text, OfItself(source, piece, day));
        foreach (var relay in piece.Said.Relays.DistinctBy(r => r.Value).Take(MostRelays))
            yield return new Witness(new FieldPath("relays").Element(Ids.New(clock)).Child("text"), Clip.To(Clip.Line(relay.Value), 200), OfItself(source, piece, relay));
        yield return new Set("received", clock.GetUtcNow().ToString("yyyy-MM-dd"));
        if (nearCopy is { } near) yield return new Set("nearCopyOf", near.ToString("D"));
        if (brought is { } mail) yield return new Set("cameWith", mail.ToString("D"));
        if (piece.Text is { } text) yield return Added(text, clock);
    }

    /// <summary>A source is the evidence of what it says about itself.</summary>
    private static Citation OfItself(Guid source, Piece piece, Finding<string> said) =>
        Cite.Place(source, piece.Text?.Digest, said.Evidence, said.Quote, piece.Read.PageAt(said.Evidence.Start), said.Rule);

    /// <summary>The change that gives a source a text.</summary>
    internal static Change Added(SourceText text, TimeProvider clock)
    {
        var element = text with { Id = Ids.New(clock) };
        return new Set(new FieldPath("texts").Element(element.Id), Json.Of(element));
    }
}

/// <summary>Finds the earlier source of which a text is nearly a copy.</summary>
internal static class NearCopies
{
    private const int MostLooked = 50;

    /// <summary>The first witness: where an earlier source is itself a near copy, the one that it copies. Two statements.</summary>
    public static async Task<Guid?> OfAsync(ReadDb db, SourceText? text, CancellationToken stop, Guid? except = null)
    {
        if (text?.Fingerprint is not { } mine) return null;
        var keys = Fingerprint.Bands(mine);
        var near = await db.SourceBands.Where(b => keys.Contains(b.Key) && b.Record != except).Select(b => b.Record).Distinct().OrderBy(r => r).Take(MostLooked).ToListAsync(stop);
        if (near.Count == 0) return null;
        foreach (var (id, document) in (await db.FindAsync(near, stop)).OrderBy(d => d.Key))
        {
            var source = document.As<Source>();
            if ((source.NearCopyOf ?? id) == except) continue;
            if (source.Texts.Any(t => t.Fingerprint is not null && Fingerprint.Likeness(mine, t.Fingerprint) >= Fingerprint.NearCopy)) return source.NearCopyOf ?? id;
        }

        return null;
    }
}
