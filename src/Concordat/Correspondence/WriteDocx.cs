using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concordat.Correspondence;

/// <summary>Writes a letter as a Word file: A4, letterhead, references, addressee, subject, text, signature.</summary>
/// <remarks>ECMA-376 part 1. The same draft gives the same bytes.</remarks>
public static class WriteDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Font = "Times New Roman", Quiet = PackDocx.Quiet;

    public static byte[] Bytes(LetterDraft draft) => PackDocx.Bytes(draft.Subject, draft.Office, draft.Day, Body(draft), Styles());

    private static Body Body(LetterDraft draft)
    {
        var body = new Body();
        body.Append(Lined("Office", draft.Office, draft.OfficeLines));
        body.Append(References(draft));
        if (!draft.Addressee.IsEmpty) body.Append(Block("Addressee", draft.Addressee));
        body.Append(One("Subject", draft.Subject));
        foreach (var paragraph in Paragraphs(draft.Text)) body.Append(Block("Text", paragraph.Split('\n')));
        if (!draft.Signatory.IsEmpty) body.Append(Block("Signatory", draft.Signatory));
        body.Append(PackDocx.A4());
        return body;
    }

    /// <summary>Our number and theirs on the left, place and day on the right.</summary>
    private static Paragraph References(LetterDraft draft)
    {
        var ours = draft.OurReference is null ? "" : $"Our reference: {draft.OurReference}";
        var paragraph = Styled("References");
        Add(paragraph, ours);
        paragraph.Append(new Run(new TabChar()));
        Add(paragraph, draft.PlaceAndDay);
        if (draft.TheirReference is null) return paragraph;
        paragraph.Append(new Run(new Break()));
        Add(paragraph, $"Your reference: {draft.TheirReference}");
        return paragraph;
    }

    private static Paragraph Lined(string style, string first, IEnumerable<string> lines)
    {
        var paragraph = Styled(style);
        Add(paragraph, first);
        foreach (var line in lines)
            paragraph.Append(new Run(new RunProperties(new Bold { Val = false }, new Color { Val = Quiet }, new FontSize { Val = "18" }), new Break(), Words(line)));
        return paragraph;
    }

    private static Paragraph One(string style, string text) => Block(style, [text]);

    private static Paragraph Block(string style, IEnumerable<string> lines)
    {
        var paragraph = Styled(style);
        var first = true;
        foreach (var line in lines)
        {
            if (!first) paragraph.Append(new Run(new Break()));
            Add(paragraph, line);
            first = false;
        }

        return paragraph;
    }

    private static Paragraph Styled(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    private static void Add(Paragraph paragraph, string text) => paragraph.Append(new Run(Words(text)));

    private static Text Words(string text) => new(PackDocx.Storable(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static IEnumerable<string> Paragraphs(string text) =>
        text.Replace("\r\n", "\n").Replace('\r', '\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim('\n')).Where(p => p.Trim().Length > 0);

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        PackDocx.Style("Office", new StyleParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6U, Space = 6U, Color = "404040" }), new SpacingBetweenLines { After = "480" }), new StyleRunProperties(new Bold(), new FontSize { Val = "28" })),
        PackDocx.Style("References", new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9070 }), new SpacingBetweenLines { After = "480" }), null),
        PackDocx.Style("Addressee", new StyleParagraphProperties(new SpacingBetweenLines { After = "480" }), null),
        PackDocx.Style("Subject", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "240" }), new StyleRunProperties(new Bold())),
        PackDocx.Style("Text", new StyleParagraphProperties(new WidowControl(), new SpacingBetweenLines { After = "200" }), null),
        PackDocx.Style("Signatory", new StyleParagraphProperties(new KeepLines(), new SpacingBetweenLines { Before = "960" }), null),
        PackDocx.Style("Footer", new StyleParagraphProperties(new Justification { Val = JustificationValues.Right }), new StyleRunProperties(new Color { Val = Quiet }, new FontSize { Val = "18" })));
}
