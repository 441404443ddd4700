using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Concordat.Reading.Wordings.Layout;
using Concordat.Reading.Wordings.Naming;

namespace Concordat.Reading.Wordings.Signing;

/// <summary>Finds the blocks of signatures at the end and reads them.</summary>
internal static class SignatureReading
{
    private static readonly Regex Closing = Rx.Of(@"\b(?:in witness|in (?:faith|testimony) whereof|done (?:at|in)\b|signed (?:at|in|on)\b|as witness|executed as|duly authori[sz]ed|foregoing|thus agreed|in duplicate|two originals|equally authentic|shall prevail|drawn up|executed (?:this|in)|have signed|signature page|signatures of the parties|original copies|originals)\b");
    private static readonly Regex Signed = Rx.Of(@"^(?:signed|done|executed) (?:at|in) [^.;]{2,90}\d{4}\.?$");
    private static readonly Regex Starts = Rx.Of(@"^(?:signed (?:for|by|sealed|on behalf)|for and on behalf|on behalf of|for (?:the )?[\w""].*|party a\b.*|signatures?:?$|by ?:|name ?\(?s?\)? ?:|_{5,}.*|\.{6,}.*|(?:date|place) ?:)");

    public static ImmutableArray<SignatureFinding> Read(AgreementPage page, PartyList parties)
    {
        var first = Start(page, parties);
        if (first < 0) return [];
        var columns = Columns.Of(page.Mended.Text, page.Lines.Skip(first).Take(160));
        var found = columns.SelectMany(c => new BlockReading(parties).Read(c)).Select(d => d.Make(page, parties)).OfType<SignatureFinding>().ToList();
        return [.. found.OrderBy(Order)];
    }

    private static int Order(SignatureFinding s) => (s.Party ?? s.Name ?? s.Office)?.Evidence.Start ?? 0;

    /// <summary>The line where the blocks begin: after the closing words, else the first line after the last article that looks like one.</summary>
    private static int Start(AgreementPage page, PartyList parties)
    {
        var lines = page.Lines;
        var from = LastArticleLine(page);
        var closing = -1;
        var each = Each(page);
        for (var i = from; i < lines.Count; i++)
            if (!lines[i].IsBlank && !lines[i].IsFurniture && Closing.IsMatch(Text(page, lines[i])) && !For(page, lines[i]) && !(each && Signed.IsMatch(Text(page, lines[i])))) closing = EndOfSentence(page, i);
        if (closing >= 0 && Enumerable.Range(closing + 1, Math.Max(0, lines.Count - closing - 1)).Any(i => !lines[i].IsBlank && !lines[i].IsFurniture)) from = closing + 1;
        for (var i = from; i < lines.Count; i++)
            if (!lines[i].IsBlank && !lines[i].IsFurniture && IsStart(page, i, parties, closing >= 0)) return i;
        return -1;
    }

    /// <summary>True where each party signs under a line "Signed at ... on ..." of its own.</summary>
    public static bool Each(AgreementPage page) => page.Lines.Where(l => l is { IsBlank: false, Length: < 100 }).Count(l => Signed.IsMatch(Text(page, l))) > 1;

    private static bool For(AgreementPage page, Line line) => Starts.IsMatch(Text(page, line)) && line.Length < 110;

    /// <summary>The closing sentence may run over lines; the blocks begin after its last.</summary>
    private static int EndOfSentence(AgreementPage page, int i)
    {
        while (i + 1 < page.Lines.Count && !page.Lines[i + 1].IsBlank && page.Mended.Text[page.Lines[i].To - 1] is not '.' and not ':' && !For(page, page.Lines[i + 1]) && page.Lines[i].Length > 40) i++;
        return i;
    }

    private static int LastArticleLine(AgreementPage page)
    {
        var last = page.Articles.LastOrDefault(a => a.Number.Length > 0);
        if (last is null) return 0;
        var at = page.Span(last.From, last.From + 1).Start;
        for (var i = 0; i < page.Lines.Count; i++)
            if (!page.Lines[i].IsBlank && page.Mended.Start(page.Lines[i].From) >= at) return i + 1;
        return 0;
    }

    private static bool IsStart(AgreementPage page, int i, PartyList parties, bool closed)
    {
        var line = page.Lines[i];
        var text = Text(page, line);
        if (line.Length > 140 && !text.Contains("    ") && !text.Contains('\t')) return false;
        if (Signed.IsMatch(text) && Each(page)) return true;
        if (Starts.IsMatch(text)) return !text.StartsWith("for ", StringComparison.OrdinalIgnoreCase) || text[^1] is not ('.' or ';') && (char.IsUpper(text[0]) || parties.First(text) is not null);
        var head = text.Split("   ")[0].Split('\t')[0].Trim();
        if (parties.Exactly(head.Trim(':', ' ')) is not null) return true;
        var columns = text.Contains("     ") || text.Contains('\t');
        if (columns && text.Split("   ", StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } cells && cells.All(c => SignatureWords.Person(c.Trim()) is { From: > 0 })) return true;
        if (columns && text.Split("   ").Select(c => c.Trim()).Any(c => c.IndexOf(',') is > 2 and < 40 && c.Length < 60 && DateWords.First(c) is { } day && day.To >= c.Length - 1)) return true;
        return DateWords.First(head) is { From: > 2 and < 40 } date && date.To >= head.Length - 1 && (columns || closed && !page.Lines.Skip(i + 1).Take(2).All(l => l.IsBlank)) && head.IndexOf(',') > 0 && columns;
    }

    private static string Text(AgreementPage page, Line line) => page.Mended.Text[line.From..line.To];
}
