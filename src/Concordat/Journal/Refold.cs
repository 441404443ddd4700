using System.Data.Common;
using Concordat.Storage;

namespace Concordat;

/// <summary>Writes the newest document of every record and its rows into empty tables, from the entries of a journal.</summary>
/// <param name="writer">Of the place that is filled: the register itself, or another one.</param>
internal sealed class Refold(Writer writer)
{
    /// <summary>Records written.</summary>
    public long Done { get; private set; }

    /// <param name="from">Where the entries are.</param>
    /// <param name="last">Number of the last commit that counts.</param>
    /// <param name="history">Each entry's line of the history too.</param>
    /// <param name="progress">Told now and then how many records are done.</param>
    /// <returns>Refusal <c>journal.damaged</c>.</returns>
    public async Task<Refusal?> RunAsync(DbConnection from, long last, bool history, IProgress<long>? progress, CancellationToken stop)
    {
        Entry? newest = null;
        var seq = 0L;
        await foreach (var row in Rows.ReadAsync(from, $"SELECT seq, content FROM entry WHERE seq <= {last} ORDER BY record, version", stop))
        {
            if (row[1] is not byte[] content) continue;
            if (!Entry.TryParse(content, out var entry)) return JournalRefusals.Damaged((long)row[0]!);
            if (newest is not null && newest.Document.Id != entry.Document.Id)
            {
                if (!await TryWriteAsync(newest.Document, stop)) return JournalRefusals.Damaged(seq);
                if (Done % 500 == 0) progress?.Report(Done);
            }

            (newest, seq) = (entry, (long)row[0]!);
            if (history) await writer.InsertAsync(entry.Change(seq), stop);
        }

        if (newest is not null && !await TryWriteAsync(newest.Document, stop)) return JournalRefusals.Damaged(seq);
        await writer.LeadAllAsync(stop);
        return null;
    }

    private async Task<bool> TryWriteAsync(Document document, CancellationToken stop)
    {
        try
        {
            await writer.WriteAsync(null, document, Redirects.None, stop);
            Done++;
            return true;
        }
        catch (Exception error) when (Entry.IsDamage(error))
        {
            return false;
        }
    }
}
