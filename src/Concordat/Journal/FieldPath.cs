namespace Concordat;

/// <summary>Where a value stands in a document: property names and element ids, never an index, as in <c>parties/0198…/side</c>.</summary>
/// <remarks>The first segments <c>claims</c>, <c>label</c> and <c>withdrawn</c> mean the record itself; every other path is one of its values.</remarks>
public readonly record struct FieldPath(string Text) : IComparable<FieldPath>
{
    public static implicit operator FieldPath(string text) => new(text);

    public static FieldPath Of(params ReadOnlySpan<string> segments) => new(string.Join('/', segments));

    /// <summary>The path of an element of a list.</summary>
    public FieldPath Element(Guid id) => new($"{Text}/{id:D}");

    public FieldPath Child(string name) => new($"{Text}/{name}");

    public string[] Segments => Text.Split('/');

    public string First => Text.IndexOf('/') is var at && at < 0 ? Text : Text[..at];

    public string Last => Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>True when this is <paramref name="other"/> or lies below it.</summary>
    public bool IsWithin(FieldPath other) =>
        Text.StartsWith(other.Text, StringComparison.Ordinal) && (Text.Length == other.Text.Length || Text[other.Text.Length] == '/');

    /// <summary>True when a change of one touches the other.</summary>
    public bool Overlaps(FieldPath other) => IsWithin(other) || other.IsWithin(this);

    public int CompareTo(FieldPath other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    public static bool operator <(FieldPath a, FieldPath b) => a.CompareTo(b) < 0;

    public static bool operator >(FieldPath a, FieldPath b) => a.CompareTo(b) > 0;

    public static bool operator <=(FieldPath a, FieldPath b) => a.CompareTo(b) <= 0;

    public static bool operator >=(FieldPath a, FieldPath b) => a.CompareTo(b) >= 0;
}
