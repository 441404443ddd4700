namespace Concordat.Reading.Dates;

internal static class SpanWords
{
    public static string Say(Span span, Wording words)
    {
        if (!Edtf.TryParse(span.Text, out var tree)) return "not known";
        if (tree is EdtfInterval interval) return Say(interval, words);
        var said = WhenWords.Say(When.Of(tree), words);
        // "between 2000 and 2090" would be from the one to the other; this is an unknown stretch within.
        return said.Contains(Wording.Full.Between, StringComparison.Ordinal) ? $"some time {said}" : said;
    }

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

    private static string Edge(EdtfDate date, Wording words) =>
        DateWords.Core(date, words) is null ? $"a day {DateWords.Say(date, words)}" : DateWords.Say(date, words);

    private static string From(EdtfDate start, Wording words) => $"from {Edge(start, words)}";

    private static string Until(EdtfDate end, Wording words) => $"until {Edge(end, words)}";

    private static string Both(EdtfInterval interval, EdtfDate start, EdtfDate end, Wording words)
    {
        if (RangeWords.ThirdOfMonth(interval, words) is { } third) return third;
        if (start.Text == end.Text && start.Lo == start.Hi) return DateWords.Say(start, words);
        if (RangeWords.Share(start, end, words) is var (first, second, tight)) return tight ? $"{first}–{second}" : $"{first} – {second}";
        var (a, b) = (Edge(start, words), Edge(end, words));
        return words.IsShort ? $"{a} – {b}" : $"from {a} to {b}";
    }
}
