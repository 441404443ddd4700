using System.Text;
using UglyToad.PdfPig.Core;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>A line as it stands on a page, in points; up is positive, the origin is the page's own.</summary>
/// <remarks>Text: tabs stand for wide gaps within the line. Base: the line the letters stand on. Size: of the letters. FirstWord: the width of the first word.</remarks>
internal sealed record PdfLine(string Text, double Left, double Right, double Base, double Size, double FirstWord)
{
    public bool Overlaps(PdfLine other) => Left < other.Right && other.Left < Right;
}

/// <summary>Puts letters together to lines, in the order in which the page draws them: that is how its author's program went through the text.</summary>
internal sealed class PdfLines
{
    // In sizes of the letters: a word gap, a gap between columns or cells, the wobble of a baseline.
    private const double WordGap = 0.17, WideGap = 2.0, Wobble = 0.35;

    // Smaller letters may stand closer than a shadow.
    private const double LeastShadowed = 7.5;

    private readonly HashSet<(string, double, double)> _drawn = [];
    private readonly List<PdfLine> _lines = [];
    private readonly StringBuilder _text = new();
    private double _left, _right, _base, _size, _firstWord;
    private double _narrowest, _widest;
    private int _wide;
    private bool _firstWordEnded;
    private Turn _turn;

    public static List<PdfLine> Of(IEnumerable<PdfGlyph> letters)
    {
        var lines = new PdfLines();
        foreach (var letter in letters)
            if (!lines.IsShadow(letter)) lines.Add(letter);
        lines.End();
        return lines._lines;
    }

    /// <summary>Bold made by printing a word twice: the same letter within half a point of where it already stands.</summary>
    private bool IsShadow(PdfGlyph letter)
    {
        if (letter.Size < LeastShadowed || string.IsNullOrWhiteSpace(letter.Text)) return false;
        var (x, y) = (letter.Start.X, letter.Start.Y);
        foreach (var near in (ReadOnlySpan<(double X, double Y)>)[(-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5), (0.5, 0.5)])
            if (_drawn.Contains((letter.Text, Math.Floor(x + near.X), Math.Floor(y + near.Y)))) return true;
        _drawn.Add((letter.Text, Math.Floor(x), Math.Floor(y)));
        return false;
    }

    private void Add(PdfGlyph letter)
    {
        var turn = TurnOf(letter);
        var (start, up) = Turned(letter.Start, turn);
        var (end, _) = Turned(letter.End, turn);
        if (!double.IsFinite(start) || !double.IsFinite(end) || !double.IsFinite(up)) return;
        var size = letter.Size is > 0 and < 2000 ? letter.Size : 1;
        var gap = start - _right;
        var isSame = _text.Length > 0 && _turn == turn && Math.Abs(up - _base) < Math.Max(size, _size) * Wobble && gap > -size;
        if (!isSame) Begin(start, up, size, turn);
        else if (gap > size * WideGap) PutWide(gap);
        else if (gap > size * WordGap) Put(" ");
        Put(Plain(letter.Text));
        _right = Math.Max(_right, end);
        if (!_firstWordEnded) _firstWord = _right - _left;
    }

    private void Put(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (_text.Length == 0) return;
            _firstWordEnded = true;
            if (text == "\t" && _text[^1] == ' ') _text.Length--;
            if (!char.IsWhiteSpace(_text[^1])) _text.Append(text == "\t" ? '\t' : ' ');
        }
        else _text.Append(text);
    }

    private void PutWide(double gap)
    {
        Put("\t");
        (_wide, _narrowest, _widest) = (_wide + 1, Math.Min(_narrowest, gap), Math.Max(_widest, gap));
    }

    private void Begin(double start, double up, double size, Turn turn)
    {
        End();
        (_left, _right, _base, _size, _turn, _firstWord, _firstWordEnded) = (start, start, up, size, turn, 0, false);
        (_wide, _narrowest, _widest) = (0, double.MaxValue, 0);
    }

    private void End()
    {
        var text = _text.ToString().Trim();
        // Justified over the whole width, a short line has the same wide gap between all its words.
        if (_wide > 1 && !text.Contains(' ') && _widest - _narrowest < _size * 0.3) text = text.Replace('\t', ' ');
        if (text.Length > 0) _lines.Add(new(text, _left, _right, _base, _size, _firstWord));
        _text.Clear();
    }

    private enum Turn { None, Left, Right, Over }

    private static Turn TurnOf(PdfGlyph letter)
    {
        var (dx, dy) = (letter.End.X - letter.Start.X, letter.End.Y - letter.Start.Y);
        if (Math.Abs(dy) > Math.Abs(dx)) return dy > 0 ? Turn.Left : Turn.Right;
        return dx < 0 ? Turn.Over : Turn.None;
    }

    /// <summary>Turned text is read as if the page were turned: along the line, and up from line to line.</summary>
    private static (double Along, double Up) Turned(PdfPoint at, Turn turn) => turn switch
    {
        Turn.Left => (at.Y, -at.X),
        Turn.Right => (-at.Y, at.X),
        Turn.Over => (-at.X, -at.Y),
        _ => (at.X, at.Y),
    };

    /// <summary>Ligatures (U+FB00 to U+FB06) as the letters they stand for, so that words can be found.</summary>
    private static string Plain(string letters) => letters switch
    {
        "\uFB00" => "ff", "\uFB01" => "fi", "\uFB02" => "fl", "\uFB03" => "ffi", "\uFB04" => "ffl", "\uFB05" or "\uFB06" => "st",
        _ => letters,
    };
}
