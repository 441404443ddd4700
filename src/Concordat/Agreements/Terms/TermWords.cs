using System.Collections.Immutable;
using Concordat.Reading.Wordings.Terms;

namespace Concordat.Agreements.Terms;

/// <summary>The words that term parts are picked from, and what they stand for.</summary>
public static class TermWords
{
    private static readonly ImmutableArray<(Moment Moment, Choice Choice)> Known =
    [
        (Moment.Signature, new("signature", "signature")), (Moment.LastSignature, new("last-signature", "the last signature")), (Moment.FirstSignature, new("first-signature", "the first signature")),
        (Moment.EntryIntoForce, new("entry-into-force", "entry into force")), (Moment.LastNotification, new("last-notification", "the last notification")), (Moment.Notification, new("notification", "notification")),
        (Moment.Ratification, new("ratification", "ratification")), (Moment.Approval, new("approval", "approval")), (Moment.Reply, new("reply", "the reply")), (Moment.Date, new("day", "a day")), (Moment.Told, new("told", "another event")),
    ];

    private static readonly ImmutableArray<(TimeUnit Unit, Choice Choice)> Measures =
        [(TimeUnit.Days, new("days", "days")), (TimeUnit.WorkingDays, new("working-days", "working days")), (TimeUnit.Weeks, new("weeks", "weeks")), (TimeUnit.Months, new("months", "months")), (TimeUnit.Years, new("years", "years"))];

    /// <summary>Events from which a time may count.</summary>
    public static ImmutableArray<Choice> Moments { get; } = [.. Known.Select(k => k.Choice)];

    public static ImmutableArray<Choice> Units { get; } = [.. Measures.Select(m => m.Choice)];

    public static ImmutableArray<Choice> Durations { get; } =
        [new("for", "for a time"), new("until", "until a day"), new("event", "until an event"), new("at-least", "but at least for"), new("indefinite", "without an end")];

    public static ImmutableArray<Choice> Joins { get; } = [new("later", "whichever is later"), new("earlier", "whichever is earlier")];

    public static ImmutableArray<Choice> Countings { get; } = [new("next-day", "is not counted (3 Feb to 3 Feb)"), new("first-day", "counts (3 Feb to 2 Feb)")];

    public static ImmutableArray<Choice> Often { get; } = [new("once", "once"), new("again", "each time again")];

    public static ImmutableArray<Choice> Renewals { get; } = [new("tacit", "by itself"), new("agreed", "by agreement"), new("none", "not renewed")];

    /// <summary>The event that a word stands for; null for none.</summary>
    /// <param name="on">EDTF, of a day.</param>
    /// <param name="told">Words of another event.</param>
    public static TermEvent? Event(string? word, string? on, string? told) => word is null ? null : Known.First(k => k.Choice.Value == word).Moment switch
    {
        Moment.Date => new(Moment.Date, on),
        Moment.Told => new(Moment.Told, told),
        var moment => new(moment),
    };

    /// <summary>The word of a moment; null for those that no form offers.</summary>
    public static string? Of(Moment moment) => Known.FirstOrDefault(k => k.Moment == moment).Choice?.Value;

    /// <summary>The word of a unit; null for those that no form offers.</summary>
    public static string? Of(TimeUnit unit) => Measures.FirstOrDefault(m => m.Unit == unit).Choice?.Value;

    public static Period? Length(int? count, string? unit) => count is { } n && unit is not null ? new(n, Measures.First(m => m.Choice.Value == unit).Unit) : null;
}
