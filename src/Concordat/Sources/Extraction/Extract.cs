using Concordat.Sources.Extraction.Formats;

namespace Concordat.Sources.Extraction;

/// <summary>Finds out what a file is and what it says. Reads nothing but the bytes it is given.</summary>
public static class Extract
{
    // A file near the limits costs its reader a gigabyte: as many are read at once as there are cores.
    private static readonly SemaphoreSlim Readers = new(Environment.ProcessorCount);

    /// <summary>Reads one file, on a thread of its own, within <see cref="Limits.Time"/>.</summary>
    /// <param name="bytes">The file as received; not changed, and not to be changed meanwhile.</param>
    /// <param name="fileName">As received; decides only what the bytes leave open.</param>
    /// <param name="mediaType">As declared by whoever sent it, or null; decides only what the bytes leave open.</param>
    /// <param name="limits">What this installation allows; null is <see cref="Limits.Default"/>.</param>
    /// <param name="stop">Ends the wait at once; the reader follows within a page.</param>
    /// <returns>
    /// What the file is, with its text where it has one; notes say what could not be read.
    /// Refusals: source.empty, source.too-large, source.bomb. A damaged file is never refused and never throws.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<Outcome<Extracted>> ReadAsync(byte[] bytes, string fileName, string? mediaType = null, Limits? limits = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= Limits.Default;
        fileName = Clean.Line(Path.GetFileName(fileName)) ?? "the file";
        if (bytes.Length == 0) return Refusals.Empty(fileName);
        if (bytes.Length > limits.FileBytes) return Refusals.TooLarge(fileName, bytes.Length, limits.FileBytes);
        await Readers.WaitAsync(stop);
        try { return await OneAsync(bytes, fileName, mediaType?.Split(';')[0].Trim().ToLowerInvariant(), limits, stop); }
        finally { Readers.Release(); }
    }

    private static async Task<Outcome<Extracted>> OneAsync(byte[] bytes, string fileName, string? mediaType, Limits limits, CancellationToken stop)
    {
        var sniffed = Sniff.File(bytes, fileName, mediaType);
        if (Bounded.Abandoned >= Bounded.MostAbandoned) return Kept(sniffed, Notes.Busy);
        try
        {
            var outcome = await Bounded.RunAsync(late => Read(sniffed, bytes, fileName, limits, late), limits.Time, limits.Grace, stop);
            return outcome.TryGet(out var read, out var refusal) ? Finish(read, limits) : refusal;
        }
        catch (TimeoutException) { return Kept(sniffed, Notes.TooSlow(limits.Time)); }
    }

    private static Outcome<Extracted> Read(Sniffed sniffed, byte[] bytes, string fileName, Limits limits, CancellationToken late)
    {
        if (sniffed.Locked) return Kept(sniffed, Notes.Locked) with { Locked = true };
        try
        {
            return sniffed.MediaType switch
            {
                MediaTypes.Pdf => Pdf.Read(bytes, limits, late),
                MediaTypes.Docx => Docx.Read(bytes, fileName, limits),
                MediaTypes.Mail => Mail.Read(bytes, limits, late),
                MediaTypes.Html => Html.Read(sniffed.Text!, limits),
                MediaTypes.Text => new Extracted { MediaType = MediaTypes.Text, Extractor = "text", Version = "1", Text = sniffed.Text!.Text, Notes = sniffed.Text.Notes },
                _ => Kept(sniffed, Notes.NoText($"This is {MediaTypes.Say(sniffed.MediaType)}; text is not read from it. The file is kept.")),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested) { return Kept(sniffed, Notes.TooSlow(limits.Time)); }
        // The libraries throw anything on hostile bytes; whatever it was, the file is kept.
        catch (Exception e) { return Kept(sniffed, Notes.Damaged($"The file is damaged and could not be read ({e.GetType().Name}). It is kept.")); }
    }

    private static Extracted Kept(Sniffed sniffed, Note why) =>
        new() { MediaType = sniffed.MediaType, Extractor = "none", Version = "1", Notes = [why] };

    /// <summary>The rules that hold for every format: letters that can be stored, and a text no longer than the limit.</summary>
    private static Extracted Finish(Extracted read, Limits limits)
    {
        var text = read.PageStarts.IsEmpty ? Clean.Text(read.Text) : read.Text;
        var size = System.Text.Encoding.UTF8.GetByteCount(text);
        read = read with { Text = text, Title = Clean.Line(read.Title), From = Clean.Line(read.From) };
        if (size > limits.TextBytes)
            return read with { Text = "", PageStarts = [], Notes = [.. read.Notes, Notes.TextTooLong(size, limits.TextBytes)] };
        return read;
    }
}
