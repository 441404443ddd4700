using System.Collections.Immutable;
using System.Text;
using Concordat.Names;
using Concordat.Reading;
using Concordat.Reading.Evidence;
using Concordat.Sources;
using Concordat.Sources.Extraction;
using Concordat.Storage;

namespace Concordat.Intake;

/// <summary>One file of what came in, read.</summary>
/// <param name="Text">Stored text, when there is any; its id is used once only.</param>
internal sealed record Piece(Incoming File, Extracted Read, string Digest, SourceText? Text)
{
    private const int Beginning = 20_000, LongestFirstWords = 120;

    public string Title
    {
        get
        {
            var said = File.Title ?? Read.Title;
            if (string.IsNullOrWhiteSpace(said) && Read.Text.Length > 0) said = Said.Headline?.Value ?? FirstWords();
            return Clip.To(string.IsNullOrWhiteSpace(said) ? Clip.FileTitle(File.Name) : Clip.Line(said), 300);
        }
    }

    /// <summary>True where pictures are all there is to read.</summary>
    public bool IsPicture => Read.Text.Length == 0 && !Read.Locked && !Read.Says("source.text-too-long")
        && Read.MediaType is MediaTypes.Pdf or MediaTypes.Png or MediaTypes.Jpeg or MediaTypes.Tiff or MediaTypes.Gif or MediaTypes.Webp;

    /// <summary>What the beginning of the text says of the text itself; a long one need not be read through for that.</summary>
    public Findings Said { get; } = Read.Text.Length == 0 ? new() : DocumentReader.Read(Read.Text.Length <= Beginning ? Read.Text : Clip.To(Read.Text, Beginning));

    /// <summary>The first line that is more than a label; a paragraph gives its first words.</summary>
    private string? FirstWords()
    {
        var line = Read.Text[..Math.Min(Read.Text.Length, Beginning)].Split('\n').FirstOrDefault(l => l.Trim().Length > 8);
        return line is null ? null : Clip.ToWords(Clip.Line(line), LongestFirstWords);
    }
}

/// <summary>All that came in at once: the file first, then what was attached to it and to its attachments.</summary>
internal sealed record Parcel(ImmutableArray<Piece> Pieces, ImmutableArray<Note> Notes)
{
    public string Digest => Pieces[0].Digest;

    /// <summary>Writes bytes and texts to disk, before anything refers to them.</summary>
    /// <returns>The parcel with digests; refusals <c>storage.*</c>.</returns>
    public async Task<Outcome<Parcel>> KeepAsync(FileStore files, CancellationToken stop)
    {
        var kept = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in Pieces)
        {
            if (!(await files.PutAsync(piece.File.Bytes, stop)).TryGet(out var digest, out var refusal)) return refusal;
            if (!(await Texts.KeepAsync(piece.Read, files, stop)).TryGet(out var text, out refusal)) return refusal;
            if (kept.All(k => k.Digest != digest)) kept.Add(piece with { Digest = digest, Text = text });
        }

        return this with { Pieces = kept.ToImmutable() };
    }
}

internal static class Texts
{
    /// <summary>Keeps the text as a file of its own digest; null when there is none. The id is empty.</summary>
    /// <returns>Refusals <c>storage.*</c>.</returns>
    public static async Task<Outcome<SourceText?>> KeepAsync(Extracted read, FileStore files, CancellationToken stop)
    {
        if (read.Text.Length == 0) return (SourceText?)null;
        if (!(await files.PutAsync(Encoding.UTF8.GetBytes(read.Text), stop)).TryGet(out var digest, out var refusal)) return refusal;
        return new SourceText(
            Guid.Empty, read.Extractor, read.Version, digest, read.Text.Length, read.MachineRead ? true : null,
            read.PageStarts.IsDefaultOrEmpty ? null : string.Join(',', read.PageStarts), Fingerprint.Of(read.Text));
    }
}

/// <summary>Reads a file and everything attached to it, within bounds.</summary>
internal static class Unfold
{
    /// <summary>Mails in mails in mails: from here on the inner mail is kept whole.</summary>
    public const int Deepest = 4;

    /// <summary>Files of one parcel.</summary>
    public const int MostPieces = 200;

    /// <returns>Refusals <c>source.*</c> of the file itself; attachments that cannot be taken are named in the notes.</returns>
    public static async Task<Outcome<Parcel>> ReadAsync(Incoming incoming, CancellationToken stop)
    {
        if (!(await Extract.ReadAsync(incoming.Bytes, incoming.Name, incoming.MediaType, stop: stop)).TryGet(out var read, out var refusal)) return refusal;
        var (pieces, notes) = (ImmutableArray.CreateBuilder<Piece>(), read.Notes.ToBuilder());
        pieces.Add(new(incoming, read, "", null));
        var todo = new Queue<(Attachment File, int Depth)>(read.Attachments.Select(a => (a, 1)));
        while (todo.TryDequeue(out var next))
        {
            if (pieces.Count >= MostPieces) { notes.Add(Notes.AttachmentsCut(MostPieces)); break; }
            var file = new Incoming(next.File.Bytes.ToArray(), next.File.Name, next.File.MediaType);
            if (!(await Extract.ReadAsync(file.Bytes, file.Name, file.MediaType, stop: stop)).TryGet(out var inner, out refusal))
            {
                notes.Add(new("source.attachment-left", $"What was attached as “{next.File.Name}” is no source of its own: {refusal.Message} It is inside the mail, which is kept."));
                continue;
            }

            pieces.Add(new(file, inner, "", null));
            if (next.Depth < Deepest) foreach (var deeper in inner.Attachments) todo.Enqueue((deeper, next.Depth + 1));
        }

        return new Parcel(pieces.ToImmutable(), notes.ToImmutable());
    }
}
