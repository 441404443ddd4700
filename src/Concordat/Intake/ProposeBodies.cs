using System.Collections.Immutable;
using Concordat.Bodies;
using Concordat.Names;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

internal static class ProposeBodies
{
    /// <summary>One for each joint body that a meeting is a session of.</summary>
    public static ImmutableArray<Proposal> From(Findings findings) =>
        [.. findings.Meetings.Where(m => m.Body is not null).DistinctBy(m => Fold.Key(m.Body!.Value)).Select((m, i) => One(m, $"b{i + 1}"))];

    /// <summary>The key of the body of a meeting among the proposed ones, or null.</summary>
    public static string? KeyOf(MeetingFinding meeting, ImmutableArray<Proposal> bodies) =>
        meeting.Body is { } body ? bodies.FirstOrDefault(b => Fold.Key(b.Title) == Fold.Key(body.Value))?.Key : null;

    private static Proposal One(MeetingFinding meeting, string key)
    {
        var lines = new Lines(BodyKind.Kind);
        lines.Add("name", meeting.Body);
        foreach (var side in meeting.Sides) lines.Add("sides", side.Value, "organisation", side);
        return new() { Key = key, Kind = BodyKind.Name, Title = meeting.Body!.Value, Values = lines.All, Evidence = Evidence.Of(meeting.Body) };
    }
}
