using System.Text;
using Concordat.Sources;

namespace Concordat.App.Api;

/// <summary>Where a source says something, as a program writes it: the words alone are enough, their place is looked up and held against the text.</summary>
/// <param name="Text">Digest of the text; the source’s preferred one unless given.</param>
/// <param name="Start">First UTF-16 unit of the quote; its first occurrence unless given.</param>
/// <param name="Rectangle">"x y width height" in thousandths of the page.</param>
/// <param name="Rule">The program and rule that found it.</param>
internal sealed record CiteInput(Guid Source, string? Quote = null, string? Text = null, int? Start = null, int? Page = null, string? Rectangle = null, string? Rule = null)
{
    private const int LongestRule = 200, LongestQuote = 5000;

    /// <returns>Refusals <c>record.not-found</c>, <c>citation.not-in-text</c>, <c>record.wrong-shape</c>, <c>source.no-text</c>, <c>source.file-missing</c>.</returns>
    public async Task<Outcome<Citation>> ReadAsync(Call call)
    {
        if (Rule?.Length > LongestRule) return JournalRefusals.TooLong("rule", LongestRule);
        if (Quote?.Length > LongestQuote) return JournalRefusals.TooLong("quote", LongestQuote);
        if (Quote is null ? Page is not > 0 || Text is not null || Start is not null : Quote.Length == 0) return JournalRefusals.WrongShape("citation", "name the words (quote), or a page where there are none.");
        if (Rectangle is not null && (Rectangle.Split(' ') is not { Length: 4 } sides || sides.Any(s => !int.TryParse(s, out var side) || side is < 0 or > 1000))) return JournalRefusals.WrongShape("rectangle", "four whole numbers from 0 to 1000 are needed.");
        await using var db = call.Read();
        if (await db.FindAsync(Source, call.Stop) is not { Kind: SourceKind.Name, Withdrawn: false } document) return JournalRefusals.NotFound(Source);
        var source = document.As<Source>();
        if (Quote is null) return Page <= (source.Pages ?? int.MaxValue) ? new Citation { Source = Source, Page = Page, Rectangle = Rectangle, Rule = Rule } : JournalRefusals.WrongShape("page", $"the source has {source.Pages} pages.");
        return await PlaceAsync(call, source);
    }

    private async Task<Outcome<Citation>> PlaceAsync(Call call, Source source)
    {
        if (source.Texts.OrderBy(t => t.MachineRead == true).FirstOrDefault(t => Text is null || t.Digest == Text) is not { } text) return new Refusal("source.no-text", "No text was read from this source, or none with that digest: cite a page.");
        if (await call.Store.Files.GetAsync(text.Digest, call.Stop) is not { } bytes) return new Refusal("source.file-missing", "The text of this source is not in the data folder. Restore it from a backup.");
        var whole = Encoding.UTF8.GetString(bytes);
        var at = Start is { } named ? named >= 0 && named <= whole.Length - Quote!.Length && string.CompareOrdinal(whole, named, Quote, 0, Quote.Length) == 0 ? named : -1 : whole.IndexOf(Quote!, StringComparison.Ordinal);
        if (at < 0) return new Refusal("citation.not-in-text", $"“{Concordat.Names.Clip.To(Quote!, 80)}” is not {(Start is null ? "in" : "at that place of")} the text. Quote its exact words.");
        return new Citation { Source = Source, Text = text.Digest, Start = at, Length = Quote!.Length, Quote = Quote, Page = Page ?? PageOf(text, at), Rectangle = Rectangle, Rule = Rule };
    }

    private static int? PageOf(SourceText text, int at) =>
        text.PageStarts is { } starts ? Math.Max(1, Array.FindLastIndex([.. starts.Split(',').Select(int.Parse)], (int s) => s <= at) + 1) : null;
}
