using Concordat.Storage;

namespace Concordat;

/// <summary>Empties and remakes every document and derived row from the journal, in one transaction.</summary>
public sealed class Rebuilder(Store store)
{
    /// <summary>Number of records remade.</summary>
    /// <param name="progress">Told now and then how many records are done.</param>
    /// <returns>Refusals <c>journal.damaged</c> and <c>storage.*</c>; then nothing was changed.</returns>
    public async Task<Outcome<long>> RunAsync(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        try
        {
            await using var writer = await store.Writers.BeginAsync(stop);
            await EmptyAsync(writer, stop);
            var done = 0L;
            await using var connection = await store.ConnectAsync(stop);
            Entry? newest = null;
            var seq = 0L;
            await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, content FROM entry ORDER BY record, version", stop))
            {
                if (row[1] is not byte[] content) continue;
                if (!Entry.TryParse(content, out var entry)) return JournalRefusals.Damaged((long)row[0]!);
                if (newest is not null && newest.Document.Id != entry.Document.Id)
                {
                    if (!await TryWriteAsync(writer, newest.Document, stop)) return JournalRefusals.Damaged(seq);
                    if (++done % 500 == 0) progress?.Report(done);
                }

                (newest, seq) = (entry, (long)row[0]!);
                await writer.InsertAsync(entry.Change(seq), stop);
            }

            if (newest is not null && !await TryWriteAsync(writer, newest.Document, stop)) return JournalRefusals.Damaged(seq);
            await writer.LeadAllAsync(stop);
            await writer.FinishAsync(stop);
            return newest is null ? 0 : done + 1;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
        }
    }

    private static async Task<bool> TryWriteAsync(Writer writer, Document document, CancellationToken stop)
    {
        try
        {
            await writer.WriteAsync(null, document, Redirects.None, stop);
            return true;
        }
        catch (Exception error) when (Entry.IsDamage(error))
        {
            return false;
        }
    }

    private async Task EmptyAsync(Writer writer, CancellationToken stop)
    {
        // Every save begins by reading documents for update: this keeps them waiting, and readers not.
        if (store.IsPostgres) await writer.RunAsync("LOCK TABLE document IN EXCLUSIVE MODE", stop);
        await writer.RunAsync("DELETE FROM document", stop);
        foreach (var table in store.DerivedTables()) await writer.RunAsync($"DELETE FROM {RowTable.Quote(table.Name)}", stop);
        await writer.FlushAsync(stop);
    }
}
