using System.Collections.Immutable;
using System.Text;
using Concordat.Reading.Dates;
using Concordat.Sources;
using Concordat.Sources.Extraction;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Intake;

/// <summary>A file or pasted text as it comes in.</summary>
/// <param name="Name">File name; decides only what the bytes leave open.</param>
public sealed record Incoming(byte[] Bytes, string Name, string? MediaType = null)
{
    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public string? Address { get; init; }
    /// <summary>EDTF, when the person or program that brings it knows the day.</summary>
    public string? Published { get; init; }
    /// <summary>One of <see cref="SourceKind.Sorts"/>.</summary>
    public string? Sort { get; init; }
}

/// <summary>What became of a file that came in.</summary>
/// <param name="Known">True when the same bytes were in the register already.</param>
/// <param name="Notes">What a person should know about the reading.</param>
/// <param name="Attachments">Sources made of what came with a mail.</param>
public sealed record TakenIn(Guid Source, bool Known, ImmutableArray<Note> Notes, ImmutableArray<Guid> Attachments);

/// <summary>Takes a document into the register: its bytes and text are kept, and it waits at the intake desk.</summary>
public sealed class TakeIn(Store store, Journal journal, TimeProvider clock)
{
    /// <returns>Refusals <c>source.empty</c>, <c>source.too-large</c>, <c>source.bomb</c>, <c>storage.*</c>; then nothing is kept.</returns>
    public async Task<Outcome<TakenIn>> RunAsync(Actor by, Incoming incoming, CancellationToken stop = default)
    {
        var read = await Extract.ReadAsync(incoming.Bytes, incoming.Name, incoming.MediaType, stop: stop);
        if (!read.TryGet(out var extracted, out var refusal)) return refusal;
        if (!(await store.Files.PutAsync(incoming.Bytes, stop)).TryGet(out var digest, out refusal)) return refusal;
        await using var db = store.Read(Reader.Local);
        var known = await db.Sources.Where(s => s.Digest == digest).Select(s => (Guid?)s.Record).FirstOrDefaultAsync(stop);
        if (known is { } already) return new TakenIn(already, true, extracted.Notes, []);
        var attached = await AttachedAsync(by, extracted, stop);
        var text = await TextOf(extracted, store.Files, Ids.New(clock), stop);
        if (!text.TryGet(out var element, out refusal)) return refusal;
        var id = Ids.New(clock);
        var changes = Changes(incoming, extracted, digest, element, await NearCopyAsync(db, element, stop));
        var row = new IntakeRow { Source = id, Title = TitleOf(incoming, extracted), State = "waiting", At = Entry.Microseconds(clock.GetUtcNow()) };
        var saved = await journal.SaveAsync(new Deed(by, [Edit.Create(id, SourceKind.Name, changes)]) { Workshop = [row] }, stop);
        return saved.Done ? new TakenIn(id, false, extracted.Notes, attached) : saved.Refusal!;
    }

    private async Task<ImmutableArray<Guid>> AttachedAsync(Actor by, Extracted extracted, CancellationToken stop)
    {
        var sources = ImmutableArray.CreateBuilder<Guid>();
        foreach (var attachment in extracted.Attachments)
        {
            var taken = await RunAsync(by, new Incoming(attachment.Bytes.ToArray(), attachment.Name, attachment.MediaType), stop);
            if (taken.Done) sources.Add(taken.Value.Source);
        }

        return sources.ToImmutable();
    }

    /// <summary>Keeps the text as a file of its own digest; null when there is none.</summary>
    internal static async Task<Outcome<SourceText?>> TextOf(Extracted extracted, FileStore files, Guid id, CancellationToken stop)
    {
        if (extracted.Text.Length == 0) return (SourceText?)null;
        if (!(await files.PutAsync(Encoding.UTF8.GetBytes(extracted.Text), stop)).TryGet(out var digest, out var refusal)) return refusal;
        return new SourceText(
            id, extracted.Extractor, extracted.Version, digest, extracted.Text.Length, extracted.MachineRead ? true : null,
            extracted.PageStarts.IsDefaultOrEmpty ? null : string.Join(',', extracted.PageStarts), Fingerprint.Of(extracted.Text));
    }

    private static async Task<Guid?> NearCopyAsync(ReadDb db, SourceText? text, CancellationToken stop)
    {
        if (text?.Fingerprint is not { } mine) return null;
        var keys = Fingerprint.Bands(mine);
        var near = await db.SourceBands.Where(b => keys.Contains(b.Key)).Select(b => b.Record).Distinct().OrderBy(r => r).Take(50).ToListAsync(stop);
        foreach (var (id, document) in (await db.FindAsync(near, stop)).OrderBy(d => d.Key))
        {
            var source = document.As<Source>();
            if (source.Texts.Any(t => t.Fingerprint is not null && Fingerprint.Likeness(mine, t.Fingerprint) >= Fingerprint.NearCopy)) return source.NearCopyOf ?? id;
        }

        return null;
    }

    private IEnumerable<Change> Changes(Incoming incoming, Extracted extracted, string digest, SourceText? text, Guid? nearCopy)
    {
        yield return new Set("title", TitleOf(incoming, extracted));
        yield return new Set("digest", digest);
        yield return new Set("fileName", Cut(incoming.Name, 300));
        yield return new Set("mediaType", extracted.MediaType);
        yield return new Set("size", incoming.Bytes.Length);
        if (extracted.Pages > 0) yield return new Set("pages", extracted.Pages);
        if (extracted.Locked) yield return new Set("locked", true);
        if (incoming.Sort is not null) yield return new Set("sourceSort", incoming.Sort);
        if ((incoming.Outlet ?? extracted.From) is { Length: > 0 } outlet) yield return new Set("outlet", Cut(outlet, 200));
        if (incoming.Address is { Length: > 0 } address) yield return new Set("address", Cut(address, 1000));
        if ((incoming.Published ?? extracted.Dated?.ToString("yyyy-MM-dd")) is { } published && When.TryParse(published, out _)) yield return new Set("published", published);
        yield return new Set("received", clock.GetUtcNow().ToString("yyyy-MM-dd"));
        if (nearCopy is { } near) yield return new Set("nearCopyOf", near.ToString("D"));
        if (text is not null) yield return new Set(new FieldPath("texts").Element(text.Id), Json.Of(text));
    }

    private static string TitleOf(Incoming incoming, Extracted extracted)
    {
        var headline = incoming.Title ?? extracted.Title;
        if (string.IsNullOrWhiteSpace(headline) && extracted.Text.Length > 0)
            headline = Reading.DocumentReader.Read(extracted.Text).Headline?.Value ?? extracted.Text.Split('\n').FirstOrDefault(l => l.Trim().Length > 8)?.Trim();
        return Cut(string.IsNullOrWhiteSpace(headline) ? incoming.Name : headline.Trim(), 300);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
