namespace Concordat.Sources.Extraction.Formats;

/// <summary>Where in a Word text the reader stands: one for the body, one for each text box within it.</summary>
internal sealed class DocxFlow
{
    private bool _tableBegun, _rowBegun, _cellOpened, _cellBroke;

    public BlockWriter Words { get; } = new();

    public bool InParagraphProperties { get; set; }

    public bool InRunProperties { get; set; }

    public bool InRowProperties { get; set; }

    public bool InProperties => InParagraphProperties || InRunProperties || InRowProperties;

    public bool InText { get; set; }

    public bool IsHidden { get; set; }

    public bool IsRowDeleted { get; set; }

    /// <summary>The paragraph sign was deleted: the next paragraph goes on in this one.</summary>
    public bool IsMarkDeleted { get; set; }

    public bool IsJoined { get; set; }

    public void BeginParagraph()
    {
        if (_cellOpened) { _cellOpened = false; return; }
        Words.Ask(Gap.Paragraph);
        _cellBroke = true;
    }

    public void EndParagraph()
    {
        IsJoined = IsMarkDeleted;
        if (!IsMarkDeleted) Words.Ask(Gap.Paragraph);
        IsMarkDeleted = false;
    }

    public void BreakLine()
    {
        Words.Ask(Gap.Line);
        _cellBroke = true;
    }

    public void BeginTable()
    {
        Words.Ask(Gap.Paragraph);
        _tableBegun = false;
    }

    public void BeginRow()
    {
        if (_tableBegun) Words.Narrow(Gap.Line);
        (_tableBegun, _rowBegun, IsRowDeleted) = (true, false, false);
    }

    /// <summary>Cells stand beside each other in a line, unless one of them holds several paragraphs.</summary>
    public void BeginCell()
    {
        if (_rowBegun) { if (_cellBroke) Words.Narrow(Gap.Line); else Words.Narrow(Gap.Cell); }
        (_rowBegun, _cellOpened, _cellBroke) = (true, true, false);
    }
}
