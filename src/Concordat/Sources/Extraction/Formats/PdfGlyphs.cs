using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Concordat.Sources.Extraction.Formats;

/// <summary>A letter on a page, in points: where its base line begins and ends. It may stand for several, as a ligature does.</summary>
internal readonly record struct PdfGlyph(string Text, PdfPoint Start, PdfPoint End, double Size, bool IsInvisible);

/// <summary>What a page draws, as far as reading goes.</summary>
/// <param name="Glyphs">In the order drawn.</param>
/// <param name="Pictures">How many.</param>
internal sealed record PdfGlyphs(IReadOnlyList<PdfGlyph> Glyphs, int Pictures);

/// <summary>Made by PdfPig, once per document.</summary>
internal sealed class PdfGlyphsFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PdfGlyphs>(scanner, resources, filters, parser, options)
{
    protected override PdfGlyphs ProcessPage(int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
        UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) =>
        new PdfGlyphsReader(pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions).Process(pageNumber, operations);
}

/// <summary>Runs the commands of a page and keeps its letters alone: lines and shapes cost nothing, and the budget is asked at each letter and form.</summary>
internal sealed class PdfGlyphsReader(int page, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters,
    CropBox crop, UserSpaceUnit unit, PageRotationDegrees rotation, TransformationMatrix initial, ParsingOptions options)
    : BaseStreamProcessor<PdfGlyphs>(page, resources, scanner, parser, filters, crop, unit, rotation, initial, options)
{
    private readonly PdfBudget? _budget = options.Logger as PdfBudget;
    private readonly List<PdfGlyph> _glyphs = [];
    private int _pictures;

    public override PdfGlyphs Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return new(_glyphs, _pictures);
    }

    public override void RenderGlyph(IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
    {
        _budget?.DrawLetter();
        if (string.IsNullOrEmpty(unicode)) return;
        if (_glyphs.Count > 0 && IsAccent(unicode))
        {
            _glyphs[^1] = _glyphs[^1] with { Text = _glyphs[^1].Text + unicode };
            return;
        }
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var isInvisible = currentState.FontState.TextRenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;
        _glyphs.Add(new(unicode, start, end, pointSize, isInvisible));
    }

    /// <summary>A mark that belongs on the letter before it, up to a bound: nobody writes more than a few.</summary>
    private bool IsAccent(string letter) => letter.Length == 1 && _glyphs[^1].Text.Length < 8 && CharUnicodeInfo.GetUnicodeCategory(letter[0]) is UnicodeCategory.NonSpacingMark;

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        _budget?.DrawForm();
        base.ProcessFormXObject(formStream, xObjectName);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _pictures++;

    protected override void RenderInlineImage(InlineImage inlineImage) => _pictures++;

    public override void BeginSubpath() { }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) { }

    public override void FillPath(FillingRule fillingRule, bool close) { }

    public override void FillStrokePath(FillingRule fillingRule, bool close) { }

    public override void MoveTo(double x, double y) { }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

    public override void LineTo(double x, double y) { }

    public override void Rectangle(double x, double y, double width, double height) { }

    public override void EndPath() { }

    public override void ClosePath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) { }

    public override void EndMarkedContent() { }

    public override void PaintShading(NameToken shadingName) { }
}
