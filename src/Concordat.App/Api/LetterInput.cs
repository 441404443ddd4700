using System.Collections.Immutable;
using Concordat.Intake;
using Concordat.Intake.Letters;
using Concordat.Reading.Dates;

namespace Concordat.App.Api;

/// <summary>The body that logs a letter. What is null is as the short form of the page would have it; an empty text leaves it empty.</summary>
/// <param name="Source">The document, when it came in already.</param>
/// <param name="Kind">One of the kinds of letter.</param>
internal sealed record LoggingLetter(
    Guid? Source = null, string? Subject = null, string? Direction = null, string? Kind = null, string? From = null, string? FromPerson = null, string? To = null, string? ToPerson = null, string? OurReference = null, string? TheirReference = null,
    string? Sent = null, string? Received = null, string? ReplyDue = null, string? DeskOfficer = null, ImmutableArray<Guid>? About = null, Guid? RepliesTo = null, Guid? RemindsOf = null)
{
    public LogForm Over(LogForm filled) => filled with
    {
        Showing = null, Subject = Subject ?? filled.Subject, Direction = Direction ?? filled.Direction, Sort = Kind ?? filled.Sort, From = From ?? filled.From, FromPerson = FromPerson ?? filled.FromPerson, To = To ?? filled.To, ToPerson = ToPerson ?? filled.ToPerson,
        OurReference = OurReference ?? filled.OurReference, TheirReference = TheirReference ?? filled.TheirReference, Sent = Sent ?? filled.Sent, Received = Received ?? filled.Received, ReplyDue = ReplyDue ?? filled.ReplyDue,
        DeskOfficer = DeskOfficer ?? filled.DeskOfficer, About = About ?? filled.About, RepliesTo = RepliesTo ?? filled.RepliesTo, RemindsOf = RemindsOf ?? filled.RemindsOf,
    };
}

/// <summary>The body that writes a letter. What is null is as the draft has it.</summary>
/// <param name="Template">Name of a template.</param>
internal sealed record WritingLetter(
    string Template, string? From = null, string? FromPerson = null, string? To = null, string? ToPerson = null, string? OurReference = null, string? TheirReference = null, string? Place = null, string? Subject = null, string? Text = null,
    string? Sent = null, string? ReplyDue = null, string? DeskOfficer = null, ImmutableArray<Guid>? About = null, Guid? RepliesTo = null, Guid? RemindsOf = null)
{
    public WriteForm Over(WriteForm filled) => filled with
    {
        Showing = null, From = From ?? filled.From, FromPerson = FromPerson ?? filled.FromPerson, To = To ?? filled.To, ToPerson = ToPerson ?? filled.ToPerson, OurReference = OurReference ?? filled.OurReference, TheirReference = TheirReference ?? filled.TheirReference,
        Place = Place ?? filled.Place, Subject = Subject ?? filled.Subject, Text = Text ?? filled.Text, Sent = Sent ?? filled.Sent, ReplyDue = ReplyDue ?? filled.ReplyDue, DeskOfficer = DeskOfficer ?? filled.DeskOfficer,
        About = About ?? filled.About, RepliesTo = RepliesTo ?? filled.RepliesTo, RemindsOf = RemindsOf ?? filled.RemindsOf,
    };

    /// <summary>A draft as the body that would write it; its days as EDTF.</summary>
    public static WritingLetter Of(WriteForm form, DateOnly today) => new(
        form.Template, form.From, form.FromPerson, form.To, form.ToPerson, form.OurReference, form.TheirReference, form.Place, form.Subject, form.Text, Day(form.Sent, today), Day(form.ReplyDue, today), form.DeskOfficer, form.About, form.RepliesTo, form.RemindsOf);

    private static string? Day(string? said, DateOnly today) => said is not null && TypedDate.TryRead(said, DateOrder.DayFirst, today, out var when, out _) ? when.Text : null;
}

/// <summary>Refusals of the short forms, whose inputs are named otherwise here.</summary>
internal static class LetterRefusals
{
    public static Refusal Named(Refusal refusal) => refusal is FormRefusal { Field: "due" } due ? due with { Field = "replyDue" } : refusal;
}
