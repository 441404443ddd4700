using Concordat.Reading.Gazetteer;
using Concordat.Reading.Rules.DateExpressions;

namespace Concordat.Reading.Rules.Segments;

/// <summary>Where and when a report was filed: "New Delhi [India], Sept 26 (ANI):", "KUALA LUMPUR —".</summary>
// PlaceFrom: First token of the place.
// PlaceTo: Token after the place.
// To: Token after the dateline.
internal sealed record Dateline(int PlaceFrom, int PlaceTo, RawDate? Date, int To);

internal static class Datelines
{
    /// <summary>True for a line that is nothing but a place and a day.</summary>
    public static bool IsWhole(List<Token> tokens, int from, int to) =>
        Place(tokens, from, to) is var place && place > from && place < to && Day(tokens, place, to, out var end) is not null && end >= to - 1;

    /// <summary>The dateline that opens a block, or null.</summary>
    public static Dateline? At(List<Token> tokens, int from, int to)
    {
        var start = SkipAgency(tokens, from, to);
        var placeEnd = Place(tokens, start, Math.Min(to, start + 12));
        if (placeEnd == start) return null;
        var day = Day(tokens, placeEnd, Math.Min(to, placeEnd + 12), out var end);
        var closed = SkipAgency(tokens, end, to);
        if (closed >= to) return day is null ? null : new(start, placeEnd, day, to);
        var mark = tokens[closed];
        var agency = closed > end;
        if (mark.Is('.') && day is { Start: { Year: > 0, Day: > 0 } } && closed == end) return new(start, placeEnd, day, closed + 1);
        if (mark.IsDash || mark.Is(':') || mark.Is('|') || (agency && day is not null)) return new(start, placeEnd, day, mark.IsWord ? closed : closed + 1);
        return null;
    }

    private static int SkipAgency(List<Token> tokens, int i, int to)
    {
        if (i < to && tokens[i].Is(','))
            i++;
        if (i >= to || !tokens[i].Is('(')) return i;
        var depth = 0;
        for (var k = i; k < to && k - i < 14; k++)
        {
            if (tokens[k].Is('(')) depth++;
            if (tokens[k].Is(')') && --depth == 0) return k + 1;
        }
        return i;
    }

    private static int Place(List<Token> tokens, int from, int to)
    {
        var i = from;
        while (i < to && i - from < 5 && (tokens[i].IsName || i > from && i + 1 < to && tokens[i + 1].IsName && tokens[i].Low is "dos" or "de" or "do" or "da" or "del" or "la" or "los" or "es" or "el") && (tokens[i].Low is "new" || !Words.Function.Contains(tokens[i].Low)) && !DateWords.IsMonth(tokens[i].Low) && !Heads.Is(tokens[i].Low)) i++;
        if (i > from && i + 1 < to && tokens[i].Is('/') && tokens[i + 1].IsName && tokens[i + 1].Shape == tokens[i - 1].Shape) i += 2;
        if (i == from || !Known(tokens, from, i) && i - from > 3) return from;
        if (i + 1 < to && tokens[i].Is(',') && tokens[i + 1].IsName && !DateWords.IsMonth(tokens[i + 1].Low) && i + 2 < to && (tokens[i + 2].IsDash || tokens[i + 2].Is(':') || tokens[i + 2].Is(',') || tokens[i + 2].Is('('))) i += 2;
        if (i + 3 < to && tokens[i].Is('(') && tokens[i + 1].Shape is Shape.Capital && tokens[i + 2].Is(')') && (tokens[i + 3].Is('[') || tokens[i + 3].Is(','))) i += 3;
        if (i + 2 < to && tokens[i].Is('[') && tokens[i + 2].Is(']')) i += 3;
        return i;
    }

    /// <summary>A place that lists know, or one in capitals.</summary>
    public static bool IsTown(List<Token> tokens, Dateline line) => Known(tokens, line.PlaceFrom, line.PlaceTo) || Known(tokens, line.PlaceFrom, line.PlaceFrom + 1) || tokens[line.PlaceFrom] is { Shape: Shape.Upper, Length: > 3 } && tokens[line.To - 1].IsDash;

    private static bool Known(List<Token> tokens, int from, int to) =>
        Cities.Country(string.Join(' ', tokens.GetRange(from, to - from).Select(t => t.Low))) is not null;

    private static RawDate? Day(List<Token> tokens, int from, int to, out int end)
    {
        end = from;
        var i = from;
        if (i < to && (tokens[i].Is(',') || tokens[i].Is('|'))) i++;
        var bracket = i < to && tokens[i].Is('(');
        if (DateGrammar.At(tokens, bracket ? i + 1 : i, to) is not { } date) return null;
        end = bracket && date.To < to && tokens[date.To].Is(')') ? date.To + 1 : date.To;
        return date;
    }
}
