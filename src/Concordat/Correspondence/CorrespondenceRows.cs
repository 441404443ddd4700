using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Correspondence;

/// <summary>A line of the list of correspondence. Days are proleptic day numbers.</summary>
public sealed record CorrespondenceRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public required string Direction { get; init; }
    public string? Sort { get; init; }
    /// <summary>Organisation and person of the other side.</summary>
    public Guid? Other { get; init; }
    public Guid? OtherPerson { get; init; }
    /// <summary>Organisation of our side.</summary>
    public Guid? Own { get; init; }
    public string? Sent { get; init; }
    public string? Received { get; init; }
    /// <summary>When it reached us or left us, earliest; -9e15 where no day is stated.</summary>
    public required long Day { get; init; }
    public string? ReplyDue { get; init; }
    /// <summary>Earliest day on which a reply may be due: warnings go by it.</summary>
    public long? ReplyDueLo { get; init; }
    public long? ReplyDueHi { get; init; }
    public Guid? RepliesTo { get; init; }
    public Guid? RemindsOf { get; init; }
    public string? DeskOfficer { get; init; }
}

/// <summary>A record that a letter concerns: what it is about, and who wrote it or gets it.</summary>
public sealed record ConcernRow : IRow
{
    public required Guid Record { get; init; }
    public required int Ordinal { get; init; }
    public required Guid Of { get; init; }
    /// <summary>As of <see cref="CorrespondenceRow.Day"/>, so that the latest of a record are found without looking at the others.</summary>
    public required long Day { get; init; }
}

internal static class CorrespondenceRows
{
    public static IEnumerable<IRow> Of(Document document)
    {
        var it = document.As<Letter>();
        var due = Read(it.ReplyDue);
        var day = Read(it.Direction == CorrespondenceKind.In ? it.Received ?? it.Sent : it.Sent ?? it.Received)?.Lo ?? -DayNumber.Unbounded;
        yield return new CorrespondenceRow
        {
            Record = document.Id, Title = it.Title, SortKey = Fold.SortKey(it.Title), Direction = it.Direction, Sort = it.LetterSort, Other = it.Other(), OtherPerson = it.OtherPerson(), Own = it.Own(),
            Sent = it.Sent, Received = it.Received, Day = day, ReplyDue = it.ReplyDue, ReplyDueLo = due?.Lo, ReplyDueHi = due?.Hi, RepliesTo = it.RepliesTo, RemindsOf = it.RemindsOf, DeskOfficer = Clip.Name(it.DeskOfficer),
        };
        var ordinal = 0;
        Guid?[] sides = [it.FromOrganisation, it.FromPerson, it.ToOrganisation, it.ToPerson];
        foreach (var of in it.About.Select(a => a.Record).Concat(sides.OfType<Guid>()).Distinct())
            yield return new ConcernRow { Record = document.Id, Ordinal = ordinal++, Of = of, Day = day };
    }

    private static When? Read(string? edtf) => When.TryParse(edtf, out var when) ? when : null;
}
