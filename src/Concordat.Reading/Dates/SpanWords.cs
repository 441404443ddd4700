namespace Concordat.Reading.Dates;

internal static class SpanWords
{
    public static string Say(Span span, Wording words) =>
        Edtf.TryParse(span.Text, out var tree) && tree is EdtfInterval interval
            ? Say(interval, words)
            : WhenWords.Say(span.Start with { Text = span.Text ?? "" }, words);

    private static string Say(EdtfInterval interval, Wording words) => interval switch
    {
        { Start: { } start, End: { } end } => Both(interval, start, end, words),
        { Start: { } start, HasNoEnd: true } => From(start, words) + ", no end date",
        { Start: { } start } => From(start, words) + ", end not known",
        { End: { } end, HasNoStart: true } => Until(end, words) + ", no start date",
        { End: { } end } => Until(end, words) + ", start not known",
        { HasNoStart: true, HasNoEnd: true } => "no start and no end date",
        { HasNoStart: true } => "no start date, end not known",
        _ => "no end date, start not known",
    };

    private static string From(EdtfDate start, Wording words) => $"from {WhenWords.Edge(start, start.Lo, words)}";

    private static string Until(EdtfDate end, Wording words) => $"until {WhenWords.Edge(end, end.Hi, words)}";

    private static string Both(EdtfInterval interval, EdtfDate start, EdtfDate end, Wording words)
    {
        if (RangeWords.ThirdOfMonth(interval, words) is { } third) return third;
        if (start.Text == end.Text) return DateWords.Say(start, words);
        if (RangeWords.Share(start, end, words) is var (first, second, tight)) return tight ? $"{first}–{second}" : $"{first} – {second}";
        var (a, b) = (WhenWords.Edge(start, start.Lo, words), WhenWords.Edge(end, end.Hi, words));
        return words.IsShort ? $"{a} – {b}" : $"from {a} to {b}";
    }
}
