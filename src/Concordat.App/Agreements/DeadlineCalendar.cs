using System.Text;
using Concordat.Agreements.Terms;
using Concordat.App.Records;
using Concordat.App.Shell;

namespace Concordat.App.Agreements;

/// <summary>Deadlines as iCalendar (RFC 5545): a whole-day event on the earliest day of each, with an alarm a week before.</summary>
internal static class DeadlineCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;

    /// <param name="at">Where the register answers, without a closing slash.</param>
    public static string Of(IEnumerable<DeadlineLine> lines, string at, DateTimeOffset now)
    {
        var text = new StringBuilder();
        void Put(string line) => text.Append(Folded(line)).Append("\r\n");
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concordat//Deadlines//EN", "X-WR-CALNAME:Deadlines of agreements"]) Put(line);
        foreach (var deadline in lines.Where(l => Days.Date(l.Row.Lo) is { Year: > 1000 and < 9990 }))
        {
            var (row, label) = (deadline.Row, ListDeadlines.Label(deadline.Sort));
            Put("BEGIN:VEVENT");
            // The same deadline keeps its identifier when its day moves.
            Put($"UID:{row.Sort.ToLowerInvariant()}-{row.Ordinal}-{row.Record:N}@concordat");
            Put($"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
            Put($"DTSTART;VALUE=DATE:{Days.Date(row.Lo):yyyyMMdd}");
            Put($"DTEND;VALUE=DATE:{Days.Date(row.Lo + 1):yyyyMMdd}");
            Put($"SUMMARY:{Escaped($"{label}: {deadline.Title}")}");
            Put($"DESCRIPTION:{Escaped($"{label}: {row.Day.Say()}.{(row.Assumed ? " Its earliest day is assumed." : "")}{(deadline.Row.DeskOfficer is { } officer ? $" Desk officer: {officer}." : "")}")}");
            Put($"URL:{at}{Routes.Of("agreement", row.Record)}");
            foreach (var line in (string[])["TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", $"DESCRIPTION:{Escaped($"{label}: {deadline.Title}")}", "END:VALARM", "END:VEVENT"]) Put(line);
        }

        Put("END:VCALENDAR");
        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>At most 75 octets a line, the rest on lines that begin with a space; no character is cut.</summary>
    private static string Folded(string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= MostOctets) return line;
        var (folded, used) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > MostOctets) (used, _) = (1, folded.Append("\r\n "));
            folded.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
