using Concordat.Actions;
using Concordat.Agreements;
using Concordat.Agreements.Terms;
using Concordat.Correspondence;
using Concordat.Meetings;
using Concordat.Reading.Dates;

namespace Concordat.Documents;

/// <summary>A part of a brief: what it is called, and its lines.</summary>
public sealed record BriefPart(string Title, IReadOnlyList<string> Lines);

/// <summary>Says a brief in sentences, part by part; what is not known is said so, and nothing is said that the register does not hold.</summary>
public static class BriefLines
{
    public static IEnumerable<BriefPart> Of(Brief brief)
    {
        yield return new("Relationship", [Relationship(brief)]);
        yield return new("Sessions", [Session("Last", brief.Last), Session("Next", brief.Next)]);
        if (brief.Deadlines.Length > 0) yield return new("Deadlines within a year", [.. brief.Deadlines.Select(d => $"{d.Row.Day.Say()}: {ListDeadlines.Label(d.Sort).ToLowerInvariant()}, {d.Title}")]);
        yield return new($"Open actions of {brief.About}", Some(brief.Theirs.Select(a => Action(a, brief.Day)), "None is open."));
        yield return new("Open actions of ours", Some(brief.Ours.Select(a => Action(a, brief.Day)), "None is open."));
        if (brief.Replies.Length > 0) yield return new("Letters that wait for a reply", [.. brief.Replies.Select(l => Letter(l, brief.Day))]);
        var obstacles = Obstacles(brief).ToList();
        if (obstacles.Count > 0) yield return new("Obstacles", obstacles);
        yield return new("Lines to take, proposed from the above", Some(Lines(brief), "Nothing in the register calls for one."));
    }

    private static string Relationship(Brief brief)
    {
        var inForce = brief.Agreements.Count(a => a.State is AgreementState.InForce);
        var count = brief.Agreements.Length + brief.Others;
        return count == 0 ? $"No agreement with {brief.About} is registered." : $"{count} {(count == 1 ? "agreement is" : "agreements are")} registered; {inForce} of those listed {(inForce == 1 ? "is" : "are")} in force.";
    }

    private static string Session(string which, MeetingRow? meeting) => meeting is null ? $"{which}: none is registered." : $"{which}: {string.Join(", ", new[] { meeting.Title, Span(meeting.Dates), meeting.Place }.Where(p => !string.IsNullOrEmpty(p)))}.";

    private static string? Span(string? dates) => Reading.Dates.Span.TryParse(dates, out var span) ? span.Say() : null;

    private static string Action(ActionRow row, long today) => row.Called + (Day(row.Due) is { Length: > 0 } due ? $", due {due}{(row.DueHi < today ? " (overdue)" : "")}" : ", no day is set");

    private static string Letter(LetterLine line, long today) =>
        $"{(line.Letter.Direction == CorrespondenceKind.In ? "We owe a reply to" : "They owe a reply to")} “{line.Letter.Title}”, due {Day(line.Letter.ReplyDue)}{(line.Letter.ReplyDueHi < today ? " (overdue)" : "")}";

    private static IEnumerable<string> Obstacles(Brief brief) =>
    [
        .. brief.Agreements.Where(a => a.State is AgreementState.ToBeConfirmed).Select(a => $"Whether “{a.Row.Title}” still holds is to be confirmed."),
        .. brief.Agreements.Where(a => a.State is AgreementState.Suspended).Select(a => $"“{a.Row.Title}” is suspended."),
        .. brief.Disputed.Select(t => $"Sources differ on “{t}”."),
    ];

    private static IEnumerable<string> Lines(Brief brief) =>
    [
        .. brief.Theirs.Where(a => a.DueHi < brief.Day).Select(a => $"Ask when “{a.Called}” will be done: it was due {Day(a.Due)}."),
        .. brief.Ours.Where(a => a.DueHi < brief.Day).Select(a => $"Be ready to say when we do “{a.Called}”: it was due {Day(a.Due)}."),
        .. brief.Deadlines.Where(d => d.Sort is DeadlineSort.Ends or DeadlineSort.Notice && d.Row.Lo <= brief.Day + 183).Select(d => $"Say whether “{d.Title}” shall go on: {(d.Sort is DeadlineSort.Ends ? "it ends" : "notice is possible until")} {d.Row.Day.Say()}."),
        .. brief.Agreements.Where(a => a.State is AgreementState.ToBeConfirmed).Select(a => $"Agree whether “{a.Row.Title}” still holds."),
    ];

    private static string Day(string? edtf) => When.TryParse(edtf, out var when) ? when.Say() : "";

    private static IReadOnlyList<string> Some(IEnumerable<string> lines, string otherwise) => lines.ToList() is { Count: > 0 } all ? all : [otherwise];
}
