using System.Collections.Immutable;
using Concordat.Names;
using Concordat.Reading.Dates;

namespace Concordat.Sources;

/// <summary>What the register knows of sources.</summary>
public static class SourceKind
{
    public const string Name = "source";

    /// <summary>In the default order of rank, the weightiest first.</summary>
    public static ImmutableArray<Choice> Sorts { get; } =
    [
        new("signed-original", "Signed original"), new("agreed-minutes", "Agreed minutes"), new("official-release", "Official release"),
        new("letter", "Letter or mail"), new("news", "News report"), new("other", "Other"),
    ];

    public static RecordKind Kind { get; } = new()
    {
        Name = Name, Title = "Source", Schema = 1, Shape = typeof(Source), Fields = [.. What(), .. File()], Head = Head, Rows = Rows,
        Names = d => [new(d.As<Source>().Title, "name")],
    };

    private static ImmutableArray<Field> What() =>
    [
        new("title", "Title") { Required = true }, new("sourceSort", "Kind", FieldType.Choice) { Choices = Sorts },
        new("outlet", "Outlet or sender") { MaxLength = 200 }, new("address", "Web address") { MaxLength = 1000 },
        new("published", "Published", FieldType.When), new("received", "Received", FieldType.When),
        new("relays", "Relays", FieldType.List) { Hint = "The agency or statement whose words it passes on.", Items = [new("text", "Whose words") { Required = true }] },
        new("nearCopyOf", "Near copy of", FieldType.Record) { Refers = [Name], Inverse = "Near copies", Hint = "Both count as one witness." },
        new("cameWith", "Came with", FieldType.Record) { Refers = [Name], Inverse = "Attachments", Fixed = true },
        new("note", "Note", FieldType.LongText) { MaxLength = 4000 },
    ];

    private static ImmutableArray<Field> File() =>
    [
        new("fileName", "File name") { Fixed = true, MaxLength = 300 }, new("mediaType", "File type") { Fixed = true, MaxLength = 120 },
        new("size", "Size in bytes", FieldType.Number) { Fixed = true }, new("pages", "Pages", FieldType.Number) { Fixed = true },
        new("locked", "Password-protected", FieldType.Flag) { Fixed = true }, new("digest", "SHA-256") { Required = true, Fixed = true, MaxLength = 64 },
        new("texts", "Text", FieldType.List)
        {
            Fixed = true,
            Items =
            [
                new("extractor", "Read by") { Required = true }, new("version", "Version") { Required = true }, new("digest", "SHA-256") { Required = true, MaxLength = 64 },
                new("length", "Length", FieldType.Number), new("machineRead", "Machine-read", FieldType.Flag), new("pageStarts", "Page starts") { MaxLength = 40_000 },
                new("fingerprint", "Fingerprint") { MaxLength = 256 },
            ],
        },
    ];

    private static Headline Head(Document document)
    {
        var it = document.As<Source>();
        var published = When.TryParse(it.Published, out var when) ? when.Say() : null;
        var sort = it.SourceSort is null ? null : Sorts.First(s => s.Value == it.SourceSort).Label;
        return new(it.Title, string.Join(" · ", new[] { sort, it.Outlet, published }.Where(p => p is not null)));
    }

    private static IEnumerable<IRow> Rows(Document document)
    {
        var it = document.As<Source>();
        var published = When.TryParse(it.Published, out var when) ? when : (When?)null;
        yield return new SourceRow
        {
            Record = document.Id, Title = it.Title, SortKey = Fold.SortKey(it.Title), Digest = it.Digest, Sort = it.SourceSort, Outlet = it.Outlet,
            Published = it.Published, PublishedHi = published?.Hi, MediaType = it.MediaType, Size = it.Size, NearCopyOf = it.NearCopyOf,
        };
        var ordinal = 0;
        foreach (var key in it.Texts.Select(t => t.Fingerprint).OfType<string>().SelectMany(f => Fingerprint.Bands(f)).Distinct())
            yield return new SourceBandRow { Record = document.Id, Ordinal = ordinal++, Key = key };
    }
}

/// <summary>A line of the list of sources.</summary>
public sealed record SourceRow : IRow
{
    public required Guid Record { get; init; }
    public required string Title { get; init; }
    public required string SortKey { get; init; }
    public required string Digest { get; init; }
    public string? Sort { get; init; }
    public string? Outlet { get; init; }
    public string? Published { get; init; }
    public long? PublishedHi { get; init; }
    public string? MediaType { get; init; }
    public int Size { get; init; }
    public Guid? NearCopyOf { get; init; }
}
