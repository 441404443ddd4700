using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Evidence;
using Concordat.Reading.Wordings.Layout;

namespace Concordat.Reading.Wordings.Clauses;

/// <summary>Annexes by number, with their titles where the text gives them.</summary>
internal static class AnnexList
{
    private const string Word = "annex(?:ure)?|appendix|attachment|schedule|exhibit|enclosure";

    private static readonly Regex Line = Rx.Of(@"^(?<label>(?:" + Word + @") ?(?:no\. ?)?(?:\d{1,2}|[a-f]|[ivx]{1,4}))\b ?(?:[-–—:.]|\()? ?(?<title>[^\n,.]{0,120}?)\)?$");
    private static readonly Regex Inline = Rx.Exact(@"\b(?<label>(?:Annex(?:ure)?|Appendix|Attachment|Schedule|Exhibit|Enclosure) (?:\d{1,2}|[A-F]|[IVX]{1,4}))\b(?: ?\((?<title>[^)]{3,90})\)| ?[–:] ?(?<title>[A-Z][^,;.\n()]{2,90})|, (?<title>[A-Z][\w -]{3,60}),)?");

    public static ImmutableArray<Finding<string>> Read(AgreementPage page)
    {
        var found = new Dictionary<string, Finding<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (from, to) in Paragraph.All(page.Flow))
        {
            if (to - from > 160 || Line.Match(page.Flow[from..to]) is not { Success: true } line) continue;
            Add(page, found, line, from);
        }
        foreach (Match match in Inline.Matches(page.Flow)) if (Own(page.Flow, match)) Add(page, found, match, 0);
        return [.. found.Values.OrderBy(f => f.Evidence.Start)];
    }

    private static void Add(AgreementPage page, Dictionary<string, Finding<string>> found, Match match, int offset)
    {
        var (label, title) = (match.Groups["label"].Value, match.Groups["title"].Value.Trim(' ', '-', '–', ':', '.'));
        label = char.ToUpperInvariant(label[0]) + label[1..label.IndexOf(' ').Least()].ToLowerInvariant() + label[label.IndexOf(' ').Least()..];
        if (title.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || title.Length > 0 && char.IsLower(title[0])) title = "";
        if (found.TryGetValue(label, out var was) && (was.Value.Contains(':') || title.Length == 0)) return;
        var to = match.Groups["title"].Success && title.Length > 0 ? match.Groups["title"].Index + match.Groups["title"].Value.TrimEnd().Length : match.Groups["label"].Index + match.Groups["label"].Length;
        found[label] = page.Find(title.Length > 0 ? $"{label}: {title}" : label, offset + match.Groups["label"].Index, offset + to, "wording.annex");
    }

    private static int Least(this int at) => Math.Max(at, 1);

    /// <summary>"Annex II of the Framework Agreement" belongs to another text.</summary>
    private static bool Own(string flow, Match match)
    {
        var after = flow.AsSpan(match.Index + match.Length);
        return !after.StartsWith(" of the ") && !after.StartsWith(" to the ") || after.StartsWith(" to the present") || after.StartsWith(" of the present");
    }
}
