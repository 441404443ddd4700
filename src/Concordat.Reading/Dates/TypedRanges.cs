namespace Concordat.Reading.Dates;

/// <summary>One date, or two with "to", "and" or a dash between them, which may share month and year.</summary>
internal sealed class TypedRanges(TypedContext context)
{
    private static readonly string[] Joints = [" to ", " until ", " till ", " through ", " thru ", " bis ", " al ", " au ", " a ", " - ", "-", "/"];
    private static readonly string[] Leads = ["from ", "vom ", "von ", "du ", "del ", "dal ", "desde ", "de "];

    public string? Read(string text)
    {
        if (text.StartsWith("between ", StringComparison.Ordinal)) return Split(text["between ".Length..], [" and ", " & ", .. Joints]);
        if (TypedSide.Read(text, context, besideAnother: false) is { } one) return one.Write(context);
        if (context.Refusal is not null) return null;
        return Split(Leads.FirstOrDefault(l => text.StartsWith(l, StringComparison.Ordinal)) is { } lead ? text[lead.Length..] : text, Joints);
    }

    private string? Split(string text, string[] joints)
    {
        foreach (var joint in joints)
            for (var at = text.IndexOf(joint, StringComparison.Ordinal); at > 0; at = text.IndexOf(joint, at + 1, StringComparison.Ordinal))
            {
                if (Pair(text[..at], text[(at + joint.Length)..]) is { } range) return range;
                if (context.Refusal is not null) return null;
            }
        return null;
    }

    private string? Pair(string before, string after)
    {
        if (after.Length == 0 || TypedSide.Read(before.TrimEnd(), context, besideAnother: true) is not { } first) return null;
        if (TypedSide.Read(after.TrimStart(), context, besideAnother: true) is not { } second) return null;
        var (start, end) = (first.FilledFromLater(second), second.FilledFromEarlier(first));
        if (!start.IsComplete || !end.IsComplete) return null;
        if (start.Year is null && end.Year is null && start.Edtf is null && end.Edtf is null && !start.IsYearUnstated) (start, end) = WithNearestYear(start, end);
        return start.Write(context) is { } a && end.Write(context) is { } b ? Join(a, b) : null;
    }

    /// <summary>Neither has a year: the first takes the nearest, and the second follows it.</summary>
    private (TypedParts, TypedParts) WithNearestYear(TypedParts start, TypedParts end)
    {
        var year = context.NearestYear(start.Month, Math.Clamp(start.Day, 1, DayNumber.DaysInMonth(2000, start.Month)));
        return (start with { Year = year }, end with { Year = end.Month < start.Month ? year + 1 : year });
    }

    /// <summary>An end that is coarser than its start ("11 June 2026 to 2026") is some day within, which EDTF writes with XX.</summary>
    private string? Join(string start, string end)
    {
        if (start.Contains('/') || end.Contains('/')) return JoinOuter(start, end);
        var startsOnDay = Edtf.TryParse(start, out var tree) && tree is EdtfDate { Day.IsAbsent: false };
        foreach (var candidate in startsOnDay ? new[] { end, end + "-XX-XX", end + "-XX" } : [end, end + "-XX"])
            if (Edtf.TryParse($"{start}/{candidate}", out var range)) return range.Text;
        return Edtf.TryParse(start, out var a) && Edtf.TryParse(end, out var b) && a.Lo > b.Hi ? context.EndsBeforeStart() : null;
    }

    /// <summary>"early February to mid March 2026": from the start of the one to the end of the other.</summary>
    private string? JoinOuter(string start, string end)
    {
        var from = start.Split('/')[0];
        var to = end.Split('/')[^1];
        if (from.Contains('.') || to.Contains('.')) return null;
        return Join(from, to);
    }
}
