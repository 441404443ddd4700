using Concordat.Import.Run;

namespace Concordat.App.Import;

/// <summary>The report of an import in lines of text.</summary>
internal static class ReportText
{
    private const int Most = 40;

    public static void Print(ImportReport report, string kind, TextWriter to)
    {
        to.WriteLine(report.Dry ? "Tried; nothing was written." : "Imported.");
        foreach (var (label, count) in Counts(report, kind)) to.WriteLine($"  {count,9:N0}  {label}");
        if (report.Refusals.Length > 0) to.WriteLine("Rows that were not taken:");
        foreach (var row in report.Refusals.Take(Most)) to.WriteLine($"  row {row.Row}: {Line(row.Words)} {row.Message} ({row.Code})");
        if (report.Left.Length > 0) to.WriteLine("Values left out or shortened:");
        foreach (var left in report.Left.Take(Most)) to.WriteLine($"  {left.Column}, from row {left.Row}, {left.Count:N0} times: {Line(left.Words)} {left.Message} ({left.Code})");
        if (report.Partners.Length > 0) to.WriteLine($"Partners that a person should look at ({report.PartnersInAll:N0}):");
        foreach (var partner in report.Partners.Take(Most)) to.WriteLine($"  {How(partner.How)}, from row {partner.Row}, {partner.Count:N0} times: “{partner.Words}”{Candidates(partner)}");
    }

    /// <summary>Counts with their words, those of nothing left out but for the first ones.</summary>
    public static IEnumerable<(string Label, int Count)> Counts(ImportReport report, string kind)
    {
        yield return ("rows read", report.Rows);
        yield return (report.Dry ? $"{kind}s would be made" : $"{kind}s made", report.Made);
        if (report.Organisations > 0) yield return (report.Dry ? "organisations would be made of names of partners" : "organisations made of names of partners", report.Organisations);
        yield return ("rows whose record is there already or stands in an earlier row", report.Matched);
        if (report.Matched > 0) yield return ("of them state nothing new", report.Same);
        if (report.Filled > 0) yield return ("values fill what was empty", report.Filled);
        if (report.Rivals > 0) yield return ("values stand beside another, to be settled", report.Rivals);
        yield return ("rows refused", report.Refused);
    }

    public static string How(string how) => how switch { "several" => "several fit", "left" => "left out", _ => "new" };

    private static string Line(string words) => words.Length == 0 ? "" : $"“{(words.Length > 80 ? words[..79] + "…" : words)}”.";

    private static string Candidates(PartnerQuestion partner) => partner.Candidates.Length == 0 ? "" : ": " + string.Join(" or ", partner.Candidates.Select(c => $"{c.Title} ({c.Detail})"));
}
