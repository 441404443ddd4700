using System.Globalization;

namespace Concordat.App.Records;

/// <summary>Times of the journal as pages say them.</summary>
internal static class Times
{
    /// <param name="microseconds">Since 1970, UTC.</param>
    public static string Say(long microseconds) => Say(DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds));

    public static string Say(DateTimeOffset at) => at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Say(string time) => Say(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
}

/// <summary>Entries of the journal in one line.</summary>
internal static class Changes
{
    public static string Summary(Storage.ChangeRow change, RecordKind kind)
    {
        var reason = change.Reason is null ? "" : $": {change.Reason}";
        if (change.Undoes is { } undone) return $"Version {undone} undone by {change.ActorName}";
        return change.Version == 1 ? $"Created by {change.ActorName}{reason}" : $"{Fields(change, kind)} by {change.ActorName}{reason}";
    }

    /// <summary>"Signed, Ends and evidence".</summary>
    public static string Fields(Storage.ChangeRow change, RecordKind kind)
    {
        var paths = change.Paths.Split('\n').Select(p => new FieldPath(p)).ToList();
        var labels = paths.Where(p => p.First is not "claims").Select(p => kind.Find(p.First)?.Label ?? (p.First switch { "withdrawn" => "Withdrawal", "label" => "Label", "absorbed" or "mergedInto" => "Merge", "apart" => "Judgement", var other => other })).Distinct().ToList();
        if (paths.Any(p => p.First == "claims")) labels.Add(labels.Count == 0 ? "Evidence" : "evidence");
        return labels.Count < 2 ? string.Concat(labels) : $"{string.Join(", ", labels[..^1])} and {labels[^1]}";
    }
}
