using Concordat.Reading.Dates;

namespace Concordat.Intake.Letters;

/// <summary>The days of a form, read; each is EDTF or null.</summary>
internal sealed record LetterDays(string? Sent, string? Received, string? ReplyDue)
{
    /// <returns>Refusals <c>date.*</c> with the field.</returns>
    public static Outcome<LetterDays> Read(LogForm form, DateOnly today)
    {
        if (!One("sent", form.Sent, today).TryGet(out var sent, out var refusal)) return refusal;
        if (!One("received", form.Received, today).TryGet(out var received, out refusal)) return refusal;
        return One("due", form.ReplyDue, today).TryGet(out var due, out refusal) ? new LetterDays(sent, received, due) : refusal;
    }

    internal static Outcome<string?> One(string field, string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        return TypedDate.TryRead(typed, DateOrder.DayFirst, today, out var when, out var refusal) ? when.Text : new FormRefusal(field, refusal!.Code, refusal.Text);
    }

    /// <summary>A stored day as a form shows it.</summary>
    internal static string? Say(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : null;
}
