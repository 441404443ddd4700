using System.Text;
using Concordat.Import.Rows;
using Concordat.Import.Tables;
using Concordat.Intake;
using Concordat.Names;
using Concordat.Sources;
using Concordat.Sources.Extraction;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.Import.Run;

/// <summary>A table as a source of the register: its bytes, and the text that citations count in.</summary>
/// <param name="Text">Digest of the text; null where the table is too long for one.</param>
internal sealed record TableSource(Guid Source, string? Text);

/// <summary>Keeps a table as a source, once for the same bytes; another sheet adds its text.</summary>
internal sealed class SourceOfTable(Store store, Journal journal, TimeProvider clock)
{
    private const int MostReturns = 100;

    /// <returns>Refusals of reading and of <see cref="Journal.SaveAsync"/>.</returns>
    public async Task<Outcome<TableSource>> KeepAsync(Actor by, byte[] bytes, TableFile file, int sheet, CancellationToken stop)
    {
        if (!(await store.Files.PutAsync(bytes, stop)).TryGet(out var digest, out var refusal)) return refusal;
        if (!(await TextAsync(file, sheet, stop)).TryGet(out var text, out refusal)) return refusal;
        for (var returns = 0; returns < MostReturns; returns++)
        {
            await using var db = store.Read(Reader.Local);
            if (await FindAsync(db, digest, stop) is { } known) return await AddAsync(by, known, text, stop);
            var id = Ids.New(clock);
            var deed = new Deed(by, [Edit.Create(id, SourceKind.Name, await ChangesAsync(db, bytes, digest, file, text, stop))])
            {
                Batch = $"source:{digest}:{returns}", Workshop = [new IntakeRow { Source = id, Title = Clip.FileTitle(file.Name), State = "accepted", At = Entry.Microseconds(clock.GetUtcNow()) }],
            };
            if (!(await journal.SaveAsync(deed, stop)).TryGet(out var saved, out refusal)) return refusal;
            if (!saved.Documents.IsEmpty) return new TableSource(id, text?.Digest);
        }

        return SourceRefusals.TooOften;
    }

    /// <summary>The source of the same bytes, when there is one.</summary>
    public static async Task<Document?> FindAsync(ReadDb db, string digest, CancellationToken stop)
    {
        var id = await db.Sources.Where(s => s.Digest == digest).OrderBy(s => s.Record).Select(s => (Guid?)s.Record).FirstOrDefaultAsync(stop);
        return id is { } found ? await db.FindAsync(found, stop) : null;
    }

    private async Task<Outcome<TableSource>> AddAsync(Actor by, Document known, SourceText? text, CancellationToken stop)
    {
        if (text is null || known.As<Source>().Texts.Any(t => t.Digest == text.Digest)) return new TableSource(known.Id, text?.Digest);
        var saved = await journal.SaveAsync(new Deed(by, [new Edit(known.Id, SourceKind.Name, known.Version, [RegisterSources.Added(text, clock)])]), stop);
        return saved.Done ? new TableSource(known.Id, text.Digest) : saved.Refusal!;
    }

    private async Task<IEnumerable<Change>> ChangesAsync(ReadDb db, byte[] bytes, string digest, TableFile file, SourceText? text, CancellationToken stop)
    {
        var changes = new List<Change>
        {
            new Set("title", Clip.To(Clip.FileTitle(file.Name), 300)), new Set("digest", digest), new Set("fileName", Clip.To(Clip.Line(file.Name), 300)), new Set("size", bytes.Length), new Set("sourceSort", "other"),
            new Set("mediaType", bytes is [(byte)'P', (byte)'K', ..] ? MediaTypes.Xlsx : MediaTypes.Text), new Set("received", clock.GetUtcNow().ToString("yyyy-MM-dd")),
        };
        // A changed copy of a table that came before is the same witness.
        if (await NearCopies.OfAsync(db, text, stop) is { } near) changes.Add(new Set("nearCopyOf", near.ToString("D")));
        if (text is not null) changes.Add(RegisterSources.Added(text, clock));
        return changes;
    }

    /// <summary>Writes the text of the sheet as a file; null where it is longer than texts may be.</summary>
    private async Task<Outcome<SourceText?>> TextAsync(TableFile file, int sheet, CancellationToken stop)
    {
        var (places, text) = (new TableText(file.Sheets[sheet].Name), new StringBuilder());
        try
        {
            foreach (var row in file.Rows(sheet))
                if (places.Length <= Limits.Default.TextBytes) text.Append(places.Next(row).Text);
                else return (SourceText?)null;
        }
        catch (TableFault fault)
        {
            return fault.Refusal;
        }

        var whole = text.ToString();
        if (Encoding.UTF8.GetByteCount(whole) > Limits.Default.TextBytes) return (SourceText?)null;
        var name = file.Sheets[sheet].Name is { Length: > 0 } title ? $"{TableText.Extractor}: {title}" : TableText.Extractor;
        if (!(await store.Files.PutAsync(Encoding.UTF8.GetBytes(whole), stop)).TryGet(out var digest, out var refusal)) return refusal;
        return new SourceText(Guid.Empty, name, TableText.Version, digest, whole.Length, null, null, Fingerprint.Of(whole));
    }
}
