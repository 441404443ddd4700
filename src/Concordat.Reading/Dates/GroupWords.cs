namespace Concordat.Reading.Dates;

internal static class GroupWords
{
    /// <summary>"2020, 2021 or 2023" for one of them, "2020 and 2021" for all of them.</summary>
    public static string Say(EdtfGroup group, Wording words)
    {
        var said = group.Members.Select(m => Say(m, words)).ToList();
        if (said.Count == 1) return said[0];
        var last = group.Kind == EdtfKind.List ? " and " : " or ";
        return string.Join(", ", said[..^1]) + last + said[^1];
    }

    private static string Say(EdtfMember member, Wording words) => member switch
    {
        { IsOne: true, From: { } one } => DateWords.Say(one, words),
        { From: { } from, To: null } => $"{DateWords.Say(from, words)} or later",
        { From: null, To: { } to } => $"{DateWords.Say(to, words)} or earlier",
        { From: { } from, To: { } to } => $"{DateWords.Say(from, words)} to {DateWords.Say(to, words)}",
        _ => "not known",
    };
}
