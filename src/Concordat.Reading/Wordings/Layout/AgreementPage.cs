using Concordat.Reading.Evidence;

namespace Concordat.Reading.Wordings.Layout;

/// <summary>The text of an agreement, laid out for the rules: lines for blocks of signatures, one flow for the rest.</summary>
internal sealed class AgreementPage
{
    private AgreementPage(string raw, Mapped mended, List<Line> lines, Mapped flow)
    {
        (Raw, Mended, Lines, Map, Flow) = (raw, mended, lines, flow, flow.Text);
        Articles = Article.All(Flow);
        Clauses = Clause.All(Flow, Articles);
    }

    public string Raw { get; }
    /// <summary>The text with misread words mended; lines are stretches of it.</summary>
    public Mapped Mended { get; }
    public List<Line> Lines { get; }
    public string Flow { get; }
    public List<Article> Articles { get; }
    public List<Clause> Clauses { get; }
    private Mapped Map { get; }

    public static AgreementPage Of(string raw)
    {
        var mended = Repair.Of(raw);
        var lines = Line.All(mended.Text);
        Furniture.Mark(mended.Text, lines);
        return new(raw, mended, lines, Layout.Flow.Of(mended, lines));
    }

    /// <summary>Where the first article starts; the end of the text where there is none.</summary>
    public int FirstArticle => Articles.FirstOrDefault(a => a.Number.Length > 0)?.From ?? Flow.Length;

    public TextSpan Span(int from, int to) => Map.Span(from, to);

    /// <summary>A finding at a stretch of the flow.</summary>
    public Finding<T> Find<T>(T value, int from, int to, string rule)
    {
        var span = Map.Span(from, to);
        return new(value, span.Of(Raw), span, rule);
    }

    public Finding<T> Find<T>(T value, Clause clause, string rule) => Find(value, clause.From, clause.To, rule);

    /// <summary>A finding whose value is the words of the flow, on one line.</summary>
    public Finding<string> Words(int from, int to, string rule) => Find(Flow[from..to].Replace('\n', ' '), from, to, rule);

    /// <summary>A finding at a stretch of the mended text.</summary>
    public Finding<T> FindInLines<T>(T value, int from, int to, string rule)
    {
        var span = Mended.Span(from, to);
        return new(value, span.Of(Raw), span, rule);
    }

    /// <summary>The place in the flow of a unit of the text that was read; the nearest after it where it was taken out.</summary>
    public int FlowAt(int raw)
    {
        int lo = 0, hi = Flow.Length;
        while (lo < hi) { var mid = (lo + hi) / 2; if (Map.Start(mid) < raw) lo = mid + 1; else hi = mid; }
        return lo;
    }
}
