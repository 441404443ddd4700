using System.Collections.Frozen;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>One sentence of the flow, without its number.</summary>
/// <param name="Text">The words from <paramref name="From"/> on, at most 2,500 of them in units.</param>
/// <param name="In">The article it stands in; null before the first.</param>
internal sealed record Clause(int From, int To, string Text, Article? In)
{
    private const int Longest = 2500;

    /// <summary>Its place among the clauses of the page.</summary>
    public int Index { get; init; }

    private static readonly FrozenSet<string> Shortened =
        "no nos art arts dr prof mr mrs ms st e.g i.e inc ltd co corp ul vs approx para paras sec ref amb hon lt gen col jr sr cf resp p.o u.s u.k e.v ing dr.-ing dipl-ing rer abn tel ext av str bldg ft km cap b.e a.d capt maj adm eng".Split(' ').ToFrozenSet();

    public bool Has(string word) => Text.Contains(word, StringComparison.OrdinalIgnoreCase);

    public bool HasAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (Has(word)) return true;
        return false;
    }

    public bool Heads(params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (In?.Heading.Contains(word, StringComparison.OrdinalIgnoreCase) == true) return true;
        return false;
    }

    public static List<Clause> All(string flow, List<Article> articles)
    {
        var clauses = new List<Clause>();
        var article = -1;
        foreach (var (start, end) in Paragraph.All(flow))
        {
            while (article + 1 < articles.Count && articles[article + 1].From <= start) article++;
            for (var at = start + Named(flow, start, end, article < 0 ? null : articles[article]); at < end;)
            {
                var to = Stop(flow, at, end);
                var from = at + Label(flow, at, to);
                if (to > from) clauses.Add(new(from, to, flow[from..to], article < 0 ? null : articles[article]) { Index = clauses.Count });
                at = to;
                while (at < end && flow[at] == ' ') at++;
            }
        }
        return clauses;
    }

    /// <summary>Length of "Article (2): " where the words of the article follow on the same line.</summary>
    private static int Named(string flow, int start, int end, Article? article)
    {
        if (article is not { IsNamed: true } || article.From != start || end - start < 40) return 0;
        var match = Article.Named.Match(flow[start..Math.Min(end, start + 200)]);
        return match.Success && match.Groups["rest"].Length > 0 ? match.Groups["rest"].Index : 0;
    }

    private static int Stop(string flow, int at, int end)
    {
        var least = at + Label(flow, at, end);
        for (var i = least; i < end; i++)
        {
            if (i - at >= Longest && (flow[i] == ' ' || i - at >= 2 * Longest)) return i;
            if (flow[i] is not ('.' or '?' or ';')) continue;
            var next = i + 1;
            if (next < end && flow[next] is '"' or ')') next++;
            if (next >= end) return end;
            if (flow[next] != ' ' || next + 1 >= end) continue;
            if (flow[i] == ';' && !Alternatives(flow, next + 1)) continue;
            if (flow[i] != ';' && (char.IsLower(flow[next + 1]) || Abbreviated(flow, at, i))) continue;
            return next;
        }
        return end;
    }

    /// <summary>A semicolon parts sentences when a marked item or a new subject follows.</summary>
    private static bool Alternatives(string flow, int at) => flow[at] == '(' || char.IsUpper(flow[at]);

    private static bool Abbreviated(string flow, int from, int stop)
    {
        var start = stop;
        while (start > from && flow[start - 1] is not (' ' or '\n' or '(' or '"')) start--;
        var word = flow[start..stop];
        return word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I' || Shortened.Contains(word.ToLowerInvariant());
    }

    /// <summary>Length of "7.2 ", "(a) ", "II – ", "1. ", "Article 5 – " before the words.</summary>
    private static int Label(string flow, int at, int to)
    {
        var i = at;
        if (i < to && flow[i] is '(' or '[') i++;
        var start = i;
        while (i < to && (char.IsAsciiDigit(flow[i]) || i > start && (flow[i] == '.' || flow[i] == '-' && i + 1 < to && char.IsAsciiDigit(flow[i + 1])))) i++;
        if (i == start && i + 2 < to && char.IsAsciiLetterUpper(flow[i]) && flow[i + 1] == '.' && char.IsAsciiDigit(flow[i + 2])) for (i += 2; i < to && (char.IsAsciiDigit(flow[i]) || flow[i] == '.'); i++) { }
        if (i == start && i < to && char.IsAsciiLetter(flow[i]) && i + 1 < to && flow[i + 1] is ')' or '.') i++;
        if (i == start) while (i < to && i - start < 5 && flow[i] is 'I' or 'V' or 'X' or 'i' or 'v') i++;
        if (i == start || i >= to) return 0;
        var marked = flow[i - 1] == '.' || flow[i] is ')' or ']' or '.';
        while (i < to && flow[i] is ')' or ']' or '.') i++;
        if (i + 2 < to && flow[i] == ' ' && flow[i + 1] is '–' or '-' && flow[i + 2] == ' ') return i + 3 - at;
        var dotted = flow.AsSpan(start, i - start).ContainsAny('.', '-');
        return i < to && flow[i] == ' ' && (marked || dotted) ? i + 1 - at : 0;
    }
}
