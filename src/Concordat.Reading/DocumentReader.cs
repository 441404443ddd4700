using Concordat.Reading.Evidence;

namespace Concordat.Reading;

/// <summary>Reads a text about cooperation offline: text in, findings out.</summary>
public static class DocumentReader
{
    /// <summary>Name and version that are written beside every value it found.</summary>
    public const string Name = "concordat-reader", Version = "1";

    /// <summary>Reads one text.</summary>
    /// <param name="text">As received, any language (English is understood); up to 5 million UTF-16 units.</param>
    /// <param name="published">Day of publication when known from elsewhere; relative days are resolved against it.</param>
    public static Findings Read(string text, DateOnly? published = null) => new();
}
