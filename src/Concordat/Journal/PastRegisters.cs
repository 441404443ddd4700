using Concordat.Storage;

namespace Concordat;

/// <summary>The register as it was known at the end of a day (UTC), for questions only: its documents and rows, without its journal.</summary>
/// <param name="day">The day.</param>
public sealed class PastRegister(DateOnly day, Store store) : IAsyncDisposable
{
    public DateOnly Day => day;

    public Store Store => store;

    /// <summary>When it was last asked for, in ticks of the clock.</summary>
    internal long Used { get; set; }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        try { Directory.Delete(store.Place.Folder, recursive: true); }
        catch (IOException) { /* It is removed when another day is asked for. */ }
    }
}

/// <summary>Makes registers of past days from the journal, in a folder of their own beside the data, and keeps the last few.</summary>
/// <remarks>A past day never changes: commits carry ascending times. A purge since shows as a hole, as everywhere.</remarks>
public sealed class PastRegisters(Store store, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Entries up to the day; more take too long to wait for.</summary>
    public const int MostEntries = 200_000;

    private const int Kept = 3;
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<PastRegister> _kept = [];

    private string Folder => Path.Combine(store.Place.Folder, "past");

    /// <summary>Removes what an earlier run left a day ago or longer.</summary>
    private void Tidy()
    {
        var folder = new DirectoryInfo(Folder);
        if (!folder.Exists) return;
        foreach (var left in folder.EnumerateDirectories().Where(d => clock.GetUtcNow().UtcDateTime - d.LastWriteTimeUtc > TimeSpan.FromDays(1))) left.Delete(recursive: true);
    }

    /// <returns>Refusals <c>past.not-past</c>, <c>past.too-large</c>, <c>past.busy</c>, <c>journal.damaged</c>, <c>storage.*</c>.</returns>
    public async Task<Outcome<PastRegister>> OfAsync(DateOnly day, CancellationToken stop = default)
    {
        if (day >= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) return new Refusal("past.not-past", "That day is not over. Name an earlier one.");
        await _gate.WaitAsync(stop);
        try
        {
            var past = _kept.Find(p => p.Day == day);
            if (past is null)
            {
                if (!await RoomAsync()) return new Refusal("past.busy", "Other days are being looked at. Try again in a minute.");
                if (!(await MakeAsync(day, stop)).TryGet(out past, out var refusal)) return refusal;
                _kept.Add(past);
            }

            past.Used = clock.GetTimestamp();
            return past;
        }
        catch (Exception error) when (StoreRefusals.From(error) is { } refusal)
        {
            return refusal;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<bool> RoomAsync()
    {
        if (_kept.Count < Kept) return true;
        var oldest = _kept.MinBy(p => p.Used)!;
        if (clock.GetElapsedTime(oldest.Used) < InUse) return false;
        _kept.Remove(oldest);
        await oldest.DisposeAsync();
        return true;
    }

    private async Task<Outcome<PastRegister>> MakeAsync(DateOnly day, CancellationToken stop)
    {
        Tidy();
        var end = Entry.Microseconds(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        await using var connection = await store.ConnectAsync(stop);
        var (last, entries) = (0L, 0L);
        await foreach (var row in Rows.ReadAsync(connection, $"SELECT coalesce(max(seq), 0), coalesce(sum(entries), 0) FROM \"commit\" WHERE at < {end}", stop)) (last, entries) = (Rows.Number(row[0]!), Rows.Number(row[1]!));
        if (entries > MostEntries) return new Refusal("past.too-large", $"By then the journal had {entries:N0} entries; at most {MostEntries:N0} are gone through. A single record can be seen as known on any day.");
        if (!(await Store.OpenAsync(new StorePlace(Path.Combine(Folder, $"{day:yyyy-MM-dd}-{Ids.New(clock):N}")), stop)).TryGet(out var made, out var refusal)) return refusal;
        var past = new PastRegister(day, made);
        try
        {
            await using var writer = await made.Writers.BeginAsync(stop);
            if ((refusal = await new Refold(writer).RunAsync(connection, last, history: false, null, stop)) is null)
            {
                await writer.FinishAsync(stop);
                return past;
            }
        }
        catch
        {
            await past.DisposeAsync();
            throw;
        }

        await past.DisposeAsync();
        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var past in _kept) await past.DisposeAsync();
        _gate.Dispose();
    }
}
