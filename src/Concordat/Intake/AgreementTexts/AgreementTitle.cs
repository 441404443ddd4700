using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Concordat.Names;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>The heading of an agreement: "MEMORANDUM OF UNDERSTANDING between A and B on C", on one line or several.</summary>
/// <param name="Place">From the instrument's noun to the end of the heading.</param>
/// <param name="Noun">The words that name the kind.</param>
internal sealed record AgreementTitle(string Value, string Sort, TextSpan Place, TextSpan Noun, ImmutableArray<TextSpan> Parties)
{
    private const int MostHeading = 700;

    public static AgreementTitle? Find(string start)
    {
        foreach (Match noun in Heading.Nouns().Matches(start))
        {
            // A heading begins its line, after at most "THE", "DRAFT" or a number.
            var line = start.LastIndexOf('\n', Math.Max(0, noun.Index - 1)) + 1;
            if (start[line..noun.Index].Trim().Length > 30 || !Heading.IsWritten(noun.Value)) continue;
            var end = Heading.End(start, noun.Index + noun.Length);
            var whole = new TextSpan(noun.Index, Math.Min(end - noun.Index, MostHeading));
            var parties = HeadingParties.In(start, noun.Index + noun.Length, whole.End);
            if (parties.Length < 2) parties = Preamble(start, whole.End);
            if (parties.Length < 2) continue;
            return new(Clip.To(Cased(Clip.Line(whole.Of(start)).TrimEnd('.', ',', ';', ':')), 300), Heading.Sort(noun.Value), whole, new(noun.Index, noun.Length), parties);
        }

        return null;
    }

    /// <summary>"This Memorandum is made between A … and B …" in the first clause.</summary>
    private static ImmutableArray<TextSpan> Preamble(string start, int from) =>
        Heading.Between().Match(start, from) is { Success: true } between ? HeadingParties.In(start, between.Index, Heading.EndOfSentence(start, between.Index + between.Length)) : [];

    /// <summary>"MEMORANDUM OF UNDERSTANDING" as "Memorandum of Understanding"; words that are not all in capitals stay as they are, and so do short ones and those in brackets.</summary>
    internal static string Cased(string words)
    {
        var letters = words.Count(char.IsLetter);
        if (letters == 0 || words.Count(char.IsUpper) < letters * 0.6) return words;
        return string.Join(' ', words.Split(' ').Select((w, i) => Word(w, i == 0)));
    }

    private static string Word(string word, bool first)
    {
        if (word.StartsWith('(') || word.Any(char.IsLower)) return word;
        var lower = word.ToLowerInvariant();
        if (lower is "of" or "and" or "the" or "for" or "in" or "on" or "between" or "with" or "to" or "at" or "by" or "a") return first ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(lower) : lower;
        return word.Count(char.IsLetter) <= 4 && !Heading.IsShortWord(lower) ? word : string.Join('-', lower.Split('-').Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase));
    }
}

internal static partial class Heading
{
    private static readonly HashSet<string> Short = ["army", "navy", "air", "land", "sea", "arms", "data", "loan", "test", "food", "new", "west", "east", "city", "lab", "york", "joint", "area", "high", "low", "deep", "cold", "heat", "wind", "wave", "fire", "road", "rail", "ship", "port", "film", "body", "rice", "soil", "crop", "farm", "mine", "ore", "bay", "isle", "king", "ice", "oil", "gas", "sun", "war", "life"];

    public static bool IsShortWord(string lower) => Short.Contains(lower);

    [GeneratedRegex(@"memorand(?:um|a)\s+of\s+(?:understanding|agreement|co-?operation|collaboration|intent)|(?:letter|statement|declaration)\s+of\s+intent|non-?disclosure\s+agreement|confidentiality\s+agreement|implementing\s+(?:arrangement|agreement)|project\s+(?:agreement|arrangement)|framework\s+(?:agreement|arrangement)|framework\s+for\b|(?:student|staff|academic|faculty)\s+exchange\s+agreement|licen[cs]e\s+agreement|(?:co-?operation|collaboration|research|general|master|technical|bilateral|joint)(?:\s+\w+){0,2}\s+agreement|technical\s+arrangement|agreement|treaty|amendment\s+(?:no\.?\s*\d+\s+)?to",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    public static partial Regex Nouns();

    [GeneratedRegex(@"\b(?:by\s+and\s+)?(?:between|among(?:st)?)\b:?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    public static partial Regex Between();

    // A heading is written in capitals or begins each word with one; "an agreement was signed" is not.
    public static bool IsWritten(string noun) => noun.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).All(w => char.IsUpper(w[0]) || w is "of" or "for" or "to");

    /// <summary>A heading ends at an empty line that no "and" or "between" bridges, at a sentence, or where clauses begin.</summary>
    public static int End(string text, int from)
    {
        var end = from;
        while (end < text.Length)
        {
            var next = text.IndexOf('\n', end);
            if (next < 0) return text.Length;
            var line = text[end..next].Trim();
            var after = Following(text, next, out var gap);
            if (line.EndsWith('.') || Clause().IsMatch(after) || (gap && !Waits(line) && !Joins(after))) return end + text[end..next].TrimEnd().Length;
            end = next + 1;
        }

        return end;
    }

    public static int EndOfSentence(string text, int from) => Sentence().Match(text, from) is { Success: true } stop ? stop.Index : Math.Min(text.Length, from + 900);

    private static string Following(string text, int at, out bool gap)
    {
        var (line, breaks) = (at, 0);
        while (line < text.Length && char.IsWhiteSpace(text[line])) if (text[line++] == '\n') breaks++;
        gap = breaks > 1;
        var end = text.IndexOf('\n', line);
        return (end < 0 ? text[line..] : text[line..end]).Trim();
    }

    private static bool Joins(string line) => Joint().IsMatch(line);

    // "between", "and", "on": something must follow.
    private static bool Waits(string line) => line.Length == 0 || Open().IsMatch(line);

    [GeneratedRegex(@"^(?:by\s+and\s+between|between|among|and|on|concerning|regarding|for|in the field|relating to|&)\b.{0,160}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:and|between|among|of|on|for|with|concerning|regarding)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Open();

    [GeneratedRegex(@"^(?:this\s|the\s+(?:parties|participants|undersigned|government.{0,60}hereinafter)|whereas|preamble|article\b|section\b|paragraph\b|1[.)]|recitals|introduction|in\s+(?:view|consideration|pursuance)|considering|recalling|desiring|recognising|recognizing|having)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(@"[.;]\s+[A-Z0-9]|\n\s*\n", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    public static string Sort(string noun)
    {
        var words = Fold.Words(noun);
        bool Has(string word) => words.Contains(word);
        return Has("intent") ? "loi" : Has("memorandum") || Has("memoranda") ? Has("agreement") ? "moa" : "mou"
            : Has("disclosure") || Has("confidentiality") || Has("nondisclosure") ? "nda" : Has("implementing") ? "implementing-arrangement" : Has("project") ? "project-agreement"
            : Has("framework") ? "framework" : Has("exchange") ? "exchange-agreement" : Has("licence") || Has("license") ? "licence" : Has("treaty") ? "treaty" : Has("amendment") ? "amendment" : "other";
    }
}
