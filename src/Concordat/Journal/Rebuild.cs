using Concordat.Storage;

namespace Concordat;

/// <summary>Empties and remakes every document and derived row from the journal, in one transaction.</summary>
public sealed class Rebuilder(Store store)
{
    /// <summary>Number of records remade.</summary>
    /// <param name="progress">Told now and then how many records are done.</param>
    /// <returns>Refusals <c>storage.*</c>; then nothing was changed.</returns>
    public async Task<Outcome<long>> RunAsync(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        try
        {
            await using var writer = await new Writers(store).BeginAsync(stop);
            await writer.RunAsync("DELETE FROM document", stop);
            foreach (var table in store.DerivedTables()) await writer.RunAsync($"DELETE FROM {RowTable.Quote(table.Name)}", stop);
            var done = 0L;
            await using var connection = await store.ConnectAsync(stop);
            Entry? newest = null;
            await foreach (var row in Rows.ReadAsync(connection, "SELECT seq, content FROM entry ORDER BY record, version", stop))
            {
                if (row[1] is not byte[] content) continue;
                var entry = Entry.Parse(content);
                if (newest is not null && newest.Document.Id != entry.Document.Id)
                {
                    await writer.WriteAsync(null, newest.Document, stop);
                    if (++done % 500 == 0) progress?.Report(done);
                }

                newest = entry;
                await writer.InsertAsync(entry.Change((long)row[0]!), stop);
            }

            if (newest is not null) await writer.WriteAsync(null, newest.Document, stop);
            await writer.FinishAsync(stop);
            return newest is null ? 0 : done + 1;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
        }
    }
}
