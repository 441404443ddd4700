using System.Collections.Immutable;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Today;

/// <summary>Names of desk officers in memory, read anew after ten seconds.</summary>
public sealed class KeptOfficers(Store store, TimeProvider clock)
{
    /// <summary>Offered at most.</summary>
    private const int Most = 300;

    private sealed record Kept(ImmutableArray<string> Names, long At);

    private Kept? _kept;

    public async Task<ImmutableArray<string>> ReadAsync(CancellationToken stop)
    {
        if (_kept is { } kept && clock.GetElapsedTime(kept.At) < TimeSpan.FromSeconds(10)) return kept.Names;
        await using var db = store.Read(Reader.Local);
        var names = await db.Headlines.Where(h => h.DeskOfficer != null).Select(h => h.DeskOfficer!).Distinct().OrderBy(n => n).Take(Most).ToListAsync(stop);
        return (_kept = new([.. names], clock.GetTimestamp())).Names;
    }

    public void Forget() => _kept = null;
}
