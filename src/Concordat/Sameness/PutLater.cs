using Concordat.Storage;

namespace Concordat.Sameness;

/// <summary>Puts a proposed pair off, for a person to look at it another day.</summary>
public sealed class PutLater(Journal journal, TimeProvider clock)
{
    /// <summary>Days after which it is shown again.</summary>
    public const int Days = 30;

    /// <returns>Refusals <c>storage.*</c>.</returns>
    public Task<Outcome<Saved>> RunAsync(Actor by, Guid a, Guid b, int days = Days)
    {
        var (one, other) = ProposedPair.Key(a, b);
        return journal.KeepAsync(by, new LaterRow { One = one, Other = other, Until = Today(clock) + days });
    }

    internal static long Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
