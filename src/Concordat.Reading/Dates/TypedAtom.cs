namespace Concordat.Reading.Dates;

/// <summary>One date without ranges, bounds or doubts.</summary>
internal static class TypedAtom
{
    /// <param name="text">Simplified.</param>
    /// <param name="context">Order, today, and where a refusal goes.</param>
    /// <param name="besideAnother">Part of a range, so that "3" or "February" will do.</param>
    public static TypedParts? Read(string text, TypedContext context, bool besideAnother)
    {
        if (RelativeDay(text, context) is { } relative) return relative;
        var yearUnstated = CutEnd(ref text, "year not stated") || CutEnd(ref text, "year unknown") || CutEnd(ref text, "no year");
        // "spring 2029 (January to March)": the season of a source that named no hemisphere.
        var aside = text.IndexOf('(');
        var anyHemisphere = aside > 0 && text.IndexOf(')') == text.Length - 1 && text.IndexOf(" to ", aside, StringComparison.Ordinal) > 0;
        if (anyHemisphere) text = text[..aside];
        if (TypedTokens.Read(TypedText.WithoutTime(text)) is not { Count: > 0 } tokens) return null;
        var parts = TypedMonths.Read(tokens, context) ?? TypedNumbers.Read(tokens, context, besideAnother) ?? TypedPeriods.Read(tokens, context, anyHemisphere);
        if (parts is not { } found || (!found.IsComplete && !besideAnother && !yearUnstated)) return null;
        if (anyHemisphere && found.Edtf is null) return null;
        return found with { Weekday = tokens.Weekday, IsYearUnstated = yearUnstated };
    }

    private static TypedParts? RelativeDay(string text, TypedContext context)
    {
        int? days = text switch { "today" => 0, "yesterday" => -1, "tomorrow" => 1, _ => null };
        if (days is not { } shift) return null;
        var day = context.Today.AddDays(shift);
        return new TypedParts(day.Year, day.Month, day.Day);
    }

    private static bool CutEnd(ref string text, string end)
    {
        if (!text.EndsWith(end, StringComparison.Ordinal)) return false;
        text = text[..^end.Length].TrimEnd(' ', ',', '(');
        return true;
    }
}
