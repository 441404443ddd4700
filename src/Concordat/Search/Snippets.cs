using System.Collections.Immutable;
using Concordat.Sources;
using Concordat.Storage;

namespace Concordat.Search;

/// <summary>Shows where in a record the words that were asked for stand.</summary>
internal static class Snippets
{
    /// <summary>UTF-16 units of a snippet, and of a text that is looked through for one.</summary>
    private const int Length = 220, Looked = 400_000;

    /// <param name="near">Words with letters that are wrong fit as well.</param>
    public static async Task<FoundRecord> ShowAsync(Store store, Document document, Wording wording, bool near, CancellationToken stop)
    {
        var kind = Kinds.Of(document.Kind);
        var head = kind.Head(document);
        var title = Mark(head.Title, Fitting(head.Title, wording, near));
        var text = document.Kind == SourceKind.Name ? await Keeping.TextAsync(store, document, stop) : "";
        if (Best(text.Length > Looked ? text[..Looked] : text, wording, near) is { } place)
            return new(document.Id, document.Kind, head, title, Cut(text, place), $"{place[0].Start}+{place[0].End - place[0].Start}");
        if (Covers(head.Title, wording, near)) return new(document.Id, document.Kind, head, title, [], null);
        var values = Described.Values(document.Values, kind.Fields).Select(v => v.Text).Where(v => v != head.Title)
            .Concat(kind.Names(document).Where(n => n.Sort != "initials" && n.Text != head.Title).Select(n => n.Text)).Distinct();
        var best = values.Select(v => (Text: v, Place: Best(v, wording, near))).Where(v => v.Place is not null).OrderByDescending(v => v.Place!.Select(t => t.Word).Distinct().Count()).FirstOrDefault();
        return new(document.Id, document.Kind, head, title, best.Place is null ? [] : Cut(best.Text, best.Place), null);
    }

    /// <summary>Why a record was found in which no word fits: it refers to one that is called so.</summary>
    public static FoundRecord Because(FoundRecord record, IEnumerable<string> names, Wording wording, bool near)
    {
        var best = names.Select(n => (Name: n, Marks: Fitting(n, wording, near))).OrderByDescending(n => n.Marks.Select(t => t.Stem).Distinct().Count()).FirstOrDefault();
        return best.Marks is { Count: > 0 } ? record with { Snippet = Mark(best.Name, best.Marks) } : record;
    }

    private static bool Covers(string title, Wording wording, bool near)
    {
        var tokens = Tokens.Of(title).ToList();
        return wording.Words.All(w => w.Light || tokens.Exists(t => w.Fits(t, near)));
    }

    private static List<Token> Fitting(string text, Wording wording, bool near)
    {
        // Light words alone are no reason to show a place.
        var words = wording.Words.Any(w => !w.Light) ? wording.Words.RemoveAll(w => w.Light) : wording.Words;
        return [.. Tokens.Of(text).Where(t => words.Any(w => w.Fits(t, near)))];
    }

    /// <summary>Tokens that fit, of the first stretch with the most different ones; null when none fits.</summary>
    private static List<Token>? Best(string text, Wording wording, bool near)
    {
        var tokens = Fitting(text, wording, near);
        if (tokens.Count == 0) return null;
        var (best, most) = (0, 0);
        for (var i = 0; i < tokens.Count && most < wording.Words.Length; i++)
        {
            var different = tokens.Skip(i).TakeWhile(t => t.End <= tokens[i].Start + Length).Select(t => t.Stem).Distinct().Count();
            if (different > most) (best, most) = (i, different);
        }

        return [tokens[best], .. tokens.Skip(best + 1).TakeWhile(t => t.End <= tokens[best].Start + Length)];
    }

    private static ImmutableArray<Run> Cut(string text, List<Token> place)
    {
        var (first, last) = (place[0].Start, place[^1].End);
        var spare = Math.Max(0, Length - (last - first));
        var start = Begin(text, Math.Max(0, first - Math.Min(spare / 2, 60)), first);
        var end = Finish(text, Math.Min(text.Length, Math.Max(last, start + Length)), last);
        // Lines and columns say nothing here.
        var cut = string.Create(end - start, text[start..end], static (to, from) => { for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i]; });
        var runs = Mark(cut, place.Select(t => t with { Start = t.Start - start, End = t.End - start }));
        if (start > 0) runs = runs.Insert(0, new("… ", false));
        return end < text.Length ? runs.Add(new(" …", false)) : runs;
    }

    /// <summary>The first beginning of a word from here on, before what must be seen.</summary>
    private static int Begin(string text, int at, int seen)
    {
        if (at == 0) return 0;
        var blank = text.AsSpan(at, Math.Min(30, seen - at)).IndexOfAny(' ', '\n');
        return blank >= 0 ? at + blank + 1 : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    /// <summary>The last end of a word up to here, after what must be seen.</summary>
    private static int Finish(string text, int at, int seen)
    {
        if (at == text.Length) return at;
        var from = Math.Max(seen, at - 30);
        var blank = text.AsSpan(from, at - from).LastIndexOfAny(' ', '\n');
        return blank >= 0 ? from + blank : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static ImmutableArray<Run> Mark(string text, IEnumerable<Token> tokens)
    {
        var (runs, at) = (ImmutableArray.CreateBuilder<Run>(), 0);
        foreach (var token in tokens.Where(t => t.Start >= at && t.End <= text.Length))
        {
            if (token.Start > at) runs.Add(new(text[at..token.Start], false));
            runs.Add(new(text[token.Start..token.End], true));
            at = token.End;
        }

        if (at < text.Length) runs.Add(new(text[at..], false));
        return runs.ToImmutable();
    }
}
