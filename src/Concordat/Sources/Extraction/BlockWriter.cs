using System.Text;

namespace Concordat.Sources.Extraction;

/// <summary>How far apart two pieces of text stand; the widest asked for since the last letter is written.</summary>
internal enum Gap { None, Space, Cell, Line, Paragraph }

/// <summary>Writes running text: white space collapses, gaps are written only between letters.</summary>
internal sealed class BlockWriter
{
    private readonly StringBuilder _text = new();
    private Gap _gap;

    /// <summary>UTF-16 units written.</summary>
    public int Length => _text.Length;

    public void Ask(Gap gap) { if (gap > _gap) _gap = gap; }

    /// <summary>Takes back wider gaps: the next cell stands beside this one although its paragraph has ended.</summary>
    public void Narrow(Gap gap) { if (_text.Length > 0) _gap = gap; }

    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            // No-break spaces are white space here; soft hyphens and zero-width spaces are hints to a printer.
            if (char.IsWhiteSpace(c)) Ask(Gap.Space);
            else if (c is not ('\u00AD' or '\u200B')) Letter(c);
        }
    }

    /// <summary>Keeps line ends, as in a preformatted block.</summary>
    public void WriteLines(ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var line in text.EnumerateLines())
        {
            if (!first) Ask(Gap.Line);
            first = false;
            Write(line);
        }
    }

    private void Letter(char c)
    {
        if (_text.Length > 0) _text.Append(_gap switch { Gap.Space => " ", Gap.Cell => "\t", Gap.Line => "\n", Gap.Paragraph => "\n\n", _ => "" });
        _gap = Gap.None;
        _text.Append(c);
    }

    public override string ToString() => _text.ToString();
}
