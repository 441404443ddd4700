using Concordat.Reading;
using Concordat.Reading.Evidence;

namespace Concordat.Intake;

/// <summary>Makes the citation of a place in a source's text.</summary>
internal static class Cite
{
    /// <param name="text">Digest of the text that was read.</param>
    /// <param name="page">From 1; 0 where the text has no pages.</param>
    /// <param name="rule">Rule of the reader; null when a person chose the words.</param>
    public static Citation Place(Guid source, string? text, TextSpan place, string quote, int page, string? rule) => new()
    {
        Source = source, Text = text, Start = place.Start, Length = place.Length, Quote = quote,
        Page = page > 0 ? page : null, Rule = rule is null ? null : $"{DocumentReader.Name} {DocumentReader.Version}: {rule}",
    };
}
