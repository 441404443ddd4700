using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>PdfPig's filters, each asked first what it would unpack to: a stream beyond the limit is refused before it is held in memory.</summary>
internal sealed class PdfFilters(Limits limits, PdfBudget budget) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new PdfFilter(f, limits, budget))];
}

/// <summary>One filter within its bounds.</summary>
internal sealed class PdfFilter(IFilter inner, Limits limits, PdfBudget budget) : IFilter
{
    // What a byte is trusted to become. The worst it can is eight times that: 64 by RunLength (ISO 32000-2:2020, 7.4.5), about 1,400 by LZW (7.4.4).
    private const int LzwGrowth = 175, RunLengthGrowth = 8;

    public bool IsSupported => inner.IsSupported;

    /// <exception cref="InvalidDataException">The stream would unpack to more than the limit.</exception>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
    {
        var isPicture = dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Equals(NameToken.Image);
        var most = isPicture ? limits.PictureBytes : limits.PageBytes;
        var grows = inner switch
        {
            FlateFilter => Inflated(input, most),
            LzwFilter => (long)input.Length * LzwGrowth,
            RunLengthFilter => (long)input.Length * RunLengthGrowth,
            CcittFaxDecodeFilter => FaxBytes(dictionary),
            _ => input.Length,
        };
        if (grows > most) throw new InvalidDataException($"A stream unpacks to more than {Limits.Say(most)}.");
        var output = inner.Decode(input, dictionary, provider, index);
        if (isPicture) return output;
        budget.Unpack(output.Length);
        PdfRanges.Check(output.Span);
        return output;
    }

    private static long FaxBytes(DictionaryToken dictionary) =>
        dictionary.TryGet(NameToken.Width, out NumericToken width) && dictionary.TryGet(NameToken.Height, out NumericToken height)
            ? (long)(Math.Abs(width.Double) * Math.Abs(height.Double) / 8) : 0;

    private static long Inflated(Memory<byte> input, long most)
    {
        using var packed = new MemoryStream(input.ToArray(), writable: false);
        using var stream = new ZLibStream(packed, CompressionMode.Decompress);
        Span<byte> buffer = stackalloc byte[16384];
        long size = 0;
        try
        {
            for (int read; size <= most && (read = stream.Read(buffer)) > 0;) size += read;
        }
        // PdfPig has its own ways with broken streams; what was counted so far is the bound that matters.
        catch (InvalidDataException) { }
        return size;
    }
}
