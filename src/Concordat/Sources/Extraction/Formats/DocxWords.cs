using System.Xml;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>Reads WordprocessingML as a stream of tags, without a tree: depth costs nothing.</summary>
/// <remarks>
/// ISO/IEC 29500-1:2016, part 17. Elements are told by local name, so the transitional and the strict namespace read alike.
/// Tracked changes (17.13.5): what was inserted or moved in is there, what was deleted or moved out is not.
/// </remarks>
internal sealed class DocxWords(int limit)
{
    private const int MostBoxes = 8;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly Stack<DocxFlow> _around = new();
    private readonly List<string> _boxes = [];
    private DocxFlow _flow = new();
    private int _boxLength;

    public bool IsFull => _flow.Words.Length + _boxLength + _around.Sum(f => f.Words.Length) > limit;

    /// <summary>Adds a part: document, footnotes or endnotes.</summary>
    /// <returns>False where it broke off; what came before is kept.</returns>
    public bool Add(Stream part)
    {
        try
        {
            _flow.Words.Ask(Gap.Paragraph);
            using var xml = XmlReader.Create(part, Settings);
            Walk(xml);
            return true;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            while (_around.Count > 0) LeaveBox();
            return false;
        }
    }

    public override string ToString() => _flow.Words.ToString();

    private void Walk(XmlReader xml)
    {
        var more = xml.Read();
        while (more && !(xml.NodeType == XmlNodeType.EndElement && IsFull))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (IsLeftOut(xml)) { xml.Skip(); more = !xml.EOF; continue; }
                Start(xml);
                if (xml.IsEmptyElement) End(xml.LocalName);
            }
            else if (xml.NodeType == XmlNodeType.EndElement) End(xml.LocalName);
            else if (_flow.InText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) _flow.Words.Write(xml.Value);
            more = xml.Read();
        }
    }

    /// <summary>Deleted and moved runs; earlier formatting; field codes; the second drawing of a text box, made for older programs; the line above footnotes.</summary>
    private bool IsLeftOut(XmlReader xml) => xml.LocalName switch
    {
        // Inside properties it marks the paragraph sign or the row as deleted.
        "del" or "moveFrom" => !_flow.InProperties,
        "Fallback" or "instrText" or "delText" => true,
        "footnote" or "endnote" => Attribute(xml, "type") is "separator" or "continuationSeparator" or "continuationNotice",
        "txbxContent" => _around.Count >= MostBoxes,
        var name => name.EndsWith("PrChange", StringComparison.Ordinal),
    };

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p" when !_flow.IsJoined: _flow.BeginParagraph(); break;
            case "p": _flow.IsJoined = false; break;
            case "pPr": _flow.InParagraphProperties = true; break;
            case "rPr": _flow.InRunProperties = true; break;
            case "trPr": _flow.InRowProperties = true; break;
            case "del" or "moveFrom" when _flow.InRowProperties: _flow.IsRowDeleted = true; break;
            case "del" or "moveFrom" when _flow.InParagraphProperties: _flow.IsMarkDeleted = true; break;
            case "vanish" when !_flow.InParagraphProperties: _flow.IsHidden = Attribute(xml, "val") is null or "1" or "true" or "on"; break;
            case "t": _flow.InText = !_flow.IsHidden && !_flow.IsRowDeleted; break;
            case "tab" when !_flow.InParagraphProperties: _flow.Words.Ask(Gap.Cell); break;
            case "br" or "cr": _flow.BreakLine(); break;
            case "noBreakHyphen": _flow.Words.Write("-"); break;
            case "tr": _flow.BeginRow(); break;
            case "tc": _flow.BeginCell(); break;
            case "tbl": _flow.BeginTable(); break;
            case "txbxContent": EnterBox(); break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p": _flow.EndParagraph(); if (_around.Count == 0) PutBoxes(); break;
            case "pPr": _flow.InParagraphProperties = false; break;
            case "rPr": _flow.InRunProperties = false; break;
            case "trPr": _flow.InRowProperties = false; break;
            case "tr": _flow.IsRowDeleted = false; break;
            case "r": _flow.IsHidden = false; break;
            case "t": _flow.InText = false; break;
            case "tbl": _flow.Words.Ask(Gap.Paragraph); break;
            case "txbxContent" when _around.Count > 0: LeaveBox(); break;
        }
    }

    private void EnterBox()
    {
        _around.Push(_flow);
        _flow = new();
    }

    private void LeaveBox()
    {
        var box = _flow.Words.ToString();
        _boxes.Add(box);
        _boxLength += box.Length;
        _flow = _around.Pop();
    }

    /// <summary>A text box stands in the middle of the paragraph it hangs on; its words follow that paragraph.</summary>
    private void PutBoxes()
    {
        foreach (var box in _boxes)
        {
            _flow.Words.Ask(Gap.Paragraph);
            _flow.Words.WriteLines(box);
            _flow.Words.Ask(Gap.Paragraph);
        }
        _boxes.Clear();
        _boxLength = 0;
    }

    private static string? Attribute(XmlReader xml, string name)
    {
        if (!xml.MoveToFirstAttribute()) return null;
        string? value = null;
        do { if (xml.LocalName == name) value = xml.Value; } while (xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }
}
