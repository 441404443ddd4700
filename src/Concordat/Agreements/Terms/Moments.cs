using Concordat.Reading.Dates;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>When the events happened from which the times of an agreement count, as far as the record says.</summary>
internal sealed class Moments(Agreement it)
{
    /// <summary>When it entered into force, once that is known.</summary>
    public Reckoned? Entry { get; set; }

    /// <summary>Null where nothing dates the event.</summary>
    public Reckoned? Of(TermEvent on)
    {
        if (on.Moment == Moment.EntryIntoForce) return Entry is { } entry ? entry with { Steps = [$"In force from {Reckoned.Say(entry.Day)}."] } : null;
        var (day, how) = on.Moment switch
        {
            Moment.Date => (Reckoned.Read(on.Value), "stated"),
            Moment.Told => (Told(on.Value ?? ""), "as recorded"),
            Moment.FirstSignature => (First(Signatures()) ?? Signed(), "from the signatures"),
            Moment.Signature or Moment.LastSignature => (Signed(), it.Signed is null ? "from the signatures" : "stated"),
            Moment.Notification or Moment.LastNotification => (Last("notified"), "from the events"),
            Moment.Ratification => (Last("ratified"), "from the events"),
            Moment.Approval => (Last("approved"), "from the events"),
            _ => (null, ""),
        };
        return day is { } known ? new Reckoned(known, [$"{Upper(on.Words)}: {Reckoned.Say(known)} ({how})."]).Bounded() : null;
    }

    private When? Signed() => Reckoned.Read(it.Signed) ?? Latest(Signatures()) ?? Last("signed");

    private IEnumerable<When> Signatures() => it.Signatures.Select(s => Reckoned.Read(s.On)).OfType<When>();

    /// <summary>The latest event of a sort that has a day.</summary>
    public When? Last(string sort) => Latest(it.Events.Where(e => e.Sort == sort).Select(e => Reckoned.Read(e.On)).OfType<When>());

    /// <summary>The day that a part gives for its own event; completion also by its event.</summary>
    private When? Told(string words) =>
        Reckoned.Read(it.Duration.Where(d => d.Words == words).Select(d => d.On).Concat(it.Effect.Where(e => e.Words == words).Select(e => e.On)).FirstOrDefault(on => on is not null))
        ?? (words.StartsWith("complet", StringComparison.OrdinalIgnoreCase) ? Last("completed") : null);

    private static When? Latest(IEnumerable<When> days) => days.Aggregate((When?)null, (last, day) => last is { } known ? Reckoned.Later(known, day) : day);

    private static When? First(IEnumerable<When> days) => days.Aggregate((When?)null, (first, day) => first is { } known ? Reckoned.Earlier(known, day) : day);

    internal static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
