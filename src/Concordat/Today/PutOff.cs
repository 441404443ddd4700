using Concordat.Reading.Dates;
using Concordat.Storage;

namespace Concordat.Today;

/// <summary>Puts a matter off to a day, or brings it back.</summary>
public sealed class PutOff(Journal journal, TimeProvider clock)
{
    /// <summary>Under whom what is put off is kept: each desk officer has their own, as has who looks at everybody's.</summary>
    /// <param name="officer">Whose Today it is; null for everybody's.</param>
    public static string Person(Actor person, string? officer) => officer is null ? person.Id : $"{person.Id}/{officer}";

    /// <param name="officer">Whose Today it is; null for everybody's.</param>
    /// <param name="until">As people type days ("13 Feb 2027", "next Friday" is not understood), or "+7" for so many days from today; null brings it back.</param>
    /// <returns>The day number from which it is shown again; refusals <c>date.*</c>, <c>today.not-a-day</c>, <c>today.not-ahead</c>, <c>storage.*</c>.</returns>
    public async Task<Outcome<long>> RunAsync(Actor person, string? officer, string matter, string title, string? until, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!Day(until, today).TryGet(out var day, out var refusal)) return refusal;
        var row = new PutOffRow { Person = Person(person, officer), Matter = Names.Clip.To(matter, 200), Title = Names.Clip.To(title, 300), Until = day };
        return (await journal.KeepAsync(person, row)).TryGet(out _, out refusal) ? day : refusal;
    }

    private static Outcome<long> Day(string? until, DateOnly today)
    {
        var now = today.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        if (until is null) return (long)now;
        if (until.StartsWith('+') && int.TryParse(until.AsSpan(1), out var days) && days is > 0 and <= 3660) return now + (long)days;
        if (!TypedDate.TryRead(until, DateOrder.DayFirst, today, out var when, out var wrong)) return new Refusal(wrong!.Code, wrong.Text);
        if (when.Lo != when.Hi) return new Refusal("today.not-a-day", $"“{until}” is more than one day. Name the day on which it should come back, for instance 13 Feb 2027.");
        return when.Lo > now ? when.Lo : new Refusal("today.not-ahead", $"{when.Say()} is not ahead. Name a day after today.");
    }
}
