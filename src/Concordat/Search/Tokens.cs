using System.Globalization;
using System.Text;
using Concordat.Names;

namespace Concordat.Search;

/// <summary>A word of a text, folded, and its place.</summary>
/// <param name="Stem">The word without its ending; of a number "7" for "007", "24" for "24th". Often the word itself.</param>
/// <param name="Start">First UTF-16 unit in the text; <paramref name="End"/> is the first one after it.</param>
public readonly record struct Token(string Word, string Stem, int Start, int End);

/// <summary>Cuts texts and typed words the same way: letters and digits are words, all else is between them.</summary>
/// <remarks>"I.I.T." is one word, "IC.2019.14" three; "university's" is "university"; a Chinese or Japanese character is a word. Beyond 64 letters a word is cut.</remarks>
public static class Tokens
{
    internal const int Longest = 64;

    public static IEnumerable<Token> Of(string text) => new Cutter(text).Read();

    internal static Token Make(string folded, int start, int end)
    {
        var word = Fold.Spelling(folded.Length > Longest ? folded[..Longest] : folded);
        return new(word, Stems.Of(word), start, end);
    }
}

file sealed class Cutter(string text)
{
    private readonly StringBuilder _word = new();
    private readonly List<(string Word, int Start, int End)> _parts = [];
    private int _start, _apostrophe = -1;

    public IEnumerable<Token> Read()
    {
        for (var (at, next) = (0, 0); at < text.Length; at = next)
        {
            var rune = RuneAt(at);
            next = at + rune.Utf16SequenceLength;
            if (IsWord(rune) && !IsIdeograph(rune)) { Add(rune, at); continue; }
            if (_word.Length > 0 && IsJoint(rune) && next < text.Length && IsWord(RuneAt(next))) { Join(rune, at); continue; }
            foreach (var token in End(at)) yield return token;
            if (rune.Value == '&') yield return Tokens.Make("and", at, next);
            else if (IsIdeograph(rune)) yield return Tokens.Make(Fold.Of(rune), at, next);
        }

        foreach (var token in End(text.Length)) yield return token;
    }

    // A lone surrogate reads as the replacement character, which is as long.
    private Rune RuneAt(int at) => Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar;

    private static bool IsWord(Rune rune) => rune.Value < 0x80 ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Kana and Han, which are written without blanks between words.</summary>
    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF);

    private static bool IsJoint(Rune rune) => rune.Value is '.' or '\'' or '’';

    private void Add(Rune rune, int at)
    {
        if (_word.Length == 0) _start = at;
        if (_word.Length < 2 * Tokens.Longest) _word.Append(Fold.Of(rune));
    }

    private void Join(Rune rune, int at)
    {
        if (rune.Value == '.') EndPart(at);
        else _apostrophe = _word.Length;
    }

    private void EndPart(int at)
    {
        if (_word.Length == 0) return;
        if (_apostrophe == _word.Length - 1 && _apostrophe > 0 && _word[^1] == 's') _word.Length--;
        _parts.Add((_word.ToString(), _start, at));
        _word.Clear();
        _apostrophe = -1;
    }

    private IEnumerable<Token> End(int at)
    {
        EndPart(at);
        if (_parts.Count == 0) return [];
        Token[] tokens = _parts.Count > 1 && _parts.TrueForAll(p => p.Word.Length == 1)
            ? [Tokens.Make(string.Concat(_parts.Select(p => p.Word)), _parts[0].Start, _parts[^1].End)]
            : [.. _parts.Where(p => p.Word.Length > 0).Select(p => Tokens.Make(p.Word, p.Start, p.End))];
        _parts.Clear();
        return tokens;
    }
}
