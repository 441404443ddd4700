using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.HandOver;

/// <summary>Says when a desk officer is away and who stands in, or that they are back.</summary>
public sealed class SetAbsence(Journal journal, TimeProvider clock)
{
    /// <summary>Days of one absence; who is away for longer hands over.</summary>
    public const int Longest = 366;

    /// <param name="first">Day number.</param>
    /// <param name="last">Day number.</param>
    /// <returns>Refusals <c>absence.nobody</c>, <c>absence.own-deputy</c>, <c>absence.backwards</c>, <c>absence.too-long</c>, <c>absence.over</c>, <c>storage.*</c>.</returns>
    public Task<Outcome<AbsenceRow>> RunAsync(Actor by, string? officer, long first, long last, string? deputy, string? note)
    {
        var (who, stands) = (Clip.To(Clip.Line(officer ?? ""), 120), Clip.To(Clip.Line(deputy ?? ""), 120));
        if (who.Length == 0 || stands.Length == 0) return Refuse(new("absence.nobody", "Name both: who is away, and who stands in."));
        if (who == stands) return Refuse(new("absence.own-deputy", $"{who} cannot stand in for {who}. Name somebody else."));
        if (last < first) return Refuse(new("absence.backwards", "The last day lies before the first. Exchange them."));
        if (last - first >= Longest) return Refuse(new("absence.too-long", "An absence is at most a year. Who is away for longer hands over."));
        if (last < DayNumber.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))) return Refuse(new("absence.over", "That absence is over: its last day has passed. Name days of today or later."));
        return KeepAsync(by, new() { Officer = who, First = first, Last = last, Deputy = stands, Note = Clip.Line(note ?? "") is { Length: > 0 } said ? Clip.To(said, 300) : null });
    }

    /// <summary>From today the officer is there again; an absence that has not begun is called off.</summary>
    public Task<Outcome<AbsenceRow>> EndAsync(Actor by, AbsenceRow absence, long today) => KeepAsync(by, absence with { Last = Math.Min(absence.Last, today - 1) });

    private static Task<Outcome<AbsenceRow>> Refuse(Refusal refusal) => Task.FromResult<Outcome<AbsenceRow>>(refusal);

    private async Task<Outcome<AbsenceRow>> KeepAsync(Actor by, AbsenceRow row) => (await journal.KeepAsync(by, row)).TryGet(out _, out var refusal) ? row : refusal;
}
