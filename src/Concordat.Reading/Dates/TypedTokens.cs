using System.Globalization;
using System.Text;

namespace Concordat.Reading.Dates;

/// <summary>A number or a known word.</summary>
/// <param name="Code">n number of up to two digits, Y of four, E of eight, or the word's code (<see cref="TypedLexicon"/>).</param>
/// <param name="Value">The number, or what the word stands for.</param>
/// <param name="Length">Digits as typed.</param>
/// <param name="Separator">The sign before it: one of - / . , ' or a space.</param>
internal readonly record struct TypedToken(char Code, int Value, int Length, char Separator)
{
    /// <summary>As a day of the month; a typed 0 is refused later, where an absent day is not.</summary>
    public int Day => Value == 0 ? TypedParts.DayZero : Value;
}

/// <summary>Cuts simplified text into tokens; weekdays and empty words are taken out.</summary>
internal sealed class TypedTokens
{
    private readonly List<TypedToken> _tokens = [];
    private char _separator = ' ';

    public TypedToken this[int index] => _tokens[index];

    public int Count => _tokens.Count;

    public int Weekday { get; private set; }

    /// <summary>One letter per token: "nmY" is 13 February 2026.</summary>
    public string Pattern { get; private set; } = "";

    /// <summary>Null when a word or sign in it is not known.</summary>
    public static TypedTokens? Read(string text)
    {
        var tokens = new TypedTokens();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfRun(text, at);
            if (!tokens.Take(text.AsSpan(at, end - at))) return null;
            at = end;
        }
        var pattern = new StringBuilder();
        foreach (var token in tokens._tokens) pattern.Append(token.Code);
        tokens.Pattern = pattern.ToString();
        return tokens;
    }

    private static int EndOfRun(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at])) while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        else if (IsLetter(text[at])) while (end < text.Length && IsLetter(text[end])) end++;
        return end;
    }

    private bool Take(ReadOnlySpan<char> run) =>
        char.IsAsciiDigit(run[0]) ? TakeNumber(run) : IsLetter(run[0]) ? TakeWord(run.ToString()) : TakeSign(run[0]);

    private bool TakeNumber(ReadOnlySpan<char> digits)
    {
        var code = digits.Length switch { 1 or 2 => 'n', 4 => 'Y', 8 => 'E', _ => '\0' };
        return code != '\0' && Add(code, int.Parse(digits, NumberStyles.None), digits.Length);
    }

    private bool TakeWord(string word)
    {
        if (TypedLexicon.Find(word) is not var (code, value)) return false;
        if (code == 'w') Weekday = value;
        // A weekday or an empty word ends what stood before it.
        if (code is 'w' or ' ') return true;
        return Add(code, value, 0);
    }

    private bool TakeSign(char sign)
    {
        if (sign is ' ' or '(' or ')') return true;
        if (sign is not ('-' or '/' or '.' or ',' or '\'')) return false;
        _separator = sign;
        return true;
    }

    private bool Add(char code, int value, int length)
    {
        _tokens.Add(new(code, value, length, _separator));
        _separator = ' ';
        return true;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
