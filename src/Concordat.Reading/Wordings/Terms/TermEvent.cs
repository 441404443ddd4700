using Concordat.Reading.Dates;

namespace Concordat.Reading.Wordings.Terms;

/// <summary>The moments from which agreements count; whatever else a text counts from is <see cref="Told"/> in its own words.</summary>
public enum Moment
{
    Signature, LastSignature, FirstSignature, EntryIntoForce, Notification, LastNotification, Ratification, Approval, Reply, Termination, Disclosure, Date, Told,
}

/// <summary>A moment on which a term hangs.</summary>
/// <param name="Value">EDTF for <see cref="Moment.Date"/>, the words of the text for <see cref="Moment.Told"/>; null for the others.</param>
public sealed record TermEvent(Moment Moment, string? Value = null)
{
    /// <summary>"last-signature", "2026-01-01", "completion of the Project".</summary>
    public string Code => Moment switch
    {
        Moment.Date or Moment.Told => Value ?? "",
        Moment.LastSignature => "last-signature",
        Moment.FirstSignature => "first-signature",
        Moment.EntryIntoForce => "entry-into-force",
        Moment.LastNotification => "last-notification",
        _ => Moment.ToString().ToLowerInvariant(),
    };

    /// <summary>For a sentence: "the last signature", "1 January 2026".</summary>
    public string Words => Moment switch
    {
        Moment.Date => Days.Say(Value),
        Moment.Told => Value ?? "",
        Moment.Signature => "signature",
        Moment.LastSignature => "the last signature",
        Moment.FirstSignature => "the first signature",
        Moment.EntryIntoForce => "entry into force",
        Moment.Notification => "the notification that the procedures at home are complete",
        Moment.LastNotification => "the last notification that the procedures at home are complete",
        Moment.Reply => "the reply",
        Moment.Termination => "its end",
        Moment.Disclosure => "disclosure of the information",
        _ => Moment.ToString().ToLowerInvariant(),
    };
}

internal static class Days
{
    /// <summary>"1 January 2026"; the words themselves where they are no EDTF.</summary>
    public static string Say(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : edtf ?? "";
}
