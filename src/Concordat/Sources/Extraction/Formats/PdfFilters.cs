using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>PdfPig's filters, each asked first what it would unpack to: a stream beyond the limit is refused before it is held in memory.</summary>
/// <remarks>PdfPig comes by here whenever it draws a form, so this is also where forms that draw forms that draw forms come to an end.</remarks>
internal sealed class PdfFilters(Limits limits, CancellationToken late) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _spent, _drawn;

    /// <summary>Every page may spend as much again.</summary>
    public void BeginPage() => (_spent, _drawn) = (0, 0);

    /// <exception cref="InvalidDataException">The page has spent what it may.</exception>
    public void Spend(long bytes)
    {
        _spent += bytes;
        if (_spent > limits.PageBytes) throw new InvalidDataException($"A page unpacks to more than {Limits.Say(limits.PageBytes)}.");
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        late.ThrowIfCancellationRequested();
        if (++_drawn > limits.PageStreams) throw new InvalidDataException($"A page draws more than {limits.PageStreams:N0} streams.");
        if (!PdfFilter.IsPicture(dictionary) && dictionary.TryGet(NameToken.Length, out NumericToken length)) Spend((long)Math.Abs(length.Double));
        return Bounded(_inner.GetFilters(dictionary));
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new PdfFilter(f, limits, this))];
}

/// <exception cref="InvalidDataException">On decoding: the stream would unpack to more than the limit.</exception>
internal sealed class PdfFilter(IFilter inner, Limits limits, PdfFilters budget) : IFilter
{
    // What a byte is trusted to become. The worst it can is eight times that: 64 by RunLength (ISO 32000-2:2020, 7.4.5), about 1,400 by LZW (7.4.4).
    private const int LzwGrowth = 175, RunLengthGrowth = 8;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
    {
        var most = IsPicture(dictionary) ? limits.PictureBytes : limits.StreamBytes;
        var grows = inner switch
        {
            FlateFilter => Inflated(input, most),
            LzwFilter => (long)input.Length * LzwGrowth,
            RunLengthFilter => (long)input.Length * RunLengthGrowth,
            CcittFaxDecodeFilter => FaxBytes(dictionary),
            _ => input.Length,
        };
        if (grows > most) throw new InvalidDataException($"A stream unpacks to more than {Limits.Say(most)}.");
        if (!IsPicture(dictionary)) budget.Spend(grows);
        return inner.Decode(input, dictionary, provider, index);
    }

    public static bool IsPicture(DictionaryToken dictionary) =>
        dictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Equals(NameToken.Image);

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
