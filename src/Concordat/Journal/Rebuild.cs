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
            await using var connection = await store.ConnectAsync(stop);
            var refold = new Refold(writer);
            if (await refold.RunAsync(connection, long.MaxValue, history: true, progress, stop) is { } damaged) return damaged;
            await writer.FinishAsync(stop);
            return refold.Done;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
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
