using System.Text.RegularExpressions;
using Concordat.Reading.Dates;

namespace Concordat.Correspondence;

/// <summary>A value that a letter says of itself, and where in its text.</summary>
public sealed record SaidInLetter(string Value, int Start, int Length);

/// <summary>What a letter says of itself in lines of its own: whose reference is which depends on which way it went.</summary>
/// <param name="Dated">EDTF.</param>
/// <param name="ReplyBy">EDTF.</param>
public sealed record LetterReading(SaidInLetter? Subject, SaidInLetter? SendersReference, SaidInLetter? ReadersReference, SaidInLetter? Dated, SaidInLetter? ReplyBy);

/// <summary>Reads the head of a letter and the sentence that asks for a reply. Pure; only the beginning of a long text is looked at.</summary>
public static partial class ReadLetter
{
    private const int MostLines = 60, MostLetters = 20_000, LongestLine = 240;

    /// <param name="sent">The day on which it was sent where something else says so; days without a year and "within 30 days" count from it.</param>
    public static LetterReading Of(string text, DateOnly? sent, DateOnly today)
    {
        text = text.Length > MostLetters ? text[..MostLetters] : text;
        SaidInLetter? subject = null, senders = null, readers = null, dated = null;
        foreach (var line in Lines(text).Take(MostLines))
        {
            subject ??= Find(SubjectLine(), line);
            readers ??= Find(YourLine(), line);
            senders ??= Find(OurLine(), line);
            dated ??= Day(line, today);
        }

        var from = sent ?? (When.TryParse(dated?.Value, out var when) ? Date(when.Lo) : null);
        return new(subject, senders, readers, dated, Due(text, from, today));
    }

    private static IEnumerable<(string Text, int Start)> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (end - at is > 0 and <= LongestLine && text[at..end].Trim().Length > 0) yield return (text[at..end], at);
            at = end + 1;
        }
    }

    private static SaidInLetter? Find(Regex rule, (string Text, int Start) line)
    {
        var found = rule.Match(line.Text);
        return found.Success ? Said(found.Groups["v"], line.Start) : null;
    }

    private static SaidInLetter? Said(Group group, int start)
    {
        var value = group.Value.Trim().TrimEnd(',', ';');
        return value.Length == 0 ? null : new(value, start + group.Index + group.Value.IndexOf(value, StringComparison.Ordinal), value.Length);
    }

    /// <summary>"Date: 3 May 2026", "Lisbon, 3 May 2026", or a day that has the line to itself.</summary>
    private static SaidInLetter? Day((string Text, int Start) line, DateOnly today)
    {
        var said = Find(DateLine(), line);
        if (said is null && line.Text.Trim() is { Length: <= 60 } whole)
        {
            var comma = whole.IndexOf(',', StringComparison.Ordinal);
            foreach (var part in new[] { whole, comma is > 0 and < 30 ? whole[(comma + 1)..].Trim() : "" })
                if (Reads(part, today) is not null) said = new(part, line.Start + line.Text.IndexOf(part, StringComparison.Ordinal), part.Length);
        }

        return said is not null && Reads(said.Value, today) is { } day ? said with { Value = day.Text } : null;
    }

    private static When? Reads(string words, DateOnly today) =>
        words.Length >= 6 && words.Any(char.IsAsciiDigit) && TypedDate.TryRead(words, DateOrder.DayFirst, today, out var when) && when.Lo == when.Hi ? when : null;

    private static SaidInLetter? Due(string text, DateOnly? sent, DateOnly today)
    {
        // Sentences run over lines; places stay as they are.
        var flat = text.Replace('\n', ' ');
        foreach (Match found in ByDay().Matches(flat))
            if (Words(found.Groups["v"], sent ?? today) is { } said) return said;
        var within = WithinDays().Match(flat);
        if (!within.Success || sent is null || !int.TryParse(within.Groups["v"].Value, out var days) || days is 0 or > 400) return null;
        return new(sent.Value.AddDays(days).ToString("yyyy-MM-dd"), within.Index, within.Length);
    }

    /// <summary>The longest run of words from here that is a day or a month.</summary>
    private static SaidInLetter? Words(Group group, DateOnly sent)
    {
        var words = group.Value.TrimEnd();
        while (words.Length >= 5)
        {
            var bare = words.TrimEnd('.', ',', ';', ':', '!', '?');
            if (bare.Any(char.IsAsciiDigit) && TypedDate.TryRead(bare, DateOrder.DayFirst, sent, out var when) && when.Hi - when.Lo <= 31) return new(when.Text, group.Index, bare.Length);
            var blank = words.LastIndexOf(' ');
            words = blank < 0 ? "" : words[..blank].TrimEnd();
        }

        return null;
    }

    private static DateOnly Date(long day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Clamp(day, -700_000, 2_900_000));

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\s*(subject|subj|sub|re)\s*[:：]\s*(?<v>\S.*)$", Plain)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^\s*(our\s+)?(ref|reference|file)\s*\.?\s*(no|number)?\s*\.?\s*[:：]\s*(?<v>[^\s:][^\t]{0,60}?)\s*((\t|\s{3,}|your\s|dated?\s).*)?$|^\s*no\.\s*(?<v>[a-z0-9][a-z0-9/().-]*[0-9][a-z0-9/().-]*)(\s.*)?$", Plain)]
    private static partial Regex OurLine();

    [GeneratedRegex(@"^(.*\s)?your\s+(ref|reference|file)\s*\.?\s*(no|number)?\s*\.?\s*[:：]\s*(?<v>[^\s:][^\t]{0,60}?)\s*((\t|\s{3,}|our\s|dated?\s).*)?$", Plain)]
    private static partial Regex YourLine();

    [GeneratedRegex(@"^\s*(date|dated)\s*[:：]?\s+(?<v>\S.{4,40})$", Plain)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"\b(reply|replies|respond|response|answer|confirm|confirmation|acceptance|comments|feedback|hear\s+from\s+you|let\s+us\s+know|rsvp|r\.s\.v\.p\.)\b[^.;?!]{0,140}?\b(by|before|until|than)\s+(?<v>[^;()?!]{4,36})", Plain)]
    private static partial Regex ByDay();

    [GeneratedRegex(@"\b(reply|respond|response|answer|confirm|confirmation|comments|hear\s+from\s+you)\b[^.;?!]{0,140}?\bwithin\s+(?<v>[0-9]{1,3})\s+days\b", Plain)]
    private static partial Regex WithinDays();
}
