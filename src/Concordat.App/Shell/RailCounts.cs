using Concordat.Sameness;
using Concordat.Storage;
using Microsoft.EntityFrameworkCore;

namespace Concordat.App.Shell;

/// <summary>The numbers in the rail, kept in memory and counted anew after a change; each stops at 100.</summary>
public sealed class RailCounts(Store store, TimeProvider clock, SamePairs pairs)
{
    private sealed record Counted(int Intake, long At);

    private Counted? _last;

    /// <summary>The second is what is known of pairs that may be the same; nobody waits for that.</summary>
    public async Task<(int Intake, int Same)> ReadAsync()
    {
        pairs.Nudge();
        var same = Math.Min(100, pairs.Last.Groups.Count);
        var now = clock.GetTimestamp();
        if (_last is { } last && clock.GetElapsedTime(last.At, now) < TimeSpan.FromSeconds(2)) return (last.Intake, same);
        await using var db = store.Read(Reader.Local);
        var intake = await db.Intake.Where(i => i.State == "waiting").Take(100).CountAsync();
        _last = new(intake, now);
        return (intake, same);
    }

    /// <summary>Counts anew for the next page.</summary>
    public void Forget() => _last = null;
}
