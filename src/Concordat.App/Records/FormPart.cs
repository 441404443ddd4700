namespace Concordat.App.Records;

/// <summary>Which values of a record a form asks for.</summary>
/// <param name="Path">Its address below that of the record.</param>
/// <param name="Title">What its page is called, before the record's name.</param>
public sealed record FormPart(string Path, string Title)
{
    /// <summary>All but those that a page of their own asks for.</summary>
    public static FormPart Values { get; } = new("edit", "Edit");

    /// <summary>The parts of an agreement's term.</summary>
    public static FormPart Term { get; } = new("term", "Term of");

    public IEnumerable<Field> Of(RecordKind kind) => kind.Fields.Where(f => !f.Fixed && f.Elsewhere == (this == Term));
}
